# SPDX-License-Identifier: MIT
"""How a page gets a finished document printed or saved; the desktop knows the machine's printers and folders.

from views.printing import printing
printing().print(self, pdf_bytes, "Dokument 2026-014")    # False when the person thought better of it
printing().save(self, pdf_bytes, "Dokument 2026-014")     # the file, or None
"""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget


class Printing(Protocol):
    """Printing and saving; names are neutral, for they are seen in queues and folders."""

    def print(self, parent: QWidget, content: bytes, name: str, page: int = 0) -> bool:
        """Ask how and print; `page` is the one in view, from 0."""
        ...

    def save(self, parent: QWidget, content: bytes, name: str, ending: str = ".pdf") -> Path | None:
        """Ask where and write the whole file there, or none of it."""
        ...


_in_use: list[Printing] = []


def use_printing(way: Printing) -> None:
    """From now on documents are printed and saved this way."""
    _in_use[:] = [way]


def printing() -> Printing:
    """The way documents are printed and saved."""
    return _in_use[0]
