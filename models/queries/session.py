# SPDX-License-Identifier: MIT
"""Who sits at the machine when a key slot has opened the vault, and in which municipality."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, select

from models.queries.access import read_roles
from models.records.municipality import Municipality
from models.records.staff import Staff
from models.values.act import Role


@dataclass(frozen=True, slots=True)
class Sitting:
    """The person behind the slot, and what the window says of the municipality."""

    staff_id: UUID
    name: str
    title: str
    roles: frozenset[Role]
    municipality: str
    language: str
    practice: bool


def sitting(session: Session, slot: str) -> Sitting | None:
    """Who this slot belongs to; nothing when the vault was made but never set up."""
    municipality = session.exec(select(Municipality)).first()
    staff = session.exec(select(Staff).where(Staff.slot == slot)).first()
    if municipality is None or staff is None:
        return None
    return Sitting(
        staff.id,
        staff.name,
        staff.title,
        read_roles(staff.roles) if staff.active else frozenset(),
        municipality.name,
        municipality.language,
        municipality.practice,
    )
