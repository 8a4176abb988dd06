# SPDX-License-Identifier: MIT
"""What stands at the head and foot of each page: the sender, the mark of practice, the legal ground and the page."""

from reports.blocks import Document
from reports.flow.envelope import Envelope
from reports.flow.lines import Stretch, broken
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.pictures import picture
from reports.pdfa.structure import FOOTER, HEADER, Element, Owner
from reports.style import (
    AMBER,
    FOLDS,
    FOOT,
    FOOT_STRONG,
    HEIGHT,
    LINE,
    MM,
    MUNICIPALITY,
    MUTE,
    PRACTICE,
    REFERENCES_LEFT,
    RIGHT_EDGE,
    SAND,
    UNIT,
    Look,
    Type,
)
from reports.text import Place, TextTooLong, clean, one_line, standing

_ARMS_LETTER, _ARMS_PLAN, _ARMS_LATER = 14 * MM, 9.5 * MM, 8.5 * MM
_TOP = HEIGHT - 13 * MM
_FOOT = 16 * MM
_MOST_OF_GROUND = 2


class Furniture:
    """Paints what surrounds the blocks: on the first page as content, on the others as furniture."""

    def __init__(self, document: Document, look: Look, root: Element) -> None:
        self.document, self.look, self.root = document, look, root
        _check(document)
        self._envelope: Envelope | None = None
        letter = document.kind in ("letter", "notice", "close_notice")
        self._posted = letter or (document.kind == "easy" and bool(document.recipient))
        if self._posted and (document.recipient or document.references.rows):
            self._envelope = Envelope(document.recipient, document.references.rows, look.left, root)

    def first_top(self) -> float:
        """How high the first page's blocks begin."""
        return self._envelope.bottom() if self._envelope else HEIGHT - self.look.head - 6

    def paint(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Paint what belongs to this page; the first page tells everything once, in the order it is read."""
        whole = page == 1
        self._practice(canvas, whole)
        self._sender(canvas, whole)
        if self._posted:
            if whole:
                self._sender_address(canvas)
        else:
            self._corner(canvas, whole)
            canvas.rule(self.look.left, HEIGHT - 25 * MM, self.look.furniture, 0.7, LINE)
        if whole and self._envelope:
            self._envelope.paint(canvas)
        self._footer(canvas, page, pages)
        if whole and self.document.fold_marks:
            for down in FOLDS:
                canvas.rule(5 * MM, HEIGHT - down, 4 * MM, 0.5, MUTE)

    def _owner(self, whole: bool) -> Owner:
        return Element("P", self.root) if whole else HEADER

    def _practice(self, canvas: TaggedCanvas, whole: bool) -> None:
        text = one_line(self.document.practice)
        if not text:
            return
        left, height = self.look.left, 15.0
        y = HEIGHT - 5 * MM - height
        canvas.fill(left, y, self.look.furniture, height, SAND)
        canvas.fill(left, y, 3.5, height, AMBER)
        _set(canvas, text, PRACTICE, self._owner(whole), (left + 11, y + 4.4), self.look.furniture - 16, most=1)

    def _sender(self, canvas: TaggedCanvas, whole: bool) -> None:
        head, look, x = self.document.letterhead, self.look, self.look.left
        if head.arms:
            image = picture(head.arms)
            tall = _ARMS_PLAN if not self._posted else _ARMS_LETTER if whole else _ARMS_LATER
            scale = min(tall / image.height, tall * 1.6 / image.width)
            width, height = image.width * scale, image.height * scale
            alt = one_line(head.arms_alt)
            owner = Element("Figure", self.root, alt=alt) if whole and alt else HEADER
            canvas.picture(owner, image, x, _TOP - height + 2, width, height)
            x += width + 9
        width = (REFERENCES_LEFT if self._posted else look.left + look.furniture * 0.66) - x - 10
        y = _TOP - 10.5
        y = _set(canvas, head.municipality, MUNICIPALITY, self._owner(whole), (x, y), width, most=2) + 3
        _set(canvas, head.unit, UNIT, self._owner(whole), (x, y), width, most=2)

    def _sender_address(self, canvas: TaggedCanvas) -> None:
        head, y, left = self.document.letterhead, _TOP - 8.5, 6
        room = RIGHT_EDGE - REFERENCES_LEFT
        contact = one_line(head.contact)
        fits = font(UNIT.weight).width(contact, UNIT.size) <= room
        for text in (*head.address_lines, *([contact] if fits else contact.split(" · "))):
            before = y
            y = _set(canvas, text, UNIT, self._owner(whole=True), (REFERENCES_LEFT, y), room, most=left)
            left -= round((before - y) / UNIT.leading)

    def _corner(self, canvas: TaggedCanvas, whole: bool) -> None:
        """The references of a plan, at the right of the head."""
        right, room = self.look.left + self.look.furniture, self.look.furniture * 0.34
        rows = self.document.references.rows[:3]
        y = _TOP - (10.5 if len(rows) < 3 else 1.5)
        for label, value in rows:
            text = one_line(f"{label} {value}")
            width = font(UNIT.weight).width(text, UNIT.size)
            if width > room:
                raise TextTooLong("references")
            _set(canvas, text, UNIT, self._owner(whole), (right - width, y), room, most=1)
            y -= 12

    def _footer(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        left, right = self.look.left, self.look.left + self.look.furniture
        canvas.rule(left, _FOOT, self.look.furniture, 0.7, LINE)
        number = clean(self.document.page_text.format(page=page, pages=pages))
        width = font(FOOT.weight).width(number, FOOT.size)
        restricted, basis = one_line(self.document.restricted), one_line(self.document.restricted_basis)
        if restricted or basis:
            owner: Owner = Element("P", self.root) if page == 1 else FOOTER
            words = [Stretch(f"{restricted} " if restricted else "", FOOT_STRONG, owner), Stretch(basis, FOOT, owner)]
            lines = broken(words, right - left - width - 14)
            if len(lines) > _MOST_OF_GROUND:
                raise TextTooLong("ground")
            for row, line in enumerate(lines):
                line.paint(canvas, left, _FOOT - 13 - row * FOOT.leading)
        canvas.say(right - width, _FOOT - 13, number, FOOT, FOOTER)


def _check(document: Document) -> None:
    """Say in which of these a letter stands that can not be printed; all weights of the font have the same letters."""
    head = document.letterhead
    fields: dict[Place, tuple[str, ...]] = {
        "title": (document.title,),
        "sender": (
            *(head.municipality, head.unit, *head.address_lines, head.contact, head.arms_alt),
            *(document.author, document.practice),
        ),
        "recipient": tuple(document.recipient),
        "references": tuple(text for row in document.references.rows for text in row),
        "ground": (document.restricted, document.restricted_basis),
    }
    for place, texts in fields.items():
        with standing(place):
            for text in texts:
                font("Regular").check(one_line(text))


def _set(
    canvas: TaggedCanvas, text: str, kind: Type, owner: Owner, place: tuple[float, float], width: float, *, most: int
) -> float:
    """Write a short text in at most so many lines; gives the base line below it."""
    x, y = place
    text = one_line(text)
    lines = broken([Stretch(text, kind, owner)], width) if text else []
    if len(lines) > most:
        raise TextTooLong("sender")
    for line in lines:
        line.paint(canvas, x, y)
        y -= kind.leading
    return y
