# SPDX-License-Identifier: MIT
"""Gathers what is told and planned before a child turns 18: the letter and the checklist."""

from sqlmodel import Session

from models.queries.letter_about import child_in_question
from models.queries.letter_coordinator import appointment_for
from models.records.document import Document
from models.records.person import Person, PersonKind
from models.records.staff import Staff
from models.rules.milestones import ADULT
from models.values.dates import birthday
from models.values.family_papers import Adulthood, AdulthoodChecklist, AdulthoodLetter
from models.values.letter import Envelope
from models.values.names import full_name


def adulthood_letter(session: Session, document: Document, envelope: Envelope) -> AdulthoodLetter:
    """What ends, what goes on, and who decides from then on."""
    return AdulthoodLetter(envelope, _adulthood(session, document, envelope))


def adulthood_checklist(session: Session, document: Document, envelope: Envelope) -> AdulthoodChecklist:
    """The same, as a list to tick off."""
    return AdulthoodChecklist(envelope, _adulthood(session, document, envelope))


def _adulthood(session: Session, document: Document, envelope: Envelope) -> Adulthood:
    child = child_in_question(session, document) or Person(family_id=document.family_id, kind=PersonKind.CHILD)
    found = appointment_for(session, document, envelope.dated_on)
    return Adulthood(
        child=full_name(child.given_name, child.family_name),
        child_called=child.given_name,
        turns_18_on=birthday(child.born_on, ADULT) if child.born_on else envelope.dated_on,
        kind=found.kind.value if found else "",
        coordinator=session.get_one(Staff, found.staff_id).name if found else "",
    )
