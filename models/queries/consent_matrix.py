# SPDX-License-Identifier: MIT
"""Which service may know what today, cell by cell, as the consents of the family say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import permissions_of
from models.queries.consents import ConsentRow, consents_of, in_use
from models.queries.guard import of_family
from models.records.family_service import FamilyService
from models.rules.consent_state import ConsentState
from models.rules.visibility import Information, Permission, may_know

Answer = Literal["yes", "no", "asked", "none"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether one service may know one kind: yes to a day, no, asked without an answer, or never asked."""

    kind: Information
    answer: Answer
    until: date | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One service with its cells, in the order of the kinds."""

    family_service_id: UUID
    service: str
    contact: str
    cells: tuple[Cell, ...]

    @property
    def may_know_something(self) -> bool:
        """Whether any consent lets it know anything."""
        return any(cell.answer == "yes" for cell in self.cells)


@of_family
def consent_matrix(
    session: Session, family_id: UUID, today: date, child_id: UUID | None = None
) -> tuple[MatrixRow, ...]:
    """Every service still in use, and those that a consent that holds names; for one child when it is named."""
    permissions = permissions_of(session, family_id, child_id)
    rows = [
        one for one in consents_of(session, family_id, today) if child_id is None or one.child_id in (None, child_id)
    ]
    found = select(FamilyService).where(FamilyService.family_id == family_id).order_by(col(FamilyService.id))
    return tuple(
        MatrixRow(one.id, one.name, one.contact, _cells(one.id, permissions, rows, today))
        for one in session.exec(found)
        if (in_use(one, today) and (child_id is None or one.child_id in (None, child_id)))
        or may_know(permissions, one.id, today)
    )


def _cells(
    service_id: UUID, permissions: Sequence[Permission], rows: Sequence[ConsentRow], today: date
) -> tuple[Cell, ...]:
    holding = [one for one in permissions if one.service_id == service_id and one.holds_on(today)]
    known = may_know(holding, service_id, today)
    about = [(row, scope) for row in rows for scope in row.scopes if scope.family_service_id == service_id]
    asked = frozenset().union(*(scope.information for row, scope in about if row.state is ConsentState.ASKED))
    answered = any(row.state is not ConsentState.ASKED for row, _ in about)

    def cell(kind: Information) -> Cell:
        if kind in known:
            covering = [one for one in holding if kind in one.information or kind is Information.PRACTICAL]
            return Cell(kind, "yes", _latest([one.until for one in covering]))
        return Cell(kind, "asked" if kind in asked else "no" if answered else "none")

    return tuple(map(cell, Information))


def _latest(ends: Sequence[date | None]) -> date | None:
    return None if None in ends else max(end for end in ends if end)
