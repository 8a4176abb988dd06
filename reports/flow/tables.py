# SPDX-License-Identifier: MIT
"""Tables and short facts as strips: heads repeat, and a row longer than a page goes on over the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.blocks import Cell, Facts, StatusCell, Table, Ticks, Words
from reports.flow.forms import TickLine, tick_lines, tick_width
from reports.flow.lines import Line, Stretch, broken
from reports.flow.prose import base_line, line_strips, stretches
from reports.flow.shapes import PILL, STATUS_LOOK, pill
from reports.flow.strips import Glue, Strip
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.structure import Artifact, Element
from reports.style import CAPTION, COLOURS, HEIGHT, LINE, STATUS, TEAL, Look, Type
from reports.text import clean, one_line

_SIDE, _TOP, _BOTTOM = 7.0, 5.0, 5.5
_SMALL = 6
_LONGEST_STATUS = 40
# A row up to this height is kept whole; a longer one goes on over the page, line by line.
_TALLEST_WHOLE = HEIGHT * 0.3
_GAP = 20.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with its lines set; `left` is where its words begin."""

    element: Element
    lines: Sequence[Line | TickLine]
    kind: Type
    left: float
    status: StatusCell | None = None

    def paint(self, canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None, only: int | None) -> None:
        if owner is None:
            self.element.place()
        if self.status and only in (None, 0) and len(self.lines) == 1:
            pill(canvas, x + self.left, y, self.status)
        left = self.left + (PILL if self.status else 0)
        for line in self.lines if only is None else self.lines[only : only + 1]:
            line.paint(canvas, x + left, y - base_line(self.kind), owner)
            y -= self.kind.leading


def table(block: Table, look: Look, parent: Element) -> list[Strip]:
    """A table: its caption, its head, and a strip for each row."""
    whole = Element("Table", parent)
    strips: list[Strip] = []
    if block.caption:
        caption = Stretch(clean(block.caption), CAPTION, Element("Caption", whole))
        strips = line_strips(broken([caption], look.measure), CAPTION)
        for strip in strips:
            strip.glue = Glue.NEEDS
    widths = _widths(block, look)
    row = Element("TR", Element("THead", whole))
    heads = [Element("TH", row, attributes={"Table.Scope": "/Column"}) for _ in block.columns]
    words = [column.head for column in block.columns]
    head = _row(heads, words, widths, look.cell_head, first=True)
    head[-1].glue, head[0].before = Glue.NEEDS, 2
    body = Element("TBody", whole)
    # A table without rows says so: a head alone is no table to those who hear it.
    said = block.rows or (("–", *[""] * (len(block.columns) - 1)),)
    rows = [_body_row(block, words, widths, look.cell, body) for words in said]
    for number, row_strips in enumerate(rows):
        for strip in row_strips if len(head) == 1 else ():
            strip.head = head[0]
        if number < len(rows) - 1:
            row_strips[-1].glue = Glue.NEEDS if number == 0 else Glue.LIKES if len(rows) <= _SMALL else Glue.NONE
    strips += head + [strip for row_strips in rows for strip in row_strips]
    strips[-1].after = 10
    return strips


def _body_row(block: Table, words: Sequence[Cell], widths: list[float], kind: Type, body: Element) -> list[Strip]:
    if len(words) != len(widths):
        raise ValueError(f"a row of {len(words)} cells in a table of {len(widths)} columns")
    row = Element("TR", body)
    cells = [_data(row, named=block.row_heads and number == 0) for number in range(len(words))]
    return _row(cells, words, widths, kind)


def _data(row: Element, *, named: bool) -> Element:
    return Element("TH", row, attributes={"Table.Scope": "/Row"}) if named else Element("TD", row)


def _row(
    elements: Sequence[Element],
    words: Sequence[Cell],
    widths: Sequence[float],
    kinds: Type | tuple[Type, Type],
    *,
    first: bool = False,
) -> list[Strip]:
    """A row as one strip, or line by line if it is very tall."""
    cells, x = [], 0.0
    name_kind, kind = kinds if isinstance(kinds, tuple) else (kinds, kinds)
    for number, (element, said, width) in enumerate(zip(elements, words, widths, strict=True)):
        left = 0.0 if number == 0 else _SIDE
        right = 0.0 if number == len(widths) - 1 else _SIDE
        cells.append(_cell(element, said, kind if number else name_kind, x + left, width - left - right))
        x += width
    count = max(len(cell.lines) for cell in cells)
    thick, colour = (1.1, TEAL) if first else (0.6, LINE)
    top, bottom = (2.0, 4.0) if first else (_TOP, _BOTTOM)
    width = sum(widths)

    def strip(only: int | None, above: float, lines: int, below: float) -> Strip:
        height = above + lines * kind.leading + below

        def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
            for cell in cells:
                cell.paint(canvas, x, y - above, owner, only)
            if below:
                canvas.rule(x, y - height, width, thick, colour)

        return Strip(height, paint)

    if count * kind.leading <= _TALLEST_WHOLE:
        return [strip(None, top, count, bottom)]
    last = count - 1
    tall = [strip(n, top if n == 0 else 0, 1, bottom if n == last else 0) for n in range(count)]
    tall[0].glue = tall[-2].glue = Glue.NEEDS
    return tall


def _cell(element: Element, said: Cell, kind: Type, left: float, width: float) -> _Cell:
    if isinstance(said, StatusCell):
        ink = Type(STATUS.weight, STATUS.size, kind.leading, COLOURS[STATUS_LOOK[said.status].ink])
        return _Cell(element, broken([Stretch(one_line(said.text), ink, element)], width - PILL), ink, left, said)
    if isinstance(said, Ticks):
        return _Cell(element, tick_lines(said.boxes, kind, element, width), kind, left)
    return _Cell(element, broken(stretches(said, kind, element), width), kind, left)


def _widths(block: Table, look: Look) -> list[float]:
    """The width of each column by its share, but no narrower than its longest word, as far as there is room."""
    total = sum(column.share for column in block.columns)
    wanted = [look.measure * column.share / total for column in block.columns]
    least = [_least(block, number, look) for number in range(len(block.columns))]
    short = sum(max(0.0, needs - has) for needs, has in zip(least, wanted, strict=True))
    spare = sum(max(0.0, has - needs) for needs, has in zip(least, wanted, strict=True))
    if not short or spare < short:
        return wanted
    return [max(needs, has - (has - needs) * short / spare) for needs, has in zip(least, wanted, strict=True)]


def _least(block: Table, number: int, look: Look) -> float:
    longest = _longest_word(block.columns[number].head, look.cell_head)
    for row in block.rows[:200]:
        cell = row[number] if number < len(row) else ""
        if isinstance(cell, StatusCell):
            status = font(STATUS.weight).width(one_line(cell.text)[:_LONGEST_STATUS], STATUS.size)
            longest = max(longest, status + PILL + 9)
        elif isinstance(cell, Ticks):
            longest = max([longest, *(tick_width(tick, look.cell) for tick in cell.boxes if len(tick.text) <= 18)])
        else:
            text = cell if isinstance(cell, str) else "".join(run.text for run in cell)
            longest = max(longest, _longest_word(text, look.cell))
    return longest + 2 * _SIDE


def _longest_word(text: str, kind: Type) -> float:
    # A hair for rounding. A word that would fill a whole column may break instead.
    words = (word for word in clean(text).split(" ") if len(word) <= 18)
    return max((font(kind.weight).width(word.replace("\n", ""), kind.size) for word in words), default=0.0) + 0.5


def facts(block: Facts, look: Look, parent: Element) -> list[Strip]:
    """Labels and values; in two columns, read one after the other, where the paper is wide."""
    whole = Element("TBody", Element("Table", parent))
    wide = block.columns == 2 and look.measure > 440 and len(block.rows) > 2
    width = (look.measure - _GAP) / 2 if wide else look.measure
    rows = [_fact(label, words, width, look, whole) for label, words in block.rows]
    if wide and all(len(row) == 1 for row in rows):
        half = (len(rows) + 1) // 2
        strips = [_beside([row[0] for row in rows[:half]], [row[0] for row in rows[half:]], width + _GAP)]
        if strips[0].height > HEIGHT * 0.4:
            return facts(Facts(block.rows, 1), look, parent)
    elif wide:
        return facts(Facts(block.rows, 1), look, parent)
    else:
        strips = [strip for row in rows for strip in row]
        for strip in strips[:-1]:
            strip.glue = strip.glue or (Glue.LIKES if len(strips) <= _SMALL * 2 else Glue.NONE)
    if strips:
        strips[0].before, strips[-1].after = 4, 10
    return strips


def _fact(label: str, words: Words, width: float, look: Look, whole: Element) -> list[Strip]:
    row = Element("TR", whole)
    head = Element("TH", row, attributes={"Table.Scope": "/Row"})
    value = words or "–"
    label_width = min(look.label_width, width * 0.4)
    return _row([head, Element("TD", row)], [label, value], [label_width, width - label_width], (look.label, look.cell))


def _beside(left: list[Strip], right: list[Strip], apart: float) -> Strip:
    height = max(sum(strip.height for strip in column) for column in (left, right))

    def paint(canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None) -> None:
        for column, offset in ((left, 0.0), (right, apart)):
            down = 0.0
            for strip in column:
                strip.paint(canvas, x + offset, y - down, owner)
                down += strip.height

    return Strip(height, paint)
