# SPDX-License-Identifier: MIT
"""Whether a child that is being registered is here already: asked while one types, over open and closed families."""

import re
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select

from models.queries.access import Sight, sight
from models.records.family import Family, FamilyState
from models.records.listing import FamilyListing
from models.records.person import Person, PersonKind
from models.values.date_reading import read_date
from models.values.names import ascii_key, full_name

# Below this the names differ too much to be a slip: Emil/Emilie are near, Emil/Ida are not.
NEAR = 0.84
MOST = 5


class Sameness(StrEnum):
    """Why the program thinks it may be the same child."""

    NATIONAL_ID = "national_id"
    NAME_AND_BIRTH = "name_and_birth"
    SIMILAR_NAME = "similar_name"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A family that may be the same; without its name where this person may not know it."""

    sameness: Sameness
    sight: Sight
    family_id: UUID | None
    family: str
    child: str
    born_on: date | None
    coordinator: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Sought:
    """What is typed so far of the child."""

    given_name: str = ""
    family_name: str = ""
    born_on: date | None = None
    national_id: str = ""


def duplicates(session: Session, staff_id: UUID, sought: Sought) -> tuple[Duplicate, ...]:
    """The surest first; a similar name alone, with another birth date, is no warning."""
    found: dict[UUID, Duplicate] = {}
    for person, family in _candidates(session, sought):
        sameness = _sameness(person, sought)
        if sameness is None or family.id in found:
            continue
        made = _duplicate(session, staff_id, person, family, sameness)
        if made is not None:
            found[family.id] = made
    order = list(Sameness)
    return tuple(sorted(found.values(), key=lambda one: order.index(one.sameness))[:MOST])


def elsewhere(session: Session, staff_id: UUID, today: date, text: str) -> Duplicate | None:
    """Another's family, for one who types a child's exact name and birth date (decisions.md, Roles)."""
    words = text.split()[:12]
    for at in range(len(words)):
        born_on = read_date(words[at], today, past=True).day if re.search(r"\d{2}", words[at]) else None
        names = words[:at] + words[at + 1 :]
        if born_on and len(names) >= 2:
            sought = Sought(" ".join(names[:-1]), names[-1], born_on)
            turned = Sought(" ".join(names[1:]), names[0], born_on)
            found = [*duplicates(session, staff_id, sought), *duplicates(session, staff_id, turned)]
            return next((one for one in found if one.sight is not Sight.OPEN), None)
    return None


def _candidates(session: Session, sought: Sought) -> list[tuple[Person, Family]]:
    number = "".join(sign for sign in sought.national_id if sign.isdigit())
    same = []
    if len(number) == 11:
        same.append(col(Person.national_id) == number)
    if sought.born_on and (sought.given_name or sought.family_name):
        same.append(col(Person.born_on) == sought.born_on)
    if not sought.born_on and sought.given_name and sought.family_name:
        same.append(col(FamilyListing.search_ascii).like(f"% {_first_word(sought.family_name)} %"))
    if not same:
        return []
    found = session.exec(
        select(Person, Family)
        .where(Person.family_id == Family.id, FamilyListing.family_id == Family.id)
        .where(Person.kind == PersonKind.CHILD, or_(*same))
        .order_by(col(Person.id))
        .limit(500)
    ).all()
    return [(person, family) for person, family in found]


def _first_word(name: str) -> str:
    return ascii_key(name).partition(" ")[0]


def _sameness(person: Person, sought: Sought) -> Sameness | None:
    number = "".join(sign for sign in sought.national_id if sign.isdigit())
    if len(number) == 11 and person.national_id == number:
        return Sameness.NATIONAL_ID
    if person.born_on and sought.born_on and person.born_on != sought.born_on:
        return None
    here, typed = (ascii_key(full_name(one.given_name, one.family_name)) for one in (person, sought))
    if not typed:
        return None
    if here == typed and person.born_on and person.born_on == sought.born_on:
        return Sameness.NAME_AND_BIRTH
    return Sameness.SIMILAR_NAME if _near(here, typed) else None


def _near(here: str, typed: str) -> bool:
    """Nearly the same letters, or the shorter name whole within the longer: «Emil Haugen», «Emil Andreas Haugen»."""
    if here == typed or SequenceMatcher(None, here, typed, autojunk=False).ratio() >= NEAR:
        return True
    shorter, longer = sorted((set(here.split()), set(typed.split())), key=len)
    return len(shorter) >= 2 and shorter <= longer


def _duplicate(
    session: Session, staff_id: UUID, person: Person, family: Family, sameness: Sameness
) -> Duplicate | None:
    seen = sight(session, staff_id, family.id)
    listing = session.get(FamilyListing, family.id)
    closed = family.state is not FamilyState.OPEN
    if seen is Sight.OPEN and listing is not None:
        child = full_name(person.given_name, person.family_name)
        return Duplicate(sameness, seen, family.id, family.name, child, person.born_on, listing.coordinator, closed)
    # Somebody else's family is told of only when the child is surely the same; a protected one without anything.
    if sameness is Sameness.SIMILAR_NAME:
        return None
    if seen is Sight.REASON and listing is not None:
        return Duplicate(sameness, seen, family.id, "", "", None, listing.coordinator, closed)
    return Duplicate(sameness, Sight.SEALED, None, "", "", None, "", closed)
