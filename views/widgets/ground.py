# SPDX-License-Identifier: MIT
"""What a panel lies over: the part of the window that is covered, locked and kept, and the panel with it."""

from PySide6.QtWidgets import QWidget

MAIN = "window"


def ground(widget: QWidget) -> QWidget:
    """The main window that holds this, or is held by it; a page that stands alone is its own."""
    one: QWidget | None = widget
    while one is not None:
        inner = one.findChild(QWidget, MAIN)
        if one.objectName() == MAIN:
            return inner or one
        one = one.parentWidget()
    return widget.window().findChild(QWidget, MAIN) or widget.window()
