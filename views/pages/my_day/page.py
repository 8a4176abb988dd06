# SPDX-License-Identifier: MIT
"""Min dag: what is over its deadline, due today and soon, or waits; Enter opens the exact place."""

from PySide6.QtWidgets import QWidget

from models.queries.due import Day, day
from models.queries.due_row import DueRow, TransitionRow
from models.records.draft import FormDraft
from models.values.changes import ChangeSet
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.family.places import place_in_family
from views.pages.journal.note_panel import open_note_panel
from views.pages.my_day.follow_up import put_off, tick_off
from views.pages.my_day.words import context, greeting, lines, nothing_urgent, transition
from views.pages.page import Page
from views.texts import t
from views.widgets.basics import boxed, button, column, label
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.key_hints import key_hints
from views.widgets.page_header import PageHeader
from views.widgets.rows import Row, RowList
from views.widgets.scroll import ScrollColumn
from views.widgets.split import WithInspector
from views.workspace import Workspace


class MyDayPage(Page):
    """Read again when something changed, and on a new day: the night turns «i dag» into «over fristen»."""

    title = "my_day.title"
    help = "my_day"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._everyone = button(t("my_day.everyone"), "family", run=self.reload)
        self._everyone.setCheckable(True)
        self._details = button(t("my_day.transitions"), "flag", run=lambda: self._split.toggle())
        note = button(t("journal.new"), "pen", run=self._new_note)
        self._header = PageHeader(t(self.title), actions=[self._everyone, self._details, note])
        self._rows = RowList(t("my_day.list"))
        self._rows.opened.connect(self._open)
        self._rows.ticked.connect(lambda row: tick_off(self, row.value))
        self._rows.pressed_key.connect(self._pressed)
        self._empty: QWidget | None = None
        self._list = Card(margins=(6, 4, 6, 6), gap=0).add(self._rows)
        self._transitions = RowList(t("my_day.transitions"), fit=True)
        self._transitions.opened.connect(self._open_family)
        self._side = Card(t("my_day.transitions"), icon_name="flag", gap=4, margins=(8, 14, 8, 10))
        self._no_transitions = label(t("my_day.no_transitions"), "body", "muted", wrap=True)
        self._side.add(self._transitions, self._no_transitions)
        # A box around the scroll area keeps the inspector's width: the area itself sets its own least width.
        side = boxed(column(ScrollColumn(column(self._side, None))))
        self._split = WithInspector(self._list, side)
        self._split.folded.connect(self._folded)
        self.body.addWidget(self._header)
        self.body.addWidget(self._split, 1)
        self.body.addWidget(_hints())
        self._details.hide()
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        """Anything may open or close a loose end, but for half-typed text."""
        return any(change.record is not FormDraft for change in changes.changes)

    def reload(self) -> None:
        """Read what is due and stay at the chosen row."""
        today = self._read_on = self.workspace.today()
        found = self.workspace.read(day, self.workspace.staff_id, today, self._everyone.isChecked())
        self._everyone.setVisible(found.may_see_all)
        self._header.set_title(greeting(found.name, self.workspace.now()))
        self._header.set_context(context(found, today))
        self._rows.show_rows(lines(found, today))
        self._rows.setVisible(bool(found.rows))
        self._show_empty(found)
        self._transitions.show_rows([transition(row, today) for row in found.transitions])
        self._transitions.setVisible(bool(found.transitions))
        self._no_transitions.setVisible(not found.transitions)
        self.counted.emit(found.need_today(today))

    def show_now(self) -> None:
        super().show_now()
        if self._read_on != self.workspace.today():
            self.reload()

    def place(self) -> Place:
        chosen = self._rows.current()
        return {"row": str(chosen.id) if chosen else "", "everyone": self._everyone.isChecked()}

    def go_to(self, place: Place) -> None:
        """Back to the same row."""
        if bool(place.get("everyone")) != self._everyone.isChecked() and "everyone" in place:
            self._everyone.setChecked(bool(place["everyone"]))
            self.reload()
        if place.get("row"):
            self._rows.choose(place["row"])

    def commands(self) -> list[Command]:
        return [Command("my_day.transitions", "my_day.show_transitions", "Ctrl+I", self._split.toggle, icon="flag")]

    def first_focus(self) -> QWidget:
        return self._rows

    def _show_empty(self, found: Day) -> None:
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if not found.rows:
            self._empty = EmptyState("sun", t("my_day.nothing"), nothing_urgent(found))
            self._list.add(self._empty)

    def _folded(self, folded: bool) -> None:
        self._details.setVisible(folded)

    def _open(self, row: Row) -> None:
        if isinstance(due := row.value, DueRow):
            self.navigator.open("family", **place_in_family(due.family_id, due.tab, due.kind, due.item))

    def _open_family(self, row: Row) -> None:
        if isinstance(coming := row.value, TransitionRow):
            self.navigator.open("family", id=str(coming.family_id), tab="overview", item=str(coming.person_id))

    def _new_note(self) -> None:
        open_note_panel(self.window(), self.workspace)

    def _pressed(self, row: Row, letter: str) -> None:
        if letter == "U":
            put_off(self, row.value)


def _hints() -> QWidget:
    keys_do = [("↑↓", "choose"), ("Enter", "open"), (t("kit.key.space"), "done"), ("U", "postpone")]
    return key_hints([(keys, t(f"my_day.key.{does}")) for keys, does in keys_do])
