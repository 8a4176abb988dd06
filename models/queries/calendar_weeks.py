# SPDX-License-Identifier: MIT
"""Meetings, deadlines and transitions of one's families between two days, for Møter og frister."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.due import deadlines
from models.queries.due_row import DueRow, Scope, TransitionRow
from models.queries.scope import may_see_all, scope_of
from models.queries.transitions import transitions_ahead
from models.records.listing import FamilyListing
from models.records.meeting import MeetingState, TeamMeeting
from models.values.dates import OSLO, add_days, local_day


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in the calendar; no place where an address is graded."""

    id: UUID
    family_id: UUID
    family: str
    state: MeetingState
    starts_at: datetime
    ends_at: datetime | None
    place: str

    @property
    def on(self) -> date:
        """Its day in Norway."""
        return local_day(self.starts_at)


@dataclass(frozen=True, slots=True)
class Weeks:
    """What the calendar shows, each kind by its day."""

    meetings: tuple[MeetingLine, ...]
    deadlines: tuple[DueRow, ...]
    transitions: tuple[TransitionRow, ...]
    may_see_all: bool


def weeks(session: Session, staff_id: UUID, today: date, first: date, last: date, everyone: bool = False) -> Weeks:
    """From the first day to the last, both counted; the deadlines as they stand today."""
    scope = scope_of(session, staff_id, everyone)
    due = deadlines(session, staff_id, today, last, everyone)
    return Weeks(
        _meetings(session, scope, first, last),
        tuple(row for row in due if row.due_on is not None and row.due_on >= first),
        _transitions(session, scope, first, last),
        may_see_all(session, staff_id),
    )


def _meetings(session: Session, scope: Scope, first: date, last: date) -> tuple[MeetingLine, ...]:
    begin, end = (datetime(day.year, day.month, day.day, tzinfo=OSLO) for day in (first, add_days(last, 1)))
    found = session.exec(
        select(TeamMeeting, FamilyListing.label, FamilyListing.protected)
        .join(FamilyListing, col(FamilyListing.family_id) == col(TeamMeeting.family_id))
        .where(col(TeamMeeting.family_id).in_(scope), TeamMeeting.state != MeetingState.CANCELLED)
        .where(col(TeamMeeting.starts_at) >= begin, col(TeamMeeting.starts_at) < end)
        .order_by(col(TeamMeeting.starts_at), col(TeamMeeting.id))
    )
    return tuple(
        MeetingLine(
            one.id,
            one.family_id,
            family,
            one.state,
            one.starts_at,
            one.ends_at,
            "" if protected else one.place or one.online,
        )
        for one, family, protected in found
    )


def _transitions(session: Session, scope: Scope, first: date, last: date) -> tuple[TransitionRow, ...]:
    found = list(transitions_ahead(session, scope, first, last))
    wanted = sorted({one.family_id for one in found})
    asked = select(FamilyListing.family_id, FamilyListing.label).where(col(FamilyListing.family_id).in_(wanted))
    labels = dict(session.exec(asked).all())
    rows = [
        TransitionRow(one.key, one.on, one.family_id, labels[one.family_id], one.child_id, one.child, one.title)
        for one in found
    ]
    return tuple(sorted(rows, key=lambda row: (row.on, row.family, row.child)))
