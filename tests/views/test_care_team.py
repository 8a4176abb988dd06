# SPDX-License-Identifier: MIT
"""Ansvarsgruppe and the planning of a meeting as their user meets them: by keyboard, with what is heard."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.letterpress import ReportLetterpress
from models.queries.care_teams import care_team_of
from models.queries.documents import document_list
from models.queries.meetings import meeting_sheet, meetings_of
from models.records.document import DocumentState
from models.records.meeting import MeetingState
from models.rules.visibility import Information
from models.work.undo import undo_act
from tests.eye import LIST, Eye, settle
from tests.stand_ins import Paper
from tests.views.screen import Settings
from tests.work.care_group import CareGroup
from views.letterpress import use_letterpress
from views.main_window import Extras, MainWindow
from views.pages.care_team.new_meeting import meeting_command
from views.pages.family.page import FamilyPage
from views.printing import use_printing

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TREES = Path(__file__).parent / "trees"


@pytest.fixture
def paper():
    way = Paper()
    use_printing(way)
    use_letterpress(ReportLetterpress())
    return way


@pytest.fixture
def group(desk, story, paper):
    return CareGroup(desk, story).joined("school", "bup")


@pytest.fixture
def window(qtbot, workspace, group):
    """The whole window with one family in it."""
    made = MainWindow(
        workspace,
        {"my_day": FamilyPage, "family": FamilyPage},
        Settings(),
        lambda navigator: Extras(commands=(meeting_command(workspace, navigator),)),
    )
    qtbot.addWidget(made)
    made.resize(1366, 690)
    made.show()
    made.activateWindow()
    made.start("my_day")
    settle()
    return made


@pytest.fixture
def show(window, group):
    def shown(tab="care_team", **place):
        window.navigator.open("family", id=str(group.family.id), tab=tab, **place)
        settle()
        return Eye(window)

    return shown


def page_of(window):
    """The family's page that is in view."""
    return next(page for page in window.findChildren(FamilyPage) if page.isVisible())


def row(eye, name, text):
    """Choose a row without opening it."""
    view = eye.find(LIST, name)
    at = next(n for n, said in enumerate(eye.rows(name)) if text in said)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.model().index(at, 0))
    settle()


def sheet(desk, group):
    [one] = desk.read(meetings_of, group.family.id)
    return desk.read(meeting_sheet, one.id)


def team(desk, group):
    return desk.read(care_team_of, group.family.id, desk.today())


def test_each_member_is_told_of_with_role_service_and_consent(show):
    rows = show().rows("Medlemmer")
    assert rows[0] == "Ingrid Bakken, barnekoordinator · leder møtene · med fra 16. desember, Kommunen"
    assert "Anne Haugen, mor · med fra 16. desember, Familien" in rows
    assert "Liv Moe, kontaktlærer · Fjordvik vgs. · med fra 16. desember, Samtykke bare til 25.04.2026" in rows


def test_a_group_is_started_where_there_is_none(qtbot, desk, story, show, window):
    family = story.family("Berg").child("Ida")
    window.navigator.open("family", id=str(family.id), tab="care_team")
    settle()
    eye = Eye(window)
    assert eye.sees("Ingen møter er planlagt")
    eye.press("Start ansvarsgruppe")
    eye.press("Start gruppa")
    assert eye.says("Rett 1 ting")
    eye.write("Hvorfor trengs en ansvarsgruppe?", "Ida trenger at vi snakker sammen.")
    eye.write("Antall uker mellom møtene", "8")
    eye.key(Qt.Key.Key_Return, CONTROL)
    found = desk.read(care_team_of, family.id, desk.today())
    assert (found.ground, found.every_weeks) == ("Ida trenger at vi snakker sammen.", 8)
    assert eye.says("møtes hver 8. uke")


def test_somebody_joins_by_typing_and_leaves_by_del_with_the_way_back(desk, show, group):
    eye = show()
    eye.find(LIST, "Medlemmer").setFocus()
    eye.key(Qt.Key.Key_Insert)
    eye.write("Hvem", "nav")
    eye.key(Qt.Key.Key_Return)
    eye.write("Stedfortreder", "Tor Vik")
    eye.key(Qt.Key.Key_Return, CONTROL)
    assert "Are Strand, veileder · NAV Mellomvik · stedfortreder: Tor Vik" in eye.rows("Medlemmer")[-1]
    assert "Mangler samtykke" in eye.rows("Medlemmer")[-1]
    row(eye, "Medlemmer", "Are Strand")
    eye.key(Qt.Key.Key_Delete)
    assert eye.rows("Medlemmer")[-2:-1] == ["Tidligere medlemmer"]
    desk.do(undo_act, group.family.id)
    eye = show()
    assert "Tidligere medlemmer" not in eye.rows("Medlemmer")


def test_the_group_ends_with_a_reason_and_is_taken_up_again(desk, show, group):
    eye = show()
    eye.press("Avslutt gruppa")
    eye.write("Hvorfor avsluttes gruppa?", "Familien klarer seg.")
    eye.key(Qt.Key.Key_Return, CONTROL)
    assert team(desk, group).ended_by == "family"
    eye.press("Ta opp igjen gruppa")
    assert team(desk, group).ended_on is None


def test_the_agenda_is_edited_in_place(desk, show, group):
    meeting = group.meeting(place="Rådhuset")
    eye = show("plan_meeting", item=str(meeting))
    eye.find(LIST, "Saksliste").setFocus()
    eye.key(Qt.Key.Key_Insert)
    assert eye.focus() == "Sak"
    eye.write("Sak", "Avlastning i vinter")
    eye.write("Minutter", "15")
    eye.press("Tiltak")
    row(eye, "Saksliste", "Avlastning")
    eye.key(Qt.Key.Key_Up, CONTROL)
    items = sheet(desk, group).items
    at = [one.title for one in items].index("Avlastning i vinter")
    assert (at, items[at].minutes, items[at].information) == (len(items) - 3, 15, {Information.MEASURES})
    eye.key(Qt.Key.Key_Delete)
    assert "Avlastning i vinter" not in [one.title for one in sheet(desk, group).items]


def test_one_without_consent_is_marked_stopped_and_let_out_again(desk, show, group):
    group.join("nav")
    meeting = group.meeting(place="Rådhuset", child_view_by=desk.today(), **ANSWERED)
    eye = show("plan_meeting", item=str(meeting))
    assert "Are Strand, veileder, NAV Mellomvik, Mangler samtykke, invitert" in eye.rows("Deltakere")
    eye.press("Lag innkalling")
    assert eye.says("Rett 1 ting før du lager innkallingen")
    assert eye.says("Are Strand mangler samtykke.")
    row(eye, "Deltakere", "Are Strand")
    eye.key(Qt.Key.Key_Space)
    assert not eye.says("Rett 1 ting før du lager innkallingen")
    assert "Are Strand, veileder, NAV Mellomvik, Mangler samtykke, ikke invitert" in eye.rows("Deltakere")


ANSWERED = {"child_takes_part": "represented", "child_prepared_by": "Liv Moe"}


def test_a_reason_is_written_where_a_consent_is_missing(desk, show, group):
    group.join("nav")
    meeting = group.meeting(place="Rådhuset", child_view_by=desk.today() + timedelta(days=7), **ANSWERED)
    eye = show("plan_meeting", item=str(meeting))
    eye.press("Lag innkalling")
    eye.press("Are Strand mangler samtykke.")
    eye.write("Hvorfor inviteres deltakeren uten samtykke?", "Anne har bedt om det på telefon.")
    eye.key(Qt.Key.Key_Return, CONTROL)
    eye.press("Lag innkalling")
    assert eye.sees("Skriv ut 5 innkallinger")


def test_what_is_half_typed_comes_back_and_a_wrong_time_is_said(desk, show, group, window):
    meeting = group.meeting(place="Rådhuset")
    eye = show("plan_meeting", item=str(meeting))
    eye.write("Fra klokka", "25")
    eye.leave()
    assert eye.says("Klokkeslettet finnes ikke. Skriv for eksempel 13:00.")
    eye.write("Sted", "Skolen, rom")
    page_of(window).flush()
    assert (sheet(desk, group).begins, sheet(desk, group).row.place) == ("13:00", "Skolen, rom")


def test_a_cancelled_meeting_says_why(desk, show, group):
    group.meeting()
    eye = show()
    row(eye, "Møter", "6. april")
    eye.key(Qt.Key.Key_Delete)
    eye.write("Hvorfor blir det ikke møte?", "Anne er syk.")
    eye.key(Qt.Key.Key_Return, CONTROL)
    assert "Avlyst" in eye.rows("Møter")[-1]
    assert "Anne er syk." in eye.rows("Møter")[-1]
    eye.key(Qt.Key.Key_Delete)
    assert "Planlagt" in eye.rows("Møter")[-1]


class Actions:
    """Counts the fixed actions of a job; typing and going from field to field are not counted (design § 9)."""

    def __init__(self, eye):
        self.eye, self.count = eye, 0

    def press(self, key, modifiers):
        self.count += 1
        self.eye.key(key, modifiers)


def test_a_meeting_is_planned_and_invited_to_by_keyboard_in_three_actions(desk, show, group, window, paper):
    """Job (b) of the design, its first two steps: Nytt møte, Lag innkalling, Skriv ut."""
    eye = show("overview")
    acts = Actions(eye)
    acts.press(Qt.Key.Key_M, CONTROL | SHIFT)
    assert eye.focus() == "Dato"
    eye.write("Dato", "om 3 uker")
    eye.leave()
    assert eye.focus() == "Fra klokka", "the meeting is there, and the caret goes on"
    eye.write("Fra klokka", "10")
    eye.write("Til klokka", "1130")
    eye.write("Sted", "Rådhuset, møterom A")
    eye.press("En del av møtet")
    eye.write("Hvem forbereder barnet og spør hva det mener?", "Liv Moe")
    eye.write("Barnets syn er hentet inn senest", "om 2 uker")
    acts.press(Qt.Key.Key_Return, CONTROL)
    assert eye.rows("Mottakere")[:2] == [
        "Emil Haugen, Barnets innkalling · Bokmål",
        "Anne Haugen og Per Haugen, Fjordvegen 3 · Bokmål",
    ]
    acts.press(Qt.Key.Key_Return, CONTROL)
    found = sheet(desk, group)
    assert acts.count <= 3
    assert (found.row.state, found.row.invited_on) == (MeetingState.INVITED, desk.today())
    assert (found.begins, found.ends, found.child_takes_part) == ("10:00", "11:30", "part")
    assert [name.startswith("Dokument 2026-") for name, _ in paper.printed] == [True] * 4
    assert {one.state for one in desk.read(document_list, group.family.id)} == {DocumentState.SENT}
    assert eye.says("4 innkallinger er sendt.")


def test_whoever_thinks_better_of_it_at_the_printer_goes_on_with_the_same_letters(desk, show, group, paper):
    view_by = desk.today() + timedelta(days=7)
    meeting = group.meeting(place="Rådhuset", child_view_by=view_by, **ANSWERED)
    eye = show("plan_meeting", item=str(meeting))
    eye.press("Lag innkalling")
    paper.willing = False
    eye.press("Skriv ut 4 innkallinger")
    assert sheet(desk, group).row.state is MeetingState.PLANNED
    paper.willing = True
    eye.press("Tilbake til planen")
    eye.press("Lag innkalling")
    eye.press("Skriv ut 4 innkallinger")
    assert sheet(desk, group).row.state is MeetingState.INVITED
    assert len(desk.read(document_list, group.family.id)) == 4


def test_the_letters_are_saved_with_a_calendar_file_under_neutral_names(qtbot, desk, show, group, paper):
    view_by = desk.today() + timedelta(days=7)
    meeting = group.meeting(place="Rådhuset", child_view_by=view_by, **ANSWERED)
    eye = show("plan_meeting", item=str(meeting))
    eye.press("Lag innkalling")
    eye.press("Lagre som filer")
    qtbot.waitUntil(lambda: sheet(desk, group).row.state is MeetingState.INVITED)
    names = [name for name, _ in paper.saved]
    assert names[-1] == "Møte 2026-04-06"
    assert paper.saved[-1][1].startswith(b"BEGIN:VCALENDAR")
    assert all("Haugen" not in name for name in names)


def test_min_dag_opens_the_meeting_from_the_tab(desk, show, group):
    eye = show("care_team", item=str(group.meeting(place="Rådhuset")))
    assert eye.sees("Lag innkalling")


@pytest.mark.parametrize("name", ["care_team", "plan_meeting", "new_meeting"])
def test_a_page_is_heard_as_agreed(show, group, agreed, window, name):
    group.join("nav")
    meeting = group.meeting(place="Rådhuset, møterom A")
    place = {"care_team": {}, "plan_meeting": {"item": str(meeting)}, "new_meeting": {"new": True}}[name]
    show("care_team" if name == "care_team" else "plan_meeting", **place)
    agreed(TREES / f"{name}.txt", Eye(page_of(window)).tree() + "\n")
