# SPDX-License-Identifier: MIT
"""What the minutes of a meeting say in all, before anything is left out for somebody; kept version by version."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class KeptParticipant:
    """Somebody who was there, was absent, or only gets a copy."""

    id: UUID
    name: str
    role: str = ""
    service: str = ""
    attendance: str = "invited"
    deputy: str = ""
    copy_basis: str = ""
    language: str = ""
    service_id: UUID | None = None
    person_id: UUID | None = None
    staff_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class KeptItem:
    """One item with what was said; `information` is the kinds it reveals, as records keep them."""

    id: UUID
    title: str
    kind: str = "own"
    who: str = ""
    information: str = ""
    text: str = ""
    agreed: str = ""
    child_view: str = ""
    disagreement: str = ""


@dataclass(frozen=True, slots=True)
class KeptTask:
    """A task as it stood; `earlier` was taken on at another meeting, and is followed up here."""

    id: UUID
    what: str
    who: str = ""
    service: str = ""
    service_id: UUID | None = None
    due_on: date | None = None
    state: str = "open"
    done_on: date | None = None
    information: str = ""
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class KeptView:
    """What the child said before the meeting, or why it was not heard."""

    heard: str = ""
    words: str = ""
    how: str = ""
    by: str = ""
    heard_on: date | None = None
    not_heard_reason: str = ""


@dataclass(frozen=True, slots=True)
class KeptObjection:
    """What somebody said was wrong or missing in an earlier version."""

    from_whom: str
    words: str
    made_on: date
    answer: str = ""


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """Everything; `guarded` says that nobody may learn where the meeting was."""

    meeting_id: UUID
    family_id: UUID
    starts_at: datetime
    number: int = 0
    ends_at: datetime | None = None
    place: str = ""
    online: str = ""
    leader: str = ""
    recorder: str = ""
    previous: str = ""
    parents_view: str = ""
    plan_note: str = ""
    review_on: date | None = None
    next_meeting: datetime | None = None
    consent_on: date | None = None
    guarded: bool = False
    child_view: KeptView = KeptView()
    participants: tuple[KeptParticipant, ...] = ()
    items: tuple[KeptItem, ...] = ()
    tasks: tuple[KeptTask, ...] = ()
    objections: tuple[KeptObjection, ...] = ()

    def stored(self) -> str:
        """As a version is kept."""
        return _CONTENT.dump_json(self).decode()


_CONTENT = TypeAdapter(MinutesContent)


def content_in(stored: str) -> MinutesContent:
    """The content of a kept version."""
    return _CONTENT.validate_json(stored)
