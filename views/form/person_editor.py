# SPDX-License-Identifier: MIT
"""Choosing a person by typing some of the name.

Field("coordinator_id", "right.coordinator", person(lambda: [Choice(str(row.id), row.name) for row in …]))
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from models.values.names import ascii_key, matches, search_key
from models.values.typed import clean_line
from views.form.editor import Around
from views.form.text_editors import TextEditor
from views.texts import t
from views.widgets.rows import Row, RowList

MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody who can be chosen."""

    id: str
    name: str
    second: str = ""


class PersonEditor(TextEditor):
    """A line of text with a list below it; arrows and Enter choose, the value is the id."""

    at_once = False

    def __init__(self, around: Around, choices: Callable[[], Sequence[Choice]]) -> None:
        super().__init__(around, "form.person.placeholder")
        self._choices = choices
        self._chosen: Choice | None = None
        self._popup = QFrame(self, Qt.WindowType.ToolTip)
        self._popup.setProperty("card", "plain")
        self._list = RowList(t("form.person.hits"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._take)
        layout = QVBoxLayout(self._popup)
        layout.setContentsMargins(2, 4, 2, 4)
        layout.addWidget(self._list)
        self.box.textEdited.connect(self._search)
        self.box.installEventFilter(self)

    def value(self) -> object:
        return self._chosen.id if self._chosen else (clean_line(self.box.text()) or None)

    def set_value(self, value: object) -> None:
        self._chosen = next((one for one in self._choices() if one.id == str(value)), None)
        self.box.setText(self._chosen.name if self._chosen else "")

    def raw(self) -> object:
        return {"id": self._chosen.id if self._chosen else "", "text": self.box.text()}

    def set_raw(self, raw: object) -> None:
        kept = raw if isinstance(raw, dict) else {}
        self.set_value(kept.get("id"))
        self.box.setText(str(kept.get("text", "")))

    def unreadable(self) -> str:
        typed = clean_line(self.box.text())
        return t("form.person.unknown", typed=typed) if typed and self._chosen is None else ""

    def tidy(self) -> None:
        self._popup.hide()
        typed = search_key(self.box.text())
        exact = [one for one in self._choices() if search_key(one.name) == typed]
        if self._chosen is None and len(exact) == 1:
            self._chosen = exact[0]

    def _search(self, typed: str) -> None:
        self._chosen = None
        hits = [one for one in self._choices() if matches(typed, search_key(one.name), ascii_key(one.name))]
        self._list.show_rows([Row(one.id, one.name, one.second, value=one) for one in hits[:MOST_SHOWN]])
        self._popup.setVisible(bool(typed.strip()) and bool(hits))
        if self._popup.isVisible():
            self._popup.resize(max(self.box.width(), 260), self._list.height_of_rows() + 12)
            self._popup.move(self.box.mapToGlobal(QPoint(0, self.box.height() + 2)))

    def _take(self) -> None:
        row = self._list.current()
        if row is None or not isinstance(row.value, Choice):
            return
        self._chosen = row.value
        self.box.setText(row.value.name)
        self._popup.hide()
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._popup.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            self._search(" ")
            self._popup.setVisible(True)
            return True
        if not self._popup.isVisible():
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._list.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        if event.key() == Qt.Key.Key_Tab:
            self._take()
        if event.key() == Qt.Key.Key_Escape:
            self._popup.hide()
            return True
        return False


def person(choices: Callable[[], Sequence[Choice]]) -> Callable[[Around], PersonEditor]:
    """A picker over these people; they are asked for each time, so that a new one is found at once."""
    return lambda around: PersonEditor(around, choices)
