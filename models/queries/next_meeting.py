# SPDX-License-Identifier: MIT
"""The next meeting of one's families, with what is still missing before it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from models.queries.due_row import Scope
from models.records.listing import FamilyListing
from models.records.meeting import AgendaItem, Attendance, MeetingParticipant, MeetingState, TeamMeeting

COMING = (MeetingState.PLANNED, MeetingState.INVITED)


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """What the card on Min dag tells; no place where an address is graded."""

    id: UUID
    family_id: UUID
    family: str
    starts_at: datetime
    ends_at: datetime | None
    place: str
    participants: int
    invited_on: date | None
    without_who: int

    @property
    def minutes(self) -> int:
        """How long it is planned to take; 0 when nobody has said."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60 if self.ends_at else 0


def next_meeting(session: Session, scope: Scope, now: datetime) -> NextMeeting | None:
    """The first one that has not begun."""
    found = session.exec(
        select(TeamMeeting, FamilyListing.label, FamilyListing.protected)
        .join(FamilyListing, col(FamilyListing.family_id) == col(TeamMeeting.family_id))
        .where(col(TeamMeeting.family_id).in_(scope), col(TeamMeeting.state).in_(COMING))
        .where(col(TeamMeeting.starts_at) >= now)
        .order_by(col(TeamMeeting.starts_at), col(TeamMeeting.id))
        .limit(1)
    ).first()
    if found is None:
        return None
    meeting, family, protected = found
    comes = (MeetingParticipant.meeting_id == meeting.id, MeetingParticipant.attendance != Attendance.COPY)
    silent = (AgendaItem.meeting_id == meeting.id, AgendaItem.who == "")
    return NextMeeting(
        id=meeting.id,
        family_id=meeting.family_id,
        family=family,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place="" if protected else meeting.place or meeting.online,
        participants=session.exec(select(func.count()).select_from(MeetingParticipant).where(*comes)).one(),
        invited_on=meeting.invited_on,
        without_who=session.exec(select(func.count()).select_from(AgendaItem).where(*silent)).one(),
    )
