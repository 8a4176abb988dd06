# SPDX-License-Identifier: MIT
"""To whom a family's letters go: one per home and language, only by name where an address is protected (R8-R10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.family import CareArrangement, Family
from models.records.person import AddressProtection, Answer, Person, PersonKind, Relation
from models.values.names import full_name, listed
from resources.catalogue import fill

PARENTS = frozenset({Relation.MOTHER, Relation.FATHER, Relation.CO_MOTHER, Relation.GUARDIAN})
CARE_ORDER = frozenset({CareArrangement.CARE_ORDER_FOSTER, CareArrangement.CARE_ORDER_INSTITUTION})
PROTECTED = frozenset({AddressProtection.CONFIDENTIAL, AddressProtection.STRICT, AddressProtection.UNKNOWN})
POST_BOX = ("postboks", "pb ", "pb. ", "boks ")


@dataclass(frozen=True, slots=True)
class Recipient:
    """One envelope: the lines in its window, its language, and in what capacity it is received."""

    key: str
    lines: tuple[str, ...]
    language: str
    addressee: str
    protected: bool = False


@of_family
def recipients_of(session: Session, family_id: UUID) -> tuple[Recipient, ...]:
    """Who gets the family's letters, in the order of the family page; nobody gets one through another."""
    family = session.get_one(Family, family_id)
    people = present(session, family_id)
    adults = [person for person in people if person.kind is PersonKind.ADULT]
    guarded = _guarded(people)
    if family.care in CARE_ORDER:
        return _under_care_order(family, adults, guarded)
    return _envelopes(family, (adult for adult in adults if _is_informed(adult)), guarded, "family")


@of_family
def present(session: Session, family_id: UUID) -> list[Person]:
    """The living people of the family who have not left it, oldest record first."""
    found = session.exec(select(Person).where(col(Person.family_id) == family_id).order_by(col(Person.id)))
    return [person for person in found if person.left_on is None and person.died_on is None]


def is_protected(person: Person) -> bool:
    """Whether the address may not be seen; unknown counts as protected until somebody has found out."""
    return person.address_protection in PROTECTED


@of_family
def any_protected(session: Session, family_id: UUID) -> bool:
    """Whether somebody in the family may not be found: then no paper tells of places, not even of a municipality."""
    return any(is_protected(one) for one in session.exec(select(Person).where(col(Person.family_id) == family_id)))


def _is_informed(adult: Person) -> bool:
    return (
        adult.relation in PARENTS
        and adult.parental_responsibility is not Answer.NO
        and not adult.information_limited
        and adult.contact_allowed
    )


def _guarded(people: Sequence[Person]) -> frozenset[UUID]:
    """Whose address is left out: the protected, and every adult a protected child lives with."""
    child_is_protected = any(is_protected(person) for person in people if person.kind is PersonKind.CHILD)
    return frozenset(
        person.id
        for person in people
        if is_protected(person) or (child_is_protected and person.daily_care is not Answer.NO)
    )


def _under_care_order(family: Family, adults: Sequence[Person], guarded: frozenset[UUID]) -> tuple[Recipient, ...]:
    services = [adult for adult in adults if adult.relation is Relation.CHILD_WELFARE]
    found = list(_envelopes(family, services, guarded, "child_welfare"))
    if not found and family.child_welfare_contact:
        lines = tuple(line.strip() for line in family.child_welfare_contact.splitlines() if line.strip())
        found.append(Recipient("child_welfare", lines, family.language, "child_welfare"))
    foster = [
        adult
        for adult in adults
        if adult.relation is Relation.FOSTER_PARENT and adult.contact_allowed and not adult.information_limited
    ]
    return (*found, *_envelopes(family, foster, guarded, "foster"))


def _envelopes(
    family: Family, adults: Iterable[Person], guarded: frozenset[UUID], addressee: str
) -> tuple[Recipient, ...]:
    together: dict[tuple[object, ...], list[Person]] = {}
    for adult in adults:
        language = adult.letter_language or family.language
        # Where somebody in the family is protected, nobody shares an envelope.
        home: object = adult.id if guarded else (adult.home, *address_lines(adult))
        together.setdefault((home, language), []).append(adult)
    return tuple(
        _envelope(people, str(language), addressee, hidden=any(person.id in guarded for person in people))
        for (_, language), people in together.items()
    )


def _envelope(people: Sequence[Person], language: str, addressee: str, *, hidden: bool) -> Recipient:
    names = [full_name(person.given_name, person.family_name) for person in people]
    address = address_lines(people[0])
    # Only a post box may stand on the envelope of somebody whose home is secret.
    if hidden and not "".join(address[:1]).casefold().startswith(POST_BOX):
        address = ()
    lines = (listed(names, fill("letters.and", language)), *address)
    return Recipient(",".join(person.id.hex for person in people), lines, language, addressee, hidden)


def address_lines(person: Person) -> tuple[str, ...]:
    """Street and place as on an envelope, without empty lines."""
    place = f"{person.postal_code} {person.place}".strip()
    return tuple(line for line in (*person.address.splitlines(), place) if line.strip())
