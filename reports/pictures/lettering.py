# SPDX-License-Identifier: MIT
"""Words made to fit their place in a drawing."""

from collections.abc import Iterator, Sequence
from typing import Literal

from reports.drawn import Ink, Label
from reports.flow.lines import lines_of
from reports.pdfa.fonts import font
from reports.style import Type, Weight
from reports.text import one_line, set_line

Anchor = Literal["left", "middle", "right"]
LEADING = 1.22


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the words are in a drawing."""
    return font(_weight(bold)).width(set_line(text), size)


def fitted(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """The words on at most so many lines; what there is no room for is told by «…»."""
    kind = Type(_weight(bold), size, size)
    # The narrowest letter is a fifth of its height: what is longer than this fits no way, and takes long to break.
    held = one_line(text)[: int(most * room / size * 5) + 2]
    said = lines_of(held, kind, room)
    if len(said) <= most:
        return said
    last = said[most - 1].rstrip("\u00ad")
    while last and width(f"{last}…", size, bold=bold) > room:
        last = last[:-1].rstrip(" ,.")
    return [*said[: most - 1], f"{last}…"]


def stacked(
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    ink: Ink = "INK",
    *,
    bold: bool = False,
    anchor: Anchor = "left",
) -> Iterator[Label]:
    """The lines one under the other, the first with its upper edge at y."""
    for number, line in enumerate(lines):
        yield Label(x, y + size * 0.92 + number * size * LEADING, line, size, ink, bold, anchor)


def _weight(bold: bool) -> Weight:
    return "SemiBold" if bold else "Regular"
