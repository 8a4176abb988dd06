# SPDX-License-Identifier: MIT
"""The people of the service: who they are, what they may do, and when they have left."""

from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import Session, col, select

from models.queries.access import read_roles, write_roles
from models.records.staff import Staff
from models.store.changes import expect_version
from models.values.act import Act, Role
from models.values.refusal import Refusal
from models.values.typed import Line, Name, RequiredName
from models.work.reach import revise


class StaffDraft(BaseModel):
    """One person in the municipality's service."""

    name: RequiredName
    title: Name = ""
    phone: Name = ""
    email: Name = ""
    service: Line = ""
    roles: frozenset[Role] = frozenset()
    capacity: int | None = Field(default=None, ge=0, le=500)
    active: bool = True


def add_staff(session: Session, act: Act, draft: StaffDraft) -> UUID:
    """One more person, who can be appointed even if she never opens the vault."""
    act.require(Role.ADMINISTRATOR, Role.COORDINATING_UNIT)
    _require_right_to_give(act, frozenset(), draft.roles)
    staff = Staff(**draft.model_dump(exclude={"roles"}), roles=write_roles(draft.roles))
    session.add(staff)
    session.flush()
    return staff.id


def edit_staff(session: Session, act: Act, staff_id: UUID, draft: StaffDraft, version: int | None = None) -> UUID:
    """Change a person; somebody must always be left who may administer."""
    act.require(Role.ADMINISTRATOR, Role.COORDINATING_UNIT)
    staff = session.get(Staff, staff_id)
    if staff is None:
        raise Refusal("family.refused_setup.staff_not_found")
    if version is not None:
        expect_version(staff, version)
    _require_right_to_give(act, read_roles(staff.roles), draft.roles)
    if not (draft.active and Role.ADMINISTRATOR in draft.roles):
        _require_another_administrator(session, staff_id)
    revise(staff, {**draft.model_dump(exclude={"roles"}), "roles": write_roles(draft.roles)})
    return staff.id


def _require_right_to_give(act: Act, before: frozenset[Role], after: frozenset[Role]) -> None:
    if before != after and Role.ADMINISTRATOR not in act.roles:
        raise Refusal("family.refused_setup.roles_need_administrator", "roles")


def _require_another_administrator(session: Session, staff_id: UUID) -> None:
    others = session.exec(select(Staff).where(col(Staff.active), Staff.id != staff_id)).all()
    if not any(Role.ADMINISTRATOR in read_roles(other.roles) for other in others):
        raise Refusal("family.refused_setup.last_administrator", "roles")
