# SPDX-License-Identifier: MIT
"""The transitions that lie ahead: of one family with their tasks, and of many families for Min dag and the calendar."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from models.queries.due_row import Scope
from models.queries.guard import of_family
from models.queries.plain_day import as_text, stored
from models.records.person import Person, PersonKind
from models.records.task import Task, TaskState
from models.records.transition import Transition as SetTransition
from models.rules.milestones import birth_windows
from models.rules.transitions import OwnDay, Transition, transitions_of

# Birthdays are told two months ahead, what takes long to prepare half a year and more.
TOLD_AHEAD = {
    "turns_18": 365,
    "before_18": 365,
    "school_start": 270,
    "lower_secondary": 270,
    "upper_secondary_application": 150,
    "upper_secondary_ordinary": 150,
    "hospital_home": 180,
    "moves_municipality": 180,
    "other": 180,
}
USUALLY_AHEAD = 60
# A family's own page sees further: a series may begin a year before.
SEEN_AHEAD, STILL_SEEN = timedelta(days=540), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class FamilyTransition:
    """One transition of one child, with how far its tasks have come."""

    child_id: UUID
    child: str
    coming: Transition
    tasks: int
    done: int

    @property
    def id(self) -> str:
        """The same the next time it is read."""
        return f"{self.coming.id}/{self.child_id}"


@dataclass(frozen=True, slots=True)
class Ahead:
    """A transition of a child somewhere in one's families."""

    key: str
    on: date
    title: str
    family_id: UUID
    child_id: UUID
    child: str


@of_family
def transitions_of_family(session: Session, family_id: UUID, today: date) -> tuple[FamilyTransition, ...]:
    """What comes within a year and a half, soonest first; then those somebody has said do not come."""
    children = session.exec(select(Person).where(Person.family_id == family_id, *_minors())).all()
    own = _own_days(session, [child.id for child in children])
    made = _tasks(session, family_id)
    found = [
        FamilyTransition(child.id, child.given_name, one, *made.get((child.id, one.id), (0, 0)))
        for child in children
        for one in transitions_of(child.born_on, own.get(child.id, ()))
        if _seen(one, today)
    ]
    return tuple(sorted(found, key=lambda one: (one.coming.on or date.max, one.child, one.coming.key)))


def transitions_ahead(session: Session, scope: Scope, first: date, last: date | None = None) -> Iterator[Ahead]:
    """Those of the families in scope from the first day on: each within its own time, or all to the last day."""
    days = {} if last is None else dict.fromkeys(TOLD_AHEAD, (last - first).days)
    ahead, usually = days or TOLD_AHEAD, USUALLY_AHEAD if last is None else (last - first).days
    born_on = as_text(Person.born_on)
    windows = birth_windows(first, ahead, usually)
    near = [born_on.between(stored(begin), stored(end)) for begin, end in windows]
    told = select(SetTransition.child_id).where(col(SetTransition.family_id).in_(scope))
    asked = select(Person).where(col(Person.family_id).in_(scope), *_minors(), or_(*near, col(Person.id).in_(told)))
    children = session.exec(asked).all()
    own = _own_days(session, [child.id for child in children])
    for child in children:
        for one in transitions_of(child.born_on, own.get(child.id, ())):
            if one.on is not None and 0 <= (one.on - first).days <= ahead.get(one.key, usually):
                title = one.own.title if one.own else ""
                yield Ahead(one.key, one.on, title, child.family_id, child.id, child.given_name)


def _minors() -> tuple[ColumnElement[bool], ...]:
    return (col(Person.kind) == PersonKind.CHILD, col(Person.left_on).is_(None), col(Person.died_on).is_(None))


def _own_days(session: Session, children: Iterable[UUID]) -> dict[UUID, list[OwnDay]]:
    wanted, found = sorted(children), dict[UUID, list[OwnDay]]()
    for start in range(0, len(wanted), 500):
        part = select(SetTransition).where(col(SetTransition.child_id).in_(wanted[start : start + 500]))
        for one in session.exec(part):
            own = OwnDay(one.id, one.key, one.on, one.title, one.reason)
            found.setdefault(one.child_id, []).append(own)
    return found


def _tasks(session: Session, family_id: UUID) -> dict[tuple[UUID | None, str], tuple[int, int]]:
    """How many tasks a transition has, and how many of them are done; dropped ones do not count."""
    asked = select(Task.child_id, Task.transition, Task.state).where(
        Task.family_id == family_id, col(Task.transition) != "", Task.state != TaskState.DROPPED
    )
    found: dict[tuple[UUID | None, str], tuple[int, int]] = {}
    for child_id, key, state in session.exec(asked):
        every, done = found.get((child_id, key), (0, 0))
        found[child_id, key] = (every + 1, done + (state is TaskState.DONE))
    return found


def _seen(one: Transition, today: date) -> bool:
    day = one.on or one.computed_on
    return day is not None and today - STILL_SEEN <= day <= today + SEEN_AHEAD
