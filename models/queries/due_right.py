# SPDX-License-Identifier: MIT
"""The loose ends on the way to the right: answers, assessments, decisions, complaints, and the time after a grant."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlmodel import Session, col, select

from models.queries.due_row import Loose, Scope
from models.records.appeal import Appeal, Reassessment
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import Assessment, CoordinatorKind
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.document import Document, DocumentState
from models.records.enquiry import Enquiry
from models.records.note import ContactKind, ContactNote
from models.records.person import Person, PersonKind
from models.rules.deadlines import complaint_deadline, interim_reply_due
from models.values.dates import add_months, add_weeks, add_working_days, add_years, birthday, local_day

# A family that got all it asked for has nothing to complain of; the others may.
MAY_BE_COMPLAINED_ON = frozenset({Outcome.REFUSED, Outcome.CHANGED, Outcome.PERSON_CHANGED, Outcome.ENDED})
# When nobody has heard whether the letter came, a week after sending is a good time to ask.
ASK_AFTER_WEEKS = 1
FIRST_MEETING_WITHIN = timedelta(days=14)
MEETS = frozenset({ContactKind.MEETING, ContactKind.TALK, ContactKind.VISIT})


def right_due(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    """Every loose end on the right in these families, in no order."""
    answers = dict(_answers(session, scope))
    yield from _on_the_way(session, scope, answers)
    yield from _determinations(session, scope, today)
    yield from _appeals(session, scope)
    yield from _coordinators(session, scope, today)


def _answers(session: Session, scope: Scope) -> Iterator[tuple[UUID, Loose]]:
    waiting = session.exec(
        select(Enquiry).where(
            col(Enquiry.family_id).in_(scope),
            col(Enquiry.answered_on).is_(None),
            col(Enquiry.withdrawn_on).is_(None),
        )
    )
    for one in waiting:
        if one.interim_reply_on is None:
            due_on, kind = interim_reply_due(one.received_on), "interim_reply"
        else:
            due_on, kind = one.expected_answer_on or add_months(one.interim_reply_on, 1), "answer"
        yield one.family_id, Loose(kind, due_on, one.family_id, "right", one.id, one.from_whom, one.received_on)


def _on_the_way(session: Session, scope: Scope, answers: dict[UUID, Loose]) -> Iterator[Loose]:
    drafts = session.exec(
        select(Determination).where(
            col(Determination.family_id).in_(scope), Determination.state == DeterminationState.DRAFT
        )
    )
    written = set()
    for draft in drafts:
        written.add(draft.family_id)
        answer = answers.get(draft.family_id)
        since = local_day(draft.created_at)
        due_on = answer.due_on if answer else None
        yield Loose("finish_determination", due_on, draft.family_id, "right", draft.id, since=since)
    # The draft carries the date of the answer it will be: one line for one thing.
    yield from (answer for family_id, answer in answers.items() if family_id not in written)
    under_way = session.exec(
        select(Assessment).where(col(Assessment.family_id).in_(scope), col(Assessment.closed_on).is_(None))
    )
    for one in under_way:
        if one.family_id not in written:
            yield Loose("assess", None, one.family_id, "right", one.id, since=one.started_on)


def _determinations(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    finished = session.exec(
        select(Determination).where(
            col(Determination.family_id).in_(scope), Determination.state == DeterminationState.FINAL
        )
    )
    lettered = set(
        session.exec(
            select(Document.determination_id).where(
                col(Document.family_id).in_(scope), Document.state == DocumentState.FINAL
            )
        )
    )
    appealed = set(session.exec(select(Appeal.determination_id).where(col(Appeal.family_id).in_(scope))))
    for one in finished:
        if one.sent_on is None:
            if one.decided_on and one.id not in lettered:
                due_on = add_working_days(one.decided_on, 1)
                yield Loose("send_determination", due_on, one.family_id, "right", one.id, one.number, one.decided_on)
        elif one.outcome in MAY_BE_COMPLAINED_ON:
            yield from _complaint(one, today, appealed=one.id in appealed)


def _complaint(one: Determination, today: date, *, appealed: bool) -> Iterator[Loose]:
    deadline = complaint_deadline(one.knowledge_on, one.sent_on, one.decided_on, override_on=one.due_override_on)
    over = deadline.latest_on is not None and today > deadline.latest_on
    if deadline.due_on is None and one.sent_on and not over:
        ask_on = add_weeks(one.sent_on, ASK_AFTER_WEEKS)
        yield Loose("knowledge", ask_on, one.family_id, "right", one.id, one.number, one.sent_on)
    elif deadline.due_on is not None and deadline.due_on >= today and not appealed:
        yield Loose("complaint_ends", deadline.due_on, one.family_id, "right", one.id, one.number, one.knowledge_on)


def _appeals(session: Session, scope: Scope) -> Iterator[Loose]:
    for one in session.exec(select(Appeal).where(col(Appeal.family_id).in_(scope))):
        if one.reassessment is Reassessment.OPEN:
            due_on = interim_reply_due(one.received_on)
            yield Loose("reassess", due_on, one.family_id, "right", one.id, one.from_whom, one.received_on)
        elif one.reassessment in (Reassessment.UPHELD, Reassessment.DISMISSED) and one.reassessed_on:
            if one.forwarded_on is None:
                due_on = add_working_days(one.reassessed_on, 1)
                yield Loose("forward", due_on, one.family_id, "right", one.id, one.from_whom, one.reassessed_on)
            elif one.copy_to_party_on is None:
                yield Loose(
                    "copy_to_party", one.forwarded_on, one.family_id, "right", one.id, one.from_whom, one.forwarded_on
                )


def _coordinators(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    standing = select(CoordinatorAppointment).where(
        col(CoordinatorAppointment.family_id).in_(scope),
        col(CoordinatorAppointment.from_on) <= today,
        or_(col(CoordinatorAppointment.to_on).is_(None), col(CoordinatorAppointment.to_on) >= today),
    )
    for one in session.exec(standing.where(col(CoordinatorAppointment.from_on) >= today - 4 * FIRST_MEETING_WITHIN)):
        if not _has_met(session, one):
            due_on = one.from_on + FIRST_MEETING_WITHIN
            yield Loose("first_meeting", due_on, one.family_id, "journal", one.id, since=one.from_on)
    for one in session.exec(
        standing.where(CoordinatorAppointment.kind == CoordinatorKind.CHILD_COORDINATOR, *_all_grown_up(today))
    ):
        youngest = max(born_on for born_on in _births(session, one.family_id) if born_on)
        grown_on = birthday(youngest, 18)
        yield Loose("turned_18", grown_on, one.family_id, "right", one.id, since=grown_on)


def _all_grown_up(today: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The family has children, and none that is expected or under 18 (hol § 7-2 a)."""
    child = and_(
        col(Person.family_id) == col(CoordinatorAppointment.family_id),
        col(Person.kind) == PersonKind.CHILD,
        col(Person.left_on).is_(None),
        col(Person.died_on).is_(None),
    )
    grown = col(Person.born_on) <= add_years(today, -18)
    minor = or_(col(Person.born_on).is_(None), col(Person.born_on) > add_years(today, -18))
    return exists().where(child, grown), ~exists().where(child, minor)


def _births(session: Session, family_id: UUID) -> list[date | None]:
    children = select(Person).where(
        Person.family_id == family_id,
        Person.kind == PersonKind.CHILD,
        col(Person.left_on).is_(None),
        col(Person.died_on).is_(None),
    )
    return [child.born_on for child in session.exec(children)]


def _has_met(session: Session, appointment: CoordinatorAppointment) -> bool:
    notes = session.exec(select(ContactNote).where(ContactNote.family_id == appointment.family_id))
    return any(note.kind in MEETS and local_day(note.at) >= appointment.from_on for note in notes)
