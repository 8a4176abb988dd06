# SPDX-License-Identifier: MIT
"""The structure tree of a finished file, read back from the file itself: what a screen reader is handed."""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Callable, Iterable
from ctypes import c_ulong, create_string_buffer
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

TOLD = ("Scope", "Role", "Desc", "checked")
LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Piece:
    """Marked words or a drawing on a page."""

    page: int
    mark: int


@dataclass(slots=True)
class Tag:
    """An element with what is in it by place; a place that holds nothing on any page stays empty."""

    role: str = ""
    alt: str = ""
    language: str = ""
    # Scope of a head; Role, Desc and checked of a field of a printed form
    attributes: dict[str, str] = field(default_factory=dict)
    kids: dict[int, Tag | Piece | None] = field(default_factory=dict)

    def inside(self) -> list[Tag | Piece | None]:
        """What is in it, in the order of reading."""
        return [self.kids[place] for place in sorted(self.kids)]


def read_tags(pages: Iterable[pdfium.PdfPage]) -> Tag:
    """The whole tree; pdfium gives for each page the part that is on it, at the same places."""
    root = Tag()
    for number, page in enumerate(pages):
        tree = raw.FPDF_StructTree_GetForPage(page)
        for place in range(raw.FPDF_StructTree_CountChildren(tree)):
            _take_in(root, place, raw.FPDF_StructTree_GetChildAtIndex(tree, place), number)
        raw.FPDF_StructTree_Close(tree)
    return root


def _take_in(parent: Tag, place: int, element: object, page: int) -> None:
    if not element:
        return
    tag = parent.kids.get(place)
    if not isinstance(tag, Tag):
        tag = parent.kids[place] = Tag(
            role=_text(raw.FPDF_StructElement_GetType, element),
            alt=_text(raw.FPDF_StructElement_GetAltText, element),
            language=_text(raw.FPDF_StructElement_GetLang, element),
            attributes=_attributes(element),
        )
    for inner in range(raw.FPDF_StructElement_CountChildren(element)):
        tag.kids.setdefault(inner, None)
        if below := raw.FPDF_StructElement_GetChildAtIndex(element, inner):
            _take_in(tag, inner, below, page)
        elif (mark := raw.FPDF_StructElement_GetChildMarkedContentID(element, inner)) >= 0:
            tag.kids[inner] = Piece(page, mark)


def _text(asked: Callable[..., int], *of: object) -> str:
    """What pdfium answers in UTF-16, ended by a zero."""
    length = asked(*of, None, 0)
    if length <= 2:
        return ""
    said = create_string_buffer(length)
    asked(*of, said, length)
    return said.raw[: length - 2].decode("utf-16-le")


def _attributes(element: object) -> dict[str, str]:
    found = {}
    for place in range(raw.FPDF_StructElement_GetAttributeCount(element)):
        attributes = raw.FPDF_StructElement_GetAttributeAtIndex(element, place)
        for name in TOLD:
            if value := raw.FPDF_StructElement_Attr_GetValue(attributes, name.encode()):
                found[name] = _value(value)
    return found


def _value(value: object) -> str:
    """A text as its bytes, for pdfium drops letters of it; a name as pdfium tells it."""
    length, said = c_ulong(), create_string_buffer(LONGEST)
    if raw.FPDF_StructElement_Attr_GetBlobValue(value, said, LONGEST, length):
        told = said.raw[: length.value]
        return told.decode("utf-16" if told.startswith(BOM_UTF16_BE) else "latin-1", "replace")
    if raw.FPDF_StructElement_Attr_GetStringValue(value, said, LONGEST, length):
        return said.raw[: max(0, length.value - 2)].decode("utf-16-le", "replace")
    return ""
