# SPDX-License-Identifier: MIT
"""The people of a family as the workspace shows them; what is protected stays in the vault."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family, of_part
from models.records.person import HIDDEN_FIELDS, AddressProtection, Answer, Person, PersonKind, Relation


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person; phone and address are empty where they are protected."""

    id: UUID
    version: int
    kind: PersonKind
    given_name: str
    family_name: str
    born_on: date | None
    expected_on: date | None
    adoption: bool
    died_on: date | None
    relation: Relation | None
    relation_detail: str
    parental_responsibility: Answer
    daily_care: Answer
    information_limited: bool
    contact_allowed: bool
    home: int
    phone: str
    email: str
    address: str
    postal_code: str
    place: str
    school: str
    protection: AddressProtection
    language: str
    interpreter: bool
    sami: bool
    aac: str
    what_matters: str
    what_matters_on: date | None
    left_on: date | None

    @property
    def name(self) -> str:
        """Given and family name with one space between."""
        return " ".join(f"{self.given_name} {self.family_name}".split())

    @property
    def protected(self) -> bool:
        """Whether the whereabouts are hidden until they are asked for."""
        return self.protection is not AddressProtection.NONE


@of_family
def people_of(session: Session, family_id: UUID) -> tuple[PersonRow, ...]:
    """Children first, the oldest before the others; then adults, those with parental responsibility first."""
    found = session.exec(select(Person).where(Person.family_id == family_id).order_by(col(Person.id))).all()
    rows = [_row(person) for person in found]
    return tuple(sorted(rows, key=_order))


def _order(row: PersonRow) -> tuple[bool, bool, object]:
    if row.kind is PersonKind.CHILD:
        return False, False, row.born_on or row.expected_on or date.max
    return True, row.parental_responsibility is not Answer.YES, date.min


def _row(person: Person) -> PersonRow:
    hidden = person.address_protection is not AddressProtection.NONE
    shown = {name: "" if hidden else getattr(person, name) for name in HIDDEN_FIELDS}
    return PersonRow(
        id=person.id,
        version=person.version,
        kind=person.kind,
        given_name=person.given_name,
        family_name=person.family_name,
        born_on=person.born_on,
        expected_on=person.expected_on,
        adoption=person.adoption,
        died_on=person.died_on,
        relation=person.relation,
        relation_detail=person.relation_detail,
        parental_responsibility=person.parental_responsibility,
        daily_care=person.daily_care,
        information_limited=person.information_limited,
        contact_allowed=person.contact_allowed,
        home=person.home,
        protection=person.address_protection,
        language=person.language,
        interpreter=person.interpreter,
        sami=person.sami,
        aac=person.aac,
        what_matters=person.what_matters,
        what_matters_on=person.what_matters_on,
        left_on=person.left_on,
        **shown,
    )


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """What the form of one person starts from."""

    family_id: UUID
    version: int
    protected: bool
    left_on: date | None
    values: dict[str, object]


@of_part(Person)
def person_sheet(session: Session, person_id: UUID) -> PersonSheet | None:
    """All that is written of a person, without what is protected; None when the person is gone."""
    person = session.get(Person, person_id)
    if person is None:
        return None
    protected = person.address_protection is not AddressProtection.NONE
    left_out = {"id", "version", "created_at", "family_id", "what_matters", "what_matters_on", "left_on"}
    if protected:
        left_out |= set(HIDDEN_FIELDS)
    values = {name: getattr(person, name) for name in Person.model_fields if name not in left_out}
    values["expected"] = person.expected_on is not None
    return PersonSheet(person.family_id, person.version, protected, person.left_on, values)
