# SPDX-License-Identifier: MIT
"""The one job a page of the hand-over waits for: what may not be touched is closed meanwhile, the window is not."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from views.pages.page import Page
from views.refused import said
from views.widgets.banner import Banner
from views.workspace import Job


class Waiting:
    """Follows one job at a time; a job that was forgotten goes on, and nobody hears how it went."""

    def __init__(self, page: Page, banner: Banner, closed: Sequence[QWidget]) -> None:
        self._page, self._banner, self._closed = page, banner, closed
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._job is not None

    def follow(self, job: Job, title: str, note: str, then: Callable[[object], object]) -> None:
        """`then` is given the result; what was refused stands in the banner."""
        self._job = job
        self._set(closed=True)
        job.succeeded.connect(lambda result: self._ended(job, lambda: then(result)))
        job.failed.connect(lambda error: self._ended(job, lambda: self._tell(error)))
        job.cancelled.connect(lambda: self._ended(job, lambda: None))
        self._page.started.emit(job, title, note)

    def forget(self) -> None:
        """The page is let go."""
        self._job = None

    def _ended(self, job: Job, then: Callable[[], object]) -> None:
        if self._job is job:
            self._job = None
            self._set(closed=False)
            then()

    def _set(self, *, closed: bool) -> None:
        for each in self._closed:
            each.setEnabled(not closed)
        self._page.commands_changed.emit()

    def _tell(self, error: object) -> None:
        if isinstance(error, Refusal | Refusals | Trouble):
            self._banner.say("danger", said(error))
        elif isinstance(error, BaseException):
            raise error
