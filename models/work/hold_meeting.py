# SPDX-License-Identifier: MIT
"""A meeting is held: who was there, what was said and agreed on each item, and who took what on (R43, R45, R46)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.queries.minutes_content import newest_version
from models.records.child_view import ChildView, Heard
from models.records.meeting import (
    AgendaItem,
    Attendance,
    MeetingParticipant,
    MeetingState,
    MinutesState,
    TeamMeeting,
)
from models.records.person import Person, PersonKind
from models.records.task import Task, TaskSource
from models.store.meaning import note
from models.values.act import Act
from models.values.dates import local_day
from models.values.refusal import Refusal
from models.values.typed import Line, LongText, Name, Reason, RequiredText, Text
from models.work.by_right import by_right
from models.work.reach import reach_family, revise
from models.work.right_checks import found, set_fields
from models.work.tasks import TaskDraft, add_task
from resources.catalogue import fill


class ItemMinutes(BaseModel):
    """What is written on one item; None leaves a part as it stands."""

    text: LongText | None = None
    agreed: Text | None = None
    child_view: Text | None = None
    disagreement: Text | None = None


class MeetingMinutes(BaseModel):
    """What is written of the meeting as a whole."""

    parents_view: Text | None = None
    previous_approved: Line | None = None
    plan_note: Text | None = None


class AttendanceDraft(BaseModel):
    """Whether somebody was there, who came instead, and on what ground one who was not gets a copy."""

    attendance: Attendance
    deputy: Name = ""
    copy_basis: Line = ""


class MeetingTask(BaseModel):
    """What was agreed: whoever has it is one of the participants, or a service or person told by id."""

    what: Line
    participant_id: UUID | None = None
    family_service_id: UUID | None = None
    staff_id: UUID | None = None
    due_on: date | None = None
    item_id: UUID | None = None


class ChildHeardDraft(BaseModel):
    """What the child says, how it was heard and by whom."""

    words: RequiredText
    how: Line = ""
    by: Name = ""


class NotHeardDraft(BaseModel):
    """Why the child was not heard before this meeting."""

    not_heard_reason: Reason


@by_right
def set_attendance(session: Session, act: Act, participant_id: UUID, draft: AttendanceDraft) -> UUID:
    """Somebody was there, was not, or only gets a copy, which needs a ground."""
    one = found(session, MeetingParticipant, participant_id)
    meeting = open_minutes(session, act, one.meeting_id)
    if draft.attendance is Attendance.COPY and one.family_service_id and not draft.copy_basis:
        raise Refusal("minutes_refused.copy_basis", field="copy_basis", basis="fvl_13")
    deputy = draft.deputy if draft.attendance is Attendance.PRESENT else ""
    basis = draft.copy_basis if draft.attendance is Attendance.COPY else ""
    revise(one, {"attendance": draft.attendance, "deputy": deputy, "copy_basis": basis})
    if draft.attendance is Attendance.PRESENT:
        _is_held(session, act, meeting)
    return one.id


@by_right
def write_minutes(session: Session, act: Act, item_id: UUID, draft: ItemMinutes) -> UUID:
    """What was said, agreed, what the child thinks and who disagreed; the history keeps what stood there."""
    item = _open_item(session, act, item_id)
    if revise(item, set_fields(draft)):
        _is_held(session, act, session.get_one(TeamMeeting, item.meeting_id))
    return item.id


@by_right
def write_of_meeting(session: Session, act: Act, meeting_id: UUID, draft: MeetingMinutes) -> UUID:
    """What the parents think, whether the last minutes were agreed to, and what it means for the plan."""
    meeting = open_minutes(session, act, meeting_id)
    revise(meeting, set_fields(draft))
    return meeting.id


@by_right
def tick_item(session: Session, act: Act, item_id: UUID, *, done: bool) -> UUID:
    """The item has been talked of, or was not after all."""
    item = _open_item(session, act, item_id)
    revise(item, {"done": done})
    return item.id


@by_right
def take_on(session: Session, act: Act, meeting_id: UUID, draft: MeetingTask) -> UUID:
    """Somebody takes something on at the meeting; gives the task, which may still lack person or day."""
    meeting = open_minutes(session, act, meeting_id)
    item = session.get(AgendaItem, draft.item_id) if draft.item_id else None
    task = TaskDraft(
        what=draft.what,
        child_id=meeting.child_id,
        due_on=draft.due_on,
        source=TaskSource.MEETING,
        agreed_on=local_day(meeting.starts_at),
        meeting_id=meeting.id,
        item_id=item.id if item and item.meeting_id == meeting.id else None,
        information=item.information if item else "",
        **_who(session, meeting, draft),
    )
    return add_task(session, act, meeting.family_id, task)


@by_right
def say_who(session: Session, act: Act, task_id: UUID, draft: MeetingTask) -> UUID:
    """Mend what, who or when of a task from the meeting: the same task, told better."""
    task = found(session, Task, task_id)
    if task.meeting_id is None:
        raise Refusal("minutes_refused.not_from_meeting")
    meeting = open_minutes(session, act, task.meeting_id)
    who = _who(session, meeting, draft)
    told = TaskDraft(what=draft.what, due_on=draft.due_on, **who)
    nobody: dict[str, object] = {"staff_id": None, "person_id": None, "family_service_id": None}
    kept = {name: getattr(told, name) for name in ("what", "due_on", "who", "service", *nobody)}
    revise(task, nobody | kept)
    note(session, act, what="task.mended", family_id=task.family_id, object_id=task.id)
    return task.id


@by_right
def forget_task(session: Session, act: Act, task_id: UUID) -> UUID:
    """It was never agreed: out of the meeting and into the waste bin, where it can be taken out again."""
    task = found(session, Task, task_id)
    if task.meeting_id is None:
        raise Refusal("minutes_refused.not_from_meeting")
    open_minutes(session, act, task.meeting_id)
    task.binned_at = act.now
    session.flush()
    why = fill("waste_bin.reason.mistake", "nb")
    note(session, act, what="bin.binned", family_id=task.family_id, object_id=task.id, reason=why, record="task")
    return task.id


@by_right
def hear_child_at_meeting(session: Session, act: Act, meeting_id: UUID, draft: ChildHeardDraft) -> UUID:
    """What the child says to the meeting, in its own words."""
    values = {"heard": Heard.HEARD, "words": draft.words, "how": draft.how, "heard_by": draft.by or act.name}
    return _view(session, act, meeting_id, values | {"heard_on": act.today, "not_heard_reason": ""})


@by_right
def say_why_not_heard(session: Session, act: Act, meeting_id: UUID, draft: NotHeardDraft) -> UUID:
    """Why the child was not heard: a right, not a duty, so a reason is enough."""
    return _view(session, act, meeting_id, {"heard": Heard.NOT_HEARD, "not_heard_reason": draft.not_heard_reason})


def open_minutes(session: Session, act: Act, meeting_id: UUID) -> TeamMeeting:
    """The meeting, when it is not cancelled and its minutes are not final."""
    meeting = found(session, TeamMeeting, meeting_id)
    reach_family(session, act, meeting.family_id)
    if meeting.state is MeetingState.CANCELLED:
        raise Refusal("minutes_refused.cancelled")
    version = newest_version(session, meeting_id)
    if version is not None and version.state is MinutesState.FINAL:
        raise Refusal("minutes_refused.final")
    return meeting


def _open_item(session: Session, act: Act, item_id: UUID) -> AgendaItem:
    item = found(session, AgendaItem, item_id)
    open_minutes(session, act, item.meeting_id)
    return item


def _is_held(session: Session, act: Act, meeting: TeamMeeting) -> None:
    """The first thing that is noted on the day, or after it, tells that the meeting was held."""
    on = local_day(meeting.starts_at)
    if meeting.state is not MeetingState.HELD and on <= act.today:
        revise(meeting, {"state": MeetingState.HELD, "held_on": on})
        note(session, act, what="minutes.meeting_held", family_id=meeting.family_id, object_id=meeting.id)


def _who(session: Session, meeting: TeamMeeting, draft: MeetingTask) -> dict[str, object]:
    """The participant as a task names its one person and service; a stranger is named by name alone."""
    if draft.participant_id is None:
        return draft.model_dump(include={"family_service_id", "staff_id"})
    one = found(session, MeetingParticipant, draft.participant_id)
    if one.meeting_id != meeting.id:
        raise Refusal("minutes_refused.not_at_meeting", field="who")
    ids = {"staff_id": one.staff_id, "person_id": one.person_id, "family_service_id": one.family_service_id}
    return {**ids, "who": one.name, "service": one.service}


def _view(session: Session, act: Act, meeting_id: UUID, values: dict[str, object]) -> UUID:
    meeting = open_minutes(session, act, meeting_id)
    view = session.exec(
        select(ChildView).where(ChildView.meeting_id == meeting_id).order_by(col(ChildView.id).desc())
    ).first()
    if view is None:
        child_id = meeting.child_id or _only_child(session, meeting.family_id)
        view = ChildView(created_at=act.now, family_id=meeting.family_id, child_id=child_id, meeting_id=meeting.id)
        session.add(view)
    revise(view, values)
    session.flush()
    note(session, act, what="minutes.child_view_told", family_id=meeting.family_id, object_id=view.id)
    return view.id


def _only_child(session: Session, family_id: UUID) -> UUID:
    """The child the group is about where it is for the whole family: the first one."""
    children = select(Person.id).where(Person.family_id == family_id, Person.kind == PersonKind.CHILD)
    child_id = session.exec(children.order_by(col(Person.id))).first()
    if child_id is None:
        raise Refusal("minutes_refused.no_child", field="child_view")
    return child_id
