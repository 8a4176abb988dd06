# SPDX-License-Identifier: MIT
"""How far a family has come towards its right, and which date comes next: the badge and deadline of the list."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlmodel import Session, col, select

from models.records.appeal import Appeal, Reassessment
from models.records.assessment import Assessment, ConditionAnswer, CoordinatorKind, Finding
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.enquiry import Enquiry
from models.records.family import Family, FamilyState
from models.records.note import ContactNote
from models.records.person import Person
from models.values.dates import add_months, birthday

# Each has a text «families.status.…»; those in NEEDS_ACTION count as work even without a date.
NEEDS_ACTION = frozenset({"new", "ready", "appeal", "coordinator_missing"})
GRANTED = frozenset({"granted", "granted_coordinator", "coordinator_missing"})


def status_of(session: Session, family: Family, *, has_coordinator: bool) -> str:
    """The word on the family's badge, without its language."""
    if family.state is FamilyState.CLOSED:
        return "closed"
    if family.state is FamilyState.HANDED_OVER:
        return "handed_over"
    if _open_appeal(session, family):
        return "appeal"
    latest = _latest_determination(session, family)
    if latest is not None and latest.outcome in (Outcome.GRANTED, Outcome.CHANGED, Outcome.PERSON_CHANGED):
        return _granted(latest, has_coordinator=has_coordinator)
    return _on_the_way(session, family, latest)


def _on_the_way(session: Session, family: Family, latest: Determination | None) -> str:
    if _has_draft(session, family):
        return "ready"
    assessment = _open_assessment(session, family)
    if assessment is not None:
        return _assessing(session, assessment)
    if latest is not None:
        return "refused" if latest.outcome is Outcome.REFUSED else "ended"
    return "registered"


def next_due(session: Session, family: Family, status: str, children: Sequence[Person]) -> tuple[date | None, str]:
    """The nearest date something is due, and what it is; it may lie in the past, and is then late."""
    if family.state is not FamilyState.OPEN:
        return None, ""
    dates = [*_answers_due(session, family), *_calls_due(session, family)]
    births = [child.born_on for child in children if child.born_on]
    if status in GRANTED and births and len(births) == len(children):
        # The right ends for the family when its last child turns 18 (hol § 7-2 a).
        dates.append((birthday(max(births), 18), "turns_18"))
    return min(dates, default=(None, ""), key=lambda due: due[0])


def _answers_due(session: Session, family: Family) -> Iterator[tuple[date, str]]:
    enquiries = session.exec(select(Enquiry).where(Enquiry.family_id == family.id)).all()
    for enquiry in enquiries:
        if enquiry.answered_on or enquiry.withdrawn_on:
            continue
        if enquiry.interim_reply_on and enquiry.expected_answer_on:
            yield enquiry.expected_answer_on, "answer"
        else:
            yield add_months(enquiry.received_on, 1), "answer"


def _calls_due(session: Session, family: Family) -> Iterator[tuple[date, str]]:
    notes = session.exec(
        select(ContactNote).where(
            ContactNote.family_id == family.id,
            col(ContactNote.next_on).is_not(None),
            col(ContactNote.next_done_on).is_(None),
        )
    ).all()
    for note in notes:
        if note.next_on:
            yield note.next_on, "contact"


def _open_appeal(session: Session, family: Family) -> bool:
    appeals = session.exec(select(Appeal).where(Appeal.family_id == family.id)).all()
    return any(appeal.reassessment is Reassessment.OPEN for appeal in appeals)


def _latest_determination(session: Session, family: Family) -> Determination | None:
    return session.exec(
        select(Determination)
        .where(Determination.family_id == family.id, Determination.state == DeterminationState.FINAL)
        .order_by(col(Determination.decided_on).desc(), col(Determination.id).desc())
    ).first()


def _has_draft(session: Session, family: Family) -> bool:
    drafts = select(Determination.id).where(
        Determination.family_id == family.id, Determination.state == DeterminationState.DRAFT
    )
    return session.exec(drafts).first() is not None


def _open_assessment(session: Session, family: Family) -> Assessment | None:
    return session.exec(
        select(Assessment)
        .where(Assessment.family_id == family.id, col(Assessment.closed_on).is_(None))
        .order_by(col(Assessment.id).desc())
    ).first()


def _granted(latest: Determination, *, has_coordinator: bool) -> str:
    if not has_coordinator:
        return "coordinator_missing"
    return "granted" if latest.kind is CoordinatorKind.CHILD_COORDINATOR else "granted_coordinator"


def _assessing(session: Session, assessment: Assessment) -> str:
    answers = session.exec(select(ConditionAnswer).where(ConditionAnswer.assessment_id == assessment.id)).all()
    begun = any(answer.finding is not Finding.OPEN or answer.facts or answer.judgement for answer in answers)
    return "assessing" if begun else "new"
