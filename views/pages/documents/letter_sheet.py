# SPDX-License-Identifier: MIT
"""What is being typed in a draft letter: kept within a second as it stands, until the field is left."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from views.form.draft_keeper import WITHIN_MS
from views.workspace import Drafts


class LetterSheet(QObject):
    """The boxes of one letter by name; what differs from what the vault holds is half-typed."""

    def __init__(self, letter: QWidget, drafts: Drafts, boxes: Callable[[], Mapping[str, QPlainTextEdit]]) -> None:
        super().__init__(letter)
        self._drafts, self._boxes = drafts, boxes
        self._id: UUID | None = None
        self._shown: dict[str, str] = {}
        self._kept: dict[str, object] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN_MS - 100)
        self._timer.timeout.connect(self.keep)

    @property
    def draft_id(self) -> str:
        """The name under which the letter's half-typed text is kept."""
        return f"letter/{self._id}"

    @property
    def here(self) -> str:
        """The box the person is in."""
        return next((name for name, box in self._boxes().items() if box.hasFocus()), "")

    @here.setter
    def here(self, name: str) -> None:
        box = self._boxes().get(name)
        if box is not None:
            box.setFocus(Qt.FocusReason.TabFocusReason)

    def caret(self) -> int:
        """Where in its text the person is."""
        box = self._boxes().get(self.here)
        return box.textCursor().position() if box else 0

    def take_up(self, caret: int) -> None:
        """Put the caret there in the present box; a negative place leaves it where it is."""
        box = self._boxes().get(self.here)
        if box is None or caret < 0:
            return
        cursor = box.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setPosition(min(caret, cursor.position()))
        box.setTextCursor(cursor)

    def restore(self, id: UUID) -> bool:
        """The boxes show what the vault holds of this letter: put what was half-typed above it; whether any was."""
        self._id = id
        self.settled()
        found = self._drafts.load(self.draft_id) or {}
        values = found.get("values")
        boxes = self._boxes()
        typed = {name: str(text) for name, text in values.items() if name in boxes} if isinstance(values, dict) else {}
        for name, text in typed.items():
            boxes[name].setPlainText(text)
        self._kept = found
        return bool(typed)

    def settled(self) -> None:
        """What stands in the boxes is what the vault holds."""
        self._shown = {name: box.toPlainText() for name, box in self._boxes().items()}

    def touched(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what differs from the vault; nothing when all is as it was last kept."""
        self._timer.stop()
        if self._id is None:
            return
        typed = {name: box.toPlainText() for name, box in self._boxes().items()}
        typed = {name: text for name, text in typed.items() if text != self._shown.get(name)}
        now: dict[str, object] = {"values": typed, "field": self.here, "caret": self.caret()} if typed else {}
        if now and now != self._kept:
            self._drafts.save(self.draft_id, now)
        elif not now and self._kept:
            self._drafts.drop(self.draft_id)
        self._kept = now

    def forget(self) -> None:
        """All of it stands in the vault now, or is thrown away."""
        self._timer.stop()
        if self._id is not None and self._kept:
            self._drafts.drop(self.draft_id)
        self._kept = {}
        self.settled()
