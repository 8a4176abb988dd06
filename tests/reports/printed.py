# SPDX-License-Identifier: MIT
"""A document's words as plain lines, so that a golden file can be read and compared by eye."""

from collections.abc import Iterator

from reports.blocks import (
    Blank,
    Blanks,
    Cell,
    Document,
    Facts,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Redacted,
    Signature,
    Signatures,
    Space,
    StatusCell,
    Table,
    Ticks,
)
from reports.drawn import Drawing


def printed(document: Document) -> str:
    """Every word of the document in reading order."""
    head = document.letterhead
    lines = [head.municipality, head.unit, *head.address_lines, head.contact, *document.recipient]
    lines += [f"{label}: {value}" for label, value in document.references.rows]
    for block in document.blocks:
        lines += ["", *_LINES[type(block)](block)]
    lines += ["", f"{document.restricted}: {document.restricted_basis}", document.page_text]
    return "\n".join(lines).replace("\u00a0", "~") + "\n"


def words(value: Cell) -> str:
    """The words without their emphasis."""
    if isinstance(value, Ticks):
        return "  ".join(f"[{'x' if tick.ticked else ' '}] {tick.text}" for tick in value.boxes)
    if isinstance(value, StatusCell):
        return value.text
    return value if isinstance(value, str) else "".join(run.text for run in value)


def _points(block: ListBlock) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        yield f"{f'{number}.' if block.ordered else '–'} {words(item)}"


def _field(field: Blank | Ticks) -> str:
    return f"{field.label}: {field.value or '____'}" if isinstance(field, Blank) else words(field)


def _more(block: Quote) -> list[str]:
    return [block.more] if block.more else []


def _rows(block: Table) -> Iterator[str]:
    yield block.caption
    yield " | ".join(column.head for column in block.columns)
    yield from (" | ".join(words(cell) for cell in row) for row in block.rows)


_LINES = {
    Heading: lambda block: [f"{'#' * block.level} {block.text}"],
    Paragraph: lambda block: [words(block.words)],
    ListBlock: _points,
    Facts: lambda block: [f"{label}: {words(value)}" for label, value in block.rows],
    Table: _rows,
    Ticks: lambda block: [words(block)],
    Blanks: lambda block: [" | ".join(map(_field, block.fields)) + "\n____" * (block.lines - 1)],
    Quote: lambda block: [f"## {block.title}", f"«{block.words.strip('«»')}»", block.said_by, *_more(block)],
    Signature: lambda block: [block.greeting, block.name, block.title],
    Signatures: lambda block: [f"_____ {name}, {title}" for name, title in block.people],
    Figure: lambda block: [f"[{block.alt}]"],
    Drawing: lambda block: [f"[{block.alt}]"],
    Redacted: lambda block: [f"[{block.reason}]"],
    Space: lambda block: [],
    PageBreak: lambda block: [],
}
