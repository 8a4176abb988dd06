# SPDX-License-Identifier: MIT
"""The meeting as it is held: who is there, the agenda, the minutes and the tasks on one screen."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.queries.meeting_room import MeetingRoom, meeting_room, minutes_lacks
from models.records.draft import FormDraft
from models.values.changes import ChangeSet
from models.values.refusal import Refusal, Refusals
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.family.reading_only import ReadingOnly, may_write
from views.pages.meeting.acts import MeetingActs
from views.pages.meeting.attendance import AttendancePart
from views.pages.meeting.columns import MeetingColumns
from views.pages.meeting.head import meeting_head
from views.pages.page import Page
from views.refused import sentences
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, clear, column
from views.widgets.error_summary import ErrorSummary
from views.workspace import Workspace


class MeetingPage(Page):
    """`navigator.open("meeting", id="<id>")`; F11 leaves only the meeting on the screen."""

    title = "room.title"
    help = "meeting"
    nav = "meetings"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self.meeting_id: UUID | None = None
        self.room: MeetingRoom | None = None
        self.is_alone = False
        self._head = column(gap=0)
        self._refused = Banner("danger", "", closable=True)
        self.summary = ErrorSummary("room.before_finish")
        self.attendance = AttendancePart(workspace)
        self.columns = MeetingColumns(workspace)
        self._acts = MeetingActs(self)
        self.body.setSpacing(8)
        self.body.addWidget(boxed(self._head))
        self.body.addWidget(self.attendance)
        self.body.addWidget(self._refused)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.columns, 1)
        self._writes = may_write(workspace)
        if not self._writes:
            ReadingOnly(self).close(self)

    def concerns(self, changes: ChangeSet) -> bool:
        """Anything of this family but half-typed text."""
        of_family = self.room is not None and changes.touches_family(self.room.sheet.family_id)
        return of_family and any(change.record is not FormDraft for change in changes.changes)

    def reload(self) -> None:
        """Read the meeting again; the item in view and what is typed in it stay."""
        if self.meeting_id is None:
            return
        self.room = self.workspace.read(meeting_room, self.meeting_id, self.workspace.today())
        clear(self._head)
        if self.room is None:
            self._refused.say("danger", t("minutes_refused.gone"))
            self.columns.hide()
            self.attendance.hide()
            return
        self._head.addWidget(meeting_head(self.room, self._acts, self.is_alone))
        self.attendance.show_room(self.room)
        self.columns.show_room(self.room)
        if not self._writes:
            self.attendance.setEnabled(False)
        if not self.summary.isHidden():
            # what has been mended vanishes from the list
            lacks = self.workspace.read(minutes_lacks, self.meeting_id, self.workspace.today())
            self.show_lacks(Refusals(lacks), take_focus=False)

    def place(self) -> Place:
        here = {"id": str(self.meeting_id)} if self.meeting_id else {}
        return {**here, "item": self.columns.place()}

    def go_to(self, place: Place) -> None:
        """A meeting by its id, at an item."""
        wanted = place.get("id")
        if wanted and str(wanted) != str(self.meeting_id):
            self.flush()
            self.summary.show_problems([])
            self._refused.hide()
            self.meeting_id = UUID(str(wanted))
            self.columns.forget()
            self.reload()
        self.columns.go_to(str(place.get("item") or ""))
        self.columns.agenda.start_clock()
        self.commands_changed.emit()

    def commands(self) -> list[Command]:
        columns, acts = self.columns, self._acts
        is_open = self.is_open

        def to_copies() -> bool:
            return self.room is not None

        back = Command("room.back", "room.not_alone", "Esc", self.toggle_alone, in_palette=False)
        return [
            Command("room.task", "room.item.make_task", "Ctrl+Return", columns.editor.make_task, is_open, "task"),
            Command("room.next", "room.agenda.next", "Ctrl+Down", lambda: columns.agenda.step(1), icon="down"),
            Command("room.former", "room.agenda.former", "Ctrl+Up", lambda: columns.agenda.step(-1), in_palette=False),
            Command("room.finish", "room.finish", "", acts.finish, is_open, "check"),
            Command("room.copies", "room.copies", "Ctrl+P", acts.to_copies, to_copies, "copy"),
            Command("room.alone", "room.alone", "F11", self.toggle_alone, icon="eye"),
            *([back] if self.is_alone else []),
        ]

    def first_focus(self) -> QWidget | None:
        """Where one writes."""
        return self.columns.first_focus()

    def panes(self) -> list[QWidget]:
        return [self.attendance, *self.columns.panes()]

    def is_open(self) -> bool:
        """Whether anything can be written."""
        return self._writes and self.room is not None and not self.room.is_final

    def toggle_alone(self) -> None:
        """Only the meeting on the screen, or the program around it again."""
        self.is_alone = not self.is_alone
        focus = self.focusWidget()
        self.alone.emit(self.is_alone)
        self.commands_changed.emit()
        self.reload()
        if focus is not None:
            focus.setFocus()

    def attempt(self, act: Callable[[], object], told: str = "", undo: Callable[[], object] | None = None) -> bool:
        """Do it and tell, or say why not."""
        allowed = self._refused.allows(act)
        if allowed and told:
            self.done.emit(told, undo)
        return allowed

    def show_lacks(self, wrong: Refusal | Refusals, take_focus: bool = True) -> None:
        """What must be mended before the minutes are sent, each with the way to its place."""
        lacks = sentences(wrong, self.workspace.today())
        ways = [(words, partial(self._acts.go_to_lack, field)) for field, words in lacks]
        self.summary.show_problems(ways, take_focus)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.columns.agenda.stop_clock()
        # minimised while it is shown, it is still shown when it comes back
        if self.is_alone and not event.spontaneous():
            self.is_alone = False
            self.alone.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.window().width())
