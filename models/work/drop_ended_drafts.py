# SPDX-License-Identifier: MIT
"""Forgets half-typed text about what ended long ago, when nobody can finish its form any more."""

import re
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from sqlmodel import Session, select

from models.records.base import Record
from models.records.document import Document, DocumentState
from models.records.draft import FormDraft
from models.records.family import Family
from models.store.hidden import fetch
from models.values.act import Act
from models.values.dates import OSLO
from models.work.by_right import by_right
from models.work.revert import kinds

# as long as what ended may be opened again by a step back
KEPT = timedelta(days=30)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LETTER = ("letter/", "letter_about/")


@by_right
def drop_ended_drafts(session: Session, act: Act) -> None:
    """Everybody's: text typed before its record ended, thirty days after; what lies in the bin keeps its text."""
    found = session.exec(select(FormDraft.form, FormDraft.staff_id, FormDraft.saved_at)).all()
    for form, staff_id, saved_at in found:
        ended = _ended(session, form, saved_at)
        if ended is not None and saved_at <= ended <= act.now - KEPT:
            session.delete(session.get_one(FormDraft, (form, staff_id)))


def _ended(session: Session, form: str, saved_at: datetime) -> datetime | None:
    """When the record that the form is about came to its end, if it did."""
    named = _ID.search(form)
    if named is None:
        return None
    record = _record(session, UUID(named[0]))
    if record is None:
        return saved_at
    if isinstance(record, Document) and record.state is DocumentState.FINAL and form.startswith(_LETTER):
        return record.finished_at
    family = record if isinstance(record, Family) else fetch(session, Family, record.family_id)  # type: ignore[attr-defined]
    if family is None or family.closed_on is None:
        return None
    return datetime.combine(family.closed_on, time(23, 59), OSLO).astimezone(UTC)


def _record(session: Session, id: UUID) -> Record | None:
    return next((found for kind in kinds().values() if (found := fetch(session, kind, id)) is not None), None)
