# SPDX-License-Identifier: MIT
"""Strips, the pieces of a page that never break, and how they fill one page after another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.structure import REPEATED, Artifact
from reports.style import Colour

# Paints with its upper left corner at x, y; an artifact as owner means that it has been read before.
Paint = Callable[[TaggedCanvas, float, float, Artifact | None], None]

_FULL_ENOUGH = 0.4


class Glue(IntEnum):
    """How much a strip would rather stay with the next one."""

    NONE = 0
    LIKES = 1
    NEEDS = 2


@dataclass(slots=True, eq=False)
class Ground:
    """A tint behind strips that follow each other, with a bar at its left."""

    fill: Colour
    bar: Colour
    width: float


@dataclass(slots=True)
class Strip:
    """A piece that never breaks; `head` is drawn again where a page begins with this strip."""

    height: float
    paint: Paint
    before: float = 0
    after: float = 0
    glue: Glue = Glue.NONE
    head: "Strip | None" = None
    ground: Ground | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip with its upper edge on a page; `again` marks a repeated head."""

    strip: Strip
    y: float
    again: bool = False


@dataclass(slots=True)
class Page:
    """What stands on a page, and how far down from its top it reaches."""

    placed: list[Placed] = field(default_factory=list)
    used: float = 0


def pages(strips: Sequence[Strip], top: float, first_top: float, bottom: float) -> list[list[Placed]]:
    """Fill pages from their top (the first may begin lower) down to the bottom."""
    found: list[list[Placed]] = []
    start = 0
    while start < len(strips):
        upper = top if found else first_top
        page, end = _filled(strips, start, upper - bottom)
        if end < len(strips) and not strips[end].new_page:
            end = _kept_together(strips, start, end, upper - bottom)
            page, _ = _filled(strips[:end], start, upper - bottom)
        found.append([Placed(placed.strip, upper - placed.y, placed.again) for placed in page.placed])
        start = end
    return found or [[]]


def _filled(strips: Sequence[Strip], start: int, room: float) -> tuple[Page, int]:
    page = Page()
    head = strips[start].head
    if head is not None:
        page.placed.append(Placed(head, 0, again=True))
        page.used = head.height
    air = 0.0
    for number in range(start, len(strips)):
        strip = strips[number]
        if number > start and strip.new_page:
            return page, number
        above = max(air, strip.before) if number > start else 0.0
        # A strip taller than the page stands alone on it; makers of strips see to it that none is.
        if page.used + above + strip.height > room + 0.01 and number > start:
            return page, number
        page.placed.append(Placed(strip, page.used + above))
        page.used += above + strip.height
        air = strip.after
    return page, len(strips)


def _kept_together(strips: Sequence[Strip], start: int, end: int, room: float) -> int:
    """Where to end the page, so that what wants to stay together does, if the page does not become too empty."""
    for enough in (_FULL_ENOUGH, 0.0):
        for limit in (Glue.NONE, Glue.LIKES):
            for at in range(end, start, -1):
                if strips[at - 1].glue <= limit and _reached(strips, start, at) >= enough * room:
                    return at
    return end


def _reached(strips: Sequence[Strip], start: int, end: int) -> float:
    return sum(strip.before + strip.height for strip in strips[start:end])


def paint_page(canvas: TaggedCanvas, placed: Sequence[Placed], x: float) -> None:
    """Paint the tints first, one for each run of strips that share it, then the strips from the top."""
    for number, here in enumerate(placed):
        ground = here.strip.ground
        if ground is None or (number and placed[number - 1].strip.ground is ground):
            continue
        last = here
        for there in placed[number:]:
            if there.strip.ground is not ground:
                break
            last = there
        _paint_ground(canvas, ground, x, here.y, last.y - last.strip.height)
    for here in placed:
        here.strip.paint(canvas, x, here.y, REPEATED if here.again else None)


def _paint_ground(canvas: TaggedCanvas, ground: Ground, x: float, top: float, bottom: float) -> None:
    canvas.fill(x, bottom, ground.width, top - bottom, ground.fill)
    canvas.fill(x, bottom, 3.5, top - bottom, ground.bar)
