# SPDX-License-Identifier: MIT
"""Who may open which family: one's own, all for the coordinating unit, another's only after a reason (R72)."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from models.records.listing import FamilyListing
from models.records.staff import Staff
from models.rules.rights import Right, may
from models.values.act import Role


class Sight(StrEnum):
    """What one person may do with one family."""

    OPEN = "open"
    REASON = "reason"
    SEALED = "sealed"
    NONE = "none"


def roles_of(session: Session, staff_id: UUID) -> frozenset[Role]:
    """The roles a person has today; nobody unknown or gone has any."""
    staff = session.get(Staff, staff_id)
    if staff is None or not staff.active:
        return frozenset()
    return read_roles(staff.roles)


def rights_of(session: Session, staff_id: UUID) -> frozenset[Right]:
    """What the person may be offered on the screen; each use-case asks again by itself."""
    roles = roles_of(session, staff_id)
    return frozenset(right for right in Right if may(roles, right))


def read_roles(stored: str) -> frozenset[Role]:
    """The roles as they stand in the record, comma between."""
    known = {role.value for role in Role}
    return frozenset(Role(word) for word in stored.split(",") if word in known)


def write_roles(roles: frozenset[Role]) -> str:
    """The roles as they are stored, always in the same order."""
    return ",".join(role.value for role in Role if role in roles)


def sight(session: Session, staff_id: UUID, family_id: UUID) -> Sight:
    """Whether this person opens the family at once, after a reason, or must ask the coordinating unit."""
    roles = roles_of(session, staff_id)
    if Role.COORDINATING_UNIT in roles:
        return Sight.OPEN
    if not may(roles, Right.READ_FAMILY):
        return Sight.NONE
    listing = session.get(FamilyListing, family_id)
    if listing is None:
        return Sight.NONE
    if Role.COORDINATOR in roles and staff_id in (listing.coordinator_id, listing.responsible_id):
        return Sight.OPEN
    return Sight.SEALED if listing.protected else Sight.REASON


def mine(staff_id: UUID) -> ColumnElement[bool]:
    """The families this person coordinates or handles."""
    return or_(col(FamilyListing.coordinator_id) == staff_id, col(FamilyListing.responsible_id) == staff_id)


def visible(session: Session, staff_id: UUID) -> ColumnElement[bool] | None:
    """The families this person finds by searching; None means all of them."""
    roles = roles_of(session, staff_id)
    if Role.COORDINATING_UNIT in roles:
        return None
    if Role.COORDINATOR in roles:
        return mine(staff_id)
    return col(FamilyListing.family_id).is_(None)


def colleagues(session: Session) -> tuple[tuple[UUID, str], ...]:
    """Those who can be responsible for a family or coordinate it, by name."""
    found = session.exec(select(Staff).where(col(Staff.active)).order_by(Staff.name)).all()
    return tuple((staff.id, staff.name) for staff in found)
