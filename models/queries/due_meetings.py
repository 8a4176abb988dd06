# SPDX-License-Identifier: MIT
"""The loose ends of meetings: whom to invite, the child to be asked, the meeting itself, minutes, and the next one."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlmodel import Session, col, or_, select

from models.queries.due_row import Loose, Scope
from models.records.care_team import CareTeam
from models.records.child_view import ChildView, Heard
from models.records.meeting import MeetingState, MinutesVersion, TeamMeeting
from models.values.dates import OSLO, add_weeks, local_day

# Those who come need two weeks to make room and prepare.
INVITE_BEFORE = timedelta(days=14)
MINUTES_WITHIN_WEEKS = 2
COMING = (MeetingState.PLANNED, MeetingState.INVITED)


def meetings_due(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    """Every loose end of meetings in these families, in no order."""
    found = session.exec(
        select(TeamMeeting)
        .where(col(TeamMeeting.family_id).in_(scope), TeamMeeting.state != MeetingState.CANCELLED)
        .order_by(col(TeamMeeting.starts_at))
    ).all()
    coming = [one for one in found if one.state in COMING]
    views = _views(session, scope) if coming else ()
    for one in coming:
        yield from _coming(one, views)
    held = [one for one in found if one.state is MeetingState.HELD]
    yield from _minutes(session, scope, held)
    yield from _late(session, scope, found, today)


def _coming(one: TeamMeeting, views: Sequence[ChildView]) -> Iterator[Loose]:
    on = local_day(one.starts_at)
    at = f"{one.starts_at.astimezone(OSLO):%H:%M}"
    planned_on = local_day(one.created_at)
    if one.state is MeetingState.PLANNED:
        yield Loose("invite", on - INVITE_BEFORE, one.family_id, "plan_meeting", one.id, at, planned_on)
    if one.child_view_by and not any(_same_wish(one, view) for view in views):
        yield Loose(
            "child_view",
            one.child_view_by,
            one.family_id,
            "plan_meeting",
            one.id,
            one.child_prepared_by,
            local_day(one.created_at),
        )
    yield Loose("meeting", on, one.family_id, "care_team", one.id, at, one.invited_on)


def _views(session: Session, scope: Scope) -> Sequence[ChildView]:
    """Of children who were asked, whatever they answered, and those to be asked by a day, which has its own line."""
    settled = or_(col(ChildView.heard) != Heard.ASKED, col(ChildView.prepare_by).is_not(None))
    return session.exec(select(ChildView).where(col(ChildView.family_id).in_(scope), settled)).all()


def _same_wish(one: TeamMeeting, view: ChildView) -> bool:
    """For this meeting; one planned apart from it is known by the child and the day."""
    if view.meeting_id is not None:
        return view.meeting_id == one.id
    child = view.family_id == one.family_id and one.child_id in (None, view.child_id)
    return child and view.prepare_by == one.child_view_by


def _minutes(session: Session, scope: Scope, held: list[TeamMeeting]) -> Iterator[Loose]:
    """Held, and nothing sent yet."""
    if not held:
        return
    sent = set(session.exec(select(MinutesVersion.meeting_id).where(col(MinutesVersion.family_id).in_(scope))))
    for one in held:
        if one.id not in sent:
            on = local_day(one.starts_at)
            due_on = one.minutes_due_on or add_weeks(on, MINUTES_WITHIN_WEEKS)
            yield Loose("minutes", due_on, one.family_id, "care_team", one.id, since=on)


def _late(session: Session, scope: Scope, meetings: Sequence[TeamMeeting], today: date) -> Iterator[Loose]:
    """Groups that have agreed how often they meet, and have no meeting ahead."""
    teams = session.exec(
        select(CareTeam).where(
            col(CareTeam.family_id).in_(scope), col(CareTeam.ended_on).is_(None), CareTeam.every_weeks > 0
        )
    )
    for team in teams:
        ours = [one for one in meetings if one.care_team_id == team.id]
        if any(one.state in COMING and local_day(one.starts_at) >= today for one in ours):
            continue
        days = [local_day(one.starts_at) for one in ours if one.state is MeetingState.HELD]
        last = max(days, default=team.started_on)
        due_on = add_weeks(last, team.every_weeks)
        yield Loose("next_meeting", due_on, team.family_id, "care_team", team.id, since=last)
