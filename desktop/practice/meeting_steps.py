# SPDX-License-Identifier: MIT
"""The ansvarsgrupper of the practice families: who is in them, meetings planned and held, and minutes sent."""

from typing import cast
from uuid import UUID

from sqlmodel import Session

from desktop.practice.script import Step
from desktop.practice.stage import Cast, Stage
from models.queries.meeting_facts import items_of, participants_of
from models.records.meeting import Attendance, TeamMeeting
from models.rules.visibility import kinds_in
from models.values.act import Act
from models.work.care_team import CareTeamDraft, MemberDraft, add_team_member, start_care_team
from models.work.edit_agenda import AgendaItemDraft, add_agenda_item
from models.work.hold_meeting import (
    AttendanceDraft,
    ChildHeardDraft,
    ItemMinutes,
    MeetingTask,
    hear_child_at_meeting,
    set_attendance,
    take_on,
    tick_item,
    write_minutes,
)
from models.work.plan_meeting import MeetingDraft, plan_meeting
from models.work.send_invitations import draft_invitations, finish_invitations, send_invitations
from models.work.send_minutes import send_minutes

CHILD = "child"


def care_team(stage: Stage, step: Step) -> None:
    """A group begins; `members` are people and services as their own steps call them."""
    family = stage.cast(step)
    values = {"started_on": step.at.date(), "child_id": family.people[CHILD], **step.without("members")}
    team = stage.do(start_care_team, family.family_id, CareTeamDraft.model_validate(values))
    family.made["team"] = team
    for name in cast("list[str]", step.values.get("members", [])):
        draft = MemberDraft.model_validate({"from_on": step.at.date(), **_who(family, name)})
        stage.do(add_team_member, team, draft)


def meeting(stage: Stage, step: Step) -> None:
    """A meeting of the group is planned, with its members and the proposed agenda."""
    family = stage.cast(step)
    draft = MeetingDraft.model_validate(step.without("key"))
    family.made[_key(step)] = stage.do(plan_meeting, family.family_id, draft)


def item(stage: Stage, step: Step) -> None:
    """One more item on the agenda."""
    values = step.without("key") | {"information": kinds_in(step.text("information"))}
    stage.do(add_agenda_item, stage.cast(step).made[_key(step)], AgendaItemDraft.model_validate(values))


def invited(stage: Stage, step: Step) -> None:
    """Everybody gets their letter."""
    meeting_id = stage.cast(step).made[_key(step)]
    stage.do(draft_invitations, meeting_id)
    stage.do(finish_invitations, meeting_id, stage.press)
    stage.do(send_invitations, meeting_id)


def held(stage: Stage, step: Step) -> None:
    """Everybody came but those in `away`; the parts of `items` are told by their place on the agenda."""
    family, meeting_id = stage.cast(step), stage.cast(step).made[_key(step)]
    away = {family.made.get(f"service.{name}") or family.people.get(name) for name in _names(step, "away")}
    for id, who in stage.do(_people, meeting_id):
        attendance = Attendance.ABSENT if who in away else Attendance.PRESENT
        stage.do(set_attendance, id, AttendanceDraft(attendance=attendance))
    if step.text("child"):
        heard = ChildHeardDraft(words=step.text("child"), how=step.text("how"))
        stage.do(hear_child_at_meeting, meeting_id, heard)
    items = stage.do(_items, meeting_id)
    for place, said in step.table("items").items():
        stage.do(write_minutes, items[int(place) - 1], ItemMinutes.model_validate(said))
    for item in items:
        stage.do(tick_item, item, done=True)


def agreed(stage: Stage, step: Step) -> None:
    """Somebody takes something on at a meeting."""
    family, meeting_id = stage.cast(step), stage.cast(step).made[_key(step)]
    who = family.made.get(f"service.{step.text('who')}") or family.people.get(step.text("who"))
    people = {one: id for id, one in stage.do(_people, meeting_id)}
    items = stage.do(_items, meeting_id)
    values = {"participant_id": people[who], "item_id": items[int(step.text("item") or "1") - 1]}
    stage.do(take_on, meeting_id, MeetingTask.model_validate(values | step.without("key", "who", "item")))


def minutes_sent(stage: Stage, step: Step) -> None:
    """The minutes are finished and can be copied."""
    stage.do(send_minutes, stage.cast(step).made[_key(step)])


def _people(session: Session, _act: Act, meeting_id: UUID) -> list[tuple[UUID, UUID | None]]:
    people = participants_of(session, session.get_one(TeamMeeting, meeting_id))
    return [(one.id, one.family_service_id or one.person_id or one.staff_id) for one in people]


def _items(session: Session, _act: Act, meeting_id: UUID) -> list[UUID]:
    return [one.id for one in items_of(session, session.get_one(TeamMeeting, meeting_id))]


def _who(family: Cast, name: str) -> dict[str, UUID]:
    service = family.made.get(f"service.{name}")
    return {"family_service_id": service} if service else {"person_id": family.people[name]}


def _names(step: Step, name: str) -> list[str]:
    return cast("list[str]", step.values.get(name, []))


def _key(step: Step) -> str:
    return f"meeting.{step.text('key')}"
