# SPDX-License-Identifier: MIT
"""Every page, over a vault with all the practice families: it can be seen, heard, reached and helped with."""

import shutil

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from desktop.letterpress import ReportLetterpress
from desktop.workspace import Person, Workspace
from models.records.family import Family
from models.records.meeting import TeamMeeting
from models.records.staff import Staff
from models.store.vault import open_vault
from models.values.act import Role
from resources import path
from tests import tree
from tests.eye import TABLE, settle
from tests.views.rules import faults
from tests.views.screen import Settings, dress
from views.letterpress import use_letterpress
from views.main_window import MainWindow
from views.pages.calendar.page import CalendarPage
from views.pages.families.page import FamiliesPage
from views.pages.family.page import FamilyPage
from views.pages.meeting.copies import CopiesPage
from views.pages.meeting.page import MeetingPage
from views.pages.my_day.page import MyDayPage
from views.pages.new_family.page import NewFamilyPage
from views.pages.services.page import ServicesPage
from views.pages.tasks.page import TasksPage

# on the worker that makes the practice vault
pytestmark = pytest.mark.slow
PASSPHRASE = tree.table(path("demo", "mellomvik.toml"))["passphrase"]
PAGES = {
    "my_day": MyDayPage,
    "meetings": CalendarPage,
    "tasks": TasksPage,
    "families": FamiliesPage,
    "new_family": NewFamilyPage,
    "family": FamilyPage,
    "services": ServicesPage,
    "meeting": MeetingPage,
    "minutes_copies": CopiesPage,
}
OF_MEETING = ("meeting", "minutes_copies")
TABS = (
    *("overview", "right", "consents", "family_services", "care_team", "plan_meeting"),
    *("journal", "documents", "access_log"),
)
STOPS = ("my_day", "meetings", "tasks", "families", "new_family", "services", *OF_MEETING, *TABS)


@pytest.fixture(scope="module")
def practice(demo, tmp_path_factory):
    """A copy of the practice vault, open, and who works in it."""
    folder = tmp_path_factory.mktemp("practice") / "hvelv"
    shutil.copytree(demo[0] / "hvelv", folder)
    vault = open_vault(folder, bytearray(PASSPHRASE, "utf-8"))
    with vault.database.reading() as session:
        staff = session.exec(select(Staff)).first()
        person = Person(staff.id, staff.name, frozenset(map(Role, staff.roles.split(","))))
        families = {family.name: family.id for family in session.exec(select(Family))}
    yield vault.database, person, families
    vault.close()


def first_meeting(database):
    """The meeting of the practice families that has been held."""
    with database.reading() as session:
        return str(session.exec(select(TeamMeeting.id).order_by(TeamMeeting.starts_at)).first())


@pytest.fixture
def visit(practice, show):
    """Open a page or a family's tab in the main window."""
    use_letterpress(ReportLetterpress())
    database, person, families = practice

    def visited(stop, family="Solbakken", width=1366, height=690, language="nb"):
        window = MainWindow(Workspace(database, person), PAGES, Settings("nb", practice=True))
        eye = show(window, width, height)
        if stop in TABS:
            window.start("family", {"id": str(families[family]), "tab": stop.removeprefix("family_")})
        elif stop in OF_MEETING:
            window.start(stop, {"id": first_meeting(database)})
        else:
            window.start(stop)
        window.change_language(language)
        settle()
        return window, eye

    return visited


@pytest.mark.parametrize("stop", STOPS)
def test_a_page_keeps_them_in_a_small_dark_window_in_nynorsk(visit, stop, qapp):
    dress(qapp, "dark")
    window, _ = visit(stop, width=1093, height=550, language="nn")
    assert faults(window) == []


class Windows(QObject):
    """Hears of every window that opens."""

    def __init__(self, app):
        super().__init__(app)
        self.opened = []
        app.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.opened.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("stop", STOPS)
def test_a_page_keeps_the_rules_of_accessibility_in_one_window_and_its_place_in_the_sidebar(visit, stop, qapp):
    windows = Windows(qapp)
    window, _ = visit(stop)
    qapp.removeEventFilter(windows)
    assert windows.opened == ["MainWindow"]
    assert faults(window) == []
    if stop in (*TABS, "new_family"):
        assert window.sidebar.nav.active == "families"


@pytest.mark.parametrize("stop", STOPS)
def test_f1_tells_about_the_page(visit, stop):
    window, eye = visit(stop)
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence("F1"))
    settle()
    assert eye.says("Taster som virker her")
    assert window.stage.page().help_in_view() == {"overview": "family"}.get(stop, stop)


# a paper in view is shown as it was written
@pytest.mark.parametrize("stop", [stop for stop in STOPS if stop not in ("documents", "right", "minutes_copies")])
def test_the_discreet_view_shows_no_full_name(visit, practice, stop):
    window, eye = visit(stop)
    window.commands.run("discreet")
    settle()
    read = eye.tree()
    assert [line for line in read.splitlines() if any(name in line for name in practice[2])] == []


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize(("width", "height"), [(1366, 690), (1280, 680), (1093, 550)])
def test_the_log_tells_when_who_and_what_without_scrolling_sideways(visit, width, height, language):
    _, eye = visit("access_log", width=width, height=height, language=language)
    log = eye.find(TABLE, "Innsynslogg")
    assert log.horizontalScrollBar().maximum() == 0
    when = log.model().index(0, 0)
    assert log.fontMetrics().horizontalAdvance(when.data()) < log.visualRect(when).width()
