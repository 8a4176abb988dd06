# SPDX-License-Identifier: MIT
"""The chosen line of the journal in full: what was said, what was agreed, what was added later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from models.queries.journal import NoteVersion
from models.queries.journal_entry import JournalEntry, NoteRow
from models.records.note import ContactKind
from models.values.date_words import long_date
from models.work.write_note import is_mendable
from views.pages.journal.words import next_time, note_title, person, second, title, written
from views.texts import language, t
from views.widgets.basics import Piece, badge, boxed, button, column, for_reading, label, line, row
from views.widgets.card import Card
from views.widgets.flow import flow
from views.widgets.scroll import ScrollColumn


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the card shows: an entry, the former versions of its note when asked for, and the moment."""

    entry: JournalEntry
    now: datetime
    versions: tuple[NoteVersion, ...] = ()


class EntryCard(Card):
    """Reads; what is done with the note is told to the tab."""

    mend = Signal(object)
    correct = Signal(object)
    binned = Signal(object)
    followed_up = Signal(object)
    again = Signal(object)
    versions_wanted = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.setAccessibleName(t("journal.chosen"))
        self.shown: UUID | None = None

    def show_nothing(self) -> None:
        """No line is chosen."""
        self.empty()
        self.shown = None
        self.add(label(t("journal.choose"), "body", "muted", wrap=True), None)

    def show_entry(self, chosen: Chosen) -> None:
        """Show this line in full."""
        self.empty()
        entry = chosen.entry
        self.shown = entry.id
        self.add(label(title(entry), "lead", wrap=True))
        inside = column(*(self._note(chosen, entry.note) if entry.note else self._event(entry)), None, gap=8)
        self.add(ScrollColumn(boxed(inside)))
        if entry.note is not None:
            self.add(self._actions(chosen, entry.note))

    def _event(self, entry: JournalEntry) -> Iterator[Piece]:
        yield label(long_date(entry.on, language()), "caption", "muted")
        if said := second(entry):
            yield _reading(said)
        there = button(t(f"journal.open.{entry.tab}"), "right", "flat", lambda: self.opened.emit(entry))
        yield row(for_reading(there), None)

    def _note(self, chosen: Chosen, note: NoteRow) -> Iterator[Piece]:
        yield label(written(note), "caption", "muted", wrap=True)
        yield _reading(note.text)
        if note.mended and not chosen.versions:
            yield row(button(t("journal.show_former"), kind="link", run=lambda: self.versions_wanted.emit(note)), None)
        for version in chosen.versions:
            yield _version(version)
        yield from self._agreed(chosen, note)
        for added in note.corrections:
            yield _correction(added)

    def _agreed(self, chosen: Chosen, note: NoteRow) -> Iterator[Piece]:
        if note.agreed:
            yield label(t("journal.agreed"), "strong")
            yield _reading(note.agreed)
        if note.next_on is not None:
            late = note.next_done_on is None and note.next_on <= chosen.now.date()
            said = badge(next_time(note, chosen.now.year), "warning" if late else "neutral")
            if note.next_done_on is None:
                done = button(t("journal.follow_up"), "check", "flat", lambda: self.followed_up.emit(note))
            else:
                done = button(t("journal.not_done"), "undo", "flat", lambda: self.again.emit(note))
            yield row(said, done, None, gap=4)

    def _actions(self, chosen: Chosen, note: NoteRow) -> QWidget:
        correct = button(t("journal.correct"), "plus", run=lambda: self.correct.emit(note))
        away = button(t("waste_bin.put.verb"), "bin", "flat", lambda: self.binned.emit(note))
        if note.own and is_mendable(note.created_at, chosen.now):
            return flow(button(t("journal.mend"), "pen", run=lambda: self.mend.emit(note)), correct, away)
        return flow(correct, away)


def _correction(added: NoteRow) -> QWidget:
    said = column(
        line(), label(t("journal.correction"), "strong"), label(written(added), "caption", "muted", wrap=True), gap=4
    )
    said.addWidget(_reading(added.text))
    if added.agreed:
        said.addWidget(_reading(f"{t('journal.agreed')}: {added.agreed}"))
    return boxed(said)


def _version(version: NoteVersion) -> QWidget:
    when = t("journal.former", when=version.until, name=person(version.name))
    said = column(line(), label(when, "caption", "muted", wrap=True), gap=4)
    before = version.before
    if "kind" in before or "with_whom" in before:
        kind = str(before.get("kind") or ContactKind.OTHER).lower()
        if "kind" in before and kind in [one.value for one in ContactKind]:
            said.addWidget(_reading(note_title(kind, str(before.get("with_whom") or ""))))
        elif before.get("with_whom"):
            said.addWidget(_reading(str(before["with_whom"])))
    for field in ("text", "agreed"):
        if before.get(field):
            said.addWidget(_reading(str(before[field])))
    return boxed(said)


def _reading(text: str) -> QLabel:
    made = label(text, "body", wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
