# SPDX-License-Identifier: MIT
"""What the automatic copies ask of the vault: whether anything is new, and what was deleted by rule."""

from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, col, select

from models.queries.session import sitting
from models.records.deletion import Deletion
from models.records.draft import FormDraft
from models.rules.rights import Right, may

# Opening a vault and copying it leaves lines in the log, and no reason to copy it again.
_NO_NEWS = ("vault.opened", "vault.copied", "vault.tested", "vault.unlock_failed", "vault.copies_placed")
_NEWS = text(f"SELECT 1 FROM auditentry WHERE n > :length AND what NOT IN {_NO_NEWS} LIMIT 1")


def changed_since(session: Session, log_length: int, made: datetime | None) -> bool:
    """Whether anything was done or typed since the copy whose log was this long."""
    if session.connection().execute(_NEWS, {"length": log_length}).first() is not None:
        return True
    typed = select(FormDraft.form).where(~col(FormDraft.form).startswith("window/"))
    if made is not None:
        typed = typed.where(col(FormDraft.saved_at) > made)
    return session.exec(typed).first() is not None


def deleted_by_rule(session: Session) -> tuple[datetime, ...]:
    """When things were deleted for good."""
    found = session.exec(select(Deletion.decided_at).where(col(Deletion.carried_out)))
    return tuple(moment for moment in found if moment)


def may_take_back(session: Session, slot: str) -> bool:
    """Whether the person of this slot decided over copies when the copy was taken; one not yet registered does."""
    who = sitting(session, slot)
    return who is None or may(who.roles, Right.BACKUP)
