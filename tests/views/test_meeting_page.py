# SPDX-License-Identifier: MIT
"""The meeting in the room as its user meets it: by keyboard, with what a screen reader says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from desktop.letterpress import ReportLetterpress
from desktop.workspace import Person, Workspace
from models.queries.meeting_room import meeting_room
from models.records.meeting import AgendaItem, Attendance, MeetingParticipant, MinutesState
from models.values.act import Role
from tests.eye import LIST, PRESSABLE, TEXT, Eye, NotSeen, settle
from tests.views.screen import Settings
from tests.work.meeting_room import MeetingRoom
from views.letterpress import use_letterpress
from views.main_window import MainWindow
from views.pages.family.page import FamilyPage
from views.pages.meeting.copies import CopiesPage
from views.pages.meeting.page import MeetingPage
from views.pages.my_day.page import MyDayPage

PAGES = {"my_day": MyDayPage, "meeting": MeetingPage, "minutes_copies": CopiesPage}
AGENDA, TASKS = "Saksliste", "Oppgaver fra møtet"


@pytest.fixture
def room(desk, story):
    use_letterpress(ReportLetterpress())
    return MeetingRoom(desk, story)


@pytest.fixture
def open_page(workspace, show, room):
    def opened(item="work", width=1366, height=690):
        window = MainWindow(workspace, PAGES, Settings())
        eye = show(window, width, height)
        window.start("my_day")
        window.navigator.open("meeting", id=str(room.meeting_id), item=str(room.items[item]))
        settle()
        return window, eye

    return opened


def now(room):
    return room.desk.read(meeting_room, room.meeting_id, room.desk.today())


def kept(room, record, id):
    return room.desk.read(lambda session: session.get_one(record, id))


def test_a_chip_tells_who_came_and_the_strip_takes_it_back(open_page, room):
    window, eye = open_page()
    eye.press("Liv Moe, Fjordvik vgs.")
    assert eye.says("1 av 6 til stede") or eye.says("1 av 7 til stede")
    assert kept(room, MeetingParticipant, room.people["school"]).attendance is Attendance.PRESENT
    window.undo.undo()
    assert kept(room, MeetingParticipant, room.people["school"]).attendance is Attendance.INVITED


def test_one_who_was_away_gets_a_deputy_or_a_copy_on_a_ground(open_page, room):
    _, eye = open_page()
    eye.press("Vara og kopi")
    eye.choose("Hvem var ikke til stede?", "Are Strand, NAV Mellomvik")
    eye.press("Lagre")
    assert eye.says("Skriv grunnlaget for kopien")
    eye.press("Vara og kopi")
    eye.choose("Hvem var ikke til stede?", "Are Strand, NAV Mellomvik")
    eye.write("Hvem møtte i stedet?", "Ole Vik")
    eye.press("Lagre")
    assert eye.sees("Ole Vik for Are Strand, NAV Mellomvik")


def test_the_line_with_the_caret_becomes_a_task_with_person_and_date(open_page, room):
    window, eye = open_page()
    eye.write("Referat", "NAV har snakket med bedriften.")
    eye.key(Qt.Key.Key_Return)
    QTest.keyClicks(eye.find(TEXT, "Referat"), "NAV sender avtale 15.4.")
    assert window.commands.run("room.task")
    settle()
    assert eye.rows(TASKS) == ["Sende avtale, ons. 15. april · Are Strand, NAV Mellomvik, ikke ferdig"]
    assert window.commands.run("room.task")
    assert len(now(room).tasks) == 1, "the same line makes no second task"
    window.undo.undo()
    assert now(room).tasks == ()


def test_a_task_that_lacks_something_says_so_until_it_is_mended(open_page, room):
    _, eye = open_page()
    eye.write("Ny oppgave", "Lån tre modeller hørselvern")
    assert eye.says("Velg ansvarlig · Velg frist")
    eye.key(Qt.Key.Key_Return)
    assert "Mangler" in eye.rows(TASKS)[0]
    eye.open_row(TASKS, "hørselvern")
    eye.choose("Ansvarlig", "Anne Haugen")
    eye.write("Frist", "om 2 uker")
    eye.press("Lagre oppgaven")
    assert "Mangler" not in eye.rows(TASKS)[0]
    assert "Anne Haugen" in eye.rows(TASKS)[0]


def test_space_finishes_a_task_and_delete_takes_it_out_of_the_meeting(open_page, room):
    room.agree("Sende praksisavtale")
    window, eye = open_page()
    tasks = eye.find(LIST, TASKS)
    tasks.setFocus(Qt.FocusReason.TabFocusReason)
    eye.key(Qt.Key.Key_Space)
    assert eye.rows(TASKS)[0].endswith(", ferdig")
    tasks.setFocus(Qt.FocusReason.TabFocusReason)
    eye.key(Qt.Key.Key_Delete)
    assert now(room).tasks == ()
    window.undo.undo()
    assert [task.what for task in now(room).tasks] == ["Sende praksisavtale"]


def test_going_on_ticks_the_item_and_keeps_what_was_written(open_page, room):
    window, eye = open_page()
    eye.write("Referat", "Praksis fra uke 3.")
    assert window.commands.run("room.next")
    settle()
    item = kept(room, AgendaItem, room.items["work"])
    assert (item.text, item.done) == ("Praksis fra uke 3.", True)
    assert eye.says("4  Medisin og søvn")
    assert window.commands.run("room.former")
    settle()
    assert eye.find(TEXT, "Referat").toPlainText() == "Praksis fra uke 3."


def test_half_typed_minutes_come_back_where_the_caret_was(open_page, room):
    window, eye = open_page()
    QTest.keyClicks(eye.find(TEXT, "Referat"), "Halvveis i en set")
    window.flush()
    item = kept(room, AgendaItem, room.items["work"])
    assert item.text == "Halvveis i en set"


def test_f11_shows_only_the_meeting_and_no_way_to_other_families(open_page):
    window, eye = open_page()
    before = {command.id for command in window.commands.all()}
    assert window.commands.run("room.alone")
    settle()
    with pytest.raises(NotSeen):
        eye.find(LIST, "Sider")
    assert not window.sidebar.isVisible()
    for way in ("palette", "go.my_day", "new", "back", "new.note"):
        assert not window.commands.run(way)
    assert not eye.sees("Familien Haugen")
    assert window.windowTitle() == "Laget"
    assert {"lock", "undo"} <= {command.id for command in window.commands.all()}
    window.navigator.open("meeting", id=window.stage.page().place()["id"])
    assert window.commands.run("room.back")
    settle()
    assert window.sidebar.isVisible()
    assert {command.id for command in window.commands.all()} == before


def test_finishing_tells_all_that_is_missing_and_leads_to_each_place(open_page, room):
    room.agree("Låne hørselvern", who=None, days=None)
    _, eye = open_page()
    eye.press("Ferdigstill referatet")
    assert eye.says("Rett 4 ting før du ferdigstiller referatet")
    eye.press("Velg hvem som har ansvar for «Låne hørselvern».")
    assert eye.focus() == "Ansvarlig"
    eye.choose("Ansvarlig", "Anne Haugen")
    eye.write("Frist", "i morgen")
    eye.press("Lagre oppgaven")
    assert eye.says("Rett 2 ting før du ferdigstiller referatet")
    eye.press("Anne Haugen")
    eye.press(
        "Barnets syn mangler. Skriv hva barnet mener, eller hvorfor det ikke er hørt. (barnekonvensjonen artikkel 12)"
    )
    assert eye.focus() == "Barnets syn før møtet"
    QTest.keyClicks(eye.find(TEXT, "Barnets syn før møtet"), "Jeg vil jobbe.")
    eye.press("Ferdigstill referatet")
    assert now(room).minutes is MinutesState.SENT


def test_objections_are_taken_down_answered_and_end_in_a_final_version(open_page, room):
    from models.work.send_minutes import send_minutes

    room.held()
    room.desk.do(send_minutes, room.meeting_id)
    _, eye = open_page()
    eye.press("Ny innvending")
    eye.write("Fra hvem?", "Anne Haugen")
    eye.write("Hva er feil eller mangler?", "Det var uke 4.")
    eye.press("Lagre")
    eye.press("Gjør endelig")
    assert eye.says("Innvendingen fra Anne Haugen har ikke fått svar")
    eye.open_row("Innvendinger", "uke 4")
    eye.write("Hva gjorde dere med den?", "Rettet.")
    eye.press("Lagre")
    eye.press("Gjør endelig")
    assert now(room).is_final
    assert not eye.find(TEXT, "Referat").isEnabled()


def test_in_a_narrow_window_the_tasks_are_a_tab_of_the_agenda(open_page, room):
    room.agree("Sende praksisavtale")
    window, eye = open_page(width=1093, height=550)
    assert eye.rows(AGENDA)
    with pytest.raises(NotSeen):
        eye.rows(TASKS)
    page = window.stage.page()
    page.columns.show_side(1)
    settle()
    assert "praksisavtale" in eye.rows(TASKS)[0]


def test_the_item_of_the_child_begins_with_its_words_and_what_went_well(open_page, room):
    room.held()
    _, eye = open_page("child")
    assert eye.says("Emil sier: «Jeg vil jobbe med biler.»")


def test_an_item_tells_who_may_read_it_and_can_be_sorted(open_page, room):
    _, eye = open_page("unsorted")
    assert eye.says("Deles bare med familien")
    eye.press("Endre saken")
    eye.press("Tiltak")
    eye.press("Lagre saken")
    assert eye.says("Deles med 2 av 4 tjenester")


def test_the_clock_of_an_item_is_calm(open_page, room, clock):
    window, eye = open_page()
    clock.forward(minutes=4)
    window.commands.run("room.next")
    window.commands.run("room.former")
    settle()
    assert eye.says("6 minutter igjen av 10.")
    clock.forward(minutes=20)
    window.commands.run("room.next")
    window.commands.run("room.former")
    settle()
    assert eye.says("De 10 minuttene er brukt.")


def test_page_is_found_by_screen_readers_as_a_whole(open_page):
    window, _ = open_page()
    page = window.stage.page()
    assert isinstance(page, MeetingPage)
    eye = Eye(page)
    for part in ("Referat", "Vi ble enige om", "Barnets syn", "Uenighet", "Ny oppgave"):
        assert eye.find(TEXT, part)


def test_who_only_reads_writes_nothing_here(desk, story, clock, show, room):
    room.held()
    staff = story.staff("Eva Holm", roles="auditor")
    workspace = Workspace(desk.database, Person(staff, "Eva Holm", frozenset({Role.AUDITOR})), clock)
    window = MainWindow(workspace, PAGES | {"family": FamilyPage}, Settings())
    eye = show(window)
    window.start("family", {"id": str(room.family.id), "reason": "Internkontroll"})
    window.navigator.open("meeting", id=str(room.meeting_id))
    settle()
    assert eye.says("Emil sier: «Jeg vil jobbe med biler.»")
    page = window.stage.page()
    fields = [one for one in page.findChildren(QPlainTextEdit) if one.isVisible()]
    assert fields
    assert all(one.isReadOnly() for one in fields)
    assert not eye.find(PRESSABLE, "Ferdigstill referatet").isEnabled()
    assert not window.commands.run("room.task")
