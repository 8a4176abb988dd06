# SPDX-License-Identifier: MIT
"""When to lock: after a while without use, when the machine has slept, and when the session is locked."""

import time
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from desktop.session_events import watch_session

CHECK_SECONDS = 2
# A timer that fires this much late by the wall clock, yet on time by the running clock, has slept.
SLEPT_SECONDS = 20
_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class LockWatch(QObject):
    """Tells when the vault should be locked."""

    lock_now = Signal()
    # the machine sleeps or its screen is locked: keys must not lie in memory while anything else is waited for
    lock_at_once = Signal()

    def __init__(
        self,
        minutes: int,
        parent: QObject | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._monotonic, self._wall = monotonic, wall
        self._allowed = minutes * 60.0
        self._used = self._checked = monotonic()
        self._checked_wall = wall()
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_SECONDS * 1000)
        self._timer.timeout.connect(self.check)

    def start(self, application: QGuiApplication) -> None:
        """Watch the use of all windows, and what the system tells of sleep and locked sessions."""
        application.focusWindowChanged.connect(self._follow)
        self._follow(application.focusWindow())
        self._session = watch_session(self.lock_at_once.emit)
        self._timer.start()

    def _follow(self, window: QWindow | None) -> None:
        """Listen where the system hands over keys and the mouse: a filter on every event of the program costs time."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def allow(self, minutes: int) -> None:
        """Change how long the program may stand unused."""
        self._allowed = minutes * 60.0

    def idle(self) -> timedelta:
        """How long nobody has used the program."""
        return timedelta(seconds=self._monotonic() - self._used)

    def check(self) -> None:
        """Lock when nobody has used the program for the allowed time, or when the machine has slept."""
        running, wall = self._monotonic(), self._wall()
        slept = (wall - self._checked_wall) - (running - self._checked) > SLEPT_SECONDS
        late = running - self._checked > SLEPT_SECONDS + CHECK_SECONDS
        self._checked, self._checked_wall = running, wall
        if slept or late:
            self._used = running
            self.lock_at_once.emit()
        elif running - self._used >= self._allowed:
            self._used = running
            self.lock_now.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; never swallows anything."""
        if event.type() in _USE:
            self._used = self._monotonic()
        return False
