# SPDX-License-Identifier: MIT
"""Gathers the family's list of tasks, and the polite reminder to a service of what it took on and is past its day."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import permissions_of
from models.queries.guard import of_family
from models.queries.letter_determination import child_of
from models.queries.recipients import any_protected
from models.records.document import Document
from models.records.family_service import FamilyService
from models.records.task import UNFINISHED, Task, TaskState
from models.values.letter import Envelope
from models.values.meeting_paper import ReminderLine, TaskLine, TaskListPaper, TaskReminder, TaskStatus
from models.values.names import initials

STATUS: dict[TaskState, TaskStatus] = {
    TaskState.OPEN: "open",
    TaskState.WAITING: "open",
    TaskState.RUNNING: "running",
    TaskState.DONE: "done",
    TaskState.DROPPED: "dropped",
}
# Long enough to answer, short enough that the task is not forgotten again.
TIME_TO_ANSWER = timedelta(days=14)
DONE_LATELY = timedelta(days=90)


def task_list(session: Session, document: Document, envelope: Envelope) -> TaskListPaper:
    """What is open, and what has been done in the last quarter: for the family, which may read all of it."""
    child, _, _ = child_of(session, document.family_id, document.language)
    since = envelope.dated_on - DONE_LATELY
    # the name of a school tells where somebody with a graded address is found (R67)
    hidden = any_protected(session, document.family_id)
    found = session.exec(select(Task).where(Task.family_id == document.family_id).order_by(col(Task.id)))
    lines = tuple(
        TaskLine(one.what, one.who, "" if hidden else one.service, one.due_on, STATUS[one.state], one.done_on)
        for one in found
        if one.state in UNFINISHED or (one.done_on is not None and one.done_on >= since)
    )
    return TaskListPaper(envelope, child, lines)


def task_reminder(session: Session, document: Document, envelope: Envelope) -> TaskReminder:
    """Initials and dates only: what it is about stands in the minutes the service has."""
    child, _, _ = child_of(session, document.family_id, document.language)
    late = overdue_of(session, document, envelope.dated_on)
    lines = tuple(ReminderLine(one.due_on, one.agreed_on) for one in late if one.due_on)
    short = initials(*child.replace(",", " ").split()) if child else ""
    return TaskReminder(envelope, short, lines, envelope.dated_on + TIME_TO_ANSWER)


def overdue_of(session: Session, document: Document, on: date) -> list[Task]:
    """What this service has taken on and has not done by its day."""
    found = _overdue(session, document.family_id, on)
    return [one for one in found if one.family_service_id == document.family_service_id]


@of_family
def services_late(session: Session, family_id: UUID, today: date) -> Iterator[FamilyService]:
    """The services with something past its day, each once; where the family's yes is over, one rings the family."""
    holding = {one.service_id for one in permissions_of(session, family_id) if one.holds_on(today)}
    late = holding & {one.family_service_id for one in _overdue(session, family_id, today)}
    found = session.exec(
        select(FamilyService).where(FamilyService.family_id == family_id).order_by(col(FamilyService.id))
    )
    return (one for one in found if one.id in late)


@of_family
def has_tasks(session: Session, family_id: UUID) -> bool:
    """Whether there is anything to list."""
    return session.exec(select(Task.id).where(Task.family_id == family_id)).first() is not None


def _overdue(session: Session, family_id: UUID, on: date) -> list[Task]:
    found = session.exec(
        select(Task)
        .where(Task.family_id == family_id, col(Task.state).in_(UNFINISHED), col(Task.due_on) < on)
        .order_by(col(Task.due_on), col(Task.id))
    )
    return list(found)
