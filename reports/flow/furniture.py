# SPDX-License-Identifier: MIT
"""What stands around the blocks: letterhead, address, references, footer, and the mark of practice."""

from dataclasses import dataclass

from reports.blocks import Document
from reports.flow.lines import Line, Stretch, broken
from reports.pdfa.canvas import Saying, TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.pictures import picture
from reports.pdfa.structure import FOOTER, HEADER, Element, Owner
from reports.style import (
    ADDRESS,
    ADDRESS_BOTTOM,
    ADDRESS_TOP,
    ADDRESS_WIDTH,
    AMBER,
    FOOT,
    FOOT_STRONG,
    HEIGHT,
    INK,
    LETTER_TOP,
    LINE,
    MM,
    MUNICIPALITY,
    MUTE,
    PRACTICE,
    REFERENCES_LEFT,
    SAND,
    UNIT,
    WIDTH,
    Look,
    Type,
)
from reports.text import clean

_ARMS_LETTER, _ARMS_PLAN, _ARMS_LATER = 14 * MM, 9.5 * MM, 8.5 * MM
_TOP = HEIGHT - 13 * MM
_FOOT = 16 * MM
_LABEL = Type(size=9.2, leading=13, colour=MUTE)
_VALUE = Type(size=9.8, leading=13, colour=INK)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Paints what surrounds the blocks: on the first page as content, on the others as furniture."""

    document: Document
    look: Look
    root: Element

    def first_top(self) -> float:
        """How high the first page's blocks begin."""
        if self.document.kind != "letter" or not (self.document.recipient or self.document.references.rows):
            return HEIGHT - self.look.head - 6
        needed = max(self._address_height(), self._references_height())
        return min(HEIGHT - LETTER_TOP, HEIGHT - ADDRESS_TOP - needed - 12 * MM)

    def paint(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Paint what belongs to this page; the first page tells everything once, in the order it is read."""
        if self.document.practice:
            self._practice(canvas, Element("P", self.root) if page == 1 else HEADER)
        self._sender(canvas, page)
        if page == 1 and self.document.kind == "letter":
            self._address(canvas)
            self._references(canvas)
        self._footer(canvas, page, pages)

    def _practice(self, canvas: TaggedCanvas, owner: Owner) -> None:
        left, height = self.look.left, 15.0
        y = HEIGHT - 5 * MM - height
        canvas.fill(left, y, self.look.furniture, height, SAND)
        canvas.fill(left, y, 3.5, height, AMBER)
        canvas.say(left + 11, y + 4.4, [Saying(clean(self.document.practice), PRACTICE, owner)])

    def _sender(self, canvas: TaggedCanvas, page: int) -> None:
        head, look = self.document.letterhead, self.look
        text_left, whole = look.left, page == 1
        if head.arms:
            image = picture(head.arms)
            tall = _ARMS_PLAN if self.document.kind != "letter" else _ARMS_LETTER if whole else _ARMS_LATER
            scale = min(tall / image.height, tall * 1.6 / image.width)
            width, height = image.width * scale, image.height * scale
            owner = Element("Figure", self.root, alt=clean(head.arms_alt)) if whole and head.arms_alt else HEADER
            canvas.picture(owner, image, look.left, _TOP - height + 2, width, height)
            text_left += width + 9
        name = Element("P", self.root) if whole else HEADER
        unit = Element("P", self.root) if whole else HEADER
        canvas.say(text_left, _TOP - 10.5, [Saying(clean(head.municipality), MUNICIPALITY, name)])
        if head.unit:
            canvas.say(text_left, _TOP - 22.5, [Saying(clean(head.unit), UNIT, unit)])
        if self.document.kind == "letter":
            if whole:
                self._sender_address(canvas)
            return
        self._corner(canvas, whole)
        canvas.rule(look.left, HEIGHT - 25 * MM, look.furniture, 0.7, LINE)

    def _sender_address(self, canvas: TaggedCanvas) -> None:
        head = self.document.letterhead
        y = _TOP - 8.5
        for text in (*head.address_lines, *((head.contact,) if head.contact else ())):
            owner = Element("P", self.root)
            for line in broken([Stretch(clean(text), UNIT, owner)], WIDTH - REFERENCES_LEFT - 15 * MM):
                line.paint(canvas, REFERENCES_LEFT, y)
                y -= UNIT.leading

    def _corner(self, canvas: TaggedCanvas, whole: bool) -> None:
        """The references of a plan, at the right of the head."""
        right = self.look.left + self.look.furniture
        rows = self.document.references.rows[:3]
        y = _TOP - (10.5 if len(rows) < 3 else 1.5)
        for label, value in rows:
            text = clean(f"{label} {value}".strip())
            owner = Element("P", self.root) if whole else HEADER
            canvas.say(right - font(UNIT.weight).width(text, UNIT.size), y, [Saying(text, UNIT, owner)])
            y -= 12

    def _address(self, canvas: TaggedCanvas) -> None:
        y, kind = HEIGHT - ADDRESS_TOP, self._address_type()
        for text in self.document.recipient:
            owner = Element("P", self.root)
            for line in broken([Stretch(clean(text), kind, owner)], ADDRESS_WIDTH):
                y -= kind.leading
                line.paint(canvas, self.look.left, y + 3.5)

    def _address_type(self) -> Type:
        """The type of the address; smaller leading when six lines are not enough, so that it stays in the window."""
        room = ADDRESS_BOTTOM - ADDRESS_TOP
        lines = max(
            1, sum(len(broken([Stretch(clean(t), ADDRESS, HEADER)], ADDRESS_WIDTH)) for t in self.document.recipient)
        )
        return Type(ADDRESS.weight, ADDRESS.size, max(11.5, min(ADDRESS.leading, room / lines)), ADDRESS.colour)

    def _address_height(self) -> float:
        kind = self._address_type()
        return (
            sum(len(broken([Stretch(clean(t), kind, HEADER)], ADDRESS_WIDTH)) for t in self.document.recipient)
            * kind.leading
        )

    def _references(self, canvas: TaggedCanvas) -> None:
        y = HEIGHT - ADDRESS_TOP
        for label, value in self.document.references.rows:
            owner = Element("P", self.root)
            y -= 13
            canvas.say(REFERENCES_LEFT, y + 3.5, [Saying(clean(label) + " ", _LABEL, owner)])
            for number, line in enumerate(self._reference(value, owner)):
                y -= 12 if number else 0
                line.paint(canvas, REFERENCES_LEFT + self._label_width(), y + 3.5)

    def _reference(self, value: str, owner: Owner) -> list[Line]:
        return broken([Stretch(clean(value), _VALUE, owner)], WIDTH - 15 * MM - REFERENCES_LEFT - self._label_width())

    def _label_width(self) -> float:
        labels = (clean(label) for label, _ in self.document.references.rows)
        return max(font(_LABEL.weight).width(label, _LABEL.size) for label in labels) + 9

    def _references_height(self) -> float:
        return sum(1 + 12 * len(self._reference(value, HEADER)) for _, value in self.document.references.rows)

    def _footer(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        document, left, right = self.document, self.look.left, self.look.left + self.look.furniture
        canvas.rule(left, _FOOT, self.look.furniture, 0.7, LINE)
        if document.restricted:
            owner: Owner = Element("P", self.root) if page == 1 else FOOTER
            strong = clean(document.restricted) + (" " if document.restricted_basis else "")
            canvas.say(left, _FOOT - 13, [Saying(strong, FOOT_STRONG, owner)])
            indent = font(FOOT_STRONG.weight).width(strong, FOOT_STRONG.size) + 2
            number = font(FOOT.weight).width(self._page_number(pages, pages), FOOT.size)
            lines = broken(
                [Stretch(clean(document.restricted_basis), FOOT, owner)], right - left - indent - number - 12
            )
            for row, line in enumerate(lines):
                line.paint(canvas, left + indent, _FOOT - 13 - row * FOOT.leading)
        text = self._page_number(page, pages)
        canvas.say(right - font(FOOT.weight).width(text, FOOT.size), _FOOT - 13, [Saying(text, FOOT, FOOTER)])

    def _page_number(self, page: int, pages: int) -> str:
        return clean(self.document.page_text.format(page=page, pages=pages))
