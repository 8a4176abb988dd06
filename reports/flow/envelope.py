# SPDX-License-Identifier: MIT
"""The address in the window of the envelope, and the references beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.flow.lines import Line, Stretch, broken
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.structure import HEADER, Element, Owner
from reports.style import (
    ADDRESS,
    ADDRESS_BOTTOM,
    ADDRESS_TOP,
    ADDRESS_WIDTH,
    HEIGHT,
    INK,
    LETTER_TOP,
    MM,
    MUTE,
    REFERENCES_LEFT,
    RIGHT_EDGE,
    Type,
)
from reports.text import NBSP, one_line

_LABEL = Type(size=9.2, leading=12, colour=MUTE)
_VALUE = Type(size=9.8, leading=12, colour=INK)
_TIGHTEST = 11.5
# More lines than any address has; what is longer is no address.
_MOST_LINES = 14


@dataclass(frozen=True, slots=True)
class Envelope:
    """To whom the letter goes, and what it is about, over its first page's text."""

    recipient: Sequence[str]
    rows: Sequence[tuple[str, str]]
    left: float
    root: Element

    def bottom(self) -> float:
        """How high the text below may begin."""
        address = len(self._address(HEADER)) * self._leading()
        references = sum(height for _, _, height in self._references(HEADER))
        return min(HEIGHT - LETTER_TOP, HEIGHT - ADDRESS_TOP - max(address, references) - 12 * MM)

    def paint(self, canvas: TaggedCanvas) -> None:
        """Paint both; nothing else may stand in the window."""
        y, leading = HEIGHT - ADDRESS_TOP + 3.5, self._leading()
        for line in self._address(None):
            y -= leading
            line.paint(canvas, self.left, y)
        y = HEIGHT - ADDRESS_TOP + 2.5
        for label, value, height in self._references(None):
            for x, lines in ((REFERENCES_LEFT, label), (REFERENCES_LEFT + self._label_width(), value)):
                for number, line in enumerate(lines):
                    line.paint(canvas, x, y - _VALUE.leading * (number + 1))
            y -= height

    def _address(self, owner: Owner | None) -> list[Line]:
        lines: list[Line] = []
        for text in filter(None, map(one_line, self.recipient)):
            lines += broken([Stretch(text, ADDRESS, owner or Element("P", self.root))], ADDRESS_WIDTH)
        return lines[:_MOST_LINES]

    def _leading(self) -> float:
        """Tighter when six lines are not enough, so that the address stays in the window."""
        lines = max(1, len(self._address(HEADER)))
        return max(_TIGHTEST, min(ADDRESS.leading, (ADDRESS_BOTTOM - ADDRESS_TOP) / lines))

    def _references(self, owner: Owner | None) -> Iterator[tuple[list[Line], list[Line], float]]:
        label_width = self._label_width()
        for label, value in self.rows:
            # A space that holds ends the label, so that it is not read as one word with its value.
            whose = owner or Element("P", self.root)
            named = broken([Stretch(f"{one_line(label)}{NBSP}", _LABEL, whose)], label_width)[:3]
            said = broken([Stretch(one_line(value), _VALUE, whose)], RIGHT_EDGE - REFERENCES_LEFT - label_width)[:6]
            yield named, said, _VALUE.leading * max(len(named), len(said)) + 1

    def _label_width(self) -> float:
        widest = max((font(_LABEL.weight).width(one_line(label), _LABEL.size) for label, _ in self.rows), default=0.0)
        return min(widest + 9, 34 * MM)
