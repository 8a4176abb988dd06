# SPDX-License-Identifier: MIT
"""The municipality and the person as the page «Maler og oppsett» shows them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from models.queries.access import read_roles
from models.records.municipality import Municipality
from models.records.staff import Staff
from models.rules.law import switch_date
from models.values.act import Role


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """Letterhead, contact block and choices."""

    version: int
    name: str
    number: str
    org_number: str
    unit: str
    unit_nn: str
    address: str
    postal_code: str
    place: str
    phone: str
    email: str
    website: str
    language: str
    county_governor: str
    leader_name: str
    leader_title: str
    other_signers: str
    new_public_administration_act_from: date | None
    silent_days: int
    arms: bytes | None
    practice: bool


@dataclass(frozen=True, slots=True)
class StaffCard:
    """One person in the service."""

    id: UUID
    version: int
    name: str
    title: str
    phone: str
    email: str
    service: str
    roles: frozenset[Role]
    capacity: int | None
    active: bool
    slot: str


def office(session: Session) -> OfficeCard:
    """The municipality whose vault this is."""
    found = session.exec(select(Municipality)).one()
    plain = {name: getattr(found, name) for name in OfficeCard.__slots__}
    return OfficeCard(
        **(plain | {"new_public_administration_act_from": switch_date(found.new_public_administration_act_from)})
    )


def office_name(session: Session) -> str:
    """What the municipality is called; nothing before anybody has told."""
    return session.exec(select(Municipality.name)).first() or ""


def staff_cards(session: Session) -> tuple[StaffCard, ...]:
    """Everybody in the service, by name."""
    return tuple(_card(staff) for staff in session.exec(select(Staff).order_by(Staff.name)))


def _card(staff: Staff) -> StaffCard:
    plain = {name: getattr(staff, name) for name in StaffCard.__slots__ if name != "roles"}
    return StaffCard(roles=read_roles(staff.roles), **plain)
