# SPDX-License-Identifier: MIT
"""Ctrl+Z and Ctrl+Y in a text field: first the field's own steps, and when it has none, the page's."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TextField = QLineEdit | QPlainTextEdit | QTextEdit
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
UNDO = {(Qt.Key.Key_Z, CTRL)}
REDO = {(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)}


class FieldUndo(QObject):
    """Listens to the one field that has the focus; Qt's fields take the keys also when they have nothing to undo."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._field: TextField | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
        self._field = now if isinstance(now, TextField) else None
        if self._field is not None:
            self._field.installEventFilter(self)
            self._field.destroyed.connect(self._gone)

    def _gone(self) -> None:
        self._field = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, TextField):
            return False
        pressed = (Qt.Key(event.key()), event.modifiers())
        if pressed not in UNDO | REDO:
            return False
        own = _can_undo(watched) if pressed in UNDO else _can_redo(watched)
        if event.type() is QEvent.Type.ShortcutOverride:
            # Accepted: the field's. Not accepted: the shortcut of the page or the window.
            event.setAccepted(own)
            return True
        if event.type() is QEvent.Type.KeyPress and own:
            (watched.undo if pressed in UNDO else watched.redo)()
            return True
        return False


def _can_undo(field: TextField) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() and not field.isReadOnly()
    return field.document().isUndoAvailable() and not field.isReadOnly()


def _can_redo(field: TextField) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable() and not field.isReadOnly()
    return field.document().isRedoAvailable() and not field.isReadOnly()
