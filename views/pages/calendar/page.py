# SPDX-License-Identifier: MIT
"""Møter og frister: meetings, deadlines and transitions by week, and one's own meetings as a file for a calendar."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from models.queries.calendar_weeks import MeetingLine, Weeks, weeks
from models.queries.due_row import DueRow, TransitionRow
from models.queries.meeting_calendar import own_calendar
from models.records.draft import FormDraft
from models.values.changes import ChangeSet
from models.values.date_words import day_and_month
from models.values.dates import add_years
from models.values.trouble import Trouble
from views.commands import Command
from views.letterpress import letterpress
from views.navigation import Navigator, Place
from views.pages.calendar.words import KINDS, count, lines
from views.pages.care_team.new_meeting import meeting_command
from views.pages.family.places import place_in_family, stop_for
from views.pages.page import Page
from views.printing import printing
from views.refused import said
from views.texts import language, t
from views.widgets.basics import button, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.empty_state import EmptyState
from views.widgets.key_hints import key_hints
from views.widgets.page_header import PageHeader
from views.widgets.rows import RowList
from views.workspace import Workspace

SPAN = timedelta(weeks=8)


class CalendarPage(Page):
    """Eight weeks at a time from Monday this week; Enter opens the exact place."""

    title = "calendar_page.title"
    help = "meetings"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._found = Weeks((), (), (), False)
        self._first = self._monday()
        self._everyone = button(t("my_day.everyone"), "family", run=self.reload)
        self._everyone.setCheckable(True)
        export = button(t("calendar_page.export"), "download", run=self._export)
        new = button(t("care_team.plan"), "plus", "primary", meeting_command(workspace, navigator).run)
        self._header = PageHeader(t(self.title), actions=[self._everyone, export, new])
        self._chips = ChipGroup(t("calendar_page.filter"), [(kind, "") for kind in KINDS])
        self._chips.chosen.connect(lambda _kind: self._show())
        former = button("", "left", run=lambda: self._move(-SPAN), spoken=t("calendar_page.former"))
        self._now = button(t("calendar_page.now"), run=lambda: self._begin(self._monday()))
        later = button("", "right", run=lambda: self._move(SPAN), spoken=t("calendar_page.later"))
        self._rows = RowList(t(self.title))
        self._rows.opened.connect(lambda line: self._open(line.value))
        self._empty = EmptyState("calendar", t("calendar_page.none"), t("calendar_page.none_hint"))
        across = row(self._chips, former, self._now, later)
        across.setStretchFactor(self._chips, 1)
        self.body.addWidget(self._header)
        self.body.addLayout(across)
        self.body.addWidget(Card(margins=(6, 4, 6, 6), gap=0).add(self._rows, self._empty), 1)
        self.body.addWidget(_hints())
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return any(change.record is not FormDraft for change in changes.changes)

    def reload(self) -> None:
        """Read the weeks in view again."""
        today, last = self.workspace.today(), self._first + SPAN - timedelta(days=1)
        everyone = self._everyone.isChecked()
        self._found = self.workspace.read(weeks, self.workspace.staff_id, today, self._first, last, everyone)
        self._everyone.setVisible(self._found.may_see_all)
        days = {"first": day_and_month(self._first, language()), "last": day_and_month(last, language())}
        self._header.set_context(t("calendar_page.span", **days, year=last.year))
        for kind in KINDS:
            self._chips.set_text(kind, t(f"calendar_page.chip.{kind}", count=count(self._found, kind)))
        self._now.setEnabled(self._first != self._monday())
        self._show()

    def place(self) -> Place:
        chosen = self._rows.current()
        return {
            "row": str(chosen.id) if chosen else "",
            "kind": self._chips.value() or KINDS[0],
            "first": self._first.isoformat(),
            "everyone": self._everyone.isChecked(),
        }

    def go_to(self, place: Place) -> None:
        """Back to the same weeks and row."""
        first, kind, everyone = place.get("first"), place.get("kind"), place.get("everyone")
        if isinstance(everyone, bool) and everyone != self._everyone.isChecked():
            self._everyone.setChecked(everyone)
            self.reload()
        if isinstance(first, str) and first and date.fromisoformat(first) != self._first:
            self._begin(date.fromisoformat(first))
        if isinstance(kind, str) and kind in KINDS and kind != self._chips.value():
            self._chips.choose(kind)
            self._show()
        if place.get("row"):
            self._rows.choose(place["row"])

    def commands(self) -> list[Command]:
        return [
            Command("calendar.former", "calendar_page.former", "Ctrl+PgUp", lambda: self._move(-SPAN), icon="left"),
            Command("calendar.later", "calendar_page.later", "Ctrl+PgDown", lambda: self._move(SPAN), icon="right"),
            Command("calendar.export", "calendar_page.export", run=self._export, icon="download"),
        ]

    def first_focus(self) -> QWidget:
        return self._rows

    def _monday(self) -> date:
        today = self.workspace.today()
        return today - timedelta(days=today.weekday())

    def _begin(self, first: date) -> None:
        self._first = first
        self.reload()

    def _move(self, span: timedelta) -> None:
        self._begin(self._first + span)
        self._rows.choose_first()

    def _show(self) -> None:
        made = lines(self._found, self._chips.value() or KINDS[0], self.workspace.today())
        self._rows.show_rows(made)
        self._rows.setVisible(bool(made))
        self._empty.setVisible(not made)

    def _open(self, one: object) -> None:
        if isinstance(one, MeetingLine):
            self.navigator.open("meeting", id=str(one.id))
        elif isinstance(one, TransitionRow):
            self.navigator.open("family", **place_in_family(one.family_id, "overview", "transition", one.person_id))
        elif isinstance(one, DueRow):
            page, place = stop_for(one.family_id, one.tab, one.kind, one.item)
            self.navigator.open(page, **place)

    def _export(self) -> None:
        """A year of one's own meetings: when and where, and nobody's name."""
        desk = self.workspace
        last = add_years(desk.today(), 1)
        events = desk.read(own_calendar, desk.staff_id, desk.today(), last, language(), desk.now())
        if not events:
            self.done.emit(t("calendar_page.nothing_to_export"), None)
            return
        try:
            kept = printing().save(self, letterpress().calendar(events), t("calendar_page.file"), ".ics")
        except Trouble as trouble:
            self.done.emit(said(trouble), None)
            return
        if kept is not None:
            self.done.emit(t("calendar_page.exported", n=len(events)), None)


def _hints() -> QWidget:
    keys_do = {"↑↓": "my_day.key.choose", "Enter": "my_day.key.open", "Ctrl+PgDn": "calendar_page.key_later"}
    return key_hints([(keys, t(does)) for keys, does in keys_do.items()])
