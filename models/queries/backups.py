# SPDX-License-Identifier: MIT
"""What the automatic copies ask of the vault: whether anything is new, and what was deleted by rule."""

from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, col, select

from models.records.deletion import Deletion
from models.records.draft import FormDraft

# Opening a vault and copying it leaves lines in the log, and no reason to copy it again.
_NO_NEWS = ("vault.opened", "vault.copied", "vault.tested", "vault.unlock_failed")
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
