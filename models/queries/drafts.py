# SPDX-License-Identifier: MIT
"""Half-typed text as it was left, and the place where its caret stood."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.draft import FormDraft


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One form that was not finished."""

    form: str
    values: dict[str, object]
    place: str
    saved_at: datetime


def draft(session: Session, form: str, staff_id: UUID) -> DraftRow | None:
    """What this person left in this form, or None."""
    kept = session.get(FormDraft, (form, staff_id))
    return _row(kept) if kept else None


def drafts(session: Session, staff_id: UUID) -> tuple[DraftRow, ...]:
    """Everything this person has left half-typed, newest first."""
    found = session.exec(
        select(FormDraft).where(FormDraft.staff_id == staff_id).order_by(col(FormDraft.saved_at).desc())
    )
    return tuple(_row(kept) for kept in found)


def _row(kept: FormDraft) -> DraftRow:
    values = json.loads(kept.body)
    return DraftRow(kept.form, values if isinstance(values, dict) else {}, kept.place, kept.saved_at)
