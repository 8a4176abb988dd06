# SPDX-License-Identifier: MIT
"""Gathers «Dette bør du vite om meg» and «om oss»: what is known, for the family to keep, change or take away."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlmodel import Session

from models.queries.letter_coordinator import appointment_for
from models.queries.letter_determination import child_of
from models.queries.letter_envelope import body_of
from models.queries.recipients import PARENTS, is_protected, present
from models.records.document import Document
from models.records.person import Answer, Person, PersonKind, Relation
from models.records.staff import Staff
from models.values.family_papers import AboutSheet, Contact, Speech, Voice
from models.values.letter import Envelope
from models.values.names import full_name

AT_HOME = PARENTS | {Relation.FOSTER_PARENT, Relation.STEP_PARENT}


def child_in_question(session: Session, document: Document) -> Person | None:
    """The child a paper is about, when it is about one of several."""
    wanted = body_of(document).about.get("person", "")
    return session.get(Person, UUID(wanted)) if wanted else None


def about_me(session: Session, document: Document, envelope: Envelope) -> AboutSheet:
    """One child's own sheet."""
    child = child_in_question(session, document)
    return _sheet(session, document, envelope, child) if child else about_us(session, document, envelope)


def about_us(session: Session, document: Document, envelope: Envelope) -> AboutSheet:
    """The family's sheet."""
    return _sheet(session, document, envelope, None)


def _sheet(session: Session, document: Document, envelope: Envelope, child: Person | None) -> AboutSheet:
    people = present(session, document.family_id)
    children = [child] if child else [one for one in people if one.kind is PersonKind.CHILD]
    adults = [one for one in people if one.kind is PersonKind.ADULT and _at_home(one)]
    speaking = adults if child else [*children, *adults]
    whole, _, _ = child_of(session, document.family_id, document.language)
    return AboutSheet(
        envelope=envelope,
        whole_name=full_name(child.given_name, child.family_name) if child else whole,
        child_called=child.given_name if child else "",
        voices=tuple(Voice(one.given_name, one.what_matters) for one in children if one.what_matters),
        child_speech=_speech(child) if child else None,
        speech=tuple(_speech(one) for one in speaking if _speaks_otherwise(one)),
        contacts=tuple(_contacts(session, document, envelope, people, adults)),
    )


def _at_home(adult: Person) -> bool:
    return (
        adult.relation in AT_HOME
        and adult.daily_care is not Answer.NO
        and adult.contact_allowed
        and not adult.information_limited
    )


def _speaks_otherwise(one: Person) -> bool:
    return bool(one.language or one.interpreter or one.aac or one.sami)


def _speech(one: Person) -> Speech:
    return Speech(one.given_name, one.language, one.interpreter, one.aac, one.sami)


def _contacts(
    session: Session, document: Document, envelope: Envelope, people: Sequence[Person], adults: Sequence[Person]
) -> Iterator[Contact]:
    """The coordinator, and those at home; nobody at home where somebody in the family has a secret address (R67)."""
    found = appointment_for(session, document, envelope.dated_on)
    if found:
        staff = session.get_one(Staff, found.staff_id)
        yield Contact(staff.name, found.kind.value, staff.phone)
    if not any(is_protected(one) for one in people):
        for adult in adults:
            if adult.phone:
                name = full_name(adult.given_name, adult.family_name)
                yield Contact(name, adult.relation.value if adult.relation else "", adult.phone)
