# SPDX-License-Identifier: MIT
"""Which sides come out of the printer, in which order: ranges, copies, and each document on a sheet of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter

TWO_SIDED = (QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: a page of a document, or the empty back of its last."""

    paper: int
    page: int | None


def sides(printer: QPrinter, counts: Sequence[int], current: int = 0) -> list[Side]:
    """All sides of documents with so many pages, as the printer was asked for."""
    two_sided = printer.duplex() in TWO_SIDED
    wanted = [_pages(printer, count, current) for count in counts]
    return arranged(wanted, two_sided=two_sided, copies=_copies(printer), backwards=_backwards(printer))


def arranged(
    wanted: Sequence[Sequence[int]], *, two_sided: bool = False, copies: int = 1, backwards: bool = False
) -> list[Side]:
    """These pages of each document; two-sided, each document and each copy begins on a new sheet."""
    found: list[Side] = []
    for _ in range(copies):
        for paper, pages in enumerate(wanted):
            if two_sided and len(found) % 2:
                found.append(Side(found[-1].paper, None))
            found += [Side(paper, page) for page in pages]
    if not backwards:
        return found
    if two_sided and len(found) % 2:
        found.append(Side(found[-1].paper, None))
    return found[::-1]


def _pages(printer: QPrinter, count: int, current: int) -> list[int]:
    kind = QPrinter.PrintRange
    if printer.printRange() == kind.CurrentPage:
        return [current] if current < count else []
    ranges = printer.pageRanges()
    if printer.printRange() == kind.PageRange and not ranges.isEmpty():
        return [page for page in range(count) if ranges.contains(page + 1)]
    return list(range(count))


def _copies(printer: QPrinter) -> int:
    """Copies the printer can not make by itself."""
    return 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())


def _backwards(printer: QPrinter) -> bool:
    return printer.pageOrder() == QPrinter.PageOrder.LastPageFirst
