# SPDX-License-Identifier: MIT
"""Who samordner for a family without barnekoordinator, now and before."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.coordination import Coordination


@dataclass(frozen=True, slots=True)
class CoordinationRow:
    """One service's turn, and what was lifted to a leader in it."""

    id: UUID
    service: str
    contact: str
    phone: str
    from_on: date
    to_on: date | None
    basis: str
    family_told_on: date | None
    lifted_on: date | None
    lifted_to: str
    lifted_matter: str
    lifted_result: str
    lifted_result_on: date | None


@of_family
def coordination_of(session: Session, family_id: UUID) -> tuple[CoordinationRow, ...]:
    """The one running first, then the ended ones, newest first."""
    found = session.exec(
        select(Coordination)
        .where(col(Coordination.family_id) == family_id)
        .order_by(col(Coordination.to_on).is_not(None), col(Coordination.from_on).desc(), col(Coordination.id).desc())
    )
    return tuple(CoordinationRow(**one.model_dump(include=set(CoordinationRow.__slots__))) for one in found)
