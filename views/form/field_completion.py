# SPDX-License-Identifier: MIT
"""The fields of a letter, offered in a list below the caret while one is typed after «{».

completion = FieldCompletion(box, lambda typed: offered(typed, known, "nb"))
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from models.values.letter_fields import being_typed
from views.texts import t
from views.widgets.basics import announce
from views.widgets.rows import Row, RowList

MOST_SHOWN = 7
WIDTH = 300
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class FieldCompletion(QObject):
    """Arrows move, Enter and Tab take, Esc lets be; the focus never leaves the text."""

    def __init__(self, box: QPlainTextEdit, names: Callable[[str], Sequence[str]]) -> None:
        super().__init__(box)
        self._box, self._names = box, names
        self._popup = QFrame(box, Qt.WindowType.ToolTip)
        self._popup.setProperty("card", "plain")
        self._list = RowList(t("letter_fields.offered"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._take)
        self._list.moved.connect(lambda line: announce(box, line.title))
        layout = QVBoxLayout(self._popup)
        layout.setContentsMargins(2, 4, 2, 4)
        layout.addWidget(self._list)
        box.textChanged.connect(self._look)
        box.cursorPositionChanged.connect(self._leave)
        box.installEventFilter(self)

    def open(self) -> bool:
        """Whether a field is being chosen now: it is not finished, and nothing is wrong with it yet."""
        return self._popup.isVisible()

    def _typed(self) -> str | None:
        cursor = self._box.textCursor()
        return being_typed(cursor.block().text()[: cursor.positionInBlock()])

    def _look(self) -> None:
        typed = self._typed() if self._box.hasFocus() else None
        hits = self._names(typed) if typed is not None else ()
        if not hits:
            self._popup.hide()
            return
        self._popup.show()
        self._list.show_rows([Row(name, name) for name in hits])
        self._list.choose_first()
        room = sum(self._list.sizeHintForRow(place) for place in range(min(len(hits), MOST_SHOWN)))
        self._popup.resize(WIDTH, room + 14)
        below = self._box.cursorRect().bottomLeft() + QPoint(0, 4)
        self._popup.move(self._box.viewport().mapToGlobal(below))

    def _leave(self) -> None:
        if self._popup.isVisible() and self._typed() is None:
            self._popup.hide()

    def _take(self) -> None:
        line, typed = self._list.current(), self._typed()
        self._popup.hide()
        if line is None or typed is None:
            return
        cursor = self._box.textCursor()
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, len(typed))
        after = self._box.textCursor()
        closed = after.block().text()[after.positionInBlock() : after.positionInBlock() + 1] == "}"
        cursor.insertText(line.title if closed else line.title + "}")
        if closed:
            cursor.movePosition(cursor.MoveOperation.Right)
        self._box.setTextCursor(cursor)
        self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._popup.hide()
        if not self._popup.isVisible() or not isinstance(event, QKeyEvent):
            return False
        return event.type() == QEvent.Type.KeyPress and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in MOVES:
            self._list.keyPressEvent(event)
        elif event.key() in TAKES:
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self._popup.hide()
        else:
            return False
        return True
