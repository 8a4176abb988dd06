# SPDX-License-Identifier: MIT
"""Gathers what is told of the coordinator of a family: who it is now, and the card for the first talk."""

from datetime import date

from sqlmodel import Session, col, select

from models.queries.letter_determination import child_of
from models.records.appointment import CoordinatorAppointment
from models.records.document import Document
from models.records.staff import Staff
from models.values.family_papers import RoleCard
from models.values.letter import Envelope


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


def role_card(session: Session, document: Document, envelope: Envelope) -> RoleCard:
    """Who the coordinator is and how to reach her; the rest of the card are standard texts."""
    found = appointment_for(session, document, envelope.dated_on)
    staff = session.get(Staff, found.staff_id) if found else None
    _, called, _ = child_of(session, document.family_id, document.language)
    return RoleCard(
        envelope=envelope,
        kind=found.kind.value if found else "child_coordinator",
        coordinator=staff.name if staff else "",
        phone=staff.phone if staff else "",
        email=staff.email if staff else "",
        from_on=found.from_on if found else envelope.dated_on,
        child_called=called,
    )
