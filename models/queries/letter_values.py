# SPDX-License-Identifier: MIT
"""What the fields of a family's letter are filled in with: its child, its coordinator, and who sends."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from models.queries.letter_coordinator import appointment_for
from models.queries.letter_determination import child_of
from models.records.document import Document, DocumentKind
from models.records.family import Family
from models.records.staff import Staff
from models.values.date_words import long_date
from models.values.letter import Envelope
from models.values.letter_fields import OF_FAMILY
from resources.catalogue import fill

# A service is told who coordinates and nothing else of the family; what calls to a meeting bears initials only.
UNNAMED = frozenset(
    {
        *(DocumentKind.SERVICE_INFORMATION, DocumentKind.INVITATION, DocumentKind.AGENDA),
        DocumentKind.TASK_REMINDER,
    }
)


def letter_values(session: Session, document: Document, envelope: Envelope) -> dict[str, str]:
    """Each field of this letter by its id; what is not known yet is empty."""
    found = sender_values(envelope) | _coordinator(session, document, envelope.dated_on)
    if document.kind not in UNNAMED:
        found |= _family(session, document.family_id, document.language)
    return found


def sender_values(envelope: Envelope) -> dict[str, str]:
    """What the envelope itself knows."""
    sender = envelope.sender
    return {
        "recipient": envelope.recipient[0] if envelope.recipient else "",
        "caseworker": sender.caseworker,
        "caseworker_phone": sender.caseworker_phone,
        "municipality": sender.municipality,
        "unit": sender.unit or fill("letters.coordinating_unit", envelope.language),
        "municipality_phone": sender.phone,
        "municipality_email": sender.email,
        "leader": sender.leader,
        "today": long_date(envelope.dated_on, envelope.language).replace(" ", "\u00a0"),
        "case_number": envelope.case_number,
    }


def _family(session: Session, family_id: UUID, language: str) -> dict[str, str]:
    family = session.get_one(Family, family_id)
    child, called, _ = child_of(session, family_id, language)
    expected = fill("letters.expected_child", language)
    name = fill("letters.family_called", language, name=family.name) if family.name else ""
    return dict(zip(OF_FAMILY, (child or expected, called or expected, name), strict=True))


def _coordinator(session: Session, document: Document, on: date) -> dict[str, str]:
    found = appointment_for(session, document, on)
    staff = session.get(Staff, found.staff_id) if found else None
    return {
        "coordinator": staff.name if staff else "",
        "coordinator_title": staff.title if staff else "",
        "coordinator_phone": staff.phone if staff else "",
        "coordinator_email": staff.email if staff else "",
    }
