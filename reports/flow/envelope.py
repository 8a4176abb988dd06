# SPDX-License-Identifier: MIT
"""The address in the window of the envelope, and the references beside it."""

from collections.abc import Sequence

from reports.flow.lines import Line, Stretch, broken
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.structure import Element
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
from reports.text import NBSP, TextTooLong, one_line

_LABEL = Type(size=9.2, leading=12, colour=MUTE)
_VALUE = Type(size=9.8, leading=12, colour=INK)
_TIGHTEST = 11.5
# More lines than any address has, or any reference; what is longer is none.
_MOST_LINES, _MOST_OF_ONE = 14, 6


class Envelope:
    """To whom the letter goes, and what it is about, over its first page's text."""

    def __init__(self, recipient: Sequence[str], rows: Sequence[tuple[str, str]], left: float, root: Element) -> None:
        self._left = left
        self._address: list[Line] = []
        for text in filter(None, map(one_line, recipient)):
            self._address += broken([Stretch(text, ADDRESS, Element("P", root))], ADDRESS_WIDTH)
        if len(self._address) > _MOST_LINES:
            raise TextTooLong("recipient")
        # Tighter when six lines are not enough, so that the address stays in the window.
        room = (ADDRESS_BOTTOM - ADDRESS_TOP) / max(1, len(self._address))
        self._leading = max(_TIGHTEST, min(ADDRESS.leading, room))
        widest = max((font(_LABEL.weight).width(one_line(label), _LABEL.size) for label, _ in rows), default=0.0)
        self._label_width = min(widest + 9, 34 * MM)
        self._references = [self._reference(label, value, root) for label, value in rows]

    def bottom(self) -> float:
        """How high the text below may begin."""
        references = sum(height for _, _, height in self._references)
        tallest = max(len(self._address) * self._leading, references)
        return min(HEIGHT - LETTER_TOP, HEIGHT - ADDRESS_TOP - tallest - 12 * MM)

    def paint(self, canvas: TaggedCanvas) -> None:
        """Paint both; nothing else may stand in the window."""
        y = HEIGHT - ADDRESS_TOP + 3.5
        for line in self._address:
            y -= self._leading
            line.paint(canvas, self._left, y)
        y = HEIGHT - ADDRESS_TOP + 2.5
        for label, value, height in self._references:
            for x, lines in ((REFERENCES_LEFT, label), (REFERENCES_LEFT + self._label_width, value)):
                for number, line in enumerate(lines):
                    line.paint(canvas, x, y - _VALUE.leading * (number + 1))
            y -= height

    def _reference(self, label: str, value: str, root: Element) -> tuple[list[Line], list[Line], float]:
        # A space that holds ends the label, so that it is not read as one word with its value.
        whose = Element("P", root)
        named = broken([Stretch(f"{one_line(label)}{NBSP}", _LABEL, whose)], self._label_width)
        room = RIGHT_EDGE - REFERENCES_LEFT - self._label_width
        said = broken([Stretch(one_line(value), _VALUE, whose)], room)
        lines = max(len(named), len(said))
        if lines > _MOST_OF_ONE:
            raise TextTooLong("references")
        return named, said, _VALUE.leading * lines + 1
