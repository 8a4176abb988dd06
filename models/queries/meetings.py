# SPDX-License-Identifier: MIT
"""The meetings of a family, and everything there is on one of them (R40)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.access import mine
from models.queries.care_teams import Covered, covering
from models.queries.consent_facts import team_permissions
from models.queries.guard import of_family, of_part
from models.queries.meeting_facts import is_general, items_of, participants_of
from models.queries.meeting_readers import readers_of
from models.records.listing import FamilyListing
from models.records.meeting import (
    Attendance,
    ItemKind,
    MeetingState,
    MinutesState,
    MinutesVersion,
    TeamMeeting,
)
from models.records.person import Person
from models.rules.visibility import Information, Reader, kinds_in
from models.values.dates import OSLO, add_days, local_day
from models.values.names import full_name


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting in a list; `minutes` is the state of their newest version, None while nothing is sent."""

    id: UUID
    care_team_id: UUID | None
    child_id: UUID | None
    number: int
    state: MeetingState
    starts_at: datetime
    ends_at: datetime | None
    place: str
    online: str
    invited_on: date | None
    held_on: date | None
    minutes_due_on: date | None
    cancelled_reason: str
    minutes: MinutesState | None

    @property
    def on(self) -> date:
        """The day of the meeting in Norway."""
        return local_day(self.starts_at)


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Somebody invited: as whom they read, how consents cover them, and the items they are called to (empty: all)."""

    id: UUID
    member_id: UUID | None
    person_id: UUID | None
    family_service_id: UUID | None
    staff_id: UUID | None
    name: str
    role: str
    service: str
    language: str
    attendance: Attendance
    deputy: str
    items: tuple[UUID, ...]
    without_consent_reason: str
    copy_basis: str
    reader: Reader
    covered: Covered
    covered_until: date | None


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item; `general` when its heading is one of ours that tells nothing of anybody."""

    id: UUID
    position: int
    kind: ItemKind
    title: str
    who: str
    minutes: int
    information: frozenset[Information]
    text: str
    agreed: str
    child_view: str
    disagreement: str
    done: bool
    general: bool


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """Everything on one meeting; `values` are its own fields as they are stored."""

    row: MeetingRow
    family_id: UUID
    version: int
    child: str
    leader: str
    recorder: str
    purpose: str
    list_decided_by: str
    interpreter: str
    reply_by: date | None
    child_takes_part: str
    child_how: str
    child_prepared_by: str
    child_view_by: date | None
    parents_view: str
    previous_approved: str
    plan_note: str
    review_on: date | None
    participants: tuple[ParticipantRow, ...]
    items: tuple[AgendaRow, ...]

    @property
    def begins(self) -> str:
        """«13:00» in Norway."""
        return f"{self.row.starts_at.astimezone(OSLO):%H:%M}"

    @property
    def ends(self) -> str:
        """«14:00» in Norway, or nothing."""
        return f"{self.row.ends_at.astimezone(OSLO):%H:%M}" if self.row.ends_at else ""


@dataclass(frozen=True, slots=True)
class ComingMeeting:
    """A meeting of one of somebody's families, in the calendar."""

    row: MeetingRow
    family_id: UUID
    family: str


@of_family
def meetings_of(session: Session, family_id: UUID) -> tuple[MeetingRow, ...]:
    """All of them, newest first."""
    asked = select(TeamMeeting).where(TeamMeeting.family_id == family_id)
    found = session.exec(asked.order_by(col(TeamMeeting.starts_at).desc(), col(TeamMeeting.id).desc())).all()
    minutes = _newest_minutes(session, found)
    return tuple(_row(one, minutes) for one in found)


@of_part(TeamMeeting)
def meeting_sheet(session: Session, meeting_id: UUID) -> MeetingSheet | None:
    """One meeting with its participants and agenda; None when it is gone."""
    meeting = session.get(TeamMeeting, meeting_id)
    if meeting is None:
        return None
    child = session.get(Person, meeting.child_id) if meeting.child_id else None
    own = set(MeetingSheet.__slots__) - {"row", "child", "participants", "items"}
    return MeetingSheet(
        **meeting.model_dump(include=own),
        row=_row(meeting, _newest_minutes(session, [meeting])),
        child=full_name(child.given_name, child.family_name) if child else "",
        participants=_participants(session, meeting),
        items=tuple(
            AgendaRow(
                **one.model_dump(include=set(AgendaRow.__slots__) - {"information", "general"}),
                information=kinds_in(one.information),
                general=is_general(one.title),
            )
            for one in items_of(session, meeting)
        ),
    )


def coming_meetings(session: Session, staff_id: UUID, first: date, last: date) -> tuple[ComingMeeting, ...]:
    """The meetings of this person's families from the first day to the last, soonest first."""
    begin, end = (datetime(day.year, day.month, day.day, tzinfo=OSLO) for day in (first, add_days(last, 1)))
    found = session.exec(
        select(TeamMeeting, FamilyListing)
        .join(FamilyListing, col(FamilyListing.family_id) == TeamMeeting.family_id)
        .where(mine(staff_id), col(TeamMeeting.starts_at) >= begin, col(TeamMeeting.starts_at) < end)
        .where(TeamMeeting.state != MeetingState.CANCELLED)
        .order_by(col(TeamMeeting.starts_at), col(TeamMeeting.id))
    ).all()
    minutes = _newest_minutes(session, [meeting for meeting, _ in found])
    return tuple(ComingMeeting(_row(one, minutes), one.family_id, family.label) for one, family in found)


def _participants(session: Session, meeting: TeamMeeting) -> tuple[ParticipantRow, ...]:
    people = participants_of(session, meeting)
    permissions = team_permissions(session, meeting.family_id, meeting.child_id)
    on, rows = local_day(meeting.starts_at), []
    readers = readers_of(session, meeting.family_id, people, meeting.child_id, on)
    for one, reader in zip(people, readers, strict=True):
        covered, until = covering(reader, permissions, on, ours=one.staff_id is not None)
        own = set(ParticipantRow.__slots__) - {"items", "reader", "covered", "covered_until"}
        rows.append(
            ParticipantRow(
                **one.model_dump(include=own),
                items=tuple(UUID(word) for word in one.items.split()),
                reader=reader,
                covered=covered,
                covered_until=until,
            )
        )
    return tuple(rows)


def _newest_minutes(session: Session, meetings: Sequence[TeamMeeting]) -> dict[UUID, MinutesState]:
    ids = [one.id for one in meetings]
    asked = select(MinutesVersion.meeting_id, MinutesVersion.state).where(col(MinutesVersion.meeting_id).in_(ids))
    return {id: MinutesState(state) for id, state in session.exec(asked.order_by(col(MinutesVersion.number)))}


def _row(meeting: TeamMeeting, minutes: dict[UUID, MinutesState]) -> MeetingRow:
    kept = set(MeetingRow.__slots__) - {"minutes"}
    return MeetingRow(**meeting.model_dump(include=kept), minutes=minutes.get(meeting.id))
