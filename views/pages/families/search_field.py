# SPDX-License-Identifier: MIT
"""The search field over a list: down goes into the list, Enter opens the marked row, Esc clears."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from views.icons import icon
from views.texts import t


class SearchField(QLineEdit):
    """A line with a magnifier and a cross that both have names."""

    went_down = Signal()
    accepted = Signal()

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self.setPlaceholderText(spoken)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        for tool in self.findChildren(QToolButton):
            clears = tool.objectName() == "_q_qlineeditclearbutton"
            tool.setAccessibleName(t("families.clear") if clears else spoken)
        self.setMinimumWidth(260)

    def take(self) -> None:
        """Put the caret here, with what stands here marked."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
