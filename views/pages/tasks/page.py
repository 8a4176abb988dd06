# SPDX-License-Identifier: MIT
"""Oppgaver: every open task of one's families, by deadline, family or who; what waits for others stands apart."""

from PySide6.QtWidgets import QWidget

from models.queries.tasks import OpenTasks, TaskRow, open_tasks, postponements_of
from models.records.draft import FormDraft
from models.values.changes import ChangeSet
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.family.places import stop_for
from views.pages.page import Page
from views.pages.tasks.acts import Chosen, TaskActs
from views.pages.tasks.detail import TaskCard
from views.pages.tasks.reminding import remind
from views.pages.tasks.task_panel import open_task_panel
from views.pages.tasks.words import ORDERS, found_by, lines, what
from views.texts import t
from views.widgets.basics import announce, boxed, button, column, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.empty_state import EmptyState
from views.widgets.key_hints import key_hints
from views.widgets.page_header import PageHeader
from views.widgets.rows import RowList
from views.widgets.scroll import ScrollColumn
from views.widgets.search_field import SearchField
from views.widgets.split import WithInspector
from views.workspace import Workspace


class TasksPage(Page):
    """Space, U, V and Del on a row; Enter opens where the task belongs, F2 mends it."""

    title = "tasks.title"
    help = "tasks"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._found, self._acts = OpenTasks(()), TaskActs(self)
        self._everyone = button(t("my_day.everyone"), "family", run=self.reload)
        self._everyone.setCheckable(True)
        self._details = button(t("tasks.chosen"), "task", run=lambda: self._split.toggle())
        new = button(t("tasks.new"), "plus", "primary", self._new)
        self._header = PageHeader(t(self.title), actions=[self._everyone, self._details, new])
        self._rows = RowList(t("tasks.list"))
        self._rows.opened.connect(lambda line: self._go(line.value))
        self._rows.ticked.connect(lambda line: self._acts.toggle(_chosen(line.value)))
        self._rows.pressed_key.connect(lambda line, letter: self._acts.key(_chosen(line.value), letter))
        self._rows.moved.connect(lambda _line: self._show_chosen())
        self._search = SearchField(t("tasks.search"), t("tasks.search_in"), self._rows)
        self._search.searched.connect(self._typed)
        self._orders = ChipGroup(t("tasks.order"), [(one, t(f"tasks.by.{one}")) for one in ORDERS])
        self._orders.chosen.connect(lambda _order: self._show())
        self._empty = EmptyState("task", t("tasks.none"), t("tasks.none_hint"), t("tasks.new"), self._new, "plus")
        self._no_hits = EmptyState("search", t("tasks.no_hits"), t("tasks.no_hits_hint"))
        self._list = Card(margins=(6, 4, 6, 6), gap=0).add(self._rows, self._empty, self._no_hits)
        self._card = TaskCard(self._acts, self._go, lambda task: remind(self, task))
        self._split = WithInspector(self._list, boxed(column(ScrollColumn(column(self._card, None)))))
        self._split.folded.connect(self._details.setVisible)
        line = row(self._search, self._orders, gap=12)
        line.setStretchFactor(self._search, 4)
        line.setStretchFactor(self._orders, 5)
        self.body.addWidget(self._header)
        self.body.addLayout(line)
        self.body.addWidget(self._split, 1)
        self.body.addWidget(_hints())
        self._details.hide()
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return any(change.record is not FormDraft for change in changes.changes)

    def reload(self) -> None:
        """Read the tasks again and stay at the chosen one."""
        self._found = self.workspace.read(open_tasks, self.workspace.staff_id, self._everyone.isChecked())
        self._everyone.setVisible(self._found.may_see_all)
        late = sum(one.due_on is not None and one.due_on < self.workspace.today() for one in self._found.rows)
        count = t("tasks.count", n=len(self._found.rows))
        self._header.set_context(" · ".join(filter(None, (count, t("tasks.late", n=late) if late else ""))))
        due = sum(one.due_on is not None and one.due_on <= self.workspace.today() for one in self._found.rows)
        self.counted.emit(due)
        self._show()

    def place(self) -> Place:
        chosen = self._rows.current()
        return {
            "task": str(chosen.id) if chosen else "",
            "order": self._orders.value() or ORDERS[0],
            "text": self._search.text(),
            "everyone": self._everyone.isChecked(),
        }

    def go_to(self, place: Place) -> None:
        """Back to the same row, or to the task another page asked for."""
        everyone, order, text = place.get("everyone"), place.get("order"), place.get("text", "")
        if isinstance(everyone, bool) and everyone != self._everyone.isChecked():
            self._everyone.setChecked(everyone)
            self.reload()
        if isinstance(order, str) and order in ORDERS and order != self._orders.value():
            self._orders.choose(order)
            self._show()
        if place.get("task") and text != self._search.text():
            self._search.setText(str(text))
        if place.get("task"):
            self._rows.choose(str(place["task"]))

    def commands(self) -> list[Command]:
        return [
            Command("tasks.search", "tasks.search", "Ctrl+F", self._search.take, icon="search"),
            Command("tasks.details", "tasks.show_details", "Ctrl+I", self._split.toggle, icon="task"),
            Command("tasks.edit", "tasks.mend", "F2", self._edit, lambda: self._current() is not None, "pen"),
        ]

    def first_focus(self) -> QWidget:
        return self._rows if self._found.rows else self._search

    def _typed(self, _text: str) -> None:
        self._show()
        announce(self._search, t("tasks.count", n=len(self._hits())))

    def _hits(self) -> list[TaskRow]:
        typed = self._search.text().strip()
        return [one for one in self._found.rows if not typed or found_by(one, typed)]

    def _show(self) -> None:
        hits = self._hits()
        self._rows.show_rows(lines(hits, self._orders.value() or ORDERS[0], self.workspace.today()))
        self._rows.setVisible(bool(hits))
        self._empty.setVisible(not self._found.rows)
        self._no_hits.setVisible(bool(self._found.rows) and not hits)
        self._show_chosen()

    def _current(self) -> TaskRow | None:
        line = self._rows.current() if self._rows.isVisibleTo(self) else None
        return line.value if line is not None and isinstance(line.value, TaskRow) else None

    def _show_chosen(self) -> None:
        task = self._current()
        if task is None:
            self._card.show_nothing()
            return
        put_off = self.workspace.read(postponements_of, task.id) if task.postponed else ()
        self._card.show_task(task, put_off, self.workspace.today())

    def _edit(self) -> None:
        if (task := self._current()) is not None:
            self._acts.edit(_chosen(task))

    def _new(self) -> None:
        open_task_panel(self.window(), self.workspace)

    def _go(self, task: object) -> None:
        if isinstance(task, TaskRow):
            page, place = place_of(task)
            self.navigator.open(page, **place)


def place_of(task: TaskRow) -> tuple[str, Place]:
    """Where a task belongs: the meeting it was agreed in, the avgjørelse it follows, or the family."""
    if task.meeting_id is not None:
        item = {"item": str(task.item_id)} if task.item_id else {}
        return "meeting", {"id": str(task.meeting_id), **item}
    if task.determination_id is not None:
        return stop_for(task.family_id, "right", "determination", task.determination_id)
    return stop_for(task.family_id, "overview", "task", task.id)


def _chosen(task: object) -> Chosen:
    assert isinstance(task, TaskRow)
    return Chosen(task.id, task.family_id, what(task.what))


def _hints() -> QWidget:
    keys_do = {"Enter": "open", t("kit.key.space"): "finish", "U": "postpone", "V": "wait", "Del": "drop", "F2": "edit"}
    return key_hints([(keys, t(f"tasks.key.{does}")) for keys, does in keys_do.items()])
