# SPDX-License-Identifier: MIT
"""What children have said, are to be asked, and why one was not heard: for consents, meetings, plans and decisions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.child_view import ChildView, Heard
from models.records.person import Person


@dataclass(frozen=True, slots=True)
class ChildViewRow:
    """One time a child was, or is to be, heard."""

    id: UUID
    child_id: UUID
    child: str
    about: str
    heard: Heard
    prepare_by: date | None
    heard_on: date | None
    heard_by: str
    how: str
    told: str
    words: str
    agrees: str
    weight: str
    not_heard_reason: str
    best_interests: str
    meeting_id: UUID | None


@of_family
def child_views_of(session: Session, family_id: UUID, child_id: UUID | None = None) -> tuple[ChildViewRow, ...]:
    """Those that wait first, by day; then what was written, the newest first."""
    found = select(ChildView, Person).join(Person, col(Person.id) == ChildView.child_id)
    rows = [
        ChildViewRow(child=child.given_name, **view.model_dump(include=set(ChildViewRow.__slots__) - {"child"}))
        for view, child in session.exec(found.where(ChildView.family_id == family_id))
        if child_id in (None, view.child_id)
    ]
    waiting = [row for row in rows if row.heard is Heard.ASKED]
    written = [row for row in rows if row.heard is not Heard.ASKED]
    waiting.sort(key=lambda row: (row.prepare_by or date.max, str(row.id)))
    written.sort(key=lambda row: (row.heard_on or date.min, str(row.id)), reverse=True)
    return (*waiting, *written)
