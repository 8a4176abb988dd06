# SPDX-License-Identifier: MIT
"""The fields of a planned meeting: when, where and who leads; and the child's part, asked before anybody is invited."""

from collections.abc import Mapping
from datetime import date

from pydantic import BaseModel

from models.queries.meetings import MeetingSheet
from models.values.clock_reading import Clock, read_time
from models.values.typed import Day, Line, Name, Text
from models.work.plan_meeting import TakesPart
from views.form.choice_editors import choice
from views.form.date_editor import DateEditor
from views.form.field import Field
from views.form.text_editors import TextEditor, long_text
from views.texts import t

PARTS = ("whole", "part", "represented", "not")


class TypedWhen(BaseModel):
    """When, where, and who leads and writes."""

    on: date
    begins: Clock = None
    ends: Clock = None
    place: Line = ""
    online: Line = ""
    leader: Name = ""
    recorder: Name = ""
    reply_by: Day = None
    interpreter: Line = ""
    list_decided_by: Line = ""
    purpose: Text = ""


class TypedChild(BaseModel):
    """How the child takes part."""

    child_takes_part: TakesPart | None = None
    child_how: Line = ""
    child_prepared_by: Name = ""
    child_view_by: Day = None


class ClockEditor(TextEditor):
    """A time of day: «13», «1330» and «13.30» are read alike."""

    def value(self) -> object:
        return self.box.text().strip()

    def unreadable(self) -> str:
        typed = self.box.text().strip()
        return t("plan_meeting.no_time") if typed and read_time(typed) is None else ""

    def tidy(self) -> None:
        found = read_time(self.box.text())
        if found is not None:
            self.box.setText(f"{found:%H:%M}")


FIRST = (
    Field("on", "plan_meeting.field.on", DateEditor, "plan_meeting.field.on_hint"),
    Field("begins", "plan_meeting.field.begins", ClockEditor),
    Field("ends", "plan_meeting.field.ends", ClockEditor),
    Field("place", "plan_meeting.field.place"),
)
WHEN = (
    *FIRST,
    Field("online", "plan_meeting.field.online", need="optional"),
    Field("leader", "plan_meeting.field.leader"),
    Field("recorder", "plan_meeting.field.recorder"),
    Field("reply_by", "plan_meeting.field.reply_by", DateEditor, need="optional"),
    Field("list_decided_by", "plan_meeting.field.list_decided_by", need="optional"),
    Field("interpreter", "plan_meeting.field.interpreter", need="optional"),
    Field("purpose", "plan_meeting.field.purpose", long_text(2, 4), need="optional", width="full"),
)


def _not_there(values: Mapping[str, object]) -> bool:
    return values.get("child_takes_part") == "not"


def _there(values: Mapping[str, object]) -> bool:
    return not _not_there(values)


CHILD = (
    Field("child_takes_part", "plan_meeting.field.child_takes_part", choice(PARTS, "plan_meeting.part"), width="full"),
    Field("child_how", "plan_meeting.field.child_how", hint="plan_meeting.field.child_how_hint", width="full"),
    Field("child_prepared_by", "plan_meeting.field.child_prepared_by", when=_there),
    Field("child_view_by", "plan_meeting.field.child_view_by", DateEditor, when=_there),
)


def stored(sheet: MeetingSheet) -> dict[str, object]:
    """A meeting as its fields start from it."""
    own = {
        name: getattr(sheet, name)
        for name in (*TypedWhen.model_fields, *TypedChild.model_fields)
        if hasattr(sheet, name)
    }
    times = {"on": sheet.row.on, "begins": sheet.begins, "ends": sheet.ends}
    return own | times | {"place": sheet.row.place, "online": sheet.row.online}
