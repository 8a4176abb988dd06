# SPDX-License-Identifier: MIT
"""The page «Tjenester»: the municipality's register, searched as one types, with contacts beside it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.queries.services import ServiceRow, register_rows
from models.records.family_service import FamilyService
from models.records.service import Service, ServiceContact, ServiceLevel
from models.values.changes import ChangeSet
from models.work.edit_register import add_usual_services, take_out_services
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.page import Page
from views.pages.services.contacts_card import ContactsCard
from views.pages.services.register_card import RegisterCard
from views.pages.services.register_words import register_columns
from views.table.table import RowTable
from views.texts import language, t
from views.widgets.basics import announce, boxed, button, column, label, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.empty_state import EmptyState
from views.widgets.key_hints import key_hints
from views.widgets.page_header import PageHeader
from views.widgets.scroll import ScrollColumn
from views.widgets.search_field import SearchField
from views.widgets.split import WithInspector
from views.workspace import Workspace

ALL, ENDED = "all", "ended"
CHIPS = (ALL, *(level.value for level in ServiceLevel), ENDED)


class ServicesPage(Page):
    """A few hundred rows at most: read once, filtered in memory."""

    title = "services.title"
    help = "services"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._rows: tuple[ServiceRow, ...] = ()
        self._new = button(t("services.new"), "plus", "primary", self._begin_new)
        self._usual = button(t("services.add_usual"), "network", run=self._add_usual)
        self._details = button(t("services.details"), "info", run=lambda: self._split.toggle())
        self._header = PageHeader(t(self.title), t("services.lead"), [self._new, self._usual, self._details])
        self._table: RowTable[ServiceRow] = RowTable(t("services.title"), register_columns())
        self._table.moved.connect(lambda _row: self._show_chosen())
        self._table.opened.connect(lambda _row: self._open())
        self._search = SearchField(t("services.search"), t("services.search"), self._table)
        self._search.searched.connect(partial(self._show, typed=True))
        self._chips = ChipGroup(t("services.filter"), [(chip, "") for chip in CHIPS])
        self._chips.chosen.connect(self._show)
        line = row(self._search, self._chips, gap=12)
        line.setStretchFactor(self._search, 3)
        line.setStretchFactor(self._chips, 5)
        self._filters = boxed(line)
        self._card, self._contacts = RegisterCard(workspace), ContactsCard(workspace)
        self._card.added.connect(self._back)
        self._card.closed.connect(self._back)
        self._card.done.connect(self.done)
        self._contacts.done.connect(self.done)
        side = ScrollColumn(column(self._card, self._contacts, None, gap=14))
        self._split = WithInspector(Card(margins=(1, 1, 1, 1), gap=0).add(self._table), side, 350)
        self._split.folded.connect(self._details.setVisible)
        self._details.hide()
        empty = EmptyState(
            "network", t("services.none"), t("services.none_hint"), t("services.add_usual"), self._add_usual, "network"
        )
        self._empty = Card(margins=(0, 0, 0, 0)).add(empty)
        self._count = label("", "caption", "muted")
        hints = [("Ctrl+F", t("services.key.search")), ("Enter", t("services.key.edit"))]
        self.body.addWidget(self._header)
        self.body.addWidget(self._filters)
        self.body.addWidget(self._split, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(boxed(row(key_hints(hints), self._count)))
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Service, ServiceContact, FamilyService)

    def reload(self) -> None:
        """Read the register again, and stay at the chosen service."""
        self._rows = self.workspace.read(register_rows, self.workspace.staff_id)
        for chip in CHIPS:
            count = sum(_in(chip, one) for one in self._rows)
            self._chips.set_text(chip, t(f"services.chip.{chip}", count=count))
            if chip == ENDED:
                self._chips.chips()[chip].setVisible(bool(count) or self._chip() == ENDED)
        some = bool(self._rows) or self._card.is_new()
        for part in (self._filters, self._split, self._usual):
            part.setVisible(some)
        self._empty.setVisible(not some)
        self._show()

    def place(self) -> Place:
        return {"text": self._search.text(), "chip": self._chip(), **self._table.place()}

    def go_to(self, place: Place) -> None:
        """Back to the same search and row, or to the service another page asked for."""
        if isinstance(text := place.get("text"), str) and text != self._search.text():
            self._search.setText(text)
        if isinstance(chip := place.get("chip"), str) and chip in CHIPS and chip != self._chip():
            self._chips.choose(chip)
            self._show()
        self._table.go_to(place)

    def commands(self) -> list[Command]:
        return [
            Command("services.search", "services.search", "Ctrl+F", self._search.take, icon="search"),
            Command("services.new", "services.new", run=self._begin_new, icon="plus"),
            Command("services.details", "services.details", "Ctrl+I", self._split.toggle, icon="info"),
        ]

    def first_focus(self) -> QWidget:
        return self._search if self._rows else self._empty

    def panes(self) -> list[QWidget]:
        return [self._split.content, self._split.inspector]

    def _chip(self) -> str:
        return self._chips.value() or ALL

    def _show(self, _chosen: str = "", typed: bool = False) -> None:
        self._table.show_rows([one for one in self._rows if _in(self._chip(), one)])
        count = self._table.filter(self._search.text())
        self._count.setText(t("services.count", n=count))
        if typed:
            announce(self._search, self._count.text())
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._table.current()
        self._card.show_service(chosen)
        self._contacts.show_service(None if self._card.is_new() else chosen)

    def _open(self) -> None:
        if not self._split.inspector.isVisibleTo(self._split):
            self._split.toggle()
        self._card.edit()

    def _begin_new(self) -> None:
        for part in (self._filters, self._split):
            part.show()
        self._empty.hide()
        if not self._split.inspector.isVisibleTo(self._split):
            self._split.toggle()
        self._card.begin_new()
        self._contacts.show_service(None)

    def _back(self, added: object = None) -> None:
        """The form is done with: back to the list, and to the service that was added."""
        if added is not None:
            self._search.clear()
            self._chips.choose(ALL)
        self.reload()
        if added is not None:
            self._table.choose(added)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_usual(self) -> None:
        do = self.workspace.do
        added = do(add_usual_services, language())
        told = t("services.usual_added", n=len(added)) if added else t("services.usual_there")
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.done.emit(told, (lambda: do(take_out_services, added)) if added else None)


def _in(chip: str, one: ServiceRow) -> bool:
    if chip == ENDED:
        return one.ended
    return not one.ended and chip in (ALL, one.level.value)
