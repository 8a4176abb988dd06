# SPDX-License-Identifier: MIT
"""To whom the invitations of a meeting go: one letter per envelope of the family, one per service, the child's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, select

from models.queries.guard import of_part
from models.queries.meeting_facts import participants_of
from models.queries.recipients import Recipient, present, recipients_of
from models.records.document import DocumentKind
from models.records.family import Family
from models.records.family_service import FamilyService
from models.records.meeting import MeetingParticipant, TeamMeeting
from models.records.municipality import Municipality
from models.records.person import Person, PersonKind
from models.records.service import Service
from models.values.names import full_name

COMES = ("whole", "part")


@dataclass(frozen=True, slots=True)
class Invitee:
    """One letter to make; `person_id` is the child whose own invitation it is."""

    key: str
    kind: DocumentKind
    lines: tuple[str, ...]
    language: str
    addressee: str
    participant_id: UUID | None = None
    family_service_id: UUID | None = None
    person_id: UUID | None = None


@of_part(TeamMeeting)
def invitees(session: Session, meeting_id: UUID, staff_id: UUID) -> tuple[Invitee, ...]:
    """The child first, then the family, then services and others; whoever writes needs no letter to herself."""
    meeting = session.get_one(TeamMeeting, meeting_id)
    people = participants_of(session, meeting)
    family = [one for one in people if one.person_id]
    others = [one for one in people if not one.person_id and one.staff_id != staff_id]
    return (
        *_children(session, meeting, family),
        *_family(session, meeting, family),
        *(_other(session, one) for one in others),
    )


def _children(session: Session, meeting: TeamMeeting, family: list[MeetingParticipant]) -> Iterator[Invitee]:
    """Children on the list, and the child it is about when it takes part itself."""
    invited = {one.person_id: one for one in family}
    children = [one for one in present(session, meeting.family_id) if one.kind is PersonKind.CHILD and one.given_name]
    comes = meeting.child_takes_part in COMES
    for child in children:
        concerned = child.id == meeting.child_id or (meeting.child_id is None and len(children) == 1)
        if child.id in invited or (comes and concerned):
            one = invited.get(child.id)
            yield Invitee(
                key=child.id.hex,
                kind=DocumentKind.CHILD_INVITATION,
                lines=(full_name(child.given_name, child.family_name),),
                language=_language(session, meeting, one, child),
                addressee="family",
                participant_id=one.id if one else None,
                person_id=child.id,
            )


def _family(session: Session, meeting: TeamMeeting, family: list[MeetingParticipant]) -> Iterator[Invitee]:
    """Those who share an envelope get one letter when they are called to the same; others of the family by name."""
    envelopes = {id: one for one in recipients_of(session, meeting.family_id) for id in one.key.split(",")}
    together: dict[tuple[str, str, str], Invitee] = {}
    for one in family:
        person = session.get(Person, one.person_id)
        if person is None or person.kind is PersonKind.CHILD:
            continue
        envelope = envelopes.get(person.id.hex)
        letter = _to_relative(session, meeting, one, person, envelope)
        together.setdefault((letter.key, one.items, letter.language), letter)
    yield from together.values()


def _to_relative(
    session: Session, meeting: TeamMeeting, one: MeetingParticipant, person: Person, envelope: Recipient | None
) -> Invitee:
    return Invitee(
        key=envelope.key if envelope else person.id.hex,
        kind=DocumentKind.INVITATION,
        lines=envelope.lines if envelope else (one.name,),
        language=one.language or (envelope.language if envelope else _language(session, meeting, one, person)),
        addressee=envelope.addressee if envelope else "family",
        participant_id=one.id,
    )


def _language(session: Session, meeting: TeamMeeting, one: MeetingParticipant | None, person: Person) -> str:
    own = (one.language if one else "") or person.letter_language
    return own or session.get_one(Family, meeting.family_id).language


def _other(session: Session, one: MeetingParticipant) -> Invitee:
    municipality = session.exec(select(Municipality)).first()
    given = session.get(FamilyService, one.family_service_id) if one.family_service_id else None
    register = session.get(Service, given.register_id) if given and given.register_id else None
    address = register.address.splitlines() if register else ()
    named = dict.fromkeys((one.service, one.name, *address))
    return Invitee(
        key=one.id.hex,
        kind=DocumentKind.INVITATION,
        lines=tuple(line.strip() for line in named if line.strip()),
        language=one.language or (municipality.language if municipality else "nb"),
        addressee="other",
        participant_id=one.id,
        family_service_id=one.family_service_id,
    )
