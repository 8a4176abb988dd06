# SPDX-License-Identifier: MIT
"""A meeting is planned: numbered, with the group's members and a proposed agenda; then edited or cancelled (R40)."""

from datetime import UTC, date, datetime, time
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, func, select

from models.records.care_team import CareTeam
from models.records.meeting import MeetingState, TeamMeeting
from models.store.meaning import note
from models.values.act import Act
from models.values.clock_reading import Clock, in_norway
from models.values.refusal import Refusal
from models.values.typed import Line, Name, Reason, Text
from models.work.by_right import by_right
from models.work.new_meeting import chair_of, first_agenda, first_invited
from models.work.reach import reach_family, revise
from models.work.right_checks import found

USUAL_START, USUAL_END = time(13, 0), time(14, 0)
TakesPart = Literal["", "whole", "part", "represented", "not"]


class MeetingDraft(BaseModel):
    """When and where, who leads and writes, and how the child takes part; only the date must be there to plan."""

    on: date
    begins: Clock = None
    ends: Clock = None
    place: Line = ""
    online: Line = ""
    leader: Name = ""
    recorder: Name = ""
    purpose: Text = ""
    list_decided_by: Line = ""
    interpreter: Line = ""
    reply_by: date | None = None
    child_takes_part: TakesPart = ""
    child_how: Line = ""
    child_prepared_by: Name = ""
    child_view_by: date | None = None

    def moments(self) -> dict[str, datetime | None]:
        """Begin and end as records keep them."""
        begins = self.begins or USUAL_START
        if self.ends is not None and self.ends <= begins:
            raise Refusal("meeting_refused.ends_before_begin", field="ends")
        ends = self.ends or (USUAL_END if begins < USUAL_END else None)
        return {
            "starts_at": in_norway(self.on, begins).astimezone(UTC),
            "ends_at": in_norway(self.on, ends).astimezone(UTC) if ends else None,
        }

    def values(self) -> dict[str, Any]:
        """Everything as the record keeps it."""
        return self.model_dump(exclude={"on", "begins", "ends"}) | self.moments()


class CancelDraft(BaseModel):
    """Why there is no meeting."""

    cancelled_reason: Reason


@by_right
def plan_meeting(session: Session, act: Act, family_id: UUID, draft: MeetingDraft, team_id: UUID | None = None) -> UUID:
    """The next meeting of the group, or one before there is a group; its members are invited, an agenda proposed."""
    family = reach_family(session, act, family_id)
    team = found(session, CareTeam, team_id) if team_id else _running(session, family_id)
    if team and team.family_id != family_id:
        raise Refusal("meeting_refused.another_family")
    meeting = TeamMeeting(
        created_at=act.now,
        family_id=family_id,
        care_team_id=team.id if team else None,
        child_id=team.child_id if team else None,
        number=_next_number(session, family_id, team),
        **draft.values(),
    )
    meeting.leader = meeting.leader or chair_of(session, meeting.care_team_id, meeting) or act.name
    meeting.recorder = meeting.recorder or act.name
    session.add(meeting)
    session.flush()
    for one in (*first_invited(session, act, meeting), *first_agenda(session, act, meeting, family.language)):
        session.add(one)
    note(session, act, what="meeting.planned", family_id=family_id, object_id=meeting.id)
    return meeting.id


@by_right
def edit_meeting(session: Session, act: Act, meeting_id: UUID, draft: MeetingDraft) -> UUID:
    """Mend when, where, who leads, and how the child takes part; what was sent stands as it was."""
    meeting = open_meeting(session, act, meeting_id)
    revise(meeting, draft.values())
    return meeting.id


@by_right
def cancel_meeting(session: Session, act: Act, meeting_id: UUID, draft: CancelDraft) -> UUID:
    """There will be no meeting; those invited must be told, and the reason stands."""
    meeting = open_meeting(session, act, meeting_id)
    if meeting.state is MeetingState.HELD:
        raise Refusal("meeting_refused.is_held")
    revise(meeting, {"state": MeetingState.CANCELLED, "cancelled_reason": draft.cancelled_reason})
    note(session, act, what="meeting.cancelled", family_id=meeting.family_id, object_id=meeting.id)
    return meeting.id


@by_right
def plan_meeting_again(session: Session, act: Act, meeting_id: UUID) -> UUID:
    """The inverse of cancel_meeting: it is to be held after all."""
    meeting = found(session, TeamMeeting, meeting_id)
    reach_family(session, act, meeting.family_id)
    if meeting.state is not MeetingState.CANCELLED:
        raise Refusal("meeting_refused.not_cancelled")
    state = MeetingState.INVITED if meeting.invited_on else MeetingState.PLANNED
    team = session.get(CareTeam, meeting.care_team_id) if meeting.care_team_id else None
    number = max(meeting.number, _next_number(session, meeting.family_id, team))
    revise(meeting, {"state": state, "cancelled_reason": "", "number": number})
    note(session, act, what="meeting.planned_again", family_id=meeting.family_id, object_id=meeting.id)
    return meeting.id


def open_meeting(session: Session, act: Act, meeting_id: UUID) -> TeamMeeting:
    """The meeting with this id, when it is not cancelled and this act may work with its family."""
    meeting = found(session, TeamMeeting, meeting_id)
    reach_family(session, act, meeting.family_id)
    if meeting.state is MeetingState.CANCELLED:
        raise Refusal("meeting_refused.is_cancelled")
    return meeting


def _running(session: Session, family_id: UUID) -> CareTeam | None:
    running = select(CareTeam).where(CareTeam.family_id == family_id, col(CareTeam.ended_on).is_(None))
    return session.exec(running.order_by(col(CareTeam.id))).first()


def _next_number(session: Session, family_id: UUID, team: CareTeam | None) -> int:
    held = select(func.max(TeamMeeting.number)).where(
        TeamMeeting.family_id == family_id,
        TeamMeeting.state != MeetingState.CANCELLED,
        col(TeamMeeting.care_team_id) == team.id if team else col(TeamMeeting.care_team_id).is_(None),
    )
    return (session.exec(held).one() or 0) + 1
