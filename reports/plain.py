# SPDX-License-Identifier: MIT
"""A document as plain text in reading order: for the clipboard, search, and those who hear rather than see."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reports.blocks import (
    Blank,
    Blanks,
    Cell,
    Document,
    Facts,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Redacted,
    Signature,
    Signatures,
    StatusCell,
    Table,
    Tick,
    Ticks,
)
from reports.drawn import Drawing


def plain(document: Document) -> str:
    """Every word of the document, with blank lines between its blocks."""
    head = document.letterhead
    parts = [_lines(document.practice), _lines(head.municipality, head.unit, *head.address_lines, head.contact)]
    parts.append(_lines(*document.recipient))
    parts.append(_lines(*(f"{label}: {value}" for label, value in document.references.rows)))
    parts.append(_lines(" ".join(filter(None, (document.restricted, document.restricted_basis)))))
    if not any(isinstance(block, Heading) and block.level == 1 for block in document.blocks):
        parts.append(document.title)
    parts += ["\n".join(_SAID[type(block)](block)) for block in document.blocks if type(block) in _SAID]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def words(value: Cell) -> str:
    """The words without their look."""
    if isinstance(value, Ticks):
        return " ".join(map(_tick, value.boxes))
    if isinstance(value, StatusCell):
        return value.text
    return value if isinstance(value, str) else "".join(run.text for run in value)


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _points(block: ListBlock) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        yield f"{number}. {words(item)}" if block.ordered else f"• {words(item)}"


def _tick(tick: Tick) -> str:
    return f"{'☑' if tick.ticked else '☐'} {tick.text}"


def _field(field: Blank | Ticks) -> str:
    return f"{field.label}: {field.value or '…'}" if isinstance(field, Blank) else words(field)


def _table(block: Table) -> Iterator[str]:
    """Each cell with its head, row by row: a grid of spaces says nothing to one who listens."""
    if block.caption:
        yield block.caption
    for row in block.rows:
        said = zip(block.columns, map(words, row), strict=False)
        yield " · ".join(f"{column.head}: {cell}" for column, cell in said if cell)


# What each kind of block says; air says nothing.
_SAID: dict[type, Callable[[Any], Iterable[str]]] = {
    Heading: lambda block: [block.text],
    Paragraph: lambda block: [words(block.words)],
    ListBlock: _points,
    Facts: lambda block: [f"{label}: {words(value)}" for label, value in block.rows],
    Table: _table,
    Ticks: lambda block: map(_tick, block.boxes),
    Blanks: lambda block: [" · ".join(map(_field, block.fields))],
    Quote: lambda block: filter(None, (block.title, block.words, block.said_by, block.more)),
    Signature: lambda block: filter(None, (block.greeting, block.name, block.title, block.note)),
    Signatures: lambda block: [", ".join(filter(None, person)) for person in block.people],
    Figure: lambda block: [block.alt],
    Drawing: lambda block: [block.alt],
    Redacted: lambda block: [block.reason],
}
