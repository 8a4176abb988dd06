# SPDX-License-Identifier: MIT
"""Min dag: what is over its deadline, due today and soon, or waits; Enter opens the exact place."""

from PySide6.QtWidgets import QWidget

from models.queries.due import Day, day
from models.queries.due_row import DueRow, TransitionRow
from models.queries.next_meeting import NextMeeting
from models.records.draft import FormDraft
from models.values.changes import ChangeSet
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.family.places import place_in_family, stop_for
from views.pages.journal.note_panel import open_note_panel
from views.pages.my_day.follow_up import DayActs
from views.pages.my_day.side import Side
from views.pages.my_day.words import context, greeting, lines, nothing_urgent
from views.pages.page import Page
from views.pages.tasks.task_panel import open_task_panel
from views.texts import t
from views.widgets.basics import boxed, button, column
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.key_hints import key_hints
from views.widgets.page_header import PageHeader
from views.widgets.rows import RowList
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
        self._details = button(t("my_day.details"), "flag", run=lambda: self._split.toggle())
        note = button(t("journal.new"), "pen", run=lambda: open_note_panel(self.window(), workspace))
        task = button(t("tasks.new"), "plus", run=lambda: open_task_panel(self.window(), workspace))
        self._header = PageHeader(t(self.title), actions=[self._everyone, self._details, note, task])
        self._rows, self._acts = RowList(t("my_day.list")), DayActs(self)
        self._rows.opened.connect(lambda line: self._open(line.value))
        self._rows.ticked.connect(lambda line: self._acts.tick_off(line.value, line.title))
        self._rows.pressed_key.connect(lambda line, letter: self._acts.key(line.value, letter, line.title))
        self._empty: QWidget | None = None
        self._list = Card(margins=(6, 4, 6, 6), gap=0).add(self._rows)
        self._side = Side(self._open_meeting, lambda: navigator.open("meetings", kind="transitions"))
        self._side.opened.connect(self._open)
        # A box around the scroll area keeps the inspector's width: the area itself sets its own least width.
        self._split = WithInspector(self._list, boxed(column(self._side)))
        self._split.folded.connect(self._details.setVisible)
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
        now, everyone = self.workspace.now(), self._everyone.isChecked()
        found = self.workspace.read(day, self.workspace.staff_id, today, everyone, now)
        self._everyone.setVisible(found.may_see_all)
        self._header.set_title(greeting(found.name, now))
        self._header.set_context(context(found, today))
        self._rows.show_rows(lines(found, today))
        self._rows.setVisible(bool(found.rows or found.silent))
        self._show_empty(found)
        self._side.show_day(found, now)
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
        return [Command("my_day.details", "my_day.show_details", "Ctrl+I", self._split.toggle, icon="flag")]

    def first_focus(self) -> QWidget:
        return self._rows

    def _show_empty(self, found: Day) -> None:
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if not (found.rows or found.silent):
            self._empty = EmptyState("sun", t("my_day.nothing"), nothing_urgent(found))
            self._list.add(self._empty)

    def _open(self, due: object) -> None:
        """The exact place: the task, the meeting, the consent, and not only the family."""
        if isinstance(due, TransitionRow):
            place = place_in_family(due.family_id, "overview", "transition", due.person_id)
            self.navigator.open("family", **place)
        elif isinstance(due, DueRow):
            page, place = stop_for(due.family_id, due.tab, due.kind, due.item)
            everyone = {"everyone": True} if page == "tasks" and self._everyone.isChecked() else {}
            self.navigator.open(page, **place, **everyone)

    def _open_meeting(self, meeting: NextMeeting) -> None:
        self.navigator.open("meeting", id=str(meeting.id))


def _hints() -> QWidget:
    keys_do = [("↑↓", "choose"), ("Enter", "open"), (t("kit.key.space"), "done"), ("U", "postpone")]
    return key_hints([(keys, t(f"my_day.key.{does}")) for keys, does in keys_do])
