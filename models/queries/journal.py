# SPDX-License-Identifier: MIT
"""The journal of a family: notes with their corrections, and all else that happened, newest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family, of_part
from models.queries.history import HistoryRow, record_history
from models.queries.journal_entry import JournalEntry, NoteRow, dated
from models.queries.right_entries import right_entries
from models.records.document import Document, DocumentState
from models.records.family import Family
from models.records.history import AuditEntry
from models.records.note import ContactNote
from models.records.staff import Staff
from models.values.dates import local_day
from models.values.typed import first_line

WORDS = frozenset({"kind", "with_whom", "text", "agreed", "at"})


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """How a note read before its author mended it."""

    until: datetime
    name: str
    before: Mapping[str, object]


@of_family
def journal(session: Session, family_id: UUID, staff_id: UUID, today: date | None = None) -> tuple[JournalEntry, ...]:
    """Everything that happened to a family, newest first; `staff_id` is who reads, what lies ahead is left out."""
    names = {staff.id: staff.name for staff in session.exec(select(Staff))}
    found: list[JournalEntry] = [
        *_notes(session, family_id, staff_id, names),
        *right_entries(session, family_id, names),
        *_documents(session, family_id),
        *_family(session, family_id),
    ]
    happened = [entry for entry in found if today is None or entry.on <= today]
    # Of two events of one record on one day the later is told last, and so stands first.
    return tuple(reversed(sorted(happened, key=lambda entry: (entry.on, entry.at, entry.id))))


@of_part(ContactNote)
def note(session: Session, note_id: UUID, staff_id: UUID) -> NoteRow | None:
    """One note with its corrections."""
    found = session.get(ContactNote, note_id)
    if found is None:
        return None
    names = {staff.id: staff.name for staff in session.exec(select(Staff))}
    rows = _note_rows(session, found.family_id, staff_id, names)
    return next((row for row in rows if row.id == (found.corrects_id or found.id)), None)


@of_part(ContactNote)
def note_versions(session: Session, note_id: UUID) -> tuple[NoteVersion, ...]:
    """What stood in a note before each time it was mended, newest first."""
    return tuple(
        NoteVersion(row.at, row.name, {change.field: change.before for change in row.changes if change.field in WORDS})
        for row in record_history(session, note_id)
        if _changed_words(row)
    )


def _changed_words(row: HistoryRow) -> bool:
    return row.what == "edited" and any(change.field in WORDS for change in row.changes)


def _notes(session: Session, family_id: UUID, staff_id: UUID, names: Mapping[UUID, str]) -> Iterator[JournalEntry]:
    for row in _note_rows(session, family_id, staff_id, names):
        second = " · ".join(filter(None, (row.with_whom, first_line(row.text, 200))))
        yield JournalEntry(
            row.id, row.at, local_day(row.at), "note", row.kind, second, "notes", "journal", author=row.author, note=row
        )


def _note_rows(session: Session, family_id: UUID, staff_id: UUID, names: Mapping[UUID, str]) -> list[NoteRow]:
    found = session.exec(select(ContactNote).where(ContactNote.family_id == family_id).order_by(col(ContactNote.id)))
    notes, mended = list(found), _mended(session, family_id)
    added: dict[UUID, list[NoteRow]] = {}
    for one in notes:
        if one.corrects_id is not None:
            added.setdefault(one.corrects_id, []).append(_note_row(one, staff_id, names, mended, ()))
    return [_note_row(one, staff_id, names, mended, added.get(one.id, ())) for one in notes if one.corrects_id is None]


def _note_row(
    one: ContactNote, staff_id: UUID, names: Mapping[UUID, str], mended: frozenset[UUID], added: Iterable[NoteRow]
) -> NoteRow:
    return NoteRow(
        id=one.id,
        at=one.at,
        created_at=one.created_at,
        kind=one.kind.value,
        with_whom=one.with_whom,
        text=one.text,
        agreed=one.agreed,
        next_on=one.next_on,
        next_done_on=one.next_done_on,
        author=names.get(one.author_id, ""),
        own=one.author_id == staff_id,
        mended=one.id in mended,
        minutes=one.minutes,
        corrections=tuple(added),
    )


def _mended(session: Session, family_id: UUID) -> frozenset[UUID]:
    asked = select(AuditEntry.object_id).where(AuditEntry.family_id == family_id, AuditEntry.what == "note.mended")
    return frozenset(found for found in session.exec(asked) if found)


def _documents(session: Session, family_id: UUID) -> Iterator[JournalEntry]:
    documents = session.exec(
        select(Document).where(Document.family_id == family_id, Document.state != DocumentState.DRAFT)
    )
    for document in documents:
        finished = document.dated_on or (local_day(document.finished_at) if document.finished_at else None)
        received = document.kind.value == "received"
        if finished:
            detail = "received" if received else "finished"
            yield dated(document.id, finished, "document", detail, document.title, "documents", "documents")
        if document.sent_on:
            second = " · ".join(filter(None, (document.title, document.sent_how)))
            yield dated(document.id, document.sent_on, "document", "sent", second, "documents", "documents")


def _family(session: Session, family_id: UUID) -> Iterator[JournalEntry]:
    family = session.get(Family, family_id)
    if family is None:
        return
    yield dated(family.id, family.opened_on, "family", "opened", "", "people", "overview")
    if family.closed_on:
        yield dated(family.id, family.closed_on, "family", "closed", family.closed_reason, "people", "overview")
