# SPDX-License-Identifier: MIT
"""The people of the service: who they are, what they may do, and when they have left."""

from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import Session, col, select

from models.queries.access import read_roles, write_roles
from models.records.listing import FamilyListing
from models.records.staff import Staff
from models.store import listing
from models.store.changes import expect_version
from models.store.meaning import note
from models.values.act import Act, Role
from models.values.refusal import Refusal
from models.values.typed import Line, Name, RequiredName
from models.work.by_right import by_right
from models.work.reach import revise


class OwnDraft(BaseModel):
    """What everybody may write of herself."""

    name: RequiredName
    title: Name = ""
    phone: Name = ""
    email: Name = ""


class StaffDraft(OwnDraft):
    """One person in the municipality's service."""

    service: Line = ""
    roles: frozenset[Role] = frozenset()
    capacity: int | None = Field(default=None, ge=0, le=500)
    active: bool = True


class RolesDraft(BaseModel):
    """The roles as a person ticks them, and whether she has left."""

    coordinator: bool = False
    coordinating_unit: bool = False
    administrator: bool = False
    archivist: bool = False
    auditor: bool = False
    left: bool = False


@by_right
def add_staff(session: Session, act: Act, draft: StaffDraft) -> UUID:
    """One more person, who can be appointed even if she never opens the vault."""
    _require_right_to_give(act, frozenset(), draft.roles)
    staff = Staff(**draft.model_dump(exclude={"roles"}), roles=write_roles(draft.roles))
    session.add(staff)
    session.flush()
    return staff.id


@by_right
def edit_staff(session: Session, act: Act, staff_id: UUID, draft: StaffDraft, version: int | None = None) -> UUID:
    """Change a person; somebody must always be left who may administer."""
    staff = session.get(Staff, staff_id)
    if staff is None:
        raise Refusal("family.refused_setup.staff_not_found")
    if version is not None:
        expect_version(staff, version)
    _require_right_to_give(act, read_roles(staff.roles), draft.roles)
    if not (draft.active and Role.ADMINISTRATOR in draft.roles):
        _require_another_administrator(session, staff_id)
    renamed = staff.name != draft.name
    if read_roles(staff.roles) != draft.roles:
        note(session, act, "staff.roles_changed", object_id=staff.id, record="staff")
    if staff.active and not draft.active:
        note(session, act, "staff.left", object_id=staff.id, record="staff")
    revise(staff, {**draft.model_dump(exclude={"roles"}), "roles": write_roles(draft.roles)})
    if renamed:
        _write_name_in_lists(session, act, staff_id)
    return staff.id


@by_right
def edit_own_details(session: Session, act: Act, draft: OwnDraft, version: int) -> UUID:
    """Everybody keeps her own name, title and telephone right, whatever her roles."""
    staff = session.get_one(Staff, act.staff_id)
    expect_version(staff, version)
    renamed = staff.name != draft.name
    revise(staff, draft.model_dump())
    if renamed:
        _write_name_in_lists(session, act, staff.id)
    return staff.id


def _write_name_in_lists(session: Session, act: Act, staff_id: UUID) -> None:
    """Families are found by the coordinator's name, so their lines carry it."""
    session.flush()
    coordinated = select(FamilyListing.family_id).where(FamilyListing.coordinator_id == staff_id)
    listing.refresh(session, session.exec(coordinated).all(), act.today)


def _require_right_to_give(act: Act, before: frozenset[Role], after: frozenset[Role]) -> None:
    if before != after and Role.ADMINISTRATOR not in act.roles:
        raise Refusal("family.refused_setup.roles_need_administrator", "roles")


def _require_another_administrator(session: Session, staff_id: UUID) -> None:
    others = session.exec(select(Staff).where(col(Staff.active), Staff.id != staff_id)).all()
    if not any(Role.ADMINISTRATOR in read_roles(other.roles) for other in others):
        raise Refusal("family.refused_setup.last_administrator", "roles")
