# SPDX-License-Identifier: MIT
"""The open tasks of the family on its first page: done, put off and dropped as in Oppgaver."""

from models.queries.tasks import TaskRow, tasks_of
from views.navigation import Place
from views.pages.family.reading_only import may_write
from views.pages.family.tab import FamilyTab
from views.pages.tasks.acts import Chosen, TaskActs
from views.pages.tasks.task_panel import open_task_panel
from views.pages.tasks.words import line, what
from views.texts import t
from views.widgets.basics import button, label, relabel, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList

MOST = 5


class FamilyTasksCard(Card):
    """The nearest few; Enter opens the task where all of it stands."""

    def __init__(self, tab: FamilyTab) -> None:
        super().__init__(t("tasks.title"), icon_name="task", margins=(8, 12, 8, 8), gap=2)
        self._tab, self._acts = tab, TaskActs(tab)
        self._rows = RowList(t("tasks.title"), fit=True, marks=False)
        self._rows.opened.connect(lambda found: self._open(found.value))
        self._none = label(t("tasks.none_here"), "body", "muted", wrap=True)
        self._none.setContentsMargins(8, 0, 8, 0)
        self._more = button("", "right", "flat", self._all)
        self._new_task = button(t("tasks.new"), "plus", "flat", self._new)
        self.add(self._none, self._rows, row(self._new_task, self._more, None))
        self._writes = may_write(tab.workspace)
        if self._writes:
            self._rows.ticked.connect(lambda found: self._acts.toggle(_chosen(found.value)))
            self._rows.pressed_key.connect(lambda found, letter: self._acts.key(_chosen(found.value), letter))

    def reload(self, may_edit: bool) -> None:
        """Read them again; a closed family with none left has no card."""
        self._new_task.setVisible(may_edit and self._writes)
        found = [one for one in self._tab.workspace.read(tasks_of, self._tab.family_id) if one.is_open]
        today = self._tab.workspace.today()
        self._rows.show_rows([line(one, today, with_family=False) for one in found[:MOST]])
        self._rows.setVisible(bool(found))
        self._none.setVisible(not found)
        relabel(self._more, t("tasks.all_of_them", n=len(found)))
        self._more.setVisible(len(found) > MOST)
        self.setVisible(may_edit or bool(found))

    def go_to(self, place: Place) -> None:
        """To a task, when a list elsewhere led here."""
        if place.get("item"):
            self._rows.choose(str(place["item"]))

    def _open(self, task: object) -> None:
        if isinstance(task, TaskRow):
            self._tab.navigator.open("tasks", task=str(task.id))

    def _all(self) -> None:
        first = self._rows.current()
        self._tab.navigator.open("tasks", order="family", **({"task": str(first.id)} if isinstance(first, Row) else {}))

    def _new(self) -> None:
        open_task_panel(self._tab.window(), self._tab.workspace, self._tab.family_id)


def _chosen(task: object) -> Chosen:
    assert isinstance(task, TaskRow)
    return Chosen(task.id, task.family_id, what(task.what))
