# SPDX-License-Identifier: MIT
"""Looks at a received file in a process of its own, and sends back picture points or words, never the file's bytes."""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from desktop.picture_child import limit
from models.rules.file_kinds import DOCX, PDF

if TYPE_CHECKING:
    from PIL.Image import Image

SECONDS = 60
MOST_PAGES = 40
LONGEST_SIDE = 1800
DOTS = 150
MOST_WORDS = 200_000
_LARGEST_PART = 30_000_000
_MOST_POINTS = 40_000_000
# A photo of a paper fills the paper, whatever the camera said of its size.
PAPER = 842.0
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def serve(answer: Connection, content: bytes, media_type: str) -> None:
    """Send what is there, then each page or the words; as plain bytes, since whoever hears them trusts nothing."""
    limit(SECONDS)
    try:
        if media_type == DOCX:
            words = _words(content).encode()
            _tell(answer, kind="words")
            answer.send_bytes(words)
        elif media_type == PDF:
            _send_pages(answer, content)
        else:
            image = _picture(content)
            _tell(answer, kind="pages", count=1, left_out=0, active=False)
            _send_page(answer, image, PAPER)
    except Exception:  # whatever a hostile file provokes, the answer is the same
        _tell(answer, kind="broken")
    answer.close()


def _tell(answer: Connection, **facts: object) -> None:
    answer.send_bytes(json.dumps(facts).encode())


def _send_page(answer: Connection, image: "Image", points: float) -> None:
    """A page as red, green and blue points, and how wide it is on paper in points of 1/72 inch."""
    _tell(answer, width=image.width, height=image.height, points=points)
    answer.send_bytes(image.tobytes())


def _send_pages(answer: Connection, content: bytes) -> None:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(content)
    count = len(document)
    shown = min(count, MOST_PAGES)
    raw = pdfium.raw
    active = bool(raw.FPDFDoc_GetJavaScriptActionCount(document) or raw.FPDFDoc_GetAttachmentCount(document))
    _tell(answer, kind="pages", count=shown, left_out=count - shown, active=active)
    for number in range(shown):
        page = document[number]
        width, height = page.get_size()
        scale = min(DOTS / 72, LONGEST_SIDE / max(width, height, 1))
        image = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        _send_page(answer, image, min(width, 3 * PAPER))
        page.close()


def _picture(content: bytes) -> "Image":
    from PIL import Image
    from PIL.ImageOps import exif_transpose

    Image.MAX_IMAGE_PIXELS = None  # the count is ours, and comes before any point is read
    with Image.open(BytesIO(content), formats=["PNG", "JPEG"]) as image:
        if image.width * image.height > _MOST_POINTS:
            raise ValueError("more points than may be decoded")
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = exif_transpose(image).convert("RGBA")
    white = Image.new("RGBA", upright.size, "white")
    white.alpha_composite(upright)
    white.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return white.convert("RGB")


def _words(content: bytes) -> str:
    """The words of a DOCX, a line for each paragraph; its pictures, notes and looks are left out."""
    with zipfile.ZipFile(BytesIO(content)) as packed, packed.open("word/document.xml") as part:
        xml = part.read(_LARGEST_PART + 1)
    if len(xml) > _LARGEST_PART or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise ValueError("a part that is too large, or that grows when it is read")
    return "\n\n".join(_paragraphs(ElementTree.fromstring(xml)))[:MOST_WORDS]


def _paragraphs(root: ElementTree.Element) -> Iterator[str]:
    signs = {f"{_W}tab": " ", f"{_W}br": "\n"}
    for paragraph in root.iter(f"{_W}p"):
        found = (one.text or "" if one.tag == f"{_W}t" else signs.get(one.tag, "") for one in paragraph.iter())
        if line := "".join(found).strip():
            yield line
