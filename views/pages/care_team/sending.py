# SPDX-License-Identifier: MIT
"""Invitations on their way out, to a printer or a folder with the calendar file beside; noted when they really went."""

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from models.queries.documents import document_bytes
from models.queries.meeting_calendar import calendar_event
from models.queries.meetings import meeting_sheet
from models.work.draft_agenda import draft_agenda
from models.work.send_invitations import finish_invitations, send_invitations
from models.work.send_letter import log_exported, log_printed
from views.letterpress import letterpress
from views.navigation import Navigator
from views.pages.care_team.team_card import Attempt
from views.pages.documents.outgoing import neutral_name
from views.printing import Kept, Sheets, printing
from views.texts import language, t
from views.workspace import Workspace

CALENDAR = ".ics"


class Page(Protocol):
    """The page it is done from."""

    workspace: Workspace
    navigator: Navigator

    @property
    def meeting_id(self) -> UUID | None: ...
    @property
    def done(self) -> SignalInstance: ...
    @property
    def started(self) -> SignalInstance: ...


class Sending:
    """Finished first, then sent: who thinks better of it at the printer finds the finished letters here still."""

    def __init__(self, page: Page, family_id: UUID, attempt: Attempt) -> None:
        self._page, self._workspace, self._family_id, self._attempt = page, page.workspace, family_id, attempt

    def print_them(self) -> None:
        """Ask once, and print all."""
        meeting_id, ids = self._finished()
        job = printing().print_all(self._over(), self._sheets(ids)) if ids else None
        if job is None or meeting_id is None:
            return
        job.succeeded.connect(lambda sent: self._sent(meeting_id, ids, log_printed, sent))
        job.failed.connect(self._fail)
        self._page.started.emit(job, t("printing.running", n=len(ids)), t("printing.stop_note"))

    def save_them(self) -> None:
        """Ask for a folder, and write all there with the calendar file."""
        meeting_id, ids = self._finished()
        if not ids or meeting_id is None:
            return
        calendar = Sheets(self._calendar(meeting_id), self._name(meeting_id), CALENDAR)
        task = printing().save_all(self._over(), [*self._sheets(ids), calendar])
        if task is None:
            return
        job = self._workspace.run(task)
        job.succeeded.connect(lambda kept: self._saved(meeting_id, ids, kept))
        job.failed.connect(self._fail)
        self._page.started.emit(job, t("printing.saving", n=len(ids) + 1), t("printing.save_stop_note"))

    def save_calendar(self) -> None:
        """The calendar file alone."""
        meeting_id = self._page.meeting_id
        if meeting_id is None:
            return
        kept = printing().save(self._over(), self._calendar(meeting_id), self._name(meeting_id), CALENDAR)
        if kept is not None:
            self._page.done.emit(t("plan_meeting.calendar_saved"), None)

    def to_room(self) -> None:
        """Where it is held; what the child thinks is written there, also beforehand."""
        if self._page.meeting_id is not None:
            self._page.navigator.open("meeting", id=str(self._page.meeting_id))

    def to_agenda(self) -> None:
        """The sheet on the table, among the documents: looked at, finished and printed there."""
        meeting_id, made = self._page.meeting_id, list[UUID]()
        if meeting_id is not None:
            self._attempt(lambda: made.append(self._workspace.do(draft_agenda, meeting_id)), "")
        if made:
            self._page.navigator.open("family", id=str(self._family_id), tab="documents", item=str(made[0]))

    def _finished(self) -> tuple[UUID | None, list[UUID]]:
        meeting_id, ids, press = self._page.meeting_id, list[UUID](), letterpress().press
        if meeting_id is not None:
            self._attempt(lambda: ids.extend(self._workspace.do(finish_invitations, meeting_id, press)), "")
        return meeting_id, ids

    def _over(self) -> QWidget:
        assert isinstance(self._page, QWidget)
        return self._page

    def _sheets(self, ids: Sequence[UUID]) -> list[Sheets]:
        kept = [self._workspace.read(document_bytes, id) for id in ids]
        return [Sheets(one.content, neutral_name(one.number)) for one in kept]

    def _calendar(self, meeting_id: UUID) -> bytes:
        event = self._workspace.read(calendar_event, meeting_id, language(), self._workspace.now())
        return letterpress().calendar([event])

    def _name(self, meeting_id: UUID) -> str:
        """Never a person's name."""
        sheet = self._workspace.read(meeting_sheet, meeting_id)
        return t("plan_meeting.file_name", day=f"{sheet.row.on:%Y-%m-%d}" if sheet else "")

    def _saved(self, meeting_id: UUID, ids: list[UUID], kept: Kept) -> None:
        self._sent(meeting_id, ids, log_exported, [place for place in kept.places if place < len(ids)])
        if kept.trouble is not None:
            self._fail(kept.trouble)

    def _sent(self, meeting_id: UUID, ids: list[UUID], log: Callable[..., None], places: Sequence[int]) -> None:
        """All of them went: then the meeting is invited to. Whatever went is noted."""
        if len(places) == len(ids):
            self._attempt(
                lambda: self._workspace.do(send_invitations, meeting_id), t("plan_meeting.invited", n=len(ids))
            )
        for place in places:
            self._attempt(lambda at=place: self._workspace.do(log, ids[at]), "")  # type: ignore[misc]

    def _fail(self, wrong: Exception) -> None:
        def fail() -> None:
            raise wrong

        self._attempt(fail, "")
