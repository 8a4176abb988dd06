# SPDX-License-Identifier: MIT
"""Places to fill in with a pen, tagged as the fields of a printed form: boxes to tick and lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.blocks import Blank, Blanks, Tick, Ticks
from reports.flow.lines import Line, Stretch, broken
from reports.flow.prose import base_line, line_strips
from reports.flow.strips import Glue, Strip
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.structure import Artifact, Element, Owner
from reports.pdfa.writer import pdf_text
from reports.style import INK, MUTE, WHITE, Look, Type
from reports.text import clean, one_line

_BESIDE, _APART, _GAP = 5.0, 11.0, 16.0
# Room for handwriting, and a value this tall is kept whole.
_WRITE, _WHOLE = 22.0, 12
_UNDER = 5.0


@dataclass(frozen=True, slots=True)
class TickLine:
    """Boxes and their words on one line; a line that goes on from the one above has no box."""

    parts: tuple[tuple[float, Element | None, bool, Line], ...]
    kind: Type

    def paint(self, canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None = None) -> None:
        """Paint each box and then its words, with their base line here."""
        for left, box, ticked, words in self.parts:
            if box:
                _paint_box(canvas, x + left, y - self.kind.size * 0.14, _side(self.kind), owner or box, ticked=ticked)
            words.paint(canvas, x + left + _side(self.kind) + _BESIDE, y, owner)


def tick_lines(boxes: Sequence[Tick], kind: Type, owner: Element, width: float) -> list[TickLine]:
    """As many boxes on each line as there is room for."""
    lines: list[TickLine] = []
    row: list[tuple[float, Element | None, bool, Line]] = []
    x, room = 0.0, _side(kind) + _BESIDE
    for tick in boxes:
        box, wide = _box(tick, owner), tick_width(tick, kind)
        if row and x + wide > width:
            lines, row, x = [*lines, TickLine(tuple(row), kind)], [], 0.0
        first, *rest = broken([Stretch(clean(tick.text), kind, owner)], width - room)
        row.append((x, box, tick.ticked, first))
        x += wide + _APART
        if rest:
            lines += [TickLine(tuple(row), kind), *(TickLine(((0.0, None, False, line),), kind) for line in rest)]
            row, x = [], 0.0
    return [*lines, TickLine(tuple(row), kind)] if row or not lines else lines


def tick_width(tick: Tick, kind: Type) -> float:
    """How wide the box and its words are on one line."""
    return _side(kind) + _BESIDE + font(kind.weight).width(one_line(tick.text), kind.size)


def ticks(block: Ticks, look: Look, parent: Element) -> list[Strip]:
    """Boxes one under the other, as a list whose labels are the boxes."""
    whole = Element("L", parent, attributes={"List.ListNumbering": "/None"})
    kind = replace(look.body, after=4)
    room = _side(kind) + _BESIDE
    strips: list[Strip] = []
    for tick in block.boxes:
        item = Element("LI", whole)
        box = _box(tick, Element("Lbl", item))
        lines = broken([Stretch(clean(tick.text), kind, Element("LBody", item))], look.measure - room)
        point = line_strips(lines, kind, room)
        point[0] = replace(point[0], paint=TickStart(box, tick.ticked, kind, point[0]).paint)
        strips += point
    for strip in strips[:-1]:
        strip.glue = strip.glue or Glue.LIKES
    if strips:
        strips[-1].after = look.body.after
    return strips


@dataclass(frozen=True, slots=True)
class TickStart:
    """The first line of a choice, with its box before it."""

    box: Element
    ticked: bool
    kind: Type
    words: Strip

    def paint(self, canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        """Paint the box, then the line."""
        foot = y - base_line(self.kind) - self.kind.size * 0.14
        _paint_box(canvas, x, foot, _side(self.kind), owner or self.box, ticked=self.ticked)
        self.words.paint(canvas, x, y, owner)


def blanks(block: Blanks, look: Look, parent: Element) -> list[Strip]:
    """Fields side by side: their labels, what is known of them, and a line under each."""
    if not block.fields:
        return []
    fields, x = [], 0.0
    for field, width in zip(block.fields, _field_widths(block.fields, look), strict=True):
        fields.append(_field(field, look, parent, x, width))
        x += width + _GAP
    rows = max(1, *(len(field.lines) for field in fields))
    strips = [_labels(fields, look), *(_values(fields, look, row, rows) for row in range(rows))]
    strips += [_empty_line(fields) for _ in range(block.lines - 1)]
    tall = rows > _WHOLE
    for number, strip in enumerate(strips[:-1]):
        strip.glue = Glue.NONE if tall and 0 < number < rows - 1 else Glue.NEEDS
    strips[0].before, strips[-1].after = 6, 8
    return strips


@dataclass(frozen=True, slots=True)
class _Field:
    """A field with its lines set; without lines it is written on with a pen."""

    x: float
    width: float
    label: list[Line]
    lines: Sequence[Line | TickLine]
    element: Element
    ruled: bool = True


def _field(field: Blank | Ticks, look: Look, parent: Element, x: float, width: float) -> _Field:
    whole = Element("P", parent)
    if isinstance(field, Ticks):
        return _Field(x, width, [], tick_lines(field.boxes, look.cell, whole, width), whole, ruled=False)
    shown = one_line(field.label) if field.shown else ""
    label = broken([Stretch(f"{shown} ", look.label, whole)], width) if shown else []
    form = Element("Form", whole, attributes=_attributes("tv", field.label))
    value = broken([Stretch(clean(field.value), look.cell, form)], width) if field.value.strip() else []
    return _Field(x, width, label, value, form)


def _labels(fields: Sequence[_Field], look: Look) -> Strip:
    leading, most = look.label.leading, max(len(field.label) for field in fields)

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        for field in fields:
            down = y - (most - len(field.label)) * leading - base_line(look.label)
            for row, line in enumerate(field.label):
                line.paint(canvas, x + field.x, down - row * leading, owner)

    return Strip(most * leading, paint)


def _values(fields: Sequence[_Field], look: Look, row: int, rows: int) -> Strip:
    """One line of what is known; the last of them stands on the ruled line, with room for a pen above it."""
    last, height = row == rows - 1, look.cell.leading
    if last:
        height += _UNDER
    if rows == 1 and not all(field.lines for field in fields):
        height = max(height, _WRITE)

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        for field in fields:
            # Short values stand at the foot, so that all of a row stand on their lines.
            place = row - (rows - len(field.lines))
            if 0 <= place < len(field.lines):
                field.lines[place].paint(canvas, x + field.x, y - height + (_UNDER if last else 0), owner)
            if last and field.ruled:
                _rule(canvas, x + field.x, y - height, field.width, owner or field.element)

    return Strip(height, paint)


def _empty_line(fields: Sequence[_Field]) -> Strip:
    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        for field in fields:
            if field.ruled:
                _rule(canvas, x + field.x, y - _WRITE, field.width, owner or field.element)

    return Strip(_WRITE, paint)


def _rule(canvas: TaggedCanvas, x: float, y: float, width: float, owner: Owner) -> None:
    with canvas.ornament(owner):
        canvas.setStrokeColorRGB(*MUTE)
        canvas.setLineWidth(0.7)
        canvas.line(x, y, x + width, y)


def _paint_box(canvas: TaggedCanvas, x: float, y: float, side: float, owner: Owner, *, ticked: bool) -> None:
    with canvas.ornament(owner):
        canvas.setStrokeColorRGB(*INK)
        canvas.setFillColorRGB(*WHITE)
        canvas.setLineWidth(0.9)
        canvas.roundRect(x, y, side, side, 1.2, stroke=1, fill=1)
        if ticked:
            canvas.setLineWidth(1.7)
            left, low = x + side * 0.2, y + side * 0.5
            foot = x + side * 0.42, y + side * 0.24
            canvas.lines([(left, low, *foot), (*foot, x + side * 0.84, y + side * 0.8)])


def _box(tick: Tick, parent: Element) -> Element:
    checked = {"PrintField.checked": "/on" if tick.ticked else "/off"}
    return Element("Form", parent, attributes=_attributes("cb", tick.text) | checked)


def _attributes(role: str, words: str) -> dict[str, str]:
    return {"PrintField.Role": f"/{role}", "PrintField.Desc": pdf_text(one_line(words)).decode("ascii")}


def _side(kind: Type) -> float:
    return kind.size * 1.1


def _field_widths(fields: Sequence[Blank | Ticks], look: Look) -> list[float]:
    """Boxes have the width of their words, as far as there is room; the lines share the rest."""
    room = look.measure - _GAP * (len(fields) - 1)
    kept = [sum(tick_width(tick, look.cell) + _APART for tick in _boxes(field)) for field in fields]
    total = sum(field.share for field in fields if isinstance(field, Blank))
    squeezed = min(1.0, room * (0.5 if total else 1.0) / (sum(kept) or 1.0))
    rest = room - sum(kept) * squeezed
    return [
        rest * field.share / (total or 1.0) if isinstance(field, Blank) else wide * squeezed
        for field, wide in zip(fields, kept, strict=True)
    ]


def _boxes(field: Blank | Ticks) -> Sequence[Tick]:
    return field.boxes if isinstance(field, Ticks) else ()
