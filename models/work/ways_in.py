# SPDX-License-Identifier: MIT
"""Which key slot belongs to whom: given by an administrator, and taken from those who have left."""

from uuid import UUID

from sqlmodel import Session, col, select

from models.records.staff import Staff
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.work.by_right import by_right
from models.work.reach import revise


@by_right
def may_be_let_in(session: Session, _act: Act, staff_id: UUID, slots: frozenset[str]) -> str:
    """The name a new key slot is made for, among the `slots` there are; refused before any key is made."""
    staff = _known(session, staff_id)
    if not staff.active:
        raise Refusal("people.refused.has_left")
    if staff.slot in slots:
        raise Refusal("people.refused.has_way_in")
    if not staff.roles:
        raise Refusal("people.refused.no_role", "roles")
    return staff.name


@by_right
def tie_slot(session: Session, act: Act, staff_id: UUID, slot: str) -> UUID:
    """From now on whoever opens this slot acts as this person; no slot is two people's."""
    staff = _known(session, staff_id)
    if not staff.active:
        raise Refusal("people.refused.has_left")
    others = select(Staff.id).where(Staff.slot == slot, col(Staff.id) != staff_id)
    if session.exec(others).first() is not None:
        raise Refusal("people.refused.slot_taken")
    revise(staff, {"slot": slot})
    note(session, act, "staff.let_in", object_id=staff.id, record="staff")
    return staff.id


@by_right
def may_be_shut_out(session: Session, act: Act, staff_id: UUID) -> str:
    """The slot that is to be taken away; refused before any key is made when it is one's own."""
    if staff_id == act.staff_id:
        raise Refusal("people.refused.own_way_in")
    return _known(session, staff_id).slot


@by_right
def untie_slot(session: Session, act: Act, staff_id: UUID) -> UUID:
    """The person has no way in any more: her key slot is gone."""
    staff = _known(session, staff_id)
    revise(staff, {"slot": ""})
    note(session, act, "staff.shut_out", object_id=staff.id, record="staff")
    return staff.id


@by_right
def may_renew_recovery_key(_session: Session, _act: Act) -> None:
    """Refused before any key is made to who may not let others in."""


def _known(session: Session, staff_id: UUID) -> Staff:
    staff = session.get(Staff, staff_id)
    if staff is None:
        raise Refusal("family.refused_setup.staff_not_found")
    return staff
