# SPDX-License-Identifier: MIT
"""A document's words as plain lines, so that a golden file can be read and compared by eye."""

from collections.abc import Iterator

from reports.blocks import (
    Block,
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
    Words,
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


def words(value: Words | StatusCell) -> str:
    """The words without their emphasis."""
    if isinstance(value, StatusCell):
        return value.text
    return value if isinstance(value, str) else "".join(run.text for run in value)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {block.text}"
        case Paragraph():
            yield words(block.words)
        case ListBlock():
            yield from (f"{n}. {words(i)}" if block.ordered else f"– {words(i)}" for n, i in enumerate(block.items, 1))
        case Facts():
            yield from (f"{label}: {words(value)}" for label, value in block.rows)
        case Table():
            yield block.caption
            yield " | ".join(column.head for column in block.columns)
            yield from (" | ".join(words(cell) for cell in row) for row in block.rows)
        case Quote():
            yield from (f"## {block.title}", f"«{block.words}»", block.said_by)
        case Signature():
            yield from (block.greeting, block.name, block.title)
        case Figure():
            yield f"[{block.alt}]"
        case Redacted():
            yield f"[{block.reason}]"
