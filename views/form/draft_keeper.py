# SPDX-License-Identifier: MIT
"""Keeps half-typed text in the vault at most a second after the first key, and gives it back silently."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QTimer

from models.values.trouble import Trouble
from views.form.sheet import Sheet
from views.workspace import Drafts

WITHIN_MS = 1000


class DraftKeeper(QObject):
    """The timer starts at the first unsaved key and is not pushed back by the next ones."""

    def __init__(self, sheet: Sheet, drafts: Drafts, form: str, half_typed: Callable[[], dict[str, object]]) -> None:
        """`half_typed` gives the fields that differ from the record; the others follow it when it changes."""
        super().__init__(sheet)
        self._sheet, self._drafts, self._form, self._half_typed = sheet, drafts, form, half_typed
        self._caret = 0
        self._kept: dict[str, object] = {}
        self.restored = False
        # stays up when the keeping fails, so that leaving, locking and closing try again
        self._unsaved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN_MS - 100)
        self._timer.timeout.connect(self.keep)
        sheet.edited.connect(self.touched)
        sheet.installEventFilter(self)

    def touched(self) -> None:
        """Something was typed."""
        self._unsaved = True
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep it now if anything is unsaved."""
        if self._timer.isActive():
            self.keep()
        elif self._unsaved:
            # told once already: trying again must not hold anybody on the page, which has the text still
            with suppress(Trouble):
                self.keep()

    def keep(self) -> None:
        """Keep what stands in the form and where the caret is; nothing when all is as it was last kept."""
        self._timer.stop()
        typed = self._half_typed()
        now = {"values": typed, "field": self._sheet.here, "caret": self._sheet.caret()} if typed else {}
        if now != self._kept:
            if now:
                self._drafts.save(self._form, now)
            else:
                self._drafts.drop(self._form)
            self._kept = now
        self._unsaved = False

    def drop(self) -> None:
        """Forget the draft: what was typed has become a record."""
        self._timer.stop()
        self._unsaved, self._kept = False, {}
        self._drafts.drop(self._form)

    def restore(self) -> None:
        """Put back what was half-typed when the form was last left; no question, no notice."""
        self.restored = True
        kept = self._drafts.load(self._form)
        values = kept.get("values") if kept else None
        if kept is None or not isinstance(values, dict):
            return
        self._kept = kept
        self._sheet.set_raw(values)
        caret = kept.get("caret")
        self._sheet.here, self._caret = str(kept.get("field", "")), caret if isinstance(caret, int) else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            # the page goes on to something else, or builds this form anew from the vault
            self.flush()
        elif event.type() == QEvent.Type.Show and self._sheet.here in self._sheet.rows and self._half_typed():
            # after the window has given its own first focus
            QTimer.singleShot(0, self, self._take_up)
        return False

    def _take_up(self) -> None:
        self._sheet.take_up(self._caret)
