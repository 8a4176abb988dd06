# SPDX-License-Identifier: MIT
"""The journal of a family: everything that happened, newest first, the chosen line in full beside it."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from models.queries.journal import NoteVersion, journal, note_versions
from models.queries.journal_entry import JournalEntry, NoteRow
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.family.reading_only import may_write
from views.pages.family.tab import FamilyTab
from views.pages.journal.entry_card import Chosen, EntryCard
from views.pages.journal.note_actions import NoteActions
from views.pages.journal.words import GROUPS, event, key
from views.texts import t
from views.widgets.basics import boxed, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.empty_state import EmptyState
from views.widgets.key_hints import key_hints
from views.widgets.timeline import Timeline
from views.workspace import Workspace

LOW = 600


class JournalTab(FamilyTab):
    """Chips choose the kind; Enter opens where a thing is done, a note is read here."""

    title = "journal.title"
    help = "journal"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._entries: tuple[JournalEntry, ...] = ()
        self._versions: dict[UUID, tuple[NoteVersion, ...]] = {}
        self._chips = ChipGroup(t("journal.filter"), [(group, "") for group in GROUPS])
        self._chips.chosen.connect(lambda _group: self._show())
        self._card = EntryCard()
        self._card.versions_wanted.connect(self._show_versions)
        self._actions = NoteActions(self, self._card)
        self.body.addWidget(self._chips)
        self._timeline = Timeline(t("journal.title"))
        self._timeline.marks = True
        self._timeline.moved.connect(lambda _row: self._show_chosen())
        self._timeline.opened.connect(lambda _row: self._actions.enter(self._chosen()))
        self._timeline.pressed_key.connect(lambda _row, letter: self._actions.key(self._chosen(), letter))
        self._empty = EmptyState("note", t("journal.empty"), t("journal.empty_hint"))
        list_card = Card(margins=(6, 4, 6, 6), gap=0).add(self._timeline, self._empty)
        across = row(list_card, self._card, gap=16)
        across.setStretch(0, 5)
        across.setStretch(1, 4)
        hints = [("↑↓", t("journal.key.choose"))]
        if may_write(self.workspace):
            hints += [("R", t("journal.key.correct")), ("F", t("journal.key.follow_up"))]
            hints += [("Ctrl+Shift+J", t("journal.new"))]
        self.body.addWidget(boxed(across), 1)
        self._hints = key_hints(hints)
        self.body.addWidget(self._hints)
        self.reload()

    def reload(self) -> None:
        """Read everything that happened, and stay at the chosen line."""
        self._entries = self.workspace.read(journal, self.family_id, self.workspace.staff_id, self.workspace.today())
        counts = {group: sum(_in(group, entry) for entry in self._entries) for group in GROUPS}
        for group, count in counts.items():
            self._chips.set_text(group, t(f"journal.chip.{group}", count=count))
        self._show()

    def place(self) -> Place:
        chosen = self._timeline.current()
        return {"line": str(chosen.id) if chosen else "", "chip": self._chips.value() or "all"}

    def go_to(self, place: Place) -> None:
        """Back to the same line, or to the record another page asked for."""
        chip, line, item = place.get("chip"), place.get("line"), place.get("item")
        if isinstance(chip, str) and chip in GROUPS and chip != self._chips.value():
            self._chips.choose(chip)
            self._show()
        if isinstance(line, str) and line:
            self._timeline.choose(line)
        elif place.get("new"):
            # after the window has given the page its focus
            QTimer.singleShot(0, self, self._actions.new)
        elif item:
            wanted = next((entry for entry in self._entries if str(entry.id) == str(item)), None)
            if wanted is not None:
                self._timeline.choose(key(wanted))

    def commands(self) -> list[Command]:
        return [
            Command("journal.correct", "journal.correct", run=self._correct_chosen, when=self._note_chosen, icon="plus")
        ]

    def first_focus(self) -> QWidget:
        return self._timeline

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # At 125 % a laptop has 550 px of height: the list needs them more than the hints do.
        self._hints.setVisible(self.window().height() >= LOW)

    def _show(self) -> None:
        group = self._chips.value() or "all"
        shown = [entry for entry in self._entries if _in(group, entry)]
        self._timeline.show_events([event(entry) for entry in shown])
        self._timeline.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._show_chosen()

    def _show_chosen(self) -> None:
        entry, focus = self._chosen(), QApplication.focusWidget()
        within = focus is not None and self._card.isAncestorOf(focus)
        if entry is None:
            self._card.show_nothing()
        else:
            self._card.show_entry(Chosen(entry, self.workspace.now(), self._versions.get(entry.id, ())))
        if within:
            # the button that was pressed is gone with the former content
            self._timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> JournalEntry | None:
        row_now = self._timeline.current()
        if row_now is None or self._timeline.isHidden():
            return None
        return next((entry for entry in self._entries if key(entry) == row_now.id), None)

    def _note_chosen(self) -> bool:
        entry = self._chosen()
        return entry is not None and entry.note is not None

    def _correct_chosen(self) -> None:
        entry = self._chosen()
        if entry is not None and entry.note is not None:
            self._actions.correct(entry.note)

    def _show_versions(self, note: NoteRow) -> None:
        self._versions[note.id] = self.workspace.read(note_versions, note.id)
        self._show_chosen()


def _in(group: str, entry: JournalEntry) -> bool:
    return group in ("all", entry.group)
