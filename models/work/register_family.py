# SPDX-License-Identifier: MIT
"""A new family from one short form: the child or the expected child, those with daily care, who asked and when."""

from datetime import date, timedelta
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, select

from models.records.assessment import Assessment
from models.records.enquiry import Channel, Enquiry
from models.records.family import Family
from models.records.municipality import Municipality
from models.records.person import AddressProtection, Person, PersonKind, Relation
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal, Refusals
from models.values.typed import Day, Line, Name, Text
from models.work.by_right import by_right
from models.work.person_draft import NationalNumber, check_birth, check_expected


class FamilyDraft(BaseModel):
    """What is asked on the first day; all else can wait."""

    expected: bool = False
    adoption: bool = False
    child_given_name: Name = ""
    child_family_name: Name = ""
    born_on: Day = None
    expected_on: Day = None
    national_id: NationalNumber = ""
    guardian_given_name: Name = ""
    guardian_family_name: Name = ""
    guardian_relation: Relation | None = None
    phone: Name = ""
    email: Name = ""
    second_given_name: Name = ""
    second_family_name: Name = ""
    second_relation: Relation | None = None
    second_phone: Name = ""
    address: Line = ""
    postal_code: Name = ""
    place: Name = ""
    address_protection: AddressProtection = AddressProtection.NONE
    language: str = ""
    received_on: Day = None
    channel: Channel = Channel.ORAL
    from_whom: Line = ""
    wish: Text = ""


@by_right
def register_family(session: Session, act: Act, draft: FamilyDraft) -> UUID:
    """Family, people, wish and an assessment with every condition open; the one-month clock starts."""
    _check(draft, act.today)
    received_on = draft.received_on or act.today
    family = Family(
        name=_family_name(draft),
        opened_on=received_on,
        responsible_id=act.staff_id,
        language=draft.language or municipality_language(session),
    )
    session.add(family)
    session.flush()
    session.add_all(_people(draft, family.id))
    enquiry = _enquiry(draft, family.id, received_on, act)
    session.add_all([enquiry, Assessment(family_id=family.id, enquiry_id=enquiry.id, started_on=received_on)])
    note(session, act, what="family.registered", family_id=family.id)
    return family.id


def municipality_language(session: Session) -> str:
    """The målform the municipality has chosen."""
    municipality = session.exec(select(Municipality)).first()
    return municipality.language if municipality else "nb"


def _check(draft: FamilyDraft, today: date) -> None:
    refusals = [*_check_child(draft, today)]
    if not _family_name(draft):
        refusals.append(Refusal("family.refused.name_missing", "guardian_family_name"))
    if draft.received_on and draft.received_on > today:
        refusals.append(Refusal("family.refused.received_in_future", "received_on"))
    if draft.received_on and draft.received_on < today - timedelta(days=5 * 366):
        refusals.append(Refusal("family.refused.received_long_ago", "received_on"))
    if refusals:
        raise Refusals(refusals)


def _check_child(draft: FamilyDraft, today: date) -> list[Refusal]:
    if draft.expected:
        return check_expected(draft.expected_on, today)
    missing = [] if draft.child_given_name else [Refusal("family.refused.child_name_missing", "child_given_name")]
    return missing + check_birth(draft.born_on, today)


def _family_name(draft: FamilyDraft) -> str:
    return draft.child_family_name or draft.guardian_family_name or draft.second_family_name


def _people(draft: FamilyDraft, family_id: UUID) -> list[Person]:
    first = (draft.guardian_given_name, draft.guardian_family_name, draft.guardian_relation, draft.phone, draft.email)
    second = (draft.second_given_name, draft.second_family_name, draft.second_relation, draft.second_phone, "")
    people = [_child(draft, family_id)]
    people += [_adult(family_id, *adult) for adult in (first, second) if any(adult)]
    for person in people:
        person.address_protection = draft.address_protection
    # Whoever asks for the child lives with it until something else is written; the second may have another home.
    for person in people[:2]:
        person.address, person.postal_code, person.place = draft.address, draft.postal_code, draft.place
    return people


def _child(draft: FamilyDraft, family_id: UUID) -> Person:
    return Person(
        family_id=family_id,
        kind=PersonKind.CHILD,
        given_name=draft.child_given_name,
        family_name=draft.child_family_name or ("" if draft.expected else _family_name(draft)),
        born_on=None if draft.expected else draft.born_on,
        expected_on=draft.expected_on if draft.expected else None,
        adoption=draft.adoption,
        national_id=draft.national_id,
    )


def _adult(
    family_id: UUID, given_name: str, family_name: str, relation: Relation | None, phone: str, email: str
) -> Person:
    return Person(
        family_id=family_id,
        kind=PersonKind.ADULT,
        given_name=given_name,
        family_name=family_name,
        relation=relation,
        phone=phone,
        email=email,
    )


def _enquiry(draft: FamilyDraft, family_id: UUID, received_on: date, act: Act) -> Enquiry:
    return Enquiry(
        family_id=family_id,
        received_on=received_on,
        channel=draft.channel,
        received_by_id=act.staff_id,
        from_whom=draft.from_whom or f"{draft.guardian_given_name} {draft.guardian_family_name}".strip(),
        wish=draft.wish,
    )
