# SPDX-License-Identifier: MIT
"""As whom somebody in a group or at a meeting reads: a party, one at a service, one of us, or a stranger."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.queries.recipients import CARE_ORDER, PARENTS, present
from models.records.family import Family
from models.records.person import Answer, Person, PersonKind, Relation
from models.records.staff import Staff
from models.rules.visibility import ALL, Reader
from models.values.dates import age_on

CARES = frozenset({Relation.CHILD_WELFARE, Relation.FOSTER_PARENT, Relation.INSTITUTION})
# Whoever works here and with the family has everything at hand already; no consent is asked for that.
OURS = Reader(party=True)
UNTOLD = Reader(party=True, kept_from=ALL)
OF_AGE = 18


class Somebody(Protocol):
    """A member or a participant."""

    person_id: UUID | None
    family_service_id: UUID | None
    staff_id: UUID | None


@of_family
def readers_of(
    session: Session, family_id: UUID, people: Iterable[Somebody], child_id: UUID | None, day: date
) -> tuple[Reader, ...]:
    """As whom each of them reads that day, in their order; `child_id` is whom it is about, None the whole family."""
    family = session.get_one(Family, family_id)
    known = {one.id: one for one in session.exec(select(Person).where(Person.family_id == family_id))}
    ours = set(session.exec(select(Staff.id).where(col(Staff.active))))
    grown = bool(grown_up(session, family_id, child_id, day))
    return tuple(_reader(family, known, one, child_id, ours, grown=grown) for one in people)


@of_family
def grown_up(session: Session, family_id: UUID, child_id: UUID | None, day: date) -> tuple[Person, ...]:
    """Those it is about when every one of them is of age: then no parent is a party any more (vergemålsloven § 16)."""
    children = [one for one in present(session, family_id) if one.kind is PersonKind.CHILD]
    ours = tuple(one for one in children if child_id in (None, one.id))
    return ours if all(one.born_on and age_on(one.born_on, day) >= OF_AGE for one in ours) else ()


def _reader(
    family: Family,
    known: dict[UUID, Person],
    one: Somebody,
    child_id: UUID | None,
    ours: Collection[UUID],
    *,
    grown: bool,
) -> Reader:
    if one.staff_id:
        return OURS if one.staff_id in ours else Reader()
    if one.family_service_id:
        return Reader(service_id=one.family_service_id)
    person = known.get(one.person_id) if one.person_id else None
    return _in_family(family, person, child_id, grown=grown) if person else Reader()


def _in_family(family: Family, person: Person, child_id: UUID | None, *, grown: bool) -> Reader:
    """Parents are parties unless something limits what they are told; under a care order others are asked first.

    Of a grown-up only whoever speaks for it is told, as a guardian does.
    """
    if person.kind is PersonKind.CHILD:
        return Reader(party=child_id in (None, person.id))
    if grown and person.relation is not Relation.GUARDIAN:
        return Reader()
    if person.information_limited or not person.contact_allowed:
        return UNTOLD
    if family.care in CARE_ORDER:
        return Reader(party=True) if person.relation in CARES else UNTOLD
    return Reader(party=person.relation in PARENTS and person.parental_responsibility is not Answer.NO)
