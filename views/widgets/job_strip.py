# SPDX-License-Identifier: MIT
"""How far a longer job has come: a bar, «19 av 31», what is being done, and «Stopp»."""

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar

from views.texts import t
from views.widgets.basics import announce, button, label, row
from views.widgets.card import Card
from views.widgets.labels import ElidedLabel
from views.workspace import Job

SHOW_AFTER_MS = 400


class JobStrip(Card):
    """Follows one job; shows itself only when the job takes more than 400 ms."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self._began = 0.0
        self._quarter = 0
        self._title = label("", "strong")
        self._count = label("", "caption", "muted")
        self._what = ElidedLabel("", "caption", "muted")
        self._note = label("", "caption", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = button(t("kit.stop"), "cross", run=self.stop)
        self.add(row(self._title, None, self._count), self._bar, self._what, row(self._stop, self._note, None))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job, title: str, note: str = "") -> None:
        """Show the progress of this job; `note` tells what stopping means."""
        self._job, self._began, self._quarter = job, time.monotonic(), 0
        self._title.setText(title)
        self._bar.setAccessibleName(title)
        self._note.setText(note)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        job.progressed.connect(self._progressed)
        for end in (job.succeeded, job.failed, job.cancelled):
            end.connect(self._ended)
        self._timer.start(SHOW_AFTER_MS)

    def stop(self) -> None:
        """Ask the job to stop."""
        self._stop.setEnabled(False)
        if self._job is not None:
            self._job.cancel()

    def _progressed(self, done: int, total: int, what: str = "") -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._count.setText(self._so_far(done, total))
        self._what.set_text(what)
        quarter = 4 * done // max(total, 1)
        if quarter > self._quarter:
            self._quarter = quarter
            announce(self, t("kit.so_far", done=done, total=total))

    def _so_far(self, done: int, total: int) -> str:
        said = t("kit.so_far", done=done, total=total)
        used = time.monotonic() - self._began
        if done < 2 or used < 2:
            return said
        left = max(1, round(used / done * (total - done)))
        return f"{said} · {t('kit.seconds_left', n=left)}"

    def _ended(self, *_result: object) -> None:
        self._timer.stop()
        self._job = None
        self.hide()
        self.finished.emit()
