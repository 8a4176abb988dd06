# SPDX-License-Identifier: MIT
"""Keeps half-typed text in the vault at most a second after the first key, and gives it back silently."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from views.workspace import Drafts

WITHIN_MS = 1000
Snapshot = Callable[[], dict[str, object] | None]


class DraftKeeper(QObject):
    """The timer starts at the first unsaved key and is not pushed back by the next ones."""

    def __init__(
        self, parent: QObject, drafts: Drafts, form: str, snapshot: Callable[[], dict[str, object] | None]
    ) -> None:
        super().__init__(parent)
        self._drafts, self._form, self._snapshot = drafts, form, snapshot
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN_MS - 100)
        self._timer.timeout.connect(self.keep)

    def load(self) -> dict[str, object] | None:
        """What was half-typed when the form was last left."""
        return self._drafts.load(self._form)

    def touched(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep it now if anything is unsaved."""
        if self._timer.isActive():
            self.keep()

    def keep(self) -> None:
        """Keep what stands in the form; nothing stands there when it is as it was loaded."""
        self._timer.stop()
        values = self._snapshot()
        if values is None:
            self._drafts.drop(self._form)
        else:
            self._drafts.save(self._form, values)

    def drop(self) -> None:
        """Forget the draft: what was typed has become a record."""
        self._timer.stop()
        self._drafts.drop(self._form)
