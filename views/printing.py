# SPDX-License-Identifier: MIT
"""How a page gets finished documents printed or saved; the desktop knows the machine's printers and folders.

from views.printing import Sheets, printing
printing().print(self, pdf_bytes, "Dokument 2026-014")    # one sheet, now; False when the person thought better of it
printing().save(self, pdf_bytes, "Dokument 2026-014")     # the file, or None
job = printing().print_all(self, [Sheets(pdf_bytes, "Dokument 2026-014"), …])   # with progress and stop, or None
task = printing().save_all(self, [Sheets(…), …])          # for workspace.run, or None; gives a Kept
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from models.values.trouble import Trouble
from views.workspace import Job, Pulse


@dataclass(frozen=True, slots=True)
class Sheets:
    """A finished document on its way out, under a neutral name."""

    content: bytes
    name: str
    ending: str = ".pdf"


@dataclass(frozen=True, slots=True)
class Kept:
    """Which of the documents were saved whole, by place in the row, and what stopped the rest."""

    places: tuple[int, ...]
    trouble: Trouble | None = None


class Printing(Protocol):
    """Printing and saving; names are neutral, for they are seen in queues and folders."""

    def print(self, parent: QWidget, content: bytes, name: str, page: int = 0) -> bool:
        """Ask how and print; `page` is the one in view, from 0."""
        ...

    def save(self, parent: QWidget, content: bytes, name: str, ending: str = ".pdf") -> Path | None:
        """Ask where and write the whole file there, or none of it."""
        ...

    def print_all(self, parent: QWidget, papers: Sequence[Sheets], page: int = 0) -> Job | None:
        """Ask once and print all of them beside what goes on; `succeeded` tells the places of those really sent."""
        ...

    def save_all(self, parent: QWidget, papers: Sequence[Sheets]) -> Callable[[Pulse], Kept] | None:
        """Ask for a folder; what is given back writes each under a name of its own there."""
        ...


_in_use: list[Printing] = []


def use_printing(way: Printing) -> None:
    """From now on documents are printed and saved this way."""
    _in_use[:] = [way]


def printing() -> Printing:
    """The way documents are printed and saved."""
    return _in_use[0]
