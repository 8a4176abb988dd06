# SPDX-License-Identifier: MIT
"""Oppgaver: found, done, put off, set to wait and dropped by keyboard, and the form for a new one."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from models.queries.documents import document_list
from models.queries.tasks import open_tasks, postponements_of, tasks_of
from models.records.determination import Determination, Outcome
from models.records.family_service import FamilyService
from models.records.task import TaskState
from models.work.tasks import TaskDraft, WaitDraft, add_task, wait_for
from tests.eye import LIST as VIEW
from tests.eye import TEXT, Eye, settle
from tests.views.desk_window import OnePage
from views.pages.tasks.page import TasksPage
from views.pages.tasks.task_panel import open_task_panel

LIST = "Oppgaver"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil").adult("Anne")


@pytest.fixture
def bup(story, family):
    return story.add(FamilyService(family_id=family.id, name="BUP Mellomvik", contact="Jon Ask"))


@pytest.fixture
def add(desk, family):
    def added(what, days=0, **values):
        due_on = None if days is None else desk.today() + timedelta(days=days)
        return desk.do(add_task, family.id, TaskDraft(what=what, due_on=due_on, **values))

    return added


@pytest.fixture
def show(qtbot, qapp, workspace):
    def made():
        window = OnePage(qtbot, qapp, workspace, TasksPage)
        return window, Eye(window)

    return made


def press(eye, key):
    eye.find(VIEW, LIST).setFocus()
    eye.key(key)


def test_what_is_late_stands_first_and_what_waits_for_others_stands_apart(show, desk, add, bup):
    add("Ring PPT", -4, staff_id=desk.staff_id)
    desk.do(wait_for, add("Søk om avlastning", 9, family_service_id=bup), WaitDraft(waiting_for="NAV"))
    add("Skaff rullestol", None)
    _, eye = show()
    assert eye.sees("3 åpne oppgaver · 1 over fristen")
    assert eye.rows(LIST) == [
        "Over fristen",
        "Ring PPT, Familien Haugen · Ingrid Bakken, 4 dager over, ikke ferdig",
        "Uten frist",
        "Skaff rullestol, Familien Haugen, Mangler ansvarlig, ikke ferdig",
        "Venter på andre",
        "Søk om avlastning, venter på NAV · Familien Haugen · Jon Ask (BUP Mellomvik), ons. 25. mars, ikke ferdig",
    ]
    eye.press("Etter ansvarlig")
    assert eye.rows(LIST)[::2] == ["Ingrid Bakken", "Mangler ansvarlig", "Venter på andre"]
    eye.press("Etter familie")
    assert eye.rows(LIST)[0] == "Familien Haugen"
    eye.write("Søk i oppgaver", "rull")
    assert eye.rows(LIST) == ["Familien Haugen", "Skaff rullestol, Familien Haugen, Mangler ansvarlig, ikke ferdig"]
    eye.write("Søk i oppgaver", "xyz")
    assert eye.sees("Ingen treff")


def test_space_ticks_a_task_off_and_undo_brings_it_back(show, add):
    add("Ring PPT")
    window, eye = show()
    press(eye, Qt.Key.Key_Space)
    assert window.told == ["Oppgaven er ferdig."]
    assert eye.sees("Ingen oppgaver")
    window.undo_last()
    settle()
    assert "Ring PPT" in eye.rows(LIST)[1]


def test_u_asks_until_when_and_why_and_keeps_both(show, desk, add):
    task = add("Ring PPT")
    window, eye = show()
    press(eye, Qt.Key.Key_U)
    assert eye.focus() == "Neste arbeidsdag, tir. 17. mars"
    eye.press("Utsett fristen")
    assert eye.says("Skriv kort hvorfor oppgaven utsettes.")
    eye.press("Neste uke, man. 23. mars")
    eye.write("Hvorfor", "PPT har ferie")
    eye.key(Qt.Key.Key_Return, CONTROL)
    [kept] = desk.read(postponements_of, task)
    assert (kept.to_on, kept.reason) == (desk.today() + timedelta(days=7), "PPT har ferie")
    assert eye.says("16. mars: til 23. mars. PPT har ferie")
    window.undo_last()
    assert desk.read(postponements_of, task) == ()


def test_a_date_of_one_s_own_must_be_there_and_lie_ahead(show, desk, add):
    add("Ring PPT")
    _, eye = show()
    press(eye, Qt.Key.Key_U)
    eye.key(Qt.Key.Key_D)
    eye.write("Hvorfor", "Ferie")
    eye.press("Utsett fristen")
    assert eye.says("Datoen mangler. Skriv når, for eksempel «om 2 uker».")
    eye.write("Ny dato", "1.3.2026")
    eye.press("Utsett fristen")
    assert eye.says("Datoen er passert. Velg i dag eller en senere dag.")
    eye.write("Ny dato", "om 2 uker")
    eye.press("Utsett fristen")
    assert desk.read(open_tasks, desk.staff_id).rows[0].due_on == desk.today() + timedelta(days=14)


def test_v_says_whom_it_waits_for_and_again_that_it_goes_on(show, desk, add, family):
    add("Ring PPT")
    window, eye = show()
    press(eye, Qt.Key.Key_V)
    eye.write("Hvem må gjøre noe først?", "skolen")
    eye.key(Qt.Key.Key_Return, CONTROL)
    assert eye.rows(LIST)[0] == "Venter på andre"
    press(eye, Qt.Key.Key_V)
    assert window.told[-1] == "Oppgaven venter ikke lenger."
    assert desk.read(tasks_of, family.id)[0].state is TaskState.OPEN


def test_del_asks_why_and_esc_keeps_what_was_written(show, desk, add, family):
    add("Ring PPT")
    _, eye = show()
    press(eye, Qt.Key.Key_Delete)
    eye.write("Hvorfor skal den ikke gjøres?", "Familien har ringt selv")
    eye.key(Qt.Key.Key_Escape)
    assert eye.focus() == LIST
    press(eye, Qt.Key.Key_Delete)
    eye.key(Qt.Key.Key_Return, CONTROL)
    assert desk.read(tasks_of, family.id)[0].dropped_reason == "Familien har ringt selv"


def test_enter_opens_where_the_task_belongs(show, story, desk, family, add):
    decided = story.add(Determination(family_id=family.id, outcome=Outcome.GRANTED))
    add("Følg opp avgjørelsen", 0, determination_id=decided, source="determination")
    add("Ring mor", 1)
    window, eye = show()
    eye.open_row(LIST, "Følg opp")
    assert window.opened[0].place == {"id": str(family.id), "tab": "right", "item": str(decided)}
    eye.open_row(LIST, "Ring mor")
    assert window.opened[1].place["tab"] == "overview"


def test_another_page_asks_for_one_task_and_the_place_is_found_again(show, add):
    add("Den første", 1)
    second = add("Den andre", 2)
    window, eye = show()
    window.page.go_to({"task": str(second)})
    settle()
    assert window.page.place()["task"] == str(second)
    assert eye.sees("Den andre")


def test_a_new_task_is_for_me_until_a_service_is_chosen_by_typing(show, desk, family, bup, workspace):
    window, eye = show()
    open_task_panel(window, workspace, family.id)
    settle()
    assert eye.focus() == "Hva skal gjøres"
    assert eye.find(TEXT, "Hvem gjør det").text() == "Ingrid Bakken"
    eye.write("Hva skal gjøres", "Kalle inn til samtale")
    eye.write("Hvem gjør det", "bup")
    eye.key(Qt.Key.Key_Return)
    eye.write("Kontaktperson", "Lise Moe")
    eye.write("Frist", "20.3.")
    eye.key(Qt.Key.Key_Return, CONTROL)
    [task] = desk.read(tasks_of, family.id)
    assert (task.who, task.service, task.family_service_id) == ("Lise Moe", "BUP Mellomvik", bup)
    assert task.due_on == desk.today() + timedelta(days=4)
    press(eye, Qt.Key.Key_F2)


def test_without_a_family_in_view_a_new_task_asks_which(show, desk, family):
    _, eye = show()
    eye.press("Ny oppgave")
    eye.write("Hva skal gjøres", "Ringe")
    eye.press("Lagre oppgaven")
    assert eye.says("Familien mangler. Velg hvem oppgaven gjelder.")
    eye.write("Familie", "emi")
    eye.key(Qt.Key.Key_Return)
    eye.write("Hvem gjør det", "anne")
    eye.key(Qt.Key.Key_Return)
    eye.press("Lagre oppgaven")
    [task] = desk.read(tasks_of, family.id)
    assert (task.what, task.who, task.person_id) == ("Ringe", "Anne Haugen", family.adults[0])
    eye.press("Endre")
    eye.write("Hva skal gjøres", "Ringe skolen")
    eye.press("Lagre oppgaven")
    assert desk.read(tasks_of, family.id)[0].what == "Ringe skolen"


def test_a_service_past_its_day_gets_a_polite_letter(show, desk, family, add, bup):
    desk.do(add_task, family.id, TaskDraft(what="I tide", family_service_id=bup, due_on=desk.today()))
    window, eye = show()
    assert not eye.sees("Skriv påminnelse")
    add("Kalle inn", -3, family_service_id=bup)
    eye.find(VIEW, LIST).setFocus()
    eye.key(Qt.Key.Key_Up)
    eye.press("Skriv påminnelse")
    [stop] = window.opened
    assert (stop.page, stop.place["tab"]) == ("family", "documents")
    kinds = [one.kind.value for one in desk.read(document_list, family.id)]
    assert kinds == ["task_reminder"]
