# SPDX-License-Identifier: MIT
"""Whom somebody has lately let into the vault or given roles, as the log tells it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.history import AuditEntry

LET_IN = ("staff.let_in", "staff.roles_changed")


def let_in_by(session: Session, staff_id: UUID, since: datetime) -> frozenset[UUID]:
    """Those she let in or gave roles from then on, and those whom they did in turn."""
    lines = session.exec(
        select(AuditEntry.staff_id, AuditEntry.object_id)
        .where(col(AuditEntry.what).in_(LET_IN), AuditEntry.at >= since)
        .order_by(col(AuditEntry.n))
    )
    hers = {staff_id}
    for by, let_in in lines:
        if by in hers and let_in is not None:
            hers.add(let_in)
    return frozenset(hers - {staff_id})
