# SPDX-License-Identifier: MIT
"""The structure of a finished file in the words a screen reader would use, one line for each thing it stops at."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from views.texts import has, t
from views.widgets.pdf_raster import PdfRaster
from views.widgets.pdf_strip import Mark
from views.widgets.pdf_tags import Piece, Tag

# Groups that are never said: what is in them is.
SILENT = frozenset({"", "Document", "Sect", "Part", "Div", "Art", "NonStruct", "THead", "TBody", "TFoot"})
# What belongs to the words around it.
INLINE = frozenset({"Span", "Link", "Lbl", "LBody", "Em", "Strong", "Quote", "Code", "Reference"})


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One stop: what kind of thing it is, what it says, and where its pieces are; `deep` is how far inside."""

    kind: str
    words: str
    deep: int
    pieces: tuple[Piece, ...]
    faulty: bool = False

    def sentence(self) -> str:
        """All of it in one breath."""
        return f"{self.kind}: {self.words}" if self.words else self.kind

    def marks(self, raster: PdfRaster) -> list[Mark]:
        """Where it stands on the pages."""
        boxes: dict[int, QRectF] = {}
        for piece in self.pieces:
            boxes[piece.page] = boxes.get(piece.page, QRectF()).united(raster.mark_box(piece.page, piece.mark))
        return [Mark(page, (box,), now=True) for page, box in boxes.items() if not box.isEmpty()]


def spoken_lines(raster: PdfRaster) -> list[SpokenLine]:
    """Everything that is read, in order."""
    return list(_Reading(raster).lines(raster.tags(), 0))


class _Reading:
    """Goes through the tree; words are fetched from the pages as the marks tell."""

    def __init__(self, raster: PdfRaster) -> None:
        self._raster = raster
        self._row = 0

    def lines(self, tag: Tag, deep: int) -> Iterator[SpokenLine]:
        """What is said of everything inside."""
        for kid in tag.inside():
            if isinstance(kid, Tag):
                yield from self._of(kid, deep)
            elif kid is None and tag.role == "TR":
                # an empty place in a row is a cell without words
                yield SpokenLine(t("pdf_reading.empty_cell"), "", deep, ())

    def _of(self, tag: Tag, deep: int) -> Iterator[SpokenLine]:
        if tag.role in SILENT:
            yield from self.lines(tag, deep)
            return
        self._row = 0 if tag.role == "Table" else self._row + (tag.role == "TR")
        kind = self._kind(tag)
        if tag.language:
            kind = t("pdf_reading.in_language", kind=kind, language=_language(tag))
        if tag.role == "Figure":
            yield SpokenLine(kind, tag.alt, deep, tuple(_all_pieces(tag)), faulty=not tag.alt)
            return
        words = " – ".join(filter(None, (tag.attributes.get("Desc"), self._said(tag))))
        yield SpokenLine(kind, words, deep, tuple(_all_pieces(tag)))
        for aside in _asides(tag):
            kind = (
                t("pdf_reading.link") if aside.role == "Link" else t("pdf_reading.words_in", language=_language(aside))
            )
            yield SpokenLine(kind, self._said(aside), deep + 1, tuple(_all_pieces(aside)))
        yield from self.lines(_without_inline(tag), deep + 1)

    def _kind(self, tag: Tag) -> str:
        match tag.role:
            case "L":
                return t("pdf_reading.list", n=sum(isinstance(kid, Tag) for kid in tag.inside()))
            case "Table":
                rows = [one for one in _every(tag) if one.role == "TR"]
                return t("pdf_reading.table", rows=len(rows), columns=max((len(one.kids) for one in rows), default=0))
            case "TR":
                return t("pdf_reading.row", row=self._row)
            case "Figure":
                return t("pdf_reading.figure" if tag.alt else "pdf_reading.figure_without")
            case "Form" if tag.attributes.get("Role") == "cb":
                return t("pdf_reading.ticked" if tag.attributes.get("checked") == "on" else "pdf_reading.not_ticked")
        role = "TH_row" if tag.role == "TH" and tag.attributes.get("Scope") == "Row" else tag.role
        known = f"pdf_reading.role.{role}"
        return t(known) if has(known) else t("pdf_reading.other", tag=tag.role)

    def _said(self, tag: Tag) -> str:
        """The words of an element and of what belongs among them."""
        said, page = "", -1
        for piece in _pieces(tag):
            # words that go on on the next page
            said += " " * (page not in (-1, piece.page)) + self._raster.words(piece.page).of(piece.mark)
            page = piece.page
        return " ".join(said.split())


def _pieces(tag: Tag) -> Iterator[Piece]:
    for kid in tag.inside():
        if isinstance(kid, Piece):
            yield kid
        elif kid is not None and kid.role in INLINE:
            yield from _pieces(kid)


def _all_pieces(tag: Tag) -> Iterator[Piece]:
    for kid in tag.inside():
        if isinstance(kid, Piece):
            yield kid
        elif kid is not None:
            yield from _all_pieces(kid)


def _without_inline(tag: Tag) -> Tag:
    """What is to be said after the words: a list within a list item hangs in its body."""
    kids: dict[int, Tag | Piece | None] = {}
    for kid in tag.inside():
        if isinstance(kid, Tag) and kid.role in INLINE:
            kids |= {len(kids) + place: inner for place, inner in enumerate(_without_inline(kid).inside())}
        elif isinstance(kid, Tag) or (kid is None and tag.role == "TR"):
            kids[len(kids)] = kid
    return Tag(role=tag.role, kids=kids)


def _asides(tag: Tag) -> Iterator[Tag]:
    """What the reader tells of on its way through the words: links, and words in another language."""
    for kid in tag.inside():
        if isinstance(kid, Tag) and kid.role in INLINE:
            if kid.role == "Link" or kid.language:
                yield kid
            yield from _asides(kid)


def _language(tag: Tag) -> str:
    known = f"pdf_reading.language.{tag.language}"
    return t(known) if has(known) else tag.language


def _every(tag: Tag) -> Iterator[Tag]:
    for kid in tag.inside():
        if isinstance(kid, Tag):
            yield kid
            yield from _every(kid)
