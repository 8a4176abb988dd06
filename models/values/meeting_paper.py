# SPDX-License-Identifier: MIT
"""What the papers of a team meeting need to know: invitation, agenda, minutes, follow-up list and reminder."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from models.values.consent_paper import ChildView
from models.values.letter import Envelope

TaskStatus = Literal["open", "running", "done", "dropped"]


@dataclass(frozen=True, slots=True)
class MeetingOccasion:
    """When and where, who leads and who writes; `child` is initials in what is sent out, the name in minutes.

    Where the place must not be told, it is empty, and the paper says whom to ask.
    """

    child: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    online: str = ""
    number: int = 0
    leader: str = ""
    recorder: str = ""


@dataclass(frozen=True, slots=True)
class MeetingParticipant:
    """Somebody invited or listed: in what role, from which service, and there or not."""

    name: str
    role: str = ""
    service: str = ""
    attendance: Literal["", "present", "absent", "copy"] = ""
    deputy_for: str = ""
    called_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OmittedItem:
    """An item this recipient may not read, told of only where the reason may be said; else it is left out whole."""

    reason: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item: what, who brings it up, and how long; the child's own comes first whatever its place."""

    title: str
    who: str = ""
    minutes: int = 0
    note: str = ""
    of_child: bool = False


@dataclass(frozen=True, slots=True)
class ChildPart:
    """How the child takes part, who prepares it and asks what it thinks, and by when (R41)."""

    takes_part: Literal["", "whole", "part", "represented", "not"] = ""
    how: str = ""
    prepared_by: str = ""
    view_by: date | None = None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """What somebody has taken on: what, who, when and how far (R45)."""

    what: str
    who: str
    service: str = ""
    due_on: date | None = None
    status: TaskStatus = "open"
    done_on: date | None = None
    goal: str = ""
    met_on: date | None = None

    @property
    def done(self) -> bool:
        """Whether nothing more is expected of anybody."""
        return self.status in ("done", "dropped")


@dataclass(frozen=True, slots=True)
class InvitationLetter:
    """Innkalling to one recipient: what this one needs to know to come prepared, and initials only.

    `consent`: whether it covers everybody for the whole meeting, or some for a part of it.
    """

    envelope: Envelope
    occasion: MeetingOccasion
    items: tuple[AgendaItem | OmittedItem, ...] = ()
    participants: tuple[MeetingParticipant, ...] = ()
    purpose: str = ""
    list_decided_by: str = ""
    consent: Literal["", "whole", "part"] = ""
    child_part: ChildPart = ChildPart()
    called_to: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    items_by: date | None = None
    reply_by: date | None = None
    interpreter: str = ""
    people_in_room: int = 0


@dataclass(frozen=True, slots=True)
class ChildInvitation:
    """The child's or youth's own invitation, with room to answer; `adult` is whom to talk with beforehand."""

    envelope: Envelope
    occasion: MeetingOccasion
    child_called: str
    why: str = ""
    topics: tuple[str, ...] = ()
    participants: tuple[MeetingParticipant, ...] = ()
    adult: str = ""
    reply_by: date | None = None


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """Saksliste on the table: the items with their time, and what was taken on last time."""

    envelope: Envelope
    occasion: MeetingOccasion
    items: tuple[AgendaItem | OmittedItem, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """What was said and agreed on one item; what the child thinks comes first."""

    title: str
    child_view: str = ""
    child_view_how: str = ""
    parents_view: str = ""
    known: str = ""
    options: str = ""
    agreed: tuple[str, ...] = ()
    disagreement: str = ""
    result: Literal["", "continue", "change", "end"] = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Objection:
    """What somebody says is wrong in the minutes, or missing."""

    from_whom: str
    words: str
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """Who gets the minutes, how, and on which ground; in words that tell this reader of nothing that is left out."""

    name: str
    how: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """Referat, made for one recipient: draft, then sent, then final when the time for objections is out (R44)."""

    envelope: Envelope
    occasion: MeetingOccasion
    state: Literal["draft", "sent", "final"] = "draft"
    version: int = 1
    state_on: date | None = None
    participants: tuple[MeetingParticipant, ...] = ()
    consent: str = ""
    previous: str = ""
    child_called: str = ""
    child_view: ChildView = field(default_factory=ChildView)
    parents_view: str = ""
    earlier_tasks: tuple[TaskLine, ...] = ()
    items: tuple[MinutesItem | OmittedItem, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    plan: str = ""
    review_on: date | None = None
    to_be_told: tuple[str, ...] = ()
    filed: str = ""
    next_meeting: datetime | None = None
    objections_by: date | None = None
    objections: tuple[Objection, ...] = ()
    distribution: tuple[Distribution, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskListPaper:
    """Oppgaveliste: who does what by when, those past due first; `about` is the child or its initials."""

    envelope: Envelope
    about: str
    tasks: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A task past due as the reminder tells it: when it was agreed and due; a label only if it tells no secret."""

    due_on: date
    agreed_on: date | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class TaskReminder:
    """Purring på tiltak: polite and short, initials only, nothing on health."""

    envelope: Envelope
    child_initials: str
    tasks: tuple[ReminderLine, ...]
    reply_by: date | None = None
