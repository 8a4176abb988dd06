# SPDX-License-Identifier: MIT
"""Job (d) of the design by keyboard alone: Min dag stands there after unlock, and each thing takes one key or two."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.queries.tasks import task_of
from models.records.consent import Consent, ConsentKind
from models.records.meeting import MeetingState, TeamMeeting
from models.records.note import ContactNote
from models.records.task import TaskState
from models.values.dates import OSLO
from models.work.tasks import TaskDraft, add_task
from tests.eye import Eye, settle
from tests.views.screen import Settings
from views.main_window import MainWindow
from views.pages.family.page import FamilyPage
from views.pages.meeting.page import MeetingPage
from views.pages.my_day.page import MyDayPage
from views.pages.tasks.page import TasksPage

LIST = "Dette trenger deg"
PAGES = {"my_day": MyDayPage, "tasks": TasksPage, "family": FamilyPage, "meeting": MeetingPage}


class Keys:
    """Presses keys where the focus is, and counts them; what is typed does not count (design § 9)."""

    def __init__(self, window):
        self.window, self.pressed = window, 0

    def press(self, keys, times=1):
        for _ in range(times):
            self.pressed += 1
            QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))
            settle()

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)
        settle()

    def taken(self):
        """How many keys since the last time it was asked."""
        count, self.pressed = self.pressed, 0
        return count


@pytest.fixture
def tasks(desk, story):
    """Three families with something each: two tasks, an appointment to call, a consent that ends, a meeting."""
    today = desk.today()
    haugen = story.family("Haugen").child("Emil", born_on=date(2016, 4, 14)).adult("Anne")
    lunde = story.family("Lunde").child("Nora", born_on=date(2019, 1, 10))
    berg = story.family("Berg").child("Jonas", born_on=date(2014, 7, 2))
    values = {"staff_id": desk.staff_id}
    late = desk.do(add_task, haugen.id, TaskDraft(what="Ring PPT", due_on=today - timedelta(days=4), **values))
    now = desk.do(add_task, lunde.id, TaskDraft(what="Søk om SFO", due_on=today, **values))
    at = datetime(2026, 3, 2, 10, tzinfo=OSLO)
    said = {"author_id": desk.staff_id, "at": at, "text": "Ringte.", "agreed": "Hør hvordan det går"}
    story.add(ContactNote(family_id=berg.id, next_on=today, **said))
    given = {"asked_on": date(2025, 4, 1), "given_on": date(2025, 4, 1), "expires_on": today + timedelta(days=5)}
    story.add(Consent(family_id=berg.id, child_id=berg.children[0], kind=ConsentKind.CARE_TEAM, **given))
    tomorrow, state = datetime(2026, 3, 17, 10, tzinfo=OSLO), MeetingState.INVITED
    story.add(TeamMeeting(family_id=haugen.id, starts_at=tomorrow, state=state, invited_on=date(2026, 3, 2)))
    return {"late": late, "now": now}


@pytest.fixture
def day(qtbot, workspace, tasks):
    window = MainWindow(workspace, PAGES, Settings())
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    window.start("my_day")
    window.activateWindow()
    settle()
    return window, Eye(window), Keys(window)


def chosen(window):
    return window.stage.page().place()["row"]


def test_the_day_stands_there_with_the_focus_in_the_list_after_no_key_at_all(day):
    window, eye, keys = day
    assert (window.stage.name(), eye.focus(), keys.taken()) == ("my_day", LIST, 0)
    heads = [row for row in eye.rows(LIST) if ", " not in row]
    assert heads == ["Over fristen", "I dag", "De neste sju dagene"]
    assert "Ring PPT" in eye.rows(LIST)[1]
    assert eye.sees("Ansvarsgruppe for familien Haugen")


def test_enter_opens_the_exact_place_and_alt_left_returns_to_the_same_row(day, tasks):
    window, eye, keys = day
    for steps, page, there in (
        (0, "tasks", "Ring PPT"),
        (1, "family", "Hør hvordan det går"),
        (2, "tasks", "Søk om SFO"),
    ):
        keys.press("Down", steps)
        row = chosen(window)
        keys.taken()
        keys.press("Return")
        assert (window.stage.name(), keys.taken()) == (page, 1)
        assert eye.says(there)
        keys.press("Alt+Left")
        assert (window.stage.name(), chosen(window), eye.focus()) == ("my_day", row, LIST)
        keys.press("Home")
    assert keys.taken() <= 3


def test_a_meeting_is_opened_and_left_by_one_key_wherever_it_is_led_to_from(day, desk, story):
    window, eye, keys = day
    moe = story.family("Moe").child("Ida", born_on=date(2015, 5, 5))
    values = {"starts_at": datetime(2026, 3, 22, 10, tzinfo=OSLO), "child_view_by": desk.today()}
    meeting = story.add(TeamMeeting(family_id=moe.id, **values))
    settle()
    for row in (f"invite/{meeting}", f"child_view/{meeting}", f"meeting/{meeting}"):
        window.stage.page().go_to({"row": row})
        assert chosen(window) == row
        keys.press("Return")
        assert window.stage.name() in ("family", "meeting")
        keys.press("Alt+Left")
        assert (row, window.stage.name(), chosen(window), eye.focus()) == (row, "my_day", row, LIST)
        window.stage.navigator.open("family", id=str(moe.id), tab="care_team", item=str(meeting))
        assert window.stage.page().place()["tab"] == "plan_meeting"
        keys.press("Alt+Left")
        assert (window.stage.name(), chosen(window)) == ("my_day", row)


def test_space_is_done_u_puts_off_and_ctrl_z_takes_either_back(day, desk, tasks):
    window, eye, keys = day
    keys.press("Space")
    assert keys.taken() == 1
    assert desk.read(task_of, tasks["late"]).state is TaskState.DONE
    keys.press("Ctrl+Z")
    assert desk.read(task_of, tasks["late"]).state is TaskState.OPEN
    assert "Ring PPT" in eye.rows(LIST)[1]
    keys.taken()
    window.stage.page().go_to({"row": f"task/{tasks['now']}"})
    keys.press("U")
    keys.press("N")
    keys.press("Tab")
    keys.type("Skjemaet er ikke ute ennå")
    keys.press("Ctrl+Return")
    assert keys.taken() == 4
    assert desk.read(task_of, tasks["now"]).due_on == desk.today() + timedelta(days=7)
    assert eye.focus() == LIST
    keys.press("Ctrl+Z")
    assert (desk.read(task_of, tasks["now"]).due_on, desk.read(task_of, tasks["now"]).postponed) == (desk.today(), 0)


def test_nothing_disappears_without_a_way_back_and_the_focus_stays_in_the_list(day, desk, tasks):
    _, eye, keys = day
    before = eye.rows(LIST)
    keys.press("Space")
    keys.press("Space")
    assert eye.focus() == LIST
    keys.press("Ctrl+Z", 2)
    assert eye.rows(LIST) == before


def test_the_cards_beside_the_list_begin_at_the_same_line(day):
    window, eye, _ = day
    heads = [eye.find(QAccessible.Role.StaticText, head) for head in ("Neste møte", "Overganger", "Samtykker")]
    assert len({head.mapTo(window, QPoint()).x() for head in heads}) == 1
