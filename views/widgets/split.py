# SPDX-License-Identifier: MIT
"""Content and inspector beside each other; the inspector folds away where the window is narrow."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

WIDE = 1280
INSPECTOR = 330


class WithInspector(QWidget):
    """Below 1280 px of window the inspector hides; Ctrl+I or `toggle` shows it, and it keeps what was chosen."""

    folded = Signal(bool)

    def __init__(self, content: QWidget, inspector: QWidget, width: int = INSPECTOR) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        layout.addWidget(content, 1)
        layout.addWidget(inspector)
        inspector.setFixedWidth(width)
        self.content, self.inspector = content, inspector
        self._narrow = False
        self._wanted = False

    def toggle(self) -> None:
        """Show or hide the inspector."""
        shown = self.inspector.isVisibleTo(self)
        self._wanted = not shown
        self.inspector.setVisible(not shown)
        self.folded.emit(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < WIDE
        if narrow != self._narrow:
            self._narrow = narrow
            shown = not narrow or self._wanted
            self.inspector.setVisible(shown)
            self.folded.emit(not shown)
