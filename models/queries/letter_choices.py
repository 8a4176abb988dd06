# SPDX-License-Identifier: MIT
"""Which letters fit a family's situation now, each with what it is about and whom it goes to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consents import consents_of
from models.queries.guard import of_family
from models.queries.letter_consent import FORMS
from models.queries.letter_ending import determination_to_tell_of, ending_of
from models.queries.letter_own import templates
from models.queries.letter_services import ON_PAPER
from models.queries.letter_tasks import has_tasks, services_late
from models.queries.recipients import present
from models.records.appeal import Appeal, Reassessment
from models.records.appointment import CoordinatorAppointment
from models.records.coordination import Coordination
from models.records.determination import Determination, DeterminationState
from models.records.document import Document, DocumentKind
from models.records.enquiry import Enquiry
from models.records.family import Family, FamilyState
from models.records.family_service import FamilyService
from models.records.municipality import Municipality
from models.records.person import PersonKind
from models.records.staff import Staff
from models.rules.consent_state import ConsentState
from models.rules.milestones import prepares_for_adulthood
from models.values.county_governor import county_governor_in
from models.values.names import full_name

# The menu's headings with what stands under each, in the order of a case.
GROUPS: dict[str, tuple[DocumentKind, ...]] = {
    "right": (
        *(DocumentKind.INTERIM_REPLY, DocumentKind.RIGHT_INFORMATION, DocumentKind.PRIOR_NOTICE),
        *(DocumentKind.DETERMINATION, DocumentKind.APPEAL_FORWARDING, DocumentKind.CLOSING_LETTER),
    ),
    "coordinator": (
        *(DocumentKind.APPOINTMENT_LETTER, DocumentKind.ROLE_CARD, DocumentKind.SERVICE_INFORMATION),
        DocumentKind.COORDINATION_NOTICE,
    ),
    "consent": (
        *(DocumentKind.CONSENT_FORM, DocumentKind.EASY_CONSENT_FORM, DocumentKind.CHILD_CONSENT_FORM),
        DocumentKind.CONSENT_REQUEST,
    ),
    "tasks": (*(DocumentKind.TASK_LIST, DocumentKind.TASK_REMINDER),),
    "child": (
        *(DocumentKind.ABOUT_ME, DocumentKind.ABOUT_US),
        *(DocumentKind.ADULTHOOD_LETTER, DocumentKind.ADULTHOOD_CHECKLIST),
    ),
    "own": (DocumentKind.OWN_LETTER,),
    "overview": (
        *(DocumentKind.WHO_DOES_WHAT, DocumentKind.SERVICES_OVERVIEW),
        *(DocumentKind.TIMELINE, DocumentKind.HANDOVER_SUMMARY, DocumentKind.ACCESS_LOG),
    ),
}
_PLACES = {kind: (place, group) for place, (group, kind) in enumerate((g, k) for g, ks in GROUPS.items() for k in ks)}


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """A letter that can be written now; without a recipient it goes to the family, or the recipient is asked for."""

    kind: DocumentKind
    recipient: str = ""
    language: str = ""
    determination_id: UUID | None = None
    appeal_id: UUID | None = None
    enquiry_id: UUID | None = None
    coordination_id: UUID | None = None
    consent_id: UUID | None = None
    consent: str = ""
    family_service_id: UUID | None = None
    to_family: bool = True
    person_id: UUID | None = None
    person: str = ""
    template: str = ""
    name: str = ""

    @property
    def group(self) -> str:
        """The heading it stands under in the menu."""
        return _PLACES[self.kind][1]


@of_family
def letters_that_fit(session: Session, family_id: UUID, today: date) -> tuple[LetterChoice, ...]:
    """Group by group in the order of a case, the log last."""
    appointment = _appointment(session, family_id, today)
    found = (
        *_on_wish(session, family_id, has_coordinator=appointment is not None),
        *_on_determination(session, family_id),
        *(_on_appointment(session, appointment) if appointment else ()),
        *_on_coordination(session, family_id),
        *_on_appeal(session, family_id),
        *_on_ending(session, family_id),
        *_on_consents(session, family_id, today),
        *_on_people(session, family_id, today),
        *_on_services(session, family_id),
        *_on_tasks(session, family_id, today),
        LetterChoice(DocumentKind.TIMELINE, to_family=False),
        LetterChoice(DocumentKind.HANDOVER_SUMMARY, language=_own_language(session, ""), to_family=False),
        *_own(session, family_id),
        LetterChoice(DocumentKind.ACCESS_LOG),
    )
    return tuple(sorted(found, key=lambda choice: _PLACES[choice.kind][0]))


def _on_wish(session: Session, family_id: UUID, has_coordinator: bool) -> tuple[LetterChoice, ...]:
    wish = session.exec(
        select(Enquiry)
        .where(
            col(Enquiry.family_id) == family_id,
            col(Enquiry.withdrawn_on).is_(None),
            col(Enquiry.answered_on).is_(None),
        )
        .order_by(col(Enquiry.received_on).desc(), col(Enquiry.id).desc())
    ).first()
    reply = (LetterChoice(DocumentKind.INTERIM_REPLY, enquiry_id=wish.id),) if wish else ()
    information = () if has_coordinator else (LetterChoice(DocumentKind.RIGHT_INFORMATION),)
    return (*reply, *information)


def _on_determination(session: Session, family_id: UUID) -> tuple[LetterChoice, ...]:
    """A finished avgjørelse that has no letter yet; else its letters are made when it is finished."""
    written = select(Document.determination_id).where(
        col(Document.family_id) == family_id, col(Document.kind) == DocumentKind.DETERMINATION
    )
    without = session.exec(
        select(Determination.id).where(
            col(Determination.family_id) == family_id,
            col(Determination.state) == DeterminationState.FINAL,
            col(Determination.id).not_in([id for id in session.exec(written) if id is not None]),
        )
    )
    return tuple(LetterChoice(DocumentKind.DETERMINATION, determination_id=id) for id in without)


def _appointment(session: Session, family_id: UUID, today: date) -> CoordinatorAppointment | None:
    found = session.exec(
        select(CoordinatorAppointment)
        .where(col(CoordinatorAppointment.family_id) == family_id)
        .order_by(col(CoordinatorAppointment.from_on).desc(), col(CoordinatorAppointment.id).desc())
    )
    return next((one for one in found if one.to_on is None or one.to_on >= max(today, one.from_on)), None)


def _on_appointment(session: Session, appointment: CoordinatorAppointment) -> tuple[LetterChoice, ...]:
    staff = session.get_one(Staff, appointment.staff_id)
    lines = "\n".join(line for line in (staff.name, staff.title) if line)
    family = session.get_one(Family, appointment.family_id)
    language = _own_language(session, family.language)
    of = appointment.determination_id
    return (
        LetterChoice(DocumentKind.APPOINTMENT_LETTER, lines, language, of, to_family=False),
        LetterChoice(DocumentKind.ROLE_CARD, to_family=False),
        LetterChoice(DocumentKind.SERVICE_INFORMATION, "", language, of, to_family=False),
    )


def _on_consents(session: Session, family_id: UUID, today: date) -> Iterator[LetterChoice]:
    """Forms for what the family is asked; the child's version where there is a child to ask."""
    for one in consents_of(session, family_id, today):
        if one.state is ConsentState.ASKED:
            about = {"consent_id": one.id, "consent": one.kind.value, "person": one.child}
            kinds = (*FORMS, DocumentKind.CONSENT_REQUEST)
            for kind in kinds if one.child else (kinds[0], kinds[1], kinds[3]):
                yield LetterChoice(kind, to_family=kind not in FORMS, **about)  # type: ignore[arg-type]


def _on_people(session: Session, family_id: UUID, today: date) -> Iterator[LetterChoice]:
    """What is about one child bears its name in the menu, and in the list where no address is."""
    people = present(session, family_id)
    for child in people:
        if child.kind is not PersonKind.CHILD or not child.given_name:
            continue
        called, whole = child.given_name, full_name(child.given_name, child.family_name)
        yield LetterChoice(DocumentKind.ABOUT_ME, whole, to_family=False, person_id=child.id, person=called)
        if child.born_on and prepares_for_adulthood(child.born_on, today):
            yield LetterChoice(DocumentKind.ADULTHOOD_LETTER, person_id=child.id, person=called)
            kind = DocumentKind.ADULTHOOD_CHECKLIST
            yield LetterChoice(kind, whole, to_family=False, person_id=child.id, person=called)
    if people:
        yield LetterChoice(DocumentKind.ABOUT_US, to_family=False)


def _on_services(session: Session, family_id: UUID) -> Iterator[LetterChoice]:
    """A sheet and an overview of what is around each child; of the whole family's where no child has a name yet."""
    given = select(FamilyService).where(FamilyService.family_id == family_id, col(FamilyService.state).in_(ON_PAPER))
    services = session.exec(given).all()
    children = [one for one in present(session, family_id) if one.kind is PersonKind.CHILD and one.given_name]
    for kind in (DocumentKind.WHO_DOES_WHAT, DocumentKind.SERVICES_OVERVIEW):
        for child in children:
            if any(one.child_id in (None, child.id) for one in services):
                whole = full_name(child.given_name, child.family_name)
                yield LetterChoice(kind, whole, to_family=False, person_id=child.id, person=child.given_name)
        if services and not children:
            yield LetterChoice(kind, to_family=False)


def _on_tasks(session: Session, family_id: UUID, today: date) -> Iterator[LetterChoice]:
    """The list for the family, and a reminder to each service that is past its day."""
    if has_tasks(session, family_id):
        yield LetterChoice(DocumentKind.TASK_LIST)
    language = _own_language(session, "")
    for service in services_late(session, family_id, today):
        lines = "\n".join(line for line in (service.name, service.contact) if line)
        kind, id = DocumentKind.TASK_REMINDER, service.id
        yield LetterChoice(kind, lines, language, family_service_id=id, to_family=False, person=service.name)


def _on_coordination(session: Session, family_id: UUID) -> tuple[LetterChoice, ...]:
    running = session.exec(
        select(Coordination.id)
        .where(col(Coordination.family_id) == family_id, col(Coordination.to_on).is_(None))
        .order_by(col(Coordination.from_on).desc())
    ).first()
    return (LetterChoice(DocumentKind.COORDINATION_NOTICE, coordination_id=running),) if running else ()


def _on_appeal(session: Session, family_id: UUID) -> tuple[LetterChoice, ...]:
    upheld = session.exec(
        select(Appeal).where(col(Appeal.family_id) == family_id, col(Appeal.reassessment) == Reassessment.UPHELD)
    ).all()
    if not upheld:
        return ()
    municipality = session.exec(select(Municipality)).first()
    language = _own_language(session, session.get_one(Family, family_id).language)
    governor = county_governor_in(municipality.county_governor if municipality else "", language)
    return tuple(
        LetterChoice(
            DocumentKind.APPEAL_FORWARDING,
            governor,
            language,
            appeal_id=appeal.id,
            to_family=False,
        )
        for appeal in upheld
    )


def _on_ending(session: Session, family_id: UUID) -> Iterator[LetterChoice]:
    if determination_to_tell_of(session, family_id):
        yield LetterChoice(DocumentKind.PRIOR_NOTICE)
    if session.get_one(Family, family_id).state is FamilyState.CLOSED or ending_of(session, family_id):
        yield LetterChoice(DocumentKind.CLOSING_LETTER)


def _own(session: Session, family_id: UUID) -> Iterator[LetterChoice]:
    """A letter of the office's own, to the family or to somebody else; and those the municipality has ready."""
    ours = _own_language(session, "")
    yield LetterChoice(DocumentKind.OWN_LETTER)
    yield LetterChoice(DocumentKind.OWN_LETTER, language=ours, to_family=False)
    for slot, name, addressee in templates(session, session.get_one(Family, family_id).language):
        to_family = addressee == "family"
        language = "" if to_family else ours
        yield LetterChoice(DocumentKind.OWN_LETTER, language=language, to_family=to_family, template=slot, name=name)


def _own_language(session: Session, otherwise: str) -> str:
    municipality = session.exec(select(Municipality)).first()
    return municipality.language if municipality else otherwise
