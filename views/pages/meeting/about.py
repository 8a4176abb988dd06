# SPDX-License-Identifier: MIT
"""What is written of the meeting as a whole: the child's view or why it was not heard, the parents', the plan."""

from pydantic import BaseModel
from PySide6.QtCore import Signal

from models.queries.meeting_room import MeetingRoom
from models.values.typed import Line, Text
from models.work.hold_meeting import (
    ChildHeardDraft,
    MeetingMinutes,
    NotHeardDraft,
    hear_child_at_meeting,
    say_why_not_heard,
    write_of_meeting,
)
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import long_text
from views.texts import t
from views.widgets.basics import column, label
from views.widgets.card import Card
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class WrittenOfMeeting(BaseModel):
    """The parts that belong to no item."""

    words: Text = ""
    not_heard_reason: Text = ""
    parents_view: Text = ""
    previous_approved: Line = ""
    plan_note: Text = ""


FIELDS = (
    Field("words", "room.about.words", long_text(3, 10), width="full", hint="room.about.words_hint"),
    Field("not_heard_reason", "room.about.not_heard", long_text(1, 4), width="full", hint="room.about.not_heard_hint"),
    Field("parents_view", "room.about.parents_view", long_text(2, 8), width="full", need="optional"),
    Field("previous_approved", "room.about.previous", width="full", need="optional"),
    Field("plan_note", "room.about.plan", long_text(2, 8), width="full", need="optional"),
)


class AboutMeeting(Card):
    """Saved as each part is left, as the items are."""

    saved = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(margins=(16, 12, 10, 10), gap=8)
        self._workspace = workspace
        self._room: MeetingRoom | None = None
        self.form: Form[WrittenOfMeeting] | None = None
        self._place = column(gap=0)
        self.add(
            label(t("room.about.title"), "subtitle"), ScrollColumn(column(self._place, None, margins=(0, 0, 8, 2)))
        )

    def show_room(self, room: MeetingRoom) -> None:
        """The parts as they stand."""
        self._room = room
        if self.form is None:
            self.form = Form(
                WrittenOfMeeting,
                FIELDS,
                self._workspace,
                draft_id=f"of_meeting/{room.sheet.row.id}",
                on_commit=self._commit,
            )
            self._place.addWidget(self.form)
        sheet, view = room.sheet, room.child_view
        self.form.set_value(
            {
                "words": view.words,
                "not_heard_reason": view.not_heard_reason,
                "parents_view": sheet.parents_view,
                "previous_approved": sheet.previous_approved,
                "plan_note": sheet.plan_note,
            }
        )
        self.form.setEnabled(not room.is_final)

    def leave_item(self) -> None:
        """Something else comes into view: what is typed here is saved first."""
        if self.form is not None:
            self.form.flush()

    def focus(self, part: str) -> None:
        """Put the caret into a part."""
        if self.form is not None:
            self.form.sheet.focus_field(part)

    def _commit(self, name: str, value: object) -> None:
        if self._room is None:
            return
        id, do, text = self._room.sheet.row.id, self._workspace.do, str(value or "")
        if name == "words":
            if text:
                do(hear_child_at_meeting, id, ChildHeardDraft(words=text))
        elif name == "not_heard_reason":
            if text:
                do(say_why_not_heard, id, NotHeardDraft(not_heard_reason=text))
        else:
            do(write_of_meeting, id, MeetingMinutes.model_validate({name: value}))
