# SPDX-License-Identifier: MIT
"""Whose families a list across families tells of: one's own, for the coordinating unit also nobody's, or all."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select

from models.queries.access import mine, roles_of
from models.queries.due_row import Scope
from models.records.family import FamilyState
from models.records.listing import FamilyListing
from models.values.act import Role


def scope_of(session: Session, staff_id: UUID, everyone: bool = False) -> Scope:
    """The open families whose loose ends this person sees."""
    return select(FamilyListing.family_id).where(_whose(session, staff_id, everyone))


def may_see_all(session: Session, staff_id: UUID) -> bool:
    """Whether the person may ask for the families of everybody."""
    return Role.COORDINATING_UNIT in roles_of(session, staff_id)


def _whose(session: Session, staff_id: UUID, everyone: bool) -> ColumnElement[bool]:
    roles, is_open = roles_of(session, staff_id), col(FamilyListing.state) == FamilyState.OPEN
    if Role.COORDINATING_UNIT not in roles:
        return and_(is_open, mine(staff_id)) if Role.COORDINATOR in roles else col(FamilyListing.family_id).is_(None)
    if everyone:
        return is_open
    nobodys = and_(col(FamilyListing.coordinator_id).is_(None), col(FamilyListing.responsible_id).is_(None))
    return and_(is_open, or_(mine(staff_id), nobodys))
