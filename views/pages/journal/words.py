# SPDX-License-Identifier: MIT
"""How the things that happen to a family are written in its journal."""

from models.queries.journal_entry import JournalEntry, NoteRow
from models.values.date_words import compact_date, moment_text
from models.values.language import words
from models.values.names import initials
from views.discreet import free_text, is_discreet, shown
from views.texts import language, t
from views.widgets.timeline import Event

GROUPS = ("all", "notes", "right", "documents", "people")
NOTE_ICONS = {"phone": "phone", "talk": "talk", "meeting": "family", "message": "mail", "visit": "house"}
ICONS = {
    "enquiry": "talk",
    "assessment": "scales",
    "determination": "scales",
    "document": "document",
    "appointment": "person",
    "appeal": "flag",
    "coordination": "network",
    "family": "folder",
}


def event(entry: JournalEntry) -> Event:
    """The entry as a line of the timeline, under its month."""
    return Event(
        key(entry),
        when=f"{entry.on.day}. {words(language()).months_short[entry.on.month - 1]}",
        title=title(entry),
        second=second(entry),
        icon=NOTE_ICONS.get(entry.detail, "note") if entry.kind == "note" else ICONS.get(entry.kind, "note"),
        group=month(entry),
        badge=(t("journal.badge.corrected"), "neutral") if entry.note and entry.note.corrections else None,
    )


def key(entry: JournalEntry) -> str:
    """One record can have several lines: begun, sent, ended."""
    return f"{entry.kind}/{entry.detail}/{entry.id}"


def title(entry: JournalEntry) -> str:
    """«Telefon med Anne», «Henvendelse, muntlig»."""
    if entry.kind == "note":
        return note_title(entry.detail, entry.note.with_whom if entry.note else "")
    return t(f"journal.happened.{entry.kind}.{entry.detail}")


def note_title(kind: str, with_whom: str) -> str:
    """How the contact was, and with whom."""
    said = t(f"journal.kind.{kind}")
    return t("journal.kind_with", kind=said, name=person(with_whom)) if with_whom else said


def second(entry: JournalEntry) -> str:
    """The first words of the note, or what the event says of itself."""
    if entry.note is None:
        return free_text(entry.second)
    lines = free_text(entry.note.text).strip().splitlines()
    return lines[0][:200] if lines else ""


def month(entry: JournalEntry) -> str:
    """«November 2026»."""
    return f"{words(language()).months[entry.on.month - 1].capitalize()} {entry.on.year}"


def written(note: NoteRow) -> str:
    """«16. mars 2026 kl. 10:00 · skrevet av Ingrid Bakken»."""
    parts = [moment_text(note.at, language())]
    if note.author:
        parts.append(t("journal.written_by", name=person(note.author)))
    if note.mended:
        parts.append(t("journal.mended"))
    return " · ".join(parts)


def next_time(note: NoteRow, today_year: int) -> str:
    """«Neste gang ons. 25. nov.», or when it was done."""
    if note.next_on is None:
        return ""
    if note.next_done_on is not None:
        return t("journal.next_done", when=note.next_done_on)
    reference = note.next_on.replace(year=today_year, day=1)
    return t("journal.next_time", when=compact_date(note.next_on, reference, language()))


def person(name: str) -> str:
    """A name as it may stand on the screen now."""
    return initials(name) if is_discreet() else shown(name)
