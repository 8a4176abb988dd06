# SPDX-License-Identifier: MIT
"""The list of families: search as one types, chips with counts, Enter opens."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from models.queries.families import Chip, FamilyRow, FamilyRows, family_counts, family_rows, may_register
from models.records.family import Family
from models.records.listing import FamilyListing
from models.values.changes import ChangeSet
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.families.columns import family_columns
from views.pages.families.elsewhere import Elsewhere
from views.pages.page import Page
from views.table.table import RowTable
from views.texts import t
from views.widgets.basics import announce, boxed, button, label, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.empty_state import EmptyState
from views.widgets.key_hints import key_hints
from views.widgets.page_header import PageHeader
from views.widgets.search_field import SearchField
from views.workspace import Workspace


class FamiliesPage(Page):
    """Reads again at every key; the list is never filtered in memory, so 20 000 families are as quick as twenty."""

    title = "families.title"
    help = "families"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        new = button(t("families.new"), "plus", "primary", self._new)
        self._may_register = workspace.read(may_register, workspace.staff_id)
        receive = button(t("transfer.receive.open_page"), "download", run=self._receive)
        send = button(t("transfer.send.open_page"), "right", run=self._send)
        to_bin = partial(navigator.open, "waste_bin")
        bin_ = button(t("waste_bin.title"), "bin", "flat", to_bin)
        self.body.addWidget(PageHeader(t(self.title), actions=[receive, send, new, bin_]))
        for made in (receive, send):
            made.setVisible(self._may_register)
        new.setVisible(self._may_register)
        self._table: RowTable[FamilyRow] = RowTable(t("families.title"), family_columns(workspace.today))
        self._table.opened.connect(self._open)
        self._search = SearchField(t("families.search"), t("families.search"), self._table)
        self._search.searched.connect(self._typed)
        self._chips = ChipGroup(t("families.filter"), [(chip.value, "") for chip in Chip])
        self._chips.chosen.connect(self._show)
        line = row(self._search, self._chips, gap=12)
        line.setStretchFactor(self._search, 4)
        line.setStretchFactor(self._chips, 5)
        self.body.addLayout(line)
        self._card = Card(margins=(1, 1, 1, 1), gap=0).add(self._table)
        self._empty = _empty(self._may_register, self._new)
        self._elsewhere = Elsewhere(workspace, navigator)
        self._count = label("", "caption", "muted")
        self.body.addWidget(self._elsewhere)
        self.body.addWidget(self._card, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(_foot(self._count))
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Family, FamilyListing)

    def reload(self) -> None:
        """Read the counts and the rows again."""
        counts = self.workspace.read(family_counts, self.workspace.staff_id, self.workspace.today())
        for chip, count in counts.items():
            self._chips.set_text(chip.value, t(f"families.chip.{chip.value}", count=count))
        none = sum(counts.values()) == 0
        self._empty.setVisible(none)
        self._card.setVisible(not none)
        self._show()

    def place(self) -> Place:
        return {"text": self._search.text(), "chip": self._chip().value, **self._table.place()}

    def go_to(self, place: Place) -> None:
        """Back to the same search, chip and row."""
        text, chip = place.get("text"), place.get("chip")
        if isinstance(text, str) and text != self._search.text():
            self._search.setText(text)
        if isinstance(chip, str) and chip != self._chip().value:
            self._chips.choose(chip)
            self._show()
        self._table.go_to(place)

    def commands(self) -> list[Command]:
        def may() -> bool:
            return self._may_register

        return [
            Command("families.search", "families.key.search_here", "Ctrl+F", self._search.take, icon="search"),
            Command("families.new", "families.new", run=self._new, when=may, icon="plus"),
            Command("families.receive", "transfer.receive.open_page", run=self._receive, when=may, icon="download"),
            Command("families.hand_over", "transfer.send.open_page", run=self._send, when=may, icon="right"),
            Command("families.bin", "waste_bin.title", run=partial(self.navigator.open, "waste_bin"), icon="bin"),
        ]

    def first_focus(self) -> QWidget:
        return self._search

    def _chip(self) -> Chip:
        return Chip(self._chips.value() or Chip.ALL.value)

    def _typed(self, _text: str) -> None:
        self._show()
        announce(self._search, self._count.text())

    def _show(self, _chip: str = "") -> None:
        text, chip = self._search.text(), self._chip()
        found = self._read(text, chip)

        def more(last: FamilyRow) -> Sequence[FamilyRow]:
            return self._read(text, chip, last).rows

        self._table.show_rows(found.rows, more if found.total > len(found.rows) else None)
        if text.strip() and found.rows:
            self._table.choose(found.rows[0].id)
        self._count.setText(t("families.count", n=found.total))
        self._elsewhere.look_for(text if not found.rows else "")

    def _read(self, text: str, chip: Chip, after: FamilyRow | None = None) -> FamilyRows:
        staff_id, today = self.workspace.staff_id, self.workspace.today()
        return self.workspace.read(family_rows, staff_id, today, text, chip, after=after)

    def _open(self, found: FamilyRow | None) -> None:
        if found is not None:
            self.navigator.open("family", id=str(found.id))

    def _receive(self) -> None:
        self.navigator.open("receive_family")

    def _send(self) -> None:
        chosen = self._table.current()
        self.navigator.open("hand_over", families=str(chosen.id) if chosen is not None else "")

    def _new(self) -> None:
        self.navigator.open("new_family")


def _empty(may_register: bool, new: Callable[[], object]) -> QWidget:
    if not may_register:
        return EmptyState("family", t("families.none"), t("families.none_for_you"))
    return EmptyState("family", t("families.none"), t("families.none_hint"), t("families.new"), new, "plus")


def _foot(count: QLabel) -> QWidget:
    keys_do = {"Ctrl+F": "families.key.search", "Enter": "families.key.open", "Ctrl+N": "families.key.new"}
    return boxed(row(key_hints([(keys, t(does)) for keys, does in keys_do.items()]), count))
