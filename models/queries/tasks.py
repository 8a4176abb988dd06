# SPDX-License-Identifier: MIT
"""Tasks as the lists show them: of one family, of one meeting, or the open ones of all one's families."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from models.queries.guard import of_family, of_part
from models.queries.scope import may_see_all, scope_of
from models.records.listing import FamilyListing
from models.records.meeting import TeamMeeting
from models.records.person import Person
from models.records.task import UNFINISHED, Task, TaskPostponement, TaskState
from models.values.dates import local_day


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task with the family it belongs to; `service` and a service's contact are left out of a protected one."""

    id: UUID
    family_id: UUID
    family: str
    child: str
    what: str
    who: str
    service: str
    staff_id: UUID | None
    person_id: UUID | None
    family_service_id: UUID | None
    child_id: UUID | None
    due_on: date | None
    state: TaskState
    waiting_for: str
    done_on: date | None
    dropped_reason: str
    source: str
    agreed_on: date | None
    meeting_id: UUID | None
    item_id: UUID | None
    determination_id: UUID | None
    transition: str
    information: str
    reminded_on: date | None
    note: str
    postponed: int = 0

    @property
    def is_open(self) -> bool:
        """Whether something is still expected of somebody."""
        return self.state in UNFINISHED

    @property
    def lacks_who(self) -> bool:
        """Whether no person is named: a service alone does nothing (R45)."""
        return not self.who

    @property
    def lacks_when(self) -> bool:
        """Whether it has no date."""
        return self.due_on is None


@dataclass(frozen=True, slots=True)
class PostponementRow:
    """One time a task was put off."""

    from_on: date | None
    to_on: date | None
    reason: str
    made_on: date


@dataclass(frozen=True, slots=True)
class OpenTasks:
    """The open tasks by deadline, those without one last."""

    rows: tuple[TaskRow, ...]
    may_see_all: bool = False


_OWN = tuple(name for name in TaskRow.__slots__ if name not in ("family", "child", "postponed"))
_COLUMNS = (*(getattr(Task, name) for name in _OWN), FamilyListing.label, FamilyListing.protected, Person.given_name)


@of_family
def tasks_of(session: Session, family_id: UUID) -> tuple[TaskRow, ...]:
    """The open ones of a family by deadline, then what is done and dropped, newest first."""
    return _ordered(_read(session, col(Task.family_id) == family_id, in_list=False))


@of_part(TeamMeeting)
def tasks_of_meeting(session: Session, meeting_id: UUID) -> tuple[TaskRow, ...]:
    """What was agreed in one meeting, in the order it was agreed."""
    found = _read(session, col(Task.meeting_id) == meeting_id, in_list=False)
    return tuple(sorted(found, key=lambda row: str(row.id)))


@of_part(Task)
def task_of(session: Session, task_id: UUID) -> TaskRow | None:
    """One task."""
    return next(iter(_read(session, col(Task.id) == task_id, in_list=False)), None)


@of_part(Task)
def postponements_of(session: Session, task_id: UUID) -> tuple[PostponementRow, ...]:
    """Each time it was put off, newest first."""
    found = session.exec(
        select(TaskPostponement)
        .where(TaskPostponement.task_id == task_id)
        .order_by(col(TaskPostponement.created_at).desc(), col(TaskPostponement.id).desc())
    )
    return tuple(PostponementRow(one.from_on, one.to_on, one.reason, local_day(one.created_at)) for one in found)


def open_tasks(session: Session, staff_id: UUID, everyone: bool = False) -> OpenTasks:
    """Every open task of the families this person sees, by deadline."""
    mine = col(Task.family_id).in_(scope_of(session, staff_id, everyone))
    rows = _read(session, mine, col(Task.state).in_(UNFINISHED), in_list=True)
    return OpenTasks(_ordered(rows), may_see_all(session, staff_id))


def _ordered(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    known = list(rows)
    still = [row for row in known if row.is_open]
    ended = [row for row in known if not row.is_open]
    still.sort(key=lambda row: (row.due_on or date.max, row.family, row.what, str(row.id)))
    ended.sort(key=lambda row: (row.done_on or date.min, str(row.id)), reverse=True)
    return (*still, *ended)


def _read(session: Session, *which: ColumnElement[bool], in_list: bool) -> list[TaskRow]:
    """Columns and not records: two thousand tasks are read while Min dag is opened."""
    asked: Any = (
        select(*_COLUMNS)
        .join(FamilyListing, col(FamilyListing.family_id) == col(Task.family_id))
        .outerjoin(Person, col(Person.id) == col(Task.child_id))
        .where(*which)
    )
    counted = select(TaskPostponement.task_id, func.count()).group_by(col(TaskPostponement.task_id))
    if len(lines := session.exec(asked).all()) < 2:
        counted = counted.where(col(TaskPostponement.task_id).in_([line[0] for line in lines]))
    times = dict(session.exec(counted).all())
    return [_row(line, times, in_list) for line in lines]


def _row(line: Any, times: dict[UUID, int], in_list: bool) -> TaskRow:  # noqa: ANN401 - a row of SQLAlchemy
    *own, family, protected, child = line
    values = dict(zip(_OWN, own, strict=True))
    if in_list and protected and values["staff_id"] is None:
        # The name of a school or a nursery tells where somebody with a graded address is found (R67).
        values["service"] = ""
    return TaskRow(**values, family=family, child=child or "", postponed=times.get(values["id"], 0))
