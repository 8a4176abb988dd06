# SPDX-License-Identifier: MIT
"""Meetings of an ansvarsgruppe: who comes, what is on the agenda, and the minutes in versions (R40-R46)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class MeetingState(StrEnum):
    """From plan to held; the minutes have a state of their own."""

    PLANNED = "planned"
    INVITED = "invited"
    HELD = "held"
    CANCELLED = "cancelled"


class Attendance(StrEnum):
    """How somebody took part."""

    INVITED = "invited"
    PRESENT = "present"
    ABSENT = "absent"
    COPY = "copy"


class ItemKind(StrEnum):
    """Where an item comes from."""

    CHILD = "child"
    SINCE_LAST = "since_last"
    GOAL = "goal"
    TASK = "task"
    CONSENT = "consent"
    TRANSITION = "transition"
    OWN = "own"
    SUMMARY = "summary"


class MinutesState(StrEnum):
    """Draft, sent out, and final when the time for objections is over (R44)."""

    DRAFT = "draft"
    SENT = "sent"
    FINAL = "final"


class TeamMeeting(Record, table=True):
    """One meeting."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    care_team_id: UUID | None = Field(default=None, foreign_key="careteam.id", index=True)
    child_id: UUID | None = Field(default=None, foreign_key="person.id")
    number: int = 0
    state: MeetingState = MeetingState.PLANNED
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    online: str = ""
    leader: str = ""
    recorder: str = ""
    purpose: str = ""
    list_decided_by: str = ""
    interpreter: str = ""
    reply_by: date | None = None
    child_takes_part: str = Field(default="", description="whole, part, represented or not")
    child_how: str = ""
    child_prepared_by: str = ""
    child_view_by: date | None = None
    parents_view: str = ""
    previous_approved: str = ""
    plan_note: str = ""
    review_on: date | None = None
    invited_on: date | None = None
    held_on: date | None = None
    minutes_due_on: date | None = None
    cancelled_reason: str = ""


class MeetingParticipant(Record, table=True):
    """Somebody invited to a meeting; a snapshot, so that later changes of the group do not change the meeting."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    meeting_id: UUID = Field(foreign_key="teammeeting.id", index=True)
    member_id: UUID | None = Field(default=None, foreign_key="teammember.id")
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    family_service_id: UUID | None = Field(default=None, foreign_key="familyservice.id")
    staff_id: UUID | None = Field(default=None, foreign_key="staff.id")
    name: str
    role: str = ""
    service: str = ""
    language: str = ""
    attendance: Attendance = Attendance.INVITED
    deputy: str = ""
    items: str = Field(default="", description="ids of the items somebody is called to, with spaces; empty for all")
    without_consent_reason: str = Field(default="", description="why one without valid consent is invited all the same")
    copy_basis: str = Field(default="", description="the legal basis for a copy to one who was absent")


class AgendaItem(Record, table=True):
    """An item of a meeting with what was said and agreed on it."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    meeting_id: UUID = Field(foreign_key="teammeeting.id", index=True)
    position: int = 0
    kind: ItemKind = ItemKind.OWN
    title: str
    who: str = ""
    minutes: int = 0
    information: str = Field(default="", description="kinds of information it reveals: models.rules.visibility")
    text: str = Field(default="", description="what was said: the minutes of this item")
    agreed: str = Field(default="", description="what was agreed, one line each")
    child_view: str = ""
    disagreement: str = ""
    done: bool = False


class MinutesVersion(Record, table=True):
    """The minutes as they stood when they were sent or made final; never written over (arkivforskrifta § 11)."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    meeting_id: UUID = Field(foreign_key="teammeeting.id", index=True)
    number: int
    state: MinutesState
    made_at: datetime
    made_by_id: UUID = Field(foreign_key="staff.id")
    objections_by: date | None = None
    content: str = Field(description="JSON: everything the minutes said, before anything is left out for somebody")


class MinutesObjection(Record, table=True):
    """What somebody says is wrong in the minutes, or missing."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    version_id: UUID = Field(foreign_key="minutesversion.id", index=True)
    from_whom: str
    words: str
    made_on: date
    answer: str = ""
