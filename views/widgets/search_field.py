# SPDX-License-Identifier: MIT
"""The field that searches in a page: magnifier, clear cross, Esc empties, arrow down goes to the hits.

search = SearchField(t("families.search"), t("families.search_in"), self.table)
search.searched.connect(self._search)
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from views import theme
from views.icons import icon
from views.texts import t


class SearchField(QLineEdit):
    """Tells `searched` at each key; the arrow keys and Enter are handed to the list or table of hits."""

    searched = Signal(str)

    def __init__(self, spoken: str, placeholder: str = "", hits: QWidget | None = None) -> None:
        super().__init__()
        self._hits = hits
        self.setFont(theme.font("body"))
        self.setAccessibleName(spoken)
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(34)
        self.setMinimumWidth(260)
        self.setMaximumWidth(430)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icon("cross", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(t("kit.clear_search"))
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.textChanged.connect(self._changed)
        for inner in self.findChildren(QToolButton):
            # the buttons inside a line edit are nameless until they are named here
            inner.setAccessibleName(inner.defaultAction().toolTip() or spoken)

    def take(self) -> None:
        """Put the caret here, with what stands here marked."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.searched.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif self._hits is not None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self._hits.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._hits is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hits.event(QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers()))
        else:
            super().keyPressEvent(event)
