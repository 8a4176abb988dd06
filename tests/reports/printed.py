# SPDX-License-Identifier: MIT
"""A document's words as plain lines, so that a golden file can be read and compared by eye."""

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
    Ticks,
)


def printed(document: Document) -> str:
    """Every word of the document in reading order."""
    head = document.letterhead
    lines = [head.municipality, head.unit, *head.address_lines, head.contact, *document.recipient]
    lines += [f"{label}: {value}" for label, value in document.references.rows]
    for block in document.blocks:
        lines += ["", *_lines(block)]
    lines += ["", f"{document.restricted}: {document.restricted_basis}", document.page_text]
    return "\n".join(lines).replace("\u00a0", "~") + "\n"


def words(value: Cell) -> str:
    """The words without their emphasis."""
    if isinstance(value, Ticks):
        return "  ".join(f"[{'x' if tick.ticked else ' '}] {tick.text}" for tick in value.boxes)
    if isinstance(value, StatusCell):
        return value.text
    return value if isinstance(value, str) else "".join(run.text for run in value)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {block.text}"
        case Paragraph() | Ticks():
            yield words(block.words if isinstance(block, Paragraph) else block)
        case ListBlock():
            yield from (f"{f'{n}.' if block.ordered else '–'} {words(i)}" for n, i in enumerate(block.items, 1))
        case Facts():
            yield from (f"{label}: {words(value)}" for label, value in block.rows)
        case Table():
            yield block.caption
            yield " | ".join(column.head for column in block.columns)
            yield from (" | ".join(words(cell) for cell in row) for row in block.rows)
        case Blanks():
            yield " | ".join(map(_field, block.fields)) + "\n____" * (block.lines - 1)
        case Quote():
            yield from (f"## {block.title}", f"«{block.words}»", block.said_by)
        case Signature():
            yield from (block.greeting, block.name, block.title)
        case Figure(alt=said) | Redacted(reason=said):
            yield f"[{said}]"


def _field(field: Blank | Ticks) -> str:
    return f"{field.label}: {field.value or '____'}" if isinstance(field, Blank) else words(field)
