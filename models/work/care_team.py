# SPDX-License-Identifier: MIT
"""An ansvarsgruppe begins, changes its members and ends; the family may start and end it (R39)."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import Session, col, select

from models.records.care_team import CareTeam, TeamMember
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Name, RequiredText
from models.work.by_right import by_right
from models.work.reach import reach_family, revise
from models.work.right_checks import found, not_before, not_in_future
from models.work.who_takes_part import WhoDraft, who_is

Wisher = Literal["family", "municipality"]
AT_MOST_A_YEAR = 52


class CareTeamDraft(BaseModel):
    """Why there is a group, who wished it, and how often it meets."""

    started_on: date
    started_by: Wisher = "family"
    ground: RequiredText
    every_weeks: int = Field(default=0, ge=0, le=AT_MOST_A_YEAR)
    child_id: UUID | None = None


class TeamEndDraft(BaseModel):
    """When and why the group ends, and who wished it."""

    ended_on: date
    ended_by: Wisher = "family"
    end_reason: RequiredText


class MemberDraft(WhoDraft):
    """Somebody in the group."""

    chair: bool = False
    deputy: Name = ""
    from_on: date


@by_right
def start_care_team(session: Session, act: Act, family_id: UUID, draft: CareTeamDraft) -> UUID:
    """A group for one child, or for the whole family; the one who starts it is its first member and chair."""
    reach_family(session, act, family_id)
    not_in_future(act, draft.started_on, "started_on")
    _refuse_second(session, family_id, draft.child_id)
    team = CareTeam(created_at=act.now, family_id=family_id, **draft.model_dump())
    session.add(team)
    session.flush()
    chair = MemberDraft(staff_id=act.staff_id, chair=True, from_on=draft.started_on)
    session.add(_member(session, act, team, chair))
    note(session, act, what="care_team.started", family_id=family_id, object_id=team.id)
    return team.id


@by_right
def edit_care_team(session: Session, act: Act, team_id: UUID, draft: CareTeamDraft) -> UUID:
    """Mend why it began and how often it meets."""
    team = running_team(session, act, team_id)
    not_in_future(act, draft.started_on, "started_on")
    if draft.child_id != team.child_id:
        _refuse_second(session, team.family_id, draft.child_id, beside=team.id)
    revise(team, draft.model_dump())
    return team.id


@by_right
def end_care_team(session: Session, act: Act, team_id: UUID, draft: TeamEndDraft) -> UUID:
    """The group ends; its members stand as they were, so that it can be taken up again."""
    team = running_team(session, act, team_id)
    not_in_future(act, draft.ended_on, "ended_on")
    not_before(draft.ended_on, team.started_on, "meeting_refused.team_ends_before_start", "ended_on")
    revise(team, draft.model_dump())
    note(session, act, what="care_team.ended", family_id=team.family_id, object_id=team.id)
    return team.id


@by_right
def resume_care_team(session: Session, act: Act, team_id: UUID) -> UUID:
    """The group is taken up again."""
    team = found(session, CareTeam, team_id)
    reach_family(session, act, team.family_id)
    _refuse_second(session, team.family_id, team.child_id, beside=team.id)
    revise(team, {"ended_on": None, "ended_by": "", "end_reason": ""})
    note(session, act, what="care_team.resumed", family_id=team.family_id, object_id=team.id)
    return team.id


@by_right
def add_team_member(session: Session, act: Act, team_id: UUID, draft: MemberDraft) -> UUID:
    """Somebody joins; whether a consent covers them is asked when they are invited."""
    team = running_team(session, act, team_id)
    member = _member(session, act, team, draft)
    _refuse_twice(session, team, member)
    session.add(member)
    session.flush()
    _only_chair(session, member)
    note(session, act, what="care_team.member_joined", family_id=team.family_id, object_id=member.id)
    return member.id


@by_right
def edit_team_member(session: Session, act: Act, member_id: UUID, draft: MemberDraft) -> UUID:
    """Mend role, deputy, language or when somebody joined."""
    member = found(session, TeamMember, member_id)
    team = running_team(session, act, member.care_team_id)
    revise(member, _member(session, act, team, draft).model_dump(exclude={"id", "version", "created_at", "to_on"}))
    _only_chair(session, member)
    return member.id


@by_right
def leave_care_team(session: Session, act: Act, member_id: UUID, on: date | None) -> UUID:
    """Somebody is no longer a member from that day; None takes it back."""
    member = found(session, TeamMember, member_id)
    running_team(session, act, member.care_team_id)
    not_before(on, member.from_on, "meeting_refused.leaves_before_joining", "to_on")
    revise(member, {"to_on": on})
    what = "care_team.member_left" if on else "care_team.member_back"
    note(session, act, what=what, family_id=member.family_id, object_id=member.id)
    return member.id


def running_team(session: Session, act: Act, team_id: UUID) -> CareTeam:
    """The group with this id, when it has not ended and this act may work with its family."""
    team = found(session, CareTeam, team_id)
    reach_family(session, act, team.family_id)
    if team.ended_on is not None:
        raise Refusal("meeting_refused.team_ended")
    return team


def members_on(session: Session, team_id: UUID, day: date) -> list[TeamMember]:
    """Who is in the group that day, in the order they joined."""
    members = session.exec(select(TeamMember).where(TeamMember.care_team_id == team_id).order_by(col(TeamMember.id)))
    return [one for one in members if one.to_on is None or one.to_on > day]


def _member(session: Session, act: Act, team: CareTeam, draft: MemberDraft) -> TeamMember:
    who = who_is(session, team.family_id, draft)
    own = draft.model_dump(include={"chair", "deputy", "from_on"})
    return TeamMember(created_at=act.now, family_id=team.family_id, care_team_id=team.id, **who, **own)


def _refuse_second(session: Session, family_id: UUID, child_id: UUID | None, beside: UUID | None = None) -> None:
    """One group for the whole family, or one for each child."""
    running = session.exec(select(CareTeam).where(CareTeam.family_id == family_id, col(CareTeam.ended_on).is_(None)))
    others = [one for one in running if one.id != beside]
    if others and (child_id is None or any(one.child_id in (None, child_id) for one in others)):
        raise Refusal("meeting_refused.team_is_running", field="child_id")


def _refuse_twice(session: Session, team: CareTeam, member: TeamMember) -> None:
    keys = ("person_id", "staff_id")
    for one in members_on(session, team.id, member.from_on):
        if any(getattr(one, key) and getattr(one, key) == getattr(member, key) for key in keys):
            raise Refusal("meeting_refused.already_member", field="who", name=member.name)


def _only_chair(session: Session, member: TeamMember) -> None:
    """One leads the meetings; whoever did before no longer does."""
    if not member.chair:
        return
    for one in session.exec(select(TeamMember).where(TeamMember.care_team_id == member.care_team_id)):
        if one.id != member.id:
            revise(one, {"chair": False})
