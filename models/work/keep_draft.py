# SPDX-License-Identifier: MIT
"""Keeps half-typed text in the vault until the form is finished or given up."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from uuid import UUID

from sqlmodel import Session

from models.records.draft import FormDraft
from models.values.act import Act
from models.work.by_right import by_right


@by_right
def keep_draft(session: Session, act: Act, form: str, values: Mapping[str, object], place: str = "") -> None:
    """Save what stands in the form now, over what was saved before."""
    # escaped: half a sign or a NUL, pasted from somewhere, is text that no database takes as it is
    body = json.dumps(dict(values), default=_plain)
    kept = session.get(FormDraft, (form, act.staff_id))
    if kept is None:
        session.add(FormDraft(form=form, staff_id=act.staff_id, body=body, place=place, saved_at=act.now))
        return
    kept.body, kept.place, kept.saved_at = body, place, act.now


@by_right
def drop_draft(session: Session, act: Act, form: str) -> None:
    """Forget the draft: its form was finished or emptied."""
    kept = session.get(FormDraft, (form, act.staff_id))
    if kept is not None:
        session.delete(kept)


def _plain(value: object) -> object:
    """Dates, ids and choices as the text that a draft reads them back from."""
    match value:
        case Enum():
            return value.value
        case date() | datetime():
            return value.isoformat()
        case UUID() | Decimal():
            return str(value)
        case set() | frozenset():
            return sorted(map(str, value))
        case _:
            raise TypeError(f"a draft cannot keep {type(value).__name__}")
