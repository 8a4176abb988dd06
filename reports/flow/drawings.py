# SPDX-License-Identifier: MIT
"""Drawings as strips: lines, shapes and words that are one figure to those who hear the page."""

import math

from reports.drawn import Band, Box, Disc, Drawing, Ink, Label, Shape, Sign, Stroke
from reports.flow.lines import Stretch, broken
from reports.flow.shapes import STATUS_LOOK, sign
from reports.flow.strips import Strip
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.structure import Artifact, Element, Owner
from reports.style import COLOURS, HEIGHT, Look, Type
from reports.text import one_line, set_line

_TALLEST = HEIGHT * 0.65


def drawing(block: Drawing, look: Look, parent: Element) -> list[Strip]:
    """A drawing in one piece, made smaller where the page asks for it."""
    alt = one_line(block.alt)
    if not alt:
        raise ValueError("a drawing needs words that say the same")
    for shape in block.shapes:
        if isinstance(shape, Label):
            font(_type(shape).weight).check(set_line(shape.text))
    scale = min(1.0, look.measure / block.width, _TALLEST / block.height)
    width, height = block.width * scale, block.height * scale
    element = Element("Figure", parent, alt=alt)

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        left = x + (look.measure - width) / 2
        with canvas.figure(owner or element, left, y - height, width, height):
            canvas.scale(scale, scale)
            for shape in block.shapes:
                _paint(canvas, shape, owner or element)

    return [Strip(height, paint, before=6, after=10)]


def _paint(canvas: TaggedCanvas, shape: Shape, owner: Owner) -> None:
    """Paint one shape; it counts from the upper left corner and down, the canvas up."""
    if isinstance(shape, Label):
        text, kind = set_line(shape.text), _type(shape)
        width = font(kind.weight).width(text, kind.size)
        start = shape.x - width * {"left": 0.0, "middle": 0.5, "right": 1.0}[shape.anchor]
        (line,) = broken([Stretch(text, kind, owner)], math.inf)
        line.paint(canvas, start, -shape.y)
        return
    canvas.saveState()
    match shape:
        case Stroke():
            _inks(canvas, None, shape.ink, shape.thick)
            canvas.line(shape.x, -shape.y, shape.to_x, -shape.to_y)
        case Disc():
            stroke, fill = _inks(canvas, shape.fill, shape.ink, shape.thick)
            canvas.circle(shape.x, -shape.y, shape.radius, stroke=stroke, fill=fill)
        case Box():
            stroke, fill = _inks(canvas, shape.fill, shape.ink, shape.thick)
            if shape.dashed:
                canvas.setDash(3, 2)
            corner = shape.x, -shape.y - shape.height, shape.width, shape.height, shape.radius
            canvas.roundRect(*corner, stroke=stroke, fill=fill)
        case Band():
            _band(canvas, shape)
        case Sign():
            canvas.translate(shape.x, -shape.y)
            canvas.scale(shape.size / 7, shape.size / 7)
            canvas.setFillColorRGB(*COLOURS[STATUS_LOOK[shape.status].ink])
            canvas.setStrokeColorRGB(*COLOURS[STATUS_LOOK[shape.status].ink])
            sign(canvas, 0, 0, shape.status)
    canvas.restoreState()


def _type(label: Label) -> Type:
    return Type("SemiBold" if label.bold else "Regular", label.size, label.size, COLOURS[label.ink])


def _inks(canvas: TaggedCanvas, fill: Ink | None, ink: Ink | None, thick: float) -> tuple[int, int]:
    if fill:
        canvas.setFillColorRGB(*COLOURS[fill])
    if ink:
        canvas.setStrokeColorRGB(*COLOURS[ink])
        canvas.setLineWidth(thick)
    return int(ink is not None), int(fill is not None)


def _band(canvas: TaggedCanvas, band: Band) -> None:
    low = -band.y - band.height
    path = canvas.beginPath()
    path.roundRect(band.x, low, band.width, band.height, band.height / 2)
    canvas.clipPath(path, stroke=0, fill=0)
    for width, ink in ((band.width, band.fill), (band.width * band.share, band.shade)):
        canvas.setFillColorRGB(*COLOURS[ink])
        canvas.rect(band.x, low, width, band.height, stroke=0, fill=1)
