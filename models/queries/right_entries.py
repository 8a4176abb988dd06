# SPDX-License-Identifier: MIT
"""What happened on the way to the right, as lines of the journal: wishes, decisions, coordinators, complaints."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from models.queries.guard import of_family
from models.queries.journal_entry import JournalEntry, dated
from models.records.appeal import Appeal, Reassessment
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import Assessment, Heard
from models.records.coordination import Coordination
from models.records.determination import Determination, DeterminationState
from models.records.enquiry import Enquiry


@of_family
def right_entries(session: Session, family_id: UUID, names: Mapping[UUID, str]) -> Iterator[JournalEntry]:
    """In no order."""
    for enquiry in session.exec(select(Enquiry).where(Enquiry.family_id == family_id)):
        yield from _enquiry(enquiry)
    for assessment in session.exec(select(Assessment).where(Assessment.family_id == family_id)):
        yield from _assessment(assessment)
    for determination in session.exec(select(Determination).where(Determination.family_id == family_id)):
        yield from _determination(determination)
    for appointment in session.exec(
        select(CoordinatorAppointment).where(CoordinatorAppointment.family_id == family_id)
    ):
        yield from _appointment(appointment, names.get(appointment.staff_id, ""))
    for appeal in session.exec(select(Appeal).where(Appeal.family_id == family_id)):
        yield from _appeal(appeal)
    for coordination in session.exec(select(Coordination).where(Coordination.family_id == family_id)):
        yield from _coordination(coordination)


def _on_right(id: UUID, on: date | None, kind: str, detail: str, second: str = "") -> Iterator[JournalEntry]:
    if on is not None:
        yield dated(id, on, kind, detail, second, "right", "right")


def _enquiry(one: Enquiry) -> Iterator[JournalEntry]:
    second = " · ".join(filter(None, (one.from_whom, one.wish)))
    yield from _on_right(one.id, one.received_on, "enquiry", one.channel.value, second)
    yield from _on_right(one.id, one.information_given_on, "enquiry", "information_given")
    yield from _on_right(one.id, one.interim_reply_on, "enquiry", "interim_reply")
    yield from _on_right(one.id, one.withdrawn_on, "enquiry", "withdrawn")


def _assessment(one: Assessment) -> Iterator[JournalEntry]:
    yield from _on_right(one.id, one.started_on, "assessment", "started")
    if one.child_heard is Heard.HEARD:
        yield from _on_right(one.id, one.child_view_on, "assessment", "child_heard", one.child_view_how)


def _determination(one: Determination) -> Iterator[JournalEntry]:
    if one.state is DeterminationState.DRAFT:
        return
    yield from _on_right(one.id, one.decided_on, "determination", one.outcome.value, one.number)
    yield from _on_right(one.id, one.sent_on, "determination", "sent", one.number)
    yield from _on_right(one.id, one.knowledge_on, "determination", "known", one.number)


def _appointment(one: CoordinatorAppointment, name: str) -> Iterator[JournalEntry]:
    yield from _on_right(one.id, one.from_on, "appointment", one.kind.value, name)
    yield from _on_right(one.id, one.to_on, "appointment", "ended", name)


def _appeal(one: Appeal) -> Iterator[JournalEntry]:
    yield from _on_right(one.id, one.received_on, "appeal", "received", one.from_whom)
    if one.reassessment is not Reassessment.OPEN:
        yield from _on_right(one.id, one.reassessed_on, "appeal", one.reassessment.value)
    yield from _on_right(one.id, one.forwarded_on, "appeal", "forwarded")
    yield from _on_right(one.id, one.outcome_on, "appeal", "answered", one.outcome)


def _coordination(one: Coordination) -> Iterator[JournalEntry]:
    yield from _on_right(one.id, one.from_on, "coordination", "started", one.service)
    yield from _on_right(one.id, one.lifted_on, "coordination", "lifted", one.lifted_matter)
    yield from _on_right(one.id, one.lifted_result_on, "coordination", "lifted_result", one.lifted_result)
    yield from _on_right(one.id, one.to_on, "coordination", "ended", one.service)
