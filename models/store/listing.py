# SPDX-License-Identifier: MIT
"""Rewrites the derived line of a family in the list whenever something it is made from has changed."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.appointment import CoordinatorAppointment
from models.records.family import Family, FamilyState
from models.records.family_service import FamilyService, ServiceState
from models.records.listing import FamilyListing
from models.records.person import AddressProtection, Person, PersonKind
from models.records.staff import Staff
from models.store.listing_status import next_due, status_of
from models.values.names import ascii_key, search_key, sort_key


def refresh(session: Session, family_ids: Collection[UUID], today: date) -> None:
    """Write the line of each of these families as it stands now."""
    for family_id in family_ids:
        family = session.get(Family, family_id)
        line = session.get(FamilyListing, family_id)
        if family is None or family.binned_at is not None or family.state is FamilyState.MERGED:
            if line is not None:
                session.delete(line)
            continue
        if line is None:
            line = FamilyListing(family_id=family_id, label=family.name)
            session.add(line)
        _fill(session, line, family, today)


def rebuild(session: Session, today: date) -> int:
    """Write every line anew, as after a migration; gives how many families there are."""
    ids = session.exec(select(Family.id)).all()
    stale = session.exec(select(FamilyListing).where(col(FamilyListing.family_id).not_in(select(Family.id)))).all()
    for line in stale:
        session.delete(line)
    refresh(session, ids, today)
    return len(ids)


def _fill(session: Session, line: FamilyListing, family: Family, today: date) -> None:
    people = session.exec(select(Person).where(Person.family_id == family.id).order_by(col(Person.id))).all()
    children = [person for person in people if person.kind is PersonKind.CHILD and person.left_on is None]
    children.sort(key=lambda child: (child.born_on or child.expected_on or date.max, child.id))
    coordinator = _coordinator(session, family.id, today)
    line.label = family.name
    line.children = "\n".join(child.given_name for child in children)
    line.births = "\n".join(_birth(child) for child in children)
    line.coordinator = coordinator.name if coordinator else ""
    line.coordinator_id = coordinator.id if coordinator else None
    line.responsible_id = family.responsible_id
    line.state = family.state.value
    line.protected = any(person.address_protection is not AddressProtection.NONE for person in people)
    line.status = status_of(session, family, has_coordinator=coordinator is not None)
    line.due_on, line.due_kind = next_due(session, family, line.status, children)
    line.sort_key = _sort_key(family, children)
    _make_searchable(line, family, people, () if line.protected else _where(session, family.id, children))


def _where(session: Session, family_id: UUID, children: Sequence[Person]) -> tuple[str, ...]:
    """School and services, by which a family is found too; never where they would tell what is secret."""
    around = col(FamilyService.state).not_in((ServiceState.ENDED, ServiceState.REFUSED))
    services = session.exec(select(FamilyService.name).where(FamilyService.family_id == family_id, around)).all()
    return (*(child.school for child in children), *services)


def _birth(child: Person) -> str:
    if child.born_on:
        return child.born_on.isoformat()
    return f"~{child.expected_on.isoformat()}" if child.expected_on else ""


def _coordinator(session: Session, family_id: UUID, today: date) -> Staff | None:
    appointments = session.exec(
        select(CoordinatorAppointment)
        .where(CoordinatorAppointment.family_id == family_id)
        .order_by(col(CoordinatorAppointment.from_on).desc(), col(CoordinatorAppointment.id).desc())
    ).all()
    current = [each for each in appointments if each.to_on is None or each.to_on >= today]
    return session.get(Staff, current[0].staff_id) if current else None


def _sort_key(family: Family, children: Sequence[Person]) -> str:
    override = next((child.sort_override for child in children if child.sort_override), "")
    given = " ".join(child.given_name for child in children)
    return f"{sort_key(family.name, override)}\x01{sort_key(given)}"


def _make_searchable(line: FamilyListing, family: Family, people: Sequence[Person], where: Sequence[str]) -> None:
    names = [family.name, *(f"{person.given_name} {person.family_name}" for person in people)]
    words = " ".join((*names, line.coordinator, family.case_number, *where))
    births = " ".join(form for person in people if person.born_on for form in birth_forms(person.born_on))
    # The space before each word lets a query ask for the beginning of a word.
    line.search = f" {search_key(words)} {births} "
    line.search_ascii = f" {ascii_key(words)} {births} "


def birth_forms(born_on: date) -> tuple[str, ...]:
    """The ways a birth date is typed while one searches: 2009-04-14, 14.04.2009, 14.4.09, 140409."""
    day, month, year = born_on.day, born_on.month, born_on.year
    return (
        born_on.isoformat(),
        f"{day:02}.{month:02}.{year}",
        f"{day}.{month}.{year % 100:02}",
        f"{day:02}{month:02}{year % 100:02}",
        f"{day:02}{month:02}{year}",
    )
