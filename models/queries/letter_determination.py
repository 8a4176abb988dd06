# SPDX-License-Identifier: MIT
"""Gathers an avgjørelse for its letter: what was wished, found, heard and decided, and who is coordinator."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.queries.letter_envelope import law_for
from models.queries.recipients import present
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import Assessment, ConditionAnswer, CoordinatorKind
from models.records.determination import Determination
from models.records.document import Document
from models.records.enquiry import Enquiry
from models.records.person import PersonKind
from models.records.staff import Staff
from models.rules.entitlement import CONDITIONS, SHARED_WITH_COORDINATOR, WISH
from models.values.dates import age_on, birthday, local_day
from models.values.letter import ConditionLine, DeterminationLetter, Envelope
from models.values.names import full_name, listed
from resources.catalogue import fill

ADULT = 18
NEARLY_ADULT = 16
# What the letter takes over as it was written.
SAID = (
    *("child_view", "child_view_how", "child_view_on", "not_heard_reason"),
    *("best_interests", "family_view", "person_wish"),
)
DECIDED = (
    *("effective_on", "overlap_to", "prior_notice_on", "reason_code", "grounds", "family_comment"),
    *("practical", "alternatives", "signer_name", "signer_title"),
)


def determination_letter(session: Session, document: Document, envelope: Envelope) -> DeterminationLetter:
    """The letter of an avgjørelse, finished or not."""
    determination = session.get_one(Determination, document.determination_id)
    assessment = _assessment(session, determination)
    enquiry = session.get(Enquiry, assessment.enquiry_id) if assessment.enquiry_id else None
    replaced = session.get(Determination, determination.replaces_id) if determination.replaces_id else None
    coordinator = _staff(session, determination.coordinator_id, determination.created_at)
    child, called, expected = child_of(session, determination.family_id, document.language)
    said = {name: getattr(assessment, name) for name in SAID}
    decided = {name: getattr(determination, name) for name in DECIDED}
    return DeterminationLetter(
        envelope=envelope,
        outcome=determination.outcome.value,
        kind=determination.kind.value,
        child=child,
        child_called=called,
        child_is_expected=expected,
        child_heard=assessment.child_heard.value,
        wish=enquiry.wish if enquiry else "",
        received_on=enquiry.received_on if enquiry else None,
        channel=enquiry.channel.value if enquiry else "",
        coordinator=coordinator.name,
        coordinator_title=coordinator.title,
        coordinator_phone=coordinator.phone,
        coordinator_email=coordinator.email,
        previous_coordinator=_previous(session, determination),
        conditions=_conditions(session, assessment, determination.kind),
        complaint_weeks=law_for(session, envelope.made_at).parameter("pbrl_7_5", "appeal_weeks"),
        replaces_number=replaced.number if replaced else "",
        after_appeal=determination.appeal_id is not None,
        turns_18_on=_turns_18(session, determination.family_id, envelope.dated_on),
        **said,
        **decided,
    )


@of_family
def child_of(session: Session, family_id: UUID, language: str) -> tuple[str, str, bool]:
    """The children's names whole and as they are called, and whether the family only expects a child."""
    children = [person for person in present(session, family_id) if person.kind is PersonKind.CHILD]
    born = [person for person in children if person.given_name]
    last = fill("letters.and", language)
    expects = [fill("letters.expected_child", language)] if born and len(born) < len(children) else []
    families = {person.family_name for person in born}
    called = listed([*(person.given_name for person in born), *expects], last)
    if len(families) == 1 and len(born) > 1 and not expects:
        return full_name(called, families.pop()), called, False
    whole = listed([*(full_name(person.given_name, person.family_name) for person in born), *expects], last)
    return whole, called, not born


def _assessment(session: Session, determination: Determination) -> Assessment:
    found = session.get(Assessment, determination.assessment_id) if determination.assessment_id else None
    return found or Assessment(
        created_at=determination.created_at,
        family_id=determination.family_id,
        started_on=local_day(determination.created_at),
    )


def _staff(session: Session, staff_id: UUID | None, created_at: datetime) -> Staff:
    found = session.get(Staff, staff_id) if staff_id else None
    return found or Staff(name="", created_at=created_at)


def _previous(session: Session, determination: Determination) -> str:
    before = session.exec(
        select(Staff.name)
        .join(CoordinatorAppointment, col(CoordinatorAppointment.staff_id) == col(Staff.id))
        .where(
            col(CoordinatorAppointment.family_id) == determination.family_id,
            col(CoordinatorAppointment.staff_id) != determination.coordinator_id,
        )
        .order_by(col(CoordinatorAppointment.from_on).desc(), col(CoordinatorAppointment.id).desc())
    ).first()
    return before or ""


def _conditions(session: Session, assessment: Assessment, kind: CoordinatorKind) -> tuple[ConditionLine, ...]:
    """The answers in the order of the law; an alminnelig koordinator asks only two of them."""
    asked = tuple(CONDITIONS) if kind is CoordinatorKind.CHILD_COORDINATOR else (SHARED_WITH_COORDINATOR, WISH)
    answers = session.exec(select(ConditionAnswer).where(col(ConditionAnswer.assessment_id) == assessment.id)).all()
    by_id = {answer.condition: answer for answer in answers}
    return tuple(
        ConditionLine(condition, by_id[condition].finding.value, by_id[condition].facts, by_id[condition].judgement)
        for condition in asked
        if condition in by_id
    )


def _turns_18(session: Session, family_id: UUID, on: date) -> date | None:
    """When the right ends by age, told when an only child is near it."""
    children = [person for person in present(session, family_id) if person.kind is PersonKind.CHILD]
    if len(children) != 1 or children[0].born_on is None:
        return None
    near = NEARLY_ADULT <= age_on(children[0].born_on, on) < ADULT
    return birthday(children[0].born_on, ADULT) if near else None
