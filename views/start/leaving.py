# SPDX-License-Identifier: MIT
"""What covers the window while the day's copy is taken: how far it has come, and «Hopp over i dag»."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar

from views.start.frame import StartFrame
from views.widgets.basics import button, label, row
from views.workspace import Job

SHOW_AFTER_MS = 400


class LeavingPage(StartFrame):
    """Only a calm surface at first: most copies are done before anybody has read a word."""

    skipped = Signal()
    # Ctrl+L once more: what is covered hears no keys
    hurried = Signal()

    def __init__(self, title: str, lead: str, stop: str) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._skip = button(stop, run=self._press)
        self.add(
            label(title, "lead", wrap=True),
            label(lead, "body", "muted", wrap=True),
            self._bar,
            row(self._skip, None),
        )
        self.card.hide()
        QShortcut(QKeySequence("Ctrl+L"), self, self.hurried.emit)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._appear)

    def follow(self, job: Job) -> None:
        """Show the words after a while, and how far the job has come."""
        job.progressed.connect(self._at)
        self._bar.setRange(0, 0)
        self._timer.start(SHOW_AFTER_MS)

    def _at(self, done: int, total: int, _what: str = "") -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def _appear(self) -> None:
        self.card.show()
        self._skip.setFocus()

    def _press(self) -> None:
        self._skip.setEnabled(False)
        self.skipped.emit()
