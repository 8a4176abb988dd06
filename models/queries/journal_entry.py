# SPDX-License-Identifier: MIT
"""What one line of a family's journal is."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from models.values.dates import OSLO


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A contact note with what was added to it later."""

    id: UUID
    at: datetime
    created_at: datetime
    kind: str
    with_whom: str
    text: str
    agreed: str
    next_on: date | None
    next_done_on: date | None
    author: str
    own: bool
    mended: bool
    minutes: int | None
    corrections: tuple["NoteRow", ...] = ()


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One thing that happened: `kind` and `detail` choose its words, `group` its chip, `tab` where it is read."""

    id: UUID
    at: datetime
    on: date
    kind: str
    detail: str
    second: str
    group: str
    tab: str
    author: str = ""
    note: NoteRow | None = None


def dated(id: UUID, on: date, kind: str, detail: str, second: str, group: str, tab: str) -> JournalEntry:
    """Something of which only the day is known; it stands at the start of its day."""
    return JournalEntry(id, datetime.combine(on, time(), OSLO), on, kind, detail, second, group, tab)
