# SPDX-License-Identifier: MIT
"""Pictures made of lines, shapes and words: pure data that paper and screen may paint."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["planned", "running", "reached", "review", "ended"]
# Colours by their names in reports/style.py.
Ink = Literal[
    "INK",
    "NAVY",
    "TEAL",
    "MUTE",
    "GREEN",
    "AMBER",
    "PLUM",
    "LINE",
    "SHADE",
    "TINT",
    "PALE",
    "SAND",
    "LEAF",
    "LILAC",
    "WHITE",
]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one point to another."""

    x: float
    y: float
    to_x: float
    to_y: float
    ink: Ink
    thick: float = 1.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle about its middle."""

    x: float
    y: float
    radius: float
    fill: Ink | None = None
    ink: Ink | None = None
    thick: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    ink: Ink | None = None
    radius: float = 0.0
    thick: float = 0.9
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A bar with round ends, whose first part is in another shade."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink
    share: float = 0.0
    shade: Ink = "SHADE"


@dataclass(frozen=True, slots=True)
class Sign:
    """The shape of a status about its middle; `size` is its height."""

    x: float
    y: float
    status: Status
    size: float = 7.0


@dataclass(frozen=True, slots=True)
class Label:
    """Words on their base line, which begins, has its middle or ends at x."""

    x: float
    y: float
    text: str
    size: float = 9.0
    ink: Ink = "INK"
    bold: bool = False
    anchor: Literal["left", "middle", "right"] = "left"


Shape = Stroke | Disc | Box | Band | Sign | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of lines and words, painted in this order, with words that say the same.

    Points, from the upper left corner and down. What is wider than the page's text is made smaller.
    """

    shapes: tuple[Shape, ...]
    alt: str
    width: float
    height: float
