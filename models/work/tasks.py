# SPDX-License-Identifier: MIT
"""A task is taken on, postponed with a reason, waits for others, and is done or dropped; each has one who does it."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.base import Record
from models.records.determination import Determination
from models.records.family_service import FamilyService
from models.records.meeting import AgendaItem, TeamMeeting
from models.records.person import Person
from models.records.staff import Staff
from models.records.task import UNFINISHED, Task, TaskPostponement, TaskSource, TaskState
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Day, Line, Name, Reason, RequiredLine, Text
from models.work.by_right import by_right
from models.work.reach import reach_family, revise

# Whom a task may name; each must belong to the family, but for our own staff.
OF_FAMILY: dict[str, type[Record]] = {
    "child_id": Person,
    "person_id": Person,
    "family_service_id": FamilyService,
    "meeting_id": TeamMeeting,
    "item_id": AgendaItem,
    "determination_id": Determination,
}


class TaskDraft(BaseModel):
    """What, who and when; who is one of us, one of the family, or a service with the name of a contact there.

    A name without more is enough for somebody who comes to meetings without being any of these. Who and when may be
    missing until the minutes are finished: the task is marked so long.
    """

    what: RequiredLine
    child_id: UUID | None = None
    staff_id: UUID | None = None
    person_id: UUID | None = None
    family_service_id: UUID | None = None
    who: Name = ""
    service: Line = ""
    due_on: Day = None
    note: Text = ""
    source: TaskSource = TaskSource.OWN
    agreed_on: date | None = None
    meeting_id: UUID | None = None
    item_id: UUID | None = None
    determination_id: UUID | None = None
    transition: str = ""
    information: str = ""


class PostponeDraft(BaseModel):
    """The new date, and why."""

    to_on: date
    reason: Reason


class WaitDraft(BaseModel):
    """Who must act first."""

    waiting_for: RequiredLine


class DropDraft(BaseModel):
    """Why it is not to be done after all."""

    reason: Reason


@by_right
def add_task(session: Session, act: Act, family_id: UUID, draft: TaskDraft) -> UUID:
    """Somebody takes something on; gives its id."""
    reach_family(session, act, family_id)
    added = Task(created_at=act.now, family_id=family_id, **_content(session, family_id, draft))
    session.add(added)
    session.flush()
    note(session, act, what="task.added", family_id=family_id, object_id=added.id)
    return added.id


@by_right
def edit_task(session: Session, act: Act, task_id: UUID, draft: TaskDraft) -> UUID:
    """Mend what, who or when; where it was agreed stays unless it is told anew."""
    task = _reached(session, act, task_id)
    told = draft.model_dump(exclude_unset=True)
    content = _content(session, task.family_id, draft)
    origin = {"source", "agreed_on", "meeting_id", "item_id", "determination_id", "transition", "information"}
    kept = {name: value for name, value in content.items() if name not in origin or name in told}
    if revise(task, kept):
        note(session, act, what="task.mended", family_id=task.family_id, object_id=task.id)
    return task.id


@by_right
def finish_task(session: Session, act: Act, task_id: UUID) -> UUID:
    """It has been done today."""
    task = _reached(session, act, task_id)
    if task.state not in UNFINISHED:
        raise Refusal("tasks_refused.not_open")
    revise(task, {"state": TaskState.DONE, "done_on": act.today})
    note(session, act, what="task.done", family_id=task.family_id, object_id=task.id)
    return task.id


@by_right
def reopen_task(session: Session, act: Act, task_id: UUID) -> UUID:
    """It was not done after all; one that waited for somebody waits again."""
    task = _reached(session, act, task_id)
    if task.state is not TaskState.DONE:
        raise Refusal("tasks_refused.not_done")
    revise(task, {"state": _open_again(task), "done_on": None})
    note(session, act, what="task.reopened", family_id=task.family_id, object_id=task.id)
    return task.id


@by_right
def postpone_task(session: Session, act: Act, task_id: UUID, draft: PostponeDraft) -> UUID:
    """A new date, and why; every postponement is kept."""
    task = _reached(session, act, task_id)
    if task.state not in UNFINISHED:
        raise Refusal("tasks_refused.not_open")
    if draft.to_on < act.today:
        raise Refusal("tasks_refused.postponed_to_past", field="to_on")
    if draft.to_on == task.due_on:
        raise Refusal("tasks_refused.postponed_to_same", field="to_on")
    session.add(
        TaskPostponement(
            created_at=act.now,
            family_id=task.family_id,
            task_id=task.id,
            from_on=task.due_on,
            to_on=draft.to_on,
            reason=draft.reason,
        )
    )
    revise(task, {"due_on": draft.to_on})
    note(session, act, what="task.postponed", family_id=task.family_id, object_id=task.id)
    return task.id


@by_right
def wait_for(session: Session, act: Act, task_id: UUID, draft: WaitDraft) -> UUID:
    """Somebody else must act first."""
    task = _reached(session, act, task_id)
    if task.state not in UNFINISHED:
        raise Refusal("tasks_refused.not_open")
    revise(task, {"state": TaskState.WAITING, "waiting_for": draft.waiting_for})
    note(session, act, what="task.waits", family_id=task.family_id, object_id=task.id)
    return task.id


@by_right
def stop_waiting(session: Session, act: Act, task_id: UUID) -> UUID:
    """They have acted, or it goes on without them."""
    task = _reached(session, act, task_id)
    if task.state is not TaskState.WAITING:
        raise Refusal("tasks_refused.not_waiting")
    revise(task, {"state": TaskState.OPEN, "waiting_for": ""})
    note(session, act, what="task.waits_no_more", family_id=task.family_id, object_id=task.id)
    return task.id


@by_right
def drop_task(session: Session, act: Act, task_id: UUID, draft: DropDraft) -> UUID:
    """Not to be done after all; it leaves the lists and stays in the family with the reason."""
    task = _reached(session, act, task_id)
    if task.state not in UNFINISHED:
        raise Refusal("tasks_refused.not_open")
    revise(task, {"state": TaskState.DROPPED, "dropped_reason": draft.reason})
    note(session, act, what="task.dropped", family_id=task.family_id, object_id=task.id)
    return task.id


@by_right
def take_up_task(session: Session, act: Act, task_id: UUID) -> UUID:
    """The inverse of drop_task."""
    task = _reached(session, act, task_id)
    if task.state is not TaskState.DROPPED:
        raise Refusal("tasks_refused.not_dropped")
    revise(task, {"state": _open_again(task), "dropped_reason": ""})
    note(session, act, what="task.taken_up", family_id=task.family_id, object_id=task.id)
    return task.id


def _open_again(task: Task) -> TaskState:
    return TaskState.WAITING if task.waiting_for else TaskState.OPEN


def _reached(session: Session, act: Act, task_id: UUID) -> Task:
    task = session.get(Task, task_id)
    if task is None:
        raise Refusal("tasks_refused.gone")
    reach_family(session, act, task.family_id)
    return task


def _content(session: Session, family_id: UUID, draft: TaskDraft) -> dict[str, Any]:
    """What is kept, with the names of who does it as they are today: the family tells of it by itself."""
    if sum(one is not None for one in (draft.staff_id, draft.person_id, draft.family_service_id)) > 1:
        raise Refusal("tasks_refused.more_than_one", field="who")
    content = draft.model_dump()
    for field, kind in OF_FAMILY.items():
        part = session.get(kind, content[field]) if content[field] else None
        if content[field] and (part is None or getattr(part, "family_id", None) != family_id):
            raise Refusal("tasks_refused.of_another_family", field=field)
        if isinstance(part, Person) and field == "person_id":
            content["who"] = f"{part.given_name} {part.family_name}".strip()
        if isinstance(part, FamilyService):
            content |= {"service": part.name, "who": draft.who or part.contact}
    if draft.staff_id is not None:
        staff = session.get(Staff, draft.staff_id)
        if staff is None:
            raise Refusal("tasks_refused.nobody", field="who")
        content |= {"who": staff.name, "service": staff.service}
    return content
