# SPDX-License-Identifier: MIT
"""A file a person chooses from outside the vault, read with a limit."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from models.rules.file_kinds import LARGEST
from models.values.refusal import Refusal
from views.texts import t


def ask_file(parent: QWidget, title: str) -> Path | None:
    """Ask which PDF or picture; None when the person thinks better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", t("documents.files"))
    return Path(chosen) if chosen else None


def read_limited(file: Path) -> bytes:
    """The file's bytes; one byte over the limit is enough to tell that it is too big."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as wrong:
        raise Refusal("documents.refused.unreadable") from wrong
