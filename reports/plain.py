# SPDX-License-Identifier: MIT
"""A document as plain text in reading order: for the clipboard, search, and those who hear rather than see."""

from collections.abc import Iterator

from reports.blocks import (
    Blank,
    Blanks,
    Block,
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
    StatusCell,
    Table,
    Tick,
    Ticks,
)


def plain(document: Document) -> str:
    """Every word of the document, with blank lines between its blocks."""
    head = document.letterhead
    parts = [_lines(document.practice), _lines(head.municipality, head.unit, *head.address_lines, head.contact)]
    parts.append(_lines(*document.recipient))
    parts.append(_lines(*(f"{label}: {value}" for label, value in document.references.rows)))
    parts.append(_lines(" ".join(filter(None, (document.restricted, document.restricted_basis)))))
    if not any(isinstance(block, Heading) and block.level == 1 for block in document.blocks):
        parts.append(document.title)
    parts += ["\n".join(_said(block)) for block in document.blocks]
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


def _said(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=said) | Figure(alt=said) | Redacted(reason=said):
            yield said
        case Paragraph():
            yield words(block.words)
        case ListBlock():
            yield from (f"{n}. {words(i)}" if block.ordered else f"• {words(i)}" for n, i in enumerate(block.items, 1))
        case Facts():
            yield from (f"{label}: {words(value)}" for label, value in block.rows)
        case Table():
            yield from _table(block)
        case Ticks():
            yield from map(_tick, block.boxes)
        case Blanks():
            yield " · ".join(map(_field, block.fields))
        case Quote():
            yield from filter(None, (block.title, block.words, block.said_by))
        case Signature():
            yield from filter(None, (block.greeting, block.name, block.title, block.note))


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
