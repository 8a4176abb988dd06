# SPDX-License-Identifier: MIT
"""What is done from the page of a meeting: attendance, tasks of a line, ticks, sending, objections."""

from uuid import UUID

from models.queries.meeting_room import MeetingRoom
from models.queries.meetings import AgendaRow
from models.records.meeting import Attendance
from models.values.refusal import Refusal, Refusals
from models.work.edit_agenda import AgendaItemDraft, add_agenda_item, edit_agenda_item, remove_agenda_item
from models.work.hold_meeting import (
    AttendanceDraft,
    set_attendance,
    tick_item,
)
from models.work.send_minutes import (
    send_minutes,
)
from views.pages.meeting.agenda import ABOUT
from views.pages.meeting.around import MeetingView
from views.pages.meeting.columns import OBJECTIONS, TASKS
from views.pages.meeting.item_form import ItemForm
from views.pages.meeting.task_acts import ObjectionActs, TaskActs
from views.texts import t


class MeetingActs:
    """Does for the page what its parts and keys ask for."""

    def __init__(self, page: MeetingView) -> None:
        self._page, self._do = page, page.workspace.do
        columns = page.columns
        page.attendance.marked.connect(self.mark)
        columns.agenda.ticked.connect(self.tick)
        columns.agenda.new_wanted.connect(lambda: self.edit_item(None))
        columns.editor.edit_wanted.connect(self.edit_item)
        self._others = TaskActs(page), ObjectionActs(page)

    def mark(self, participant_id: UUID, draft: AttendanceDraft) -> None:
        """Somebody came, or did not after all."""
        one = next(one for one in self._room.sheet.participants if one.id == participant_id)
        before = AttendanceDraft(attendance=one.attendance, deputy=one.deputy, copy_basis=one.copy_basis)
        there = t("room.is_there" if draft.attendance is Attendance.PRESENT else "room.is_not_there", name=one.name)
        do = self._do
        self._page.attempt(
            lambda: do(set_attendance, participant_id, draft), there, lambda: do(set_attendance, participant_id, before)
        )
        # a refused chip goes back to what stands in the vault
        self._page.attendance.show_room(self._room)

    def tick(self, item: AgendaRow, done: bool) -> None:
        """An item has been talked of."""
        self._page.attempt(lambda: self._do(tick_item, item.id, done=done))

    def edit_item(self, item: AgendaRow | None) -> None:
        """The form of an item in the place of the minutes."""
        meeting_id, columns = self._room.sheet.row.id, self._page.columns
        columns.editor.leave_item()

        def save(draft: AgendaItemDraft) -> bool:
            if item is not None:
                return self._page.attempt(lambda: self._do(edit_agenda_item, item.id, draft))
            return self._page.attempt(lambda: self._do(add_agenda_item, meeting_id, draft))

        def remove() -> None:
            if item is not None and self._page.attempt(lambda: self._do(remove_agenda_item, item.id)):
                columns.close_form()

        form = ItemForm(self._page.workspace, meeting_id, item, save, columns.close_form, remove if item else None)
        columns.show_form(form)
        form.focus_first()

    def finish(self) -> None:
        """Send the minutes, or show what they lack; the copies open by themselves."""
        self._page.flush()
        try:
            self._do(send_minutes, self._room.sheet.row.id)
        except (Refusal, Refusals) as wrong:
            self._page.show_lacks(wrong)
            return
        self._page.summary.show_problems([])
        self._page.done.emit(t("room.finished", version=self._room.version), None)
        self.to_copies()

    def go_to_lack(self, field: str) -> None:
        """To the place where it is mended."""
        what, _, id = field.partition("/")
        columns = self._page.columns
        if what in ("who", "due"):
            columns.show_side(TASKS)
            columns.tasks.open(UUID(id), "who" if what == "who" else "due_on")
        elif what == "objection":
            columns.show_side(OBJECTIONS)
            columns.objections.open(UUID(id))
        elif what == "child_view":
            columns.agenda.choose(ABOUT)
            columns.about.focus("words")
        elif what == "consent":
            self._page.navigator.open("family", id=str(self._room.sheet.family_id), tab="consents")
        else:
            self._page.attendance.focus_first()

    def to_copies(self) -> None:
        """Who gets what."""
        self._page.navigator.open("minutes_copies", id=str(self._room.sheet.row.id))

    def to_family(self) -> None:
        """The family's workspace."""
        self._page.navigator.open("family", id=str(self._room.sheet.family_id))

    def to_team(self) -> None:
        """The family's ansvarsgruppe."""
        self._page.navigator.open("family", id=str(self._room.sheet.family_id), tab="care_team")

    def alone(self) -> None:
        """Møtevisning on or off."""
        self._page.toggle_alone()

    @property
    def _room(self) -> MeetingRoom:
        assert self._page.room is not None
        return self._page.room
