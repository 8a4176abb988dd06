# SPDX-License-Identifier: MIT
"""What this vault's own log knows of a family's records: when each was written last, and when they were last shared."""

from uuid import UUID

from sqlmodel import Session, col, func, select

from models.queries.guard import of_family
from models.queries.history import WRITES
from models.records.history import AuditEntry

SHARED = ("transfer.exported", "transfer.received")


@of_family
def last_writes(session: Session, family_id: UUID) -> dict[UUID, int]:
    """Record to the line of the log that last wrote it."""
    found = session.exec(
        select(AuditEntry.object_id, func.max(AuditEntry.n))
        .where(AuditEntry.family_id == family_id, col(AuditEntry.what).in_(WRITES))
        .group_by(col(AuditEntry.object_id))
    )
    return {object_id: number for object_id, number in found if object_id is not None and number is not None}


@of_family
def at_last_transfer(session: Session, family_id: UUID) -> int:
    """The line that tells that the family was last sent or taken in; 0 when it never was."""
    shared = select(func.max(AuditEntry.n)).where(AuditEntry.family_id == family_id, col(AuditEntry.what).in_(SHARED))
    return session.exec(shared).one() or 0
