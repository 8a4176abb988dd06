# SPDX-License-Identifier: MIT
"""The deadline for complaints on each avgjørelse that stands, and the complaints themselves."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.determinations import DeterminationRow
from models.queries.guard import of_family
from models.records.appeal import Appeal, Reassessment
from models.records.determination import Determination, DeterminationState
from models.rules import deadlines
from models.rules.step import Step


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """The last day to complain and how it was counted; an estimate until the knowledge date is known."""

    determination_id: UUID
    number: str
    knowledge_on: date | None
    sent_on: date | None
    due_on: date | None
    estimated: bool
    overridden: bool
    override_on: date | None
    override_reason: str
    latest_on: date | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class AppealRow:
    """One complaint folder."""

    id: UUID
    determination_id: UUID
    number: str
    received_on: date
    from_whom: str
    represented_by: str
    grounds: str
    signed: bool
    in_time: bool | None
    late_accepted_reason: str
    reassessment: Reassessment
    reassessment_text: str
    reassessed_on: date | None
    child_view: str
    documents: str
    forwarded_on: date | None
    copy_to_party_on: date | None
    outcome: str
    outcome_on: date | None


def deadlines_of(determinations: tuple[DeterminationRow, ...]) -> tuple[DeadlineRow, ...]:
    """One for each finished avgjørelse, the newest first."""
    finished = (one for one in determinations if one.state is not DeterminationState.DRAFT)
    return tuple(complaint_deadline_of(one) for one in finished)


def complaint_deadline_of(row: DeterminationRow) -> DeadlineRow:
    """Counted from the knowledge date, estimated from the sending, or set by hand."""
    counted = deadlines.complaint_deadline(
        row.knowledge_on, row.sent_on, row.decided_on, override_on=row.due_override_on
    )
    due_on = counted.due_on or counted.estimated_on
    return DeadlineRow(
        determination_id=row.id,
        number=row.number,
        knowledge_on=row.knowledge_on,
        sent_on=row.sent_on,
        due_on=due_on,
        estimated=counted.due_on is None and counted.estimated_on is not None,
        overridden=row.due_override_on is not None,
        override_on=row.due_override_on,
        override_reason=row.due_override_reason,
        latest_on=counted.latest_on,
        steps=counted.steps,
    )


@of_family
def appeals(session: Session, family_id: UUID) -> tuple[AppealRow, ...]:
    """All complaints of the family, the oldest first."""
    found = session.exec(
        select(Appeal, Determination.number)
        .join(Determination, col(Appeal.determination_id) == col(Determination.id))
        .where(col(Appeal.family_id) == family_id)
        .order_by(col(Appeal.received_on), col(Appeal.id))
    )
    own = set(AppealRow.__slots__) - {"number"}
    return tuple(AppealRow(**one.model_dump(include=own), number=number) for one, number in found)
