# SPDX-License-Identifier: MIT
"""Gathers what is told when the work with a family changes or ends: the notice before, and the letter after."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.queries.letter_determination import child_of
from models.queries.letter_envelope import body_of
from models.queries.recipients import any_protected
from models.records.coordination import Coordination
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.document import Document
from models.records.family import Family
from models.records.staff import Staff
from models.records.transfer import Transfer, TransferDirection
from models.values.dates import add_weeks, local_day, working_day_from
from models.values.family_papers import ClosingLetter, PriorNotice
from models.values.letter import Envelope
from resources.catalogue import fill

# What takes something from a family is told of before it is decided.
TOLD_BEFORE = frozenset({Outcome.CHANGED, Outcome.PERSON_CHANGED, Outcome.ENDED})
WEEKS_TO_ANSWER = 3


@of_family
def determination_to_tell_of(session: Session, family_id: UUID) -> Determination | None:
    """The avgjørelse under way that a family should hear of before it is made."""
    found = session.exec(
        select(Determination).where(
            Determination.family_id == family_id,
            Determination.state == DeterminationState.DRAFT,
            col(Determination.outcome).in_(TOLD_BEFORE),
        )
    )
    return found.first()


@of_family
def ending_of(session: Session, family_id: UUID) -> Determination | None:
    """The finished avgjørelse that ended it, when that is what holds."""
    newest = session.exec(
        select(Determination)
        .where(Determination.family_id == family_id, Determination.state == DeterminationState.FINAL)
        .order_by(col(Determination.decided_on).desc(), col(Determination.id).desc())
    ).first()
    return newest if newest and newest.outcome is Outcome.ENDED else None


def prior_notice(session: Session, document: Document, envelope: Envelope) -> PriorNotice:
    """What is thought of, why, and until when the family may answer."""
    child, called, _ = child_of(session, document.family_id, document.language)
    found = determination_to_tell_of(session, document.family_id)
    staff = session.get(Staff, found.coordinator_id) if found and found.coordinator_id else None
    return PriorNotice(
        envelope=envelope,
        outcome=found.outcome.value if found else Outcome.CHANGED.value,
        kind=found.kind.value if found else "child_coordinator",
        child=child,
        child_called=called,
        reason_code=found.reason_code if found else "",
        effective_on=found.effective_on if found else None,
        coordinator=staff.name if staff else "",
        answer_by=working_day_from(add_weeks(envelope.dated_on, WEEKS_TO_ANSWER)),
    )


def closing_letter(session: Session, document: Document, envelope: Envelope) -> ClosingLetter:
    """When and why it ends, who coordinates from now on, and whether the papers have been passed on."""
    family = session.get_one(Family, document.family_id)
    child, called, _ = child_of(session, family.id, document.language)
    ending, sent = ending_of(session, family.id), _passed_on(session, family.id)
    given = body_of(document).about.get("new_municipality", "")
    municipality, person = _receiver(session, sent, document.language) if sent else ("", "")
    return ClosingLetter(
        envelope=envelope,
        child=child,
        child_called=called,
        ends_on=_ends_on(family, ending, envelope),
        reason_code=ending.reason_code if ending else "",
        new_municipality=given or municipality,
        coordinating=coordinating_service(session, family.id),
        sent_to=municipality or person,
        sent_on=local_day(sent.done_at) if sent else None,
        consent_on=sent.consent_on if sent else None,
    )


def _ends_on(family: Family, ending: Determination | None, envelope: Envelope) -> date:
    return family.closed_on or (ending.effective_on if ending else None) or envelope.dated_on


def _passed_on(session: Session, family_id: UUID) -> Transfer | None:
    found = session.exec(
        select(Transfer)
        .where(
            Transfer.family_id == family_id,
            Transfer.direction == TransferDirection.SENT,
            col(Transfer.leaves_municipality).is_(True),
        )
        .order_by(col(Transfer.id).desc())
    )
    return found.first()


def _receiver(session: Session, sent: Transfer, language: str) -> tuple[str, str]:
    """The municipality and whoever there got the papers; neither where somebody in the family may not be found."""
    if any_protected(session, sent.family_id):
        return fill("letters_closing.new_municipality", language), ""
    return sent.other_municipality, sent.other_name


@of_family
def coordinating_service(session: Session, family_id: UUID) -> str:
    """«Helsestasjonen, Per Solli», when a service coordinates now."""
    running = session.exec(
        select(Coordination)
        .where(Coordination.family_id == family_id, col(Coordination.to_on).is_(None))
        .order_by(col(Coordination.from_on).desc())
    ).first()
    return ", ".join(filter(None, (running.service, running.contact, running.phone))) if running else ""
