# SPDX-License-Identifier: MIT
"""Gathers what each letter needs to know from the records, for a draft as for the finished letter."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_part
from models.queries.letter_determination import child_of, determination_letter
from models.queries.letter_envelope import body_of, envelope_of
from models.queries.letter_log import access_log
from models.records.appeal import Appeal
from models.records.appointment import CoordinatorAppointment
from models.records.coordination import Coordination
from models.records.determination import Determination
from models.records.document import Document, DocumentKind
from models.records.enquiry import Enquiry
from models.records.family import Family
from models.records.staff import Staff
from models.rules.deadlines import complaint_deadline
from models.values.dates import local_day
from models.values.letter import (
    AppealForwarding,
    AppointmentLetter,
    CoordinationNotice,
    Envelope,
    InterimReply,
    Paper,
    RightInformation,
    ServiceInformation,
)
from models.values.names import initials


@of_part(Document)
def letter_of(session: Session, document_id: UUID, staff_id: UUID, now: datetime) -> Paper:
    """The letter as it would be finished now, by this person; what is already finished is read as bytes instead."""
    document = session.get_one(Document, document_id)
    envelope = envelope_of(session, document, staff_id, now)
    match document.kind:
        case DocumentKind.DETERMINATION:
            return determination_letter(session, document, envelope)
        case DocumentKind.APPOINTMENT_LETTER:
            return _appointment(session, document, envelope)
        case DocumentKind.SERVICE_INFORMATION:
            return _service(session, document, envelope)
        case DocumentKind.APPEAL_FORWARDING:
            return _appeal(session, document, envelope)
        case DocumentKind.ACCESS_LOG:
            return access_log(session, document, envelope)
        case _:
            return _to_family(session, document, envelope)


def _to_family(session: Session, document: Document, envelope: Envelope) -> Paper:
    child, called, _ = child_of(session, document.family_id, document.language)
    if document.kind is DocumentKind.COORDINATION_NOTICE:
        coordination = session.get_one(Coordination, document.coordination_id)
        return CoordinationNotice(
            envelope, child, coordination.service, coordination.contact, coordination.phone, coordination.from_on
        )
    if document.kind is DocumentKind.INTERIM_REPLY:
        enquiry = session.get_one(Enquiry, document.enquiry_id)
        return InterimReply(
            envelope,
            child,
            enquiry.received_on,
            enquiry.channel.value,
            enquiry.expected_answer_on,
            body_of(document).about.get("reason", ""),
            called,
        )
    return RightInformation(envelope, child, called)


def appointment_for(session: Session, document: Document, on: date) -> CoordinatorAppointment | None:
    """The appointment that a letter tells of: that of its avgjørelse, else the one running."""
    found = session.exec(
        select(CoordinatorAppointment)
        .where(col(CoordinatorAppointment.family_id) == document.family_id)
        .order_by(col(CoordinatorAppointment.from_on).desc(), col(CoordinatorAppointment.id).desc())
    ).all()
    if document.determination_id:
        found = [one for one in found if one.determination_id == document.determination_id]
    return next((one for one in found if one.to_on is None or one.to_on >= on), None)


def _appointment(session: Session, document: Document, envelope: Envelope) -> AppointmentLetter:
    family = session.get_one(Family, document.family_id)
    found = appointment_for(session, document, envelope.dated_on)
    staff = session.get(Staff, found.staff_id) if found else None
    determination = session.get(Determination, document.determination_id) if document.determination_id else None
    return AppointmentLetter(
        envelope=envelope,
        kind=found.kind.value if found else "child_coordinator",
        coordinator=staff.name if staff else "",
        family=family.name,
        from_on=found.from_on if found else envelope.dated_on,
        to_on=found.to_on if found else None,
        delegated_by=found.delegated_by if found else "",
        delegated_on=found.delegated_on if found else None,
        scope=found.scope if found else "",
        limits=found.limits if found else "",
        signer_name=determination.signer_name if determination else envelope.sender.leader,
        signer_title=determination.signer_title if determination else envelope.sender.leader_title,
    )


def _service(session: Session, document: Document, envelope: Envelope) -> ServiceInformation:
    found = appointment_for(session, document, envelope.dated_on)
    staff = session.get(Staff, found.staff_id) if found else None
    child, _, _ = child_of(session, document.family_id, document.language)
    about = body_of(document).about
    return ServiceInformation(
        envelope=envelope,
        kind=found.kind.value if found else "child_coordinator",
        service=envelope.recipient[0] if envelope.recipient else "",
        sector=about.get("sector", ""),
        child_initials=initials(*child.replace(",", " ").split()) if child else "",
        coordinator=staff.name if staff else "",
        coordinator_phone=staff.phone if staff else "",
        from_on=found.from_on if found else envelope.dated_on,
    )


def _appeal(session: Session, document: Document, envelope: Envelope) -> AppealForwarding:
    appeal = session.get_one(Appeal, document.appeal_id)
    determination = session.get_one(Determination, appeal.determination_id)
    due_on = determination.due_override_on
    if due_on is None and determination.knowledge_on is not None:
        due_on = complaint_deadline(determination.knowledge_on).due_on
    child, _, _ = child_of(session, document.family_id, document.language)
    return AppealForwarding(
        envelope=envelope,
        child=child,
        determination_number=determination.number,
        determination_on=determination.decided_on or local_day(determination.created_at),
        outcome=determination.outcome.value,
        received_on=appeal.received_on,
        knowledge_on=determination.knowledge_on,
        due_on=due_on,
        in_time=appeal.in_time,
        from_whom=", ".join(name for name in (appeal.from_whom, appeal.represented_by) if name),
        grounds=appeal.grounds,
        reassessment=appeal.reassessment_text,
        child_view=appeal.child_view,
        documents=tuple(line.strip() for line in appeal.documents.splitlines() if line.strip()),
        copy_to=appeal.from_whom,
        signer_name=envelope.sender.leader or envelope.sender.caseworker,
        signer_title=envelope.sender.leader_title if envelope.sender.leader else envelope.sender.caseworker_title,
    )
