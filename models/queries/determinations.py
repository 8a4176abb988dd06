# SPDX-License-Identifier: MIT
"""The avgjørelser of a family: the draft under way and the finished ones."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.assessment import CoordinatorKind
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.staff import Staff


@dataclass(frozen=True, slots=True)
class DeterminationRow:
    """One avgjørelse as it is read and written on."""

    id: UUID
    state: DeterminationState
    number: str
    outcome: Outcome
    kind: CoordinatorKind
    coordinator_id: UUID | None
    coordinator: str
    replaces_id: UUID | None
    replaces_number: str
    appeal_id: UUID | None
    assessment_id: UUID | None
    decided_on: date | None
    effective_on: date | None
    reason_code: str
    grounds: str
    practical: str
    alternatives: str
    complaint_notice: bool
    prior_notice_on: date | None
    family_comment: str
    signer_name: str
    signer_title: str
    delegated_by: str
    delegated_on: date | None
    delegation_scope: str
    delegation_limits: str
    overlap_to: date | None
    language: str
    law_edition: str
    sent_on: date | None
    knowledge_on: date | None
    due_override_on: date | None
    due_override_reason: str


_JOINED = frozenset({"coordinator", "replaces_number"})


@of_family
def determinations(session: Session, family_id: UUID) -> tuple[DeterminationRow, ...]:
    """The draft first, then the finished ones, newest first."""
    found = session.exec(
        select(Determination, Staff)
        .join(Staff, col(Determination.coordinator_id) == col(Staff.id), isouter=True)
        .where(col(Determination.family_id) == family_id)
        .order_by(
            col(Determination.state) != DeterminationState.DRAFT,
            col(Determination.decided_on).desc(),
            col(Determination.id).desc(),
        )
    ).all()
    numbers = {one.id: one.number for one, _ in found}
    return tuple(
        DeterminationRow(
            **one.model_dump(include=set(DeterminationRow.__slots__) - _JOINED),
            coordinator=staff.name if staff else "",
            replaces_number=numbers.get(one.replaces_id, "") if one.replaces_id else "",
        )
        for one, staff in found
    )
