# SPDX-License-Identifier: MIT
"""The newest things that happened to a family: notes, wishes, decisions, letters and complaints, for its first page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.appeal import Appeal
from models.records.appointment import CoordinatorAppointment
from models.records.determination import Determination, DeterminationState
from models.records.document import Document, DocumentState
from models.records.enquiry import Enquiry
from models.records.note import ContactNote
from models.records.staff import Staff
from models.records.transfer import Transfer
from models.values.dates import local_day
from models.values.typed import first_line


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the excerpt; `kind` and `detail` choose its words, `tab` where it is read in full.

    `second` is what is told beside it, `who` only the person in it.
    """

    id: UUID
    on: date
    kind: str
    detail: str = ""
    second: str = ""
    tab: str = "journal"
    who: str = ""


@of_family
def happenings(session: Session, family_id: UUID, limit: int = 6) -> tuple[Happening, ...]:
    """Newest first."""
    found = [*_notes(session, family_id, limit), *_right(session, family_id), *_documents(session, family_id, limit)]
    found += _transfers(session, family_id)
    return tuple(sorted(found, key=lambda each: (each.on, each.id), reverse=True)[:limit])


def _notes(session: Session, family_id: UUID, limit: int) -> Iterator[Happening]:
    notes = session.exec(
        select(ContactNote)
        .where(ContactNote.family_id == family_id, col(ContactNote.corrects_id).is_(None))
        .order_by(col(ContactNote.at).desc())
        .limit(limit)
    ).all()
    for note in notes:
        second = " · ".join(filter(None, (note.with_whom, first_line(note.text, 160))))
        yield Happening(note.id, local_day(note.at), "note", note.kind.value, second, who=note.with_whom)


def _right(session: Session, family_id: UUID) -> Iterator[Happening]:
    for enquiry in session.exec(select(Enquiry).where(Enquiry.family_id == family_id)).all():
        who = enquiry.from_whom
        yield Happening(enquiry.id, enquiry.received_on, "enquiry", enquiry.channel.value, who, "right", who)
    for each in session.exec(select(Determination).where(Determination.family_id == family_id)).all():
        if each.state is not DeterminationState.DRAFT and each.decided_on:
            yield Happening(each.id, each.decided_on, "determination", each.outcome.value, each.number, "right")
    for appointment in session.exec(
        select(CoordinatorAppointment).where(CoordinatorAppointment.family_id == family_id)
    ).all():
        staff = session.get(Staff, appointment.staff_id)
        name = staff.name if staff else ""
        yield Happening(appointment.id, appointment.from_on, "appointment", appointment.kind.value, name, "right", name)
    for appeal in session.exec(select(Appeal).where(Appeal.family_id == family_id)).all():
        yield Happening(appeal.id, appeal.received_on, "appeal", "", appeal.from_whom, "right", appeal.from_whom)


def _transfers(session: Session, family_id: UUID) -> Iterator[Happening]:
    for each in session.exec(select(Transfer).where(Transfer.family_id == family_id)).all():
        who = ", ".join(filter(None, (each.other_name, each.other_municipality)))
        yield Happening(each.id, local_day(each.done_at), "transfer", each.direction.value, who, "transfers", who)


def _documents(session: Session, family_id: UUID, limit: int) -> Iterator[Happening]:
    documents = session.exec(
        select(Document)
        .where(Document.family_id == family_id, Document.state != DocumentState.DRAFT)
        .order_by(col(Document.id).desc())
        .limit(limit)
    ).all()
    for document in documents:
        on = document.sent_on or document.dated_on
        if on:
            yield Happening(document.id, on, "document", document.state.value, document.title, "documents")
