# SPDX-License-Identifier: MIT
"""What to do next for a family: proposals from how far it has come, never a decision; three at least."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.people import PersonRow
from models.records.assessment import Assessment, ConditionAnswer, Finding, Heard
from models.records.enquiry import Enquiry
from models.records.listing import FamilyListing
from models.records.note import ContactNote
from models.records.person import Answer, PersonKind
from models.values.dates import add_months, birthday

CONDITIONS = 5
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One proposal; `key` chooses its words, `tab` and `item` the place where it is done."""

    key: str
    tab: str
    due_on: date | None = None
    name: str = ""
    n: int = 0
    item: UUID | None = None


def next_steps(session: Session, listing: FamilyListing, people: Sequence[PersonRow], today: date) -> tuple[Step, ...]:
    """What is late or due first, then what the status asks for, then what is good to have in place."""
    urgent = sorted(_dated(session, listing.family_id, people, today), key=lambda step: step.due_on or date.max)
    wanted = [*urgent, *_by_status(session, listing), *_good_to_have(people)]
    seen: dict[str, Step] = {}
    for step in wanted:
        seen.setdefault(step.key, step)
    steps = list(seen.values())
    late = sum(1 for step in urgent if step.due_on and step.due_on <= today)
    return tuple(steps[: max(FEWEST, min(late, 6))])


def _dated(session: Session, family_id: UUID, people: Sequence[PersonRow], today: date) -> Iterator[Step]:
    for enquiry in session.exec(select(Enquiry).where(Enquiry.family_id == family_id)).all():
        if not (enquiry.answered_on or enquiry.withdrawn_on):
            waits_longer = enquiry.interim_reply_on and enquiry.expected_answer_on
            due_on = enquiry.expected_answer_on if waits_longer else add_months(enquiry.received_on, 1)
            yield Step("answer_enquiry", "right", due_on, item=enquiry.id)
    notes = session.exec(
        select(ContactNote).where(
            ContactNote.family_id == family_id,
            col(ContactNote.next_on).is_not(None),
            col(ContactNote.next_done_on).is_(None),
        )
    ).all()
    for note in notes:
        yield Step("follow_up", "journal", note.next_on, note.with_whom, item=note.id)
    for child in people:
        # A year is the time it takes to change to alminnelig koordinator, verge and adult services (domain § 9).
        if child.kind is PersonKind.CHILD and child.born_on:
            adult_on = birthday(child.born_on, 18)
            if today <= adult_on <= add_months(today, 12):
                yield Step("plan_adulthood", "right", adult_on, child.given_name, item=child.id)


def _by_status(session: Session, listing: FamilyListing) -> Iterator[Step]:
    match listing.status:
        case "appeal":
            yield Step("answer_appeal", "right")
        case "new" | "assessing":
            yield from _assessment_steps(session, listing.family_id)
        case "ready":
            yield Step("finish_determination", "right")
        case "coordinator_missing":
            yield Step("appoint_coordinator", "right")
        case "registered" | "ended":
            yield Step("record_enquiry", "right")
        case "refused":
            yield Step("say_who_coordinates", "right")


def _assessment_steps(session: Session, family_id: UUID) -> Iterator[Step]:
    assessment = session.exec(
        select(Assessment)
        .where(Assessment.family_id == family_id, col(Assessment.closed_on).is_(None))
        .order_by(col(Assessment.id).desc())
    ).first()
    if assessment is None:
        return
    answers = session.exec(select(ConditionAnswer).where(ConditionAnswer.assessment_id == assessment.id)).all()
    answered = sum(1 for answer in answers if answer.finding is not Finding.OPEN)
    if answered < CONDITIONS:
        yield Step("assess_conditions", "right", n=CONDITIONS - answered)
    if assessment.child_heard is Heard.OPEN:
        yield Step("hear_child", "right")
    if answered >= CONDITIONS:
        yield Step("make_determination", "right")


def _good_to_have(people: Sequence[PersonRow]) -> Iterator[Step]:
    children = [one for one in people if one.kind is PersonKind.CHILD and one.left_on is None]
    adults = [one for one in people if one.kind is PersonKind.ADULT and one.left_on is None]
    if not adults:
        yield Step("add_adult", "overview")
    elif any(one.parental_responsibility is Answer.UNKNOWN for one in adults):
        unknown = next(one for one in adults if one.parental_responsibility is Answer.UNKNOWN)
        yield Step("clear_responsibility", "overview", name=unknown.name, item=unknown.id)
    silent = next((child for child in children if not child.what_matters and not child.expected_on), None)
    if silent:
        yield Step("ask_what_matters", "overview", name=silent.given_name, item=silent.id)
    yield Step("write_note", "journal")
    yield Step("look_over_people", "overview")
    yield Step("look_at_documents", "documents")
