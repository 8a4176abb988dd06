# SPDX-License-Identifier: MIT
"""A hand-over file on a stick or in a folder: read with a limit, written whole or not at all."""

import os
import secrets
import string
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from models.values.handover import ENDING, MOST_FILE
from models.values.trouble import Trouble
from views.texts import t


def neutral_name(today: date) -> str:
    """A name that tells nothing of whom it is about."""
    letters = "".join(secrets.choice(string.ascii_lowercase) for _ in range(5))
    return f"{today:%Y-%m-%d}-{letters}{ENDING}"


def ask_target(parent: QWidget, name: str) -> Path | None:
    """Where the file should be written; None when the person thinks better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, t("transfer.send.make"), name, t("transfer.files"))
    return Path(chosen) if chosen else None


def ask_source(parent: QWidget) -> Path | None:
    """Which file to take in."""
    chosen, _ = QFileDialog.getOpenFileName(parent, t("transfer.receive.choose"), "", t("transfer.files"))
    return Path(chosen) if chosen else None


def write_beside(target: Path, content: bytes) -> Path:
    """The whole of it under another name beside the target, on the disk and not only on its way there."""
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
    except OSError as wrong:
        part.unlink(missing_ok=True)
        raise _unwritten(target) from wrong
    return part


def put_in_place(part: Path, target: Path) -> None:
    """In one step, so that nobody finds half a file."""
    try:
        part.replace(target)
    except OSError as wrong:
        raise _unwritten(target) from wrong


def _unwritten(target: Path) -> Trouble:
    return Trouble("trouble.document_not_written", name=target.name)


def read_file(source: Path) -> bytes:
    """The file's bytes; one byte over the limit is enough to tell that it is too large."""
    try:
        with source.open("rb") as opened:
            return opened.read(MOST_FILE + 1)
    except OSError as wrong:
        raise Trouble("transfer.trouble.unreadable") from wrong
