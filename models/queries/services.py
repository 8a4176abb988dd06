# SPDX-License-Identifier: MIT
"""The municipality's register of services as the page, the chooser and Ctrl+K show it; it tells of no family."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, func, select

from models.queries.access import visible
from models.records.family_service import FamilyService, ServiceState
from models.records.listing import FamilyListing
from models.records.service import Service, ServiceContact, ServiceLevel
from models.rules.service_kinds import icon_of
from models.values.names import ascii_key, search_key, sort_key


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Somebody to ask for."""

    id: UUID
    name: str
    title: str
    phone: str
    email: str
    left: bool


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service of the register; `families` are those the reader may see that have it now."""

    id: UUID
    name: str
    level: ServiceLevel
    sector: str
    kind: str
    phone: str
    email: str
    address: str
    org_number: str
    web: str
    helps_with: str
    ended: bool
    contacts: tuple[ContactRow, ...]
    families: int

    @property
    def icon(self) -> str:
        """The picture of its kind."""
        return icon_of(self.kind)

    @property
    def now(self) -> tuple[ContactRow, ...]:
        """The contacts who work there now."""
        return tuple(one for one in self.contacts if not one.left)


def register_rows(session: Session, staff_id: UUID) -> tuple[ServiceRow, ...]:
    """Every service in Norwegian order, those no longer offered last; only families the reader may see are counted."""
    used, contacts = _used(session, staff_id), _contacts(session)
    found = sorted(session.exec(select(Service)).all(), key=lambda one: (one.ended, sort_key(one.name), one.id))
    plain = ServiceRow.__slots__[:12]
    return tuple(
        ServiceRow(
            **{name: getattr(one, name) for name in plain},
            contacts=tuple(contacts.get(one.id, ())),
            families=used.get(one.id, 0),
        )
        for one in found
    )


def service_hits(session: Session, staff_id: UUID, text: str, limit: int = 6) -> tuple[ServiceRow, ...]:
    """The services that Ctrl+K offers: every word begins a word of the name or of a contact's."""
    words = list(zip(search_key(text).split(), ascii_key(text).split(), strict=False))
    if not words:
        return ()
    found = (row for row in register_rows(session, staff_id) if not row.ended and _fits(row, words))
    return tuple(row for row, _ in zip(found, range(limit), strict=False))


def _fits(row: ServiceRow, words: list[tuple[str, str]]) -> bool:
    text = " ".join((row.name, *(one.name for one in row.now)))
    norwegian, plain = f" {search_key(text)}", f" {ascii_key(text)}"
    return all(f" {word}" in norwegian or f" {other}" in plain for word, other in words)


def _used(session: Session, staff_id: UUID) -> dict[UUID, int]:
    asked = (
        select(FamilyService.register_id, func.count(func.distinct(col(FamilyService.family_id))))
        .join(FamilyListing, col(FamilyListing.family_id) == FamilyService.family_id)
        .where(col(FamilyService.register_id).is_not(None), col(FamilyService.state) != ServiceState.ENDED)
        .group_by(col(FamilyService.register_id))
    )
    seen = visible(session, staff_id)
    counted = session.exec(asked if seen is None else asked.where(seen)).all()
    return {id: count for id, count in counted if id is not None}


def _contacts(session: Session) -> dict[UUID, list[ContactRow]]:
    found: dict[UUID, list[ContactRow]] = {}
    for one in sorted(session.exec(select(ServiceContact)).all(), key=lambda one: (one.left, sort_key(one.name))):
        row = ContactRow(one.id, one.name, one.title, one.phone, one.email, one.left)
        found.setdefault(one.service_id, []).append(row)
    return found
