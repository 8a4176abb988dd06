# SPDX-License-Identifier: MIT
"""The tasks Min dag tells of: one's own by their dates, those of others when they are late (R43)."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, and_, col, or_, select

from models.queries.due_row import Loose, Scope
from models.queries.plain_day import as_text, stored
from models.records.listing import FamilyListing
from models.records.task import UNFINISHED, Task, TaskState
from models.rules.day import HORIZON

OURS, LATE = "task", "task_late"
_OWN = ("id", "family_id", "what", "who", "service", "due_on", "agreed_on")


_ACTIVE = (TaskState.OPEN, TaskState.RUNNING)


def tasks_due(
    session: Session, scope: Scope, today: date, staff_id: UUID, everyone: bool, last: date | None = None
) -> Iterator[Loose]:
    """Open tasks until the last day, else near in time; one that waits for somebody only once its date has passed."""
    nobodys = and_(
        col(Task.staff_id).is_(None),
        col(Task.person_id).is_(None),
        col(Task.family_service_id).is_(None),
        col(Task.who) == "",
    )
    named = col(Task.staff_id).is_not(None) if everyone else col(Task.staff_id) == staff_id
    own = and_(or_(named, nobodys), col(Task.state).in_(_ACTIVE))
    due_on = as_text(Task.due_on)
    late = and_(due_on < stored(today), col(Task.state).in_(UNFINISHED))
    near = or_(col(Task.due_on).is_(None), due_on <= stored(last or today + HORIZON))
    columns: Any = (own, FamilyListing.protected, *(getattr(Task, name) for name in _OWN))
    asked = select(*columns).join(FamilyListing, col(FamilyListing.family_id) == col(Task.family_id))
    for is_own, protected, id, family_id, what, who, service, due, agreed_on in session.exec(
        asked.where(col(Task.family_id).in_(scope), near, or_(own, late))
    ):
        if is_own:
            yield Loose(OURS, due, family_id, "tasks", id, what, agreed_on)
        else:
            # Which school or nursery it is tells where a protected child is found (R67).
            said = _said(who, "" if protected else service)
            yield Loose(LATE, due, family_id, "tasks", id, what, agreed_on, said)


def _said(who: str, service: str) -> str:
    return f"{who} ({service})" if who and service else who or service
