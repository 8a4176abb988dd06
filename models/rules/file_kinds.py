# SPDX-License-Identifier: MIT
"""What a received file is, told by its content and never by its name, and why some files cannot be taken in."""

import re
import zipfile
from io import BytesIO

from models.values.refusal import Refusal

LARGEST = 25 * 1024 * 1024
PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", DOCX: ".docx"}
_STARTS = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
_PARTS = {"[Content_Types].xml", "word/document.xml"}
_MOST_PARTS = 2000
# In a trailer or a cross-reference stream, which are never packed: a file that asks for a password.
_LOCKED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")
_ARCHIVAL = re.compile(rb"pdfaid:part\s*(?:=\s*[\"']|>)\s*[1-4]")


def kind_of_file(content: bytes) -> str:
    """The media type of PDF, PNG, JPEG or DOCX; raises Refusal for anything else, with what to do instead."""
    if len(content) > LARGEST:
        limit, size = LARGEST // 1024**2, -(-len(content) // 1024**2)
        raise Refusal("documents.refused.too_big", field="scan", limit=limit, size=size)
    found = next((kind for start, kind in _STARTS if content.startswith(start)), "") or _word_file(content)
    if not found:
        raise Refusal("documents.refused.unknown_file", field="scan")
    if found == PDF and _LOCKED.search(content):
        raise Refusal("documents.refused.locked_file", field="scan")
    return found


def is_archival(content: bytes) -> bool:
    """Whether the file says of itself that it is PDF/A (ISO 19005, the XMP property pdfaid:part)."""
    return content.startswith(b"%PDF-") and bool(_ARCHIVAL.search(content))


def _word_file(content: bytes) -> str:
    """DOCX when the list of its parts says so; nothing is unpacked."""
    if not content.startswith(b"PK\x03\x04"):
        return ""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = set(packed.namelist()[:_MOST_PARTS])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Refusal("documents.refused.macros", field="scan")
    return DOCX if names >= _PARTS else ""
