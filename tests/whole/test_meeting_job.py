# SPDX-License-Identifier: MIT
"""The second job of the design by keyboard alone: from Min dag on the day of the meeting to printed copies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from desktop.letterpress import ReportLetterpress
from models.queries.minutes_content import content_of, newest_version
from models.records.consent import Sharing
from models.records.meeting import MinutesState
from models.records.task import Task
from tests.eye import LIST, Eye, settle
from tests.stand_ins import Paper
from tests.views.screen import Settings, dress
from tests.work.meeting_room import MeetingRoom
from views.letterpress import use_letterpress
from views.main_window import MainWindow
from views.pages.family.page import FamilyPage
from views.pages.meeting.copies import CopiesPage
from views.pages.meeting.page import MeetingPage
from views.pages.my_day.page import MyDayPage
from views.printing import use_printing

pytestmark = pytest.mark.slow
CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = {"my_day": MyDayPage, "family": FamilyPage, "meeting": MeetingPage, "minutes_copies": CopiesPage}
# design/README § 9 (b), from the day of the meeting: Enter on Min dag, «Ferdigstill referatet», «Skriv ut n kopier»
DESIGNED = 3


class Hands:
    """Two hands on a keyboard; `fixed` counts what the job asks of everybody, not typing, people and items."""

    def __init__(self):
        self.fixed = 0

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier, fixed=False):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        settle()
        self.fixed += fixed

    def tab_to(self, name, eye):
        """Tab until this has the focus."""
        for _ in range(60):
            if eye.focus() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r}")

    def back_tab_to(self, name, eye):
        """Shift+Tab until this has the focus."""
        for _ in range(60):
            if eye.focus() == name:
                return
            self.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        raise AssertionError(f"Shift+Tab never comes to {name!r}")

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)
        settle()


@pytest.fixture
def room(desk, story):
    return MeetingRoom(desk, story)


@pytest.fixture
def paper():
    way = Paper()
    use_printing(way)
    use_letterpress(ReportLetterpress())
    return way


def choose_meeting(eye, hands):
    """The row of the meeting on Min dag, by the arrows."""
    view = eye.find(LIST, "Dette trenger deg")
    for _ in range(view.model().rowCount()):
        if str(view.currentIndex().data()).startswith("Møte i ansvarsgruppa"):
            return
        hands.press(Qt.Key.Key_Down)


def everybody_comes(eye, hands):
    """Space on each chip, with arrows between; the last one stays away."""
    hands.back_tab_to("Vara og kopi", eye)
    hands.back_tab_to("Ingrid Bakken, koordinator", eye)
    for name in ("Ingrid Bakken, koordinator", "Siv Dahl, Avlastningsboligen", "Are Strand, NAV Mellomvik"):
        hands.back_tab_to(name, eye)
        hands.press(Qt.Key.Key_Space)
    for name in ("Liv Moe, Fjordvik vgs.", "Anne Haugen", "Emil Haugen"):
        hands.back_tab_to(name, eye)
        hands.press(Qt.Key.Key_Space)


def hold_the_meeting(eye, hands):
    """Who is there, what is said on two items, and two tasks made of their lines."""
    hands.type("Jeg vil jobbe med biler.")
    everybody_comes(eye, hands)
    hands.tab_to("Referat", eye)
    hands.tab_to("Barnets syn", eye)
    hands.type("Det blir bra.")
    for _ in range(2):
        hands.press(Qt.Key.Key_Down, CONTROL)
    hands.tab_to("Referat", eye)
    hands.type("NAV har snakket med verkstedet.")
    hands.press(Qt.Key.Key_Tab)
    hands.type("NAV sender avtale 15.4.")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.press(Qt.Key.Key_End, CONTROL)
    hands.press(Qt.Key.Key_Return)
    hands.type("Liv Moe tilpasser fagplanen om 2 uker")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert [row.partition(",")[0] for row in eye.rows("Oppgaver fra møtet")] == ["Sende avtale", "Tilpasse fagplanen"]


def test_from_min_dag_to_printed_copies_by_keyboard_alone(workspace, qapp, qtbot, room, desk, paper):
    dress(qapp)
    window, hands = MainWindow(workspace, PAGES, Settings()), Hands()
    eye = Eye(window)
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    window.activateWindow()
    settle()
    window.start("my_day")
    settle()
    choose_meeting(eye, hands)
    hands.press(Qt.Key.Key_Return, fixed=True)
    assert eye.says("Møte i ansvarsgruppa")
    assert eye.focus() == "Referat"
    hold_the_meeting(eye, hands)
    hands.back_tab_to("Ferdigstill referatet", eye)
    hands.press(Qt.Key.Key_Space, fixed=True)
    assert desk.read(newest_version, room.meeting_id).state is MinutesState.SENT
    assert eye.says("Kopier av referatet")
    assert eye.focus() == "Skriv ut 5 kopier"
    hands.press(Qt.Key.Key_Space, fixed=True)
    settle()
    assert hands.fixed == DESIGNED
    assert (paper.asked, len(paper.printed)) == (1, 5)
    assert len(desk.read(lambda session: list(session.exec(select(Sharing))))) == 5
    assert len(desk.read(lambda session: list(session.exec(select(Task))))) == 2
    said = {item.title: item for item in desk.read(content_of, room.meeting_id).items}
    assert said["Emil forteller"].child_view == "Det blir bra."
    assert window.windowTitle() == "Laget"
