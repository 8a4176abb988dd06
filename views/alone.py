# SPDX-License-Identifier: MIT
"""Møtevisning: only the page in view on the screen, so that it can be shared; no way to anybody else in it."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from views.commands import CommandRegistry

# What may still be done while others look: lock, help, undo. Nothing that shows another family.
KEPT = frozenset({"lock", "help", "undo", "next_pane", "former_pane"})


class Frame(Protocol):
    """What the window lends to the page."""

    @property
    def sidebar(self) -> QWidget: ...
    @property
    def commands(self) -> CommandRegistry: ...


def show_alone(window: Frame, on: bool) -> None:
    """Take everything else away and fill the screen, or put it back as it was."""
    window.sidebar.setVisible(not on)
    window.commands.keep_only(KEPT if on else None)
    if isinstance(window, QWidget):
        top = window.window()
        full = Qt.WindowState.WindowFullScreen
        top.setWindowState(top.windowState() | full if on else top.windowState() & ~full)
