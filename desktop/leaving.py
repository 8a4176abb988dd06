# SPDX-License-Identifier: MIT
"""The moment between the last key and the wiped keys: the window is covered, and the day's copy is taken."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.crash import sentence
from desktop.frame import Frame
from models.values.trouble import Trouble
from views.start.leaving import LeavingPage
from views.texts import t

if TYPE_CHECKING:
    from desktop.jobs import Job, Pulse
    from desktop.sitting import OpenSitting

log = logging.getLogger(__name__)
Then = Callable[[dict[str, object]], object]


class Leaving(QObject):
    """Goes on to `then` whatever comes of the copy: nobody is kept from leaving by a missing disk."""

    def __init__(self, frame: Frame, sitting: "OpenSitting", then: Then) -> None:
        super().__init__()
        self._frame, self._sitting, self._then = frame, sitting, then
        self._here = sitting.whereabouts.look()
        self._job: Job | None = None
        self._gone = False

    def begin(self) -> None:
        """Cover, keep what is typed, and take the copy if one is due."""
        page = LeavingPage(t("backup.leaving.title"), t("backup.leaving.lead"), t("backup.leaving.skip"))
        self._frame.cover_with(page)
        try:
            self._sitting.keep(self._here)
            due = self._sitting.backups.due_at_leaving()
        except Trouble as trouble:
            log.error("left without a copy: %s", trouble.key)
            due = False
        if not due:
            self._go()
            return
        page.skipped.connect(self._skip)
        page.hurried.connect(self._stop)
        self._job = self._sitting.backups.take()
        page.follow(self._job)
        for ended in (self._job.succeeded, self._job.failed, self._job.cancelled):
            ended.connect(self._go)

    def hurry(self, then: Then) -> None:
        """Somebody wants to leave again: stop the copy and go, by the way that was asked for last."""
        self._then = then
        self._stop()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _skip(self) -> None:
        self._sitting.backups.skip_today()
        self._stop()

    def _go(self, *_result: object) -> None:
        if not self._gone:
            self._gone = True
            self._then(self._here)


class Moving(QObject):
    """The same for a move: covered, so that nothing is typed into the vault that is left behind."""

    def __init__(
        self, frame: Frame, sitting: "OpenSitting", task: "Callable[[Pulse], object]", then: Callable[[], object]
    ) -> None:
        super().__init__()
        self._frame, self._sitting, self._then = frame, sitting, then
        here = sitting.whereabouts.look()
        self._page = LeavingPage(t("backup.moving.title"), t("backup.moving.lead"), t("kit.stop"))
        frame.cover_with(self._page)
        sitting.keep(here)
        self._job = sitting.workspace.run(task)
        self._page.skipped.connect(self._job.cancel)
        self._page.follow(self._job)
        self._job.succeeded.connect(lambda _: self._then())
        self._job.cancelled.connect(self._stay)
        self._job.failed.connect(self._failed)

    def _failed(self, error: BaseException) -> None:
        self._stay()
        self._sitting.tell(sentence(error) or t("trouble.copy_failed"))

    def _stay(self) -> None:
        self._frame.uncover(self._page)


class Exit(QObject):
    """The one door out of an open vault: by lock, by closing the window, or by a move."""

    def __init__(self, frame: Frame, sitting: "Callable[[], OpenSitting | None]", end: Then) -> None:
        super().__init__()
        self._frame, self._sitting, self._end = frame, sitting, end
        self._leaving: Leaving | None = None

    def leave(self, then: Then) -> None:
        """Cover the window and take a copy first if one is due; a second wish to leave goes at once."""
        if self._leaving is not None:
            self._leaving.hurry(then)
        elif (sitting := self._sitting()) is not None:
            self._leaving = Leaving(self._frame, sitting, then)
            self._leaving.begin()

    def move_with(self, task: "Callable[[Pulse], object]", then: Callable[[], object]) -> None:
        """Leave with the vault."""
        if (sitting := self._sitting()) is not None:
            self._moving = Moving(self._frame, sitting, task, then)

    def may_close(self) -> bool:
        """Asked by the window when it is closed: a copy may have to be taken first."""
        sitting = self._sitting()
        application = QGuiApplication.instance()
        if sitting is None or (isinstance(application, QGuiApplication) and application.isSavingSession()):
            return True
        if self._leaving is None and not sitting.backups.due_at_leaving():
            return True
        self.leave(self._quit)
        return False

    def _quit(self, here: dict[str, object]) -> None:
        """The sitting ends first: quitting asks the window once more whether it may close."""
        self._end(here)
        QGuiApplication.quit()
