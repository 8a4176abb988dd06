# SPDX-License-Identifier: MIT
"""What the minutes of a meeting say now, gathered from its records; a version that was sent is read as it was kept."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import team_permissions
from models.queries.guard import of_part
from models.queries.meeting_facts import items_of, participants_of
from models.queries.recipients import any_protected
from models.records.child_view import ChildView, Heard
from models.records.meeting import (
    AgendaItem,
    MeetingParticipant,
    MeetingState,
    MinutesObjection,
    MinutesVersion,
    TeamMeeting,
)
from models.records.task import Task, TaskSource, TaskState
from models.values.dates import local_day
from models.values.minutes import (
    KeptItem,
    KeptObjection,
    KeptParticipant,
    KeptTask,
    KeptView,
    MinutesContent,
    content_in,
)

TO_COME = (MeetingState.PLANNED, MeetingState.INVITED)


@of_part(TeamMeeting)
def content_of(session: Session, meeting_id: UUID) -> MinutesContent:
    """Everything as it stands now."""
    meeting = session.get_one(TeamMeeting, meeting_id)
    items = items_of(session, meeting)
    plain = ("family_id", "starts_at", "number", "ends_at", "place", "online", "leader", "recorder", "parents_view")
    return MinutesContent(
        meeting_id=meeting.id,
        **meeting.model_dump(include={*plain, "plan_note", "review_on"}),
        previous=meeting.previous_approved,
        next_meeting=_next(session, meeting),
        consent_on=_consent_on(session, meeting),
        guarded=any_protected(session, meeting.family_id),
        child_view=_view(session, meeting),
        participants=tuple(_participant(one) for one in participants_of(session, meeting)),
        items=tuple(_item(one) for one in items),
        tasks=(*_earlier(session, meeting), *_taken_on(session, meeting, {one.id: one.information for one in items})),
        objections=_objections(session, meeting.id),
    )


@of_part(TeamMeeting)
def newest_version(session: Session, meeting_id: UUID) -> MinutesVersion | None:
    """The version that was sent or made final last."""
    return session.exec(
        select(MinutesVersion)
        .where(MinutesVersion.meeting_id == meeting_id)
        .order_by(col(MinutesVersion.number).desc())
    ).first()


@of_part(TeamMeeting)
def content_to_share(session: Session, meeting_id: UUID) -> tuple[MinutesContent, MinutesVersion | None]:
    """What a copy is made of: the newest version that was sent, or the draft while there is none."""
    version = newest_version(session, meeting_id)
    if version is None:
        return content_of(session, meeting_id), None
    content = content_in(version.content)
    # somebody who has gone into hiding since is hidden in every copy made from now on
    return replace(content, guarded=content.guarded or any_protected(session, content.family_id)), version


def _participant(one: MeetingParticipant) -> KeptParticipant:
    return KeptParticipant(
        service_id=one.family_service_id,
        attendance=one.attendance.value,
        **one.model_dump(
            include={"id", "name", "role", "service", "deputy", "copy_basis", "language", "person_id", "staff_id"}
        ),
    )


def _item(one: AgendaItem) -> KeptItem:
    kept = {"id", "title", "who", "information", "text", "agreed", "child_view", "disagreement"}
    return KeptItem(kind=one.kind.value, **one.model_dump(include=kept))


def _task(one: Task, information: str, *, earlier: bool) -> KeptTask:
    return KeptTask(
        service_id=one.family_service_id,
        state=one.state.value,
        information=information,
        earlier=earlier,
        **one.model_dump(include={"id", "what", "who", "service", "due_on", "done_on"}),
    )


def _taken_on(session: Session, meeting: TeamMeeting, kinds: dict[UUID, str]) -> list[KeptTask]:
    """What was agreed here; a task nobody has sorted reveals what its item does."""
    found = session.exec(select(Task).where(Task.meeting_id == meeting.id).order_by(col(Task.id)))
    return [
        _task(one, one.information or (kinds.get(one.item_id, "") if one.item_id else ""), earlier=False)
        for one in found
        if one.state is not TaskState.DROPPED
    ]


def _earlier(session: Session, meeting: TeamMeeting) -> list[KeptTask]:
    """What was taken on at earlier meetings and was open then: carried on until it is done (R43)."""
    before = _before(session, meeting)
    found = session.exec(
        select(Task)
        .where(
            Task.family_id == meeting.family_id,
            Task.source == TaskSource.MEETING,
            col(Task.meeting_id) != meeting.id,
            col(Task.state) != TaskState.DROPPED,
        )
        .order_by(col(Task.due_on).is_(None), col(Task.due_on), col(Task.id))
    )
    return [
        _task(one, one.information, earlier=True)
        for one in found
        if (one.agreed_on or local_day(one.created_at)) <= local_day(meeting.starts_at)
        and (meeting.child_id is None or one.child_id in (None, meeting.child_id))
        and (one.done_on is None or before is None or one.done_on >= before)
    ]


def _before(session: Session, meeting: TeamMeeting) -> date | None:
    """The day of the meeting before this one."""
    earlier = session.exec(
        select(TeamMeeting.starts_at)
        .where(
            TeamMeeting.family_id == meeting.family_id,
            TeamMeeting.state == MeetingState.HELD,
            col(TeamMeeting.starts_at) < meeting.starts_at,
        )
        .order_by(col(TeamMeeting.starts_at).desc())
    ).first()
    return local_day(earlier) if earlier else None


def _next(session: Session, meeting: TeamMeeting) -> datetime | None:
    return session.exec(
        select(TeamMeeting.starts_at)
        .where(
            TeamMeeting.family_id == meeting.family_id,
            col(TeamMeeting.state).in_(TO_COME),
            col(TeamMeeting.starts_at) > meeting.starts_at,
        )
        .order_by(col(TeamMeeting.starts_at))
    ).first()


def _consent_on(session: Session, meeting: TeamMeeting) -> date | None:
    """When the consent that the group builds on was given, if one held that day; no other stands for it (R25)."""
    on = local_day(meeting.starts_at)
    known = team_permissions(session, meeting.family_id, meeting.child_id)
    return max((one.from_on for one in known if one.from_on and one.holds_on(on)), default=None)


def _view(session: Session, meeting: TeamMeeting) -> KeptView:
    """What the child said when it was asked before this meeting."""
    found = session.exec(select(ChildView).where(ChildView.meeting_id == meeting.id).order_by(col(ChildView.id).desc()))
    view = next((one for one in found if one.heard is not Heard.ASKED), None)
    if view is None:
        return KeptView()
    said = {"words", "how", "heard_on", "not_heard_reason"}
    return KeptView(heard=view.heard.value, by=view.heard_by, **view.model_dump(include=said))


def _objections(session: Session, meeting_id: UUID) -> tuple[KeptObjection, ...]:
    found = session.exec(
        select(MinutesObjection)
        .join(MinutesVersion, col(MinutesVersion.id) == MinutesObjection.version_id)
        .where(MinutesVersion.meeting_id == meeting_id)
        .order_by(col(MinutesObjection.id))
    )
    return tuple(KeptObjection(one.from_whom, one.words, one.made_on, one.answer) for one in found)
