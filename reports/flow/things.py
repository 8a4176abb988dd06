# SPDX-License-Identifier: MIT
"""Figures and signatures as strips."""

from collections.abc import Sequence

from reports.blocks import Figure, Signature, Signatures
from reports.flow.lines import Stretch, broken
from reports.flow.prose import base_line, line_strips
from reports.flow.strips import Glue, Strip
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.pictures import picture
from reports.pdfa.structure import Artifact, Element
from reports.style import HEIGHT, MM, MUTE, Look, Type
from reports.text import clean, one_line, paragraphs

_SIGN_HERE = 34.0
_SIGN_WIDTH = 190.0
_PEN_WIDTH, _PEN_GAP = 144.0, 18.0
_PEN_NAME = Type("SemiBold", 10, 14)
_PEN_TITLE = Type(size=8.8, leading=12, colour=MUTE)


def figure(block: Figure, look: Look, parent: Element) -> list[Strip]:
    """A picture with its words, made smaller where the page asks for it."""
    if not block.alt.strip():
        raise ValueError("a figure needs words that say the same")
    image = picture(block.image)
    width, height = block.width * MM, block.height * MM
    scale = min(1.0, look.measure / width, HEIGHT * 0.65 / height)
    width, height = width * scale, height * scale
    alt = one_line(block.alt)
    font("Regular").check(alt)
    element = Element("Figure", parent, alt=alt)

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        canvas.picture(owner or element, image, x, y - height, width, height)

    return [Strip(height, paint, before=6, after=10)]


def signature(block: Signature, look: Look, parent: Element) -> list[Strip]:
    """Who signs, kept together: under a line for the pen, or with a sentence on electronic approval."""
    name = Type("SemiBold", look.body.size, look.body.leading)
    title = Type(size=look.body.size - 1.2, leading=look.body.leading - 2, colour=MUTE)
    strips: list[Strip] = []
    by_hand = block.pen and not block.note
    for text, kind, air in (
        (block.greeting, look.body, 0.0),
        (block.name, name, _SIGN_HERE if by_hand else 6.0 if block.note else 0.0),
        (block.title, title, 0.0),
        *((part, look.note, 8.0) for part in paragraphs(clean(block.note))),
    ):
        if not text.strip():
            continue
        part = line_strips(broken([Stretch(clean(text), kind, Element("P", parent))], look.measure), kind)
        if kind is name and by_hand:
            part[0] = _to_sign_on(part[0], air)
            air = 0
        part[0].before, part[-1].after = air, 0
        strips += part
    for strip in strips[:-1]:
        strip.glue = Glue.NEEDS
    if strips:
        strips[0].before, strips[-1].after = 14, 10
    return strips


def _to_sign_on(strip: Strip, room: float) -> Strip:
    """A name with room for a pen and a line above it."""

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        canvas.rule(x, y - room + 4, _SIGN_WIDTH, 0.7, MUTE)
        strip.paint(canvas, x, y - room, owner)

    return Strip(strip.height + room, paint)


def signatures(block: Signatures, look: Look, parent: Element) -> list[Strip]:
    """Lines for several pens, as many beside each other as there is room for; a name never parts from its line."""
    abreast = int((look.measure + _PEN_GAP) // (_PEN_WIDTH + _PEN_GAP))
    return [_pens(block.people[i : i + abreast], parent) for i in range(0, len(block.people), abreast)]


def _pens(people: Sequence[tuple[str, str]], parent: Element) -> Strip:
    columns = []
    for name, title in people:
        named = broken([Stretch(clean(name), _PEN_NAME, Element("P", parent))], _PEN_WIDTH)
        titled = broken([Stretch(clean(title), _PEN_TITLE, Element("P", parent))], _PEN_WIDTH)
        columns.append([*((line, _PEN_NAME) for line in named), *((line, _PEN_TITLE) for line in titled)])

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        for number, lines in enumerate(columns):
            left, down = x + number * (_PEN_WIDTH + _PEN_GAP), y - _SIGN_HERE
            canvas.rule(left, down, _PEN_WIDTH, 0.7, MUTE)
            down -= 3
            for line, kind in lines:
                line.paint(canvas, left, down - base_line(kind), owner)
                down -= kind.leading

    tallest = max(sum(kind.leading for _, kind in lines) for lines in columns)
    return Strip(_SIGN_HERE + 3 + tallest, paint, before=4, after=8)


def stay_together(strips: list[Strip]) -> None:
    """Keep each of these with the next where the page allows it."""
    for strip in strips:
        strip.glue = max(strip.glue, Glue.LIKES)


def stay_with(strips: list[Strip]) -> None:
    """Keep what stands last with what comes: a signature is never alone, nor a table far from the words before it."""
    if strips:
        strips[-1].glue = Glue.NEEDS
