# SPDX-License-Identifier: MIT
"""Somebody opens a family: one line in its log for each person and sitting, as pasientjournalloven asks."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.history import AuditEntry
from models.store.meaning import note
from models.values.act import Act
from models.work.by_right import by_right
from models.work.reach import require_sight

OPENED = "family.opened"
UNLOCKED = "vault.opened"
LONGEST_SITTING = timedelta(hours=12)


@by_right
def log_opening(session: Session, act: Act, family_id: UUID) -> None:
    """Note that the family was opened, unless the same person has it noted since she unlocked the vault.

    Another reason than last time is a new line: it is the reason the family can ask about.
    """
    require_sight(session, act, family_id)
    if not noted_this_sitting(session, act, OPENED, family_id):
        note(session, act, OPENED, family_id=family_id)


def noted_this_sitting(session: Session, act: Act, what: str, family_id: UUID | None = None, reason: str = "") -> bool:
    """Whether this person has it in the log, for the same reason, since she unlocked the vault."""
    began = session.exec(
        select(AuditEntry.n)
        .where(AuditEntry.what == UNLOCKED, AuditEntry.staff_id == act.staff_id)
        .order_by(col(AuditEntry.n).desc())
        .limit(1)
    ).first()
    known = session.exec(
        select(AuditEntry.n).where(
            AuditEntry.family_id == family_id,
            AuditEntry.what == what,
            AuditEntry.staff_id == act.staff_id,
            AuditEntry.reason == (reason or act.reason),
            AuditEntry.at > act.now - LONGEST_SITTING,
            col(AuditEntry.n) > (began or 0),
        )
    ).first()
    return known is not None
