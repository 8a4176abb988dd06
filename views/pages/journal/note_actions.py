# SPDX-License-Identifier: MIT
"""What can be done with a note of the journal: mend it, add to it, say that what was agreed has been done."""

from models.queries.journal_entry import JournalEntry, NoteRow
from models.values.refusal import Refusal
from models.work.write_note import follow_up, follow_up_again, is_mendable
from views.pages.family.places import place_in_family
from views.pages.family.reading_only import may_write
from views.pages.family.tab import FamilyTab
from views.pages.journal.entry_card import EntryCard
from views.pages.journal.note_panel import open_note_panel
from views.refused import said
from views.texts import t


class NoteActions:
    """Does for a tab what its card and keys ask for."""

    def __init__(self, tab: FamilyTab, card: EntryCard) -> None:
        self._tab = tab
        self._writes = may_write(tab.workspace)
        card.mend.connect(self.mend)
        card.correct.connect(self.correct)
        card.binned.connect(self.to_bin)
        card.followed_up.connect(self.follow_up)
        card.again.connect(self.not_done)
        card.opened.connect(self.open)

    def new(self) -> None:
        """A note for this family."""
        open_note_panel(self._tab.window(), self._tab.workspace, self._tab.family_id)

    def mend(self, note: NoteRow) -> None:
        """The author's own, within a day."""
        open_note_panel(self._tab.window(), self._tab.workspace, self._tab.family_id, mends=note)

    def correct(self, note: NoteRow) -> None:
        """Something added."""
        open_note_panel(self._tab.window(), self._tab.workspace, self._tab.family_id, corrects=note)

    def to_bin(self, note: NoteRow) -> None:
        """To the form that asks why."""
        place = {"record": "contactnote", "item": str(note.id)}
        self._tab.navigator.open("family", id=str(self._tab.family_id), tab="to_bin", **place)

    def follow_up(self, note: NoteRow) -> None:
        """Done, with the way back in the strip."""
        workspace = self._tab.workspace
        try:
            workspace.do(follow_up, note.id)
        except Refusal as refused:
            self._tab.done.emit(said(refused), None)
            return
        self._tab.done.emit(t("journal.followed_up"), lambda: workspace.do(follow_up_again, note.id))

    def not_done(self, note: NoteRow) -> None:
        """It was not done after all."""
        self._tab.workspace.do(follow_up_again, note.id)

    def open(self, entry: JournalEntry) -> None:
        """To where the thing is done."""
        kind = entry.detail if entry.detail == "child_heard" else entry.kind
        self._tab.navigator.open("family", **place_in_family(self._tab.family_id, entry.tab, kind, entry.id))

    def key(self, entry: JournalEntry | None, letter: str) -> None:
        """R adds a correction, F follows up: single letters while the list has the focus."""
        note = entry.note if entry and self._writes else None
        if note is not None and letter == "R":
            self.correct(note)
        elif note is not None and letter == "F" and note.next_on is not None and note.next_done_on is None:
            self.follow_up(note)

    def enter(self, entry: JournalEntry | None) -> None:
        """Enter opens what is done elsewhere; one's own fresh note is mended, an older one added to."""
        if entry is None:
            return
        if entry.note is None:
            self.open(entry)
        elif not self._writes:
            return
        elif entry.note.own and is_mendable(entry.note.created_at, self._tab.workspace.now()):
            self.mend(entry.note)
        else:
            self.correct(entry.note)
