# SPDX-License-Identifier: MIT
"""Work that takes over 0.2 seconds: run beside the window, with progress and a stop."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal


class Cancelled(Exception):
    """The person asked a running job to stop."""


class Pulse:
    """How a running job tells how far it has come, and learns that it should stop."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report, self._stop = report, Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next `at`."""
        self._stop.set()

    def at(self, done: int, total: int, what: str = "") -> None:
        """Report `done` of `total`; raises Cancelled when the person has pressed «Stopp»."""
        if self._stop.is_set():
            raise Cancelled
        self._report(done, total, what)


class Job(QObject):
    """One running task; every signal reaches slots on the window's own thread."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _ended = Signal(object)

    def __init__(self, task: Callable[[Pulse], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task, self.pulse = task, Pulse(self.progressed.emit)
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self, pool: ThreadPoolExecutor) -> None:
        """Begin on the pool's worker."""
        pool.submit(self._task, self.pulse).add_done_callback(self._ended.emit)

    def cancel(self) -> None:
        """Ask the task to stop; `cancelled` tells when it has."""
        self.pulse.cancel()

    def _tell(self, ended: Future[object]) -> None:
        match ended.exception():
            case None:
                self.succeeded.emit(ended.result())
            case Cancelled():
                self.cancelled.emit()
            case error:
                self.failed.emit(error)
