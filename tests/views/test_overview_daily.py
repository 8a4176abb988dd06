# SPDX-License-Identifier: MIT
"""Oversikt in daily work: tasks, what is new, and transitions with their tasks, by keyboard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from models.queries.tasks import tasks_of
from models.records.family_service import FamilyService
from models.store.meaning import note
from models.work.close_family import CloseDraft, close_family
from models.work.open_family import log_opening
from models.work.tasks import TaskDraft, add_task
from models.work.write_note import NoteDraft, write_note
from tests.eye import LIST as VIEW
from tests.eye import Eye, settle
from tests.views.desk_window import OnePage
from views.pages.overview.page import OverviewTab

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil", born_on=date(2020, 5, 5)).adult("Anne")


@pytest.fixture
def show(qtbot, qapp, workspace, family):
    def made():
        window = OnePage(qtbot, qapp, workspace, lambda desk, navigator: OverviewTab(desk, navigator, family.id))
        return window, Eye(window)

    return made


def at(eye, name, text):
    """Choose the row of a list that holds the text, and stand on it."""
    rows = eye.find(VIEW, name)
    rows.setFocus()
    place = next(n for n, said in enumerate(eye.rows(name)) if text in said)
    rows.setCurrentIndex(rows.model().index(place, 0))


def test_the_open_tasks_are_ticked_off_here_and_opened_where_all_of_them_stands(show, desk, family):
    first = desk.do(add_task, family.id, TaskDraft(what="Ring PPT", due_on=desk.today()))
    for n in range(5):
        desk.do(add_task, family.id, TaskDraft(what=f"Senere {n}", due_on=desk.today() + timedelta(days=9)))
    window, eye = show()
    assert len(eye.rows("Oppgaver")) == 5
    assert eye.sees("Vis alle 6 i Oppgaver")
    eye.open_row("Oppgaver", "Ring PPT")
    assert (window.opened[0].page, window.opened[0].place) == ("tasks", {"task": str(first)})
    at(eye, "Oppgaver", "Ring PPT")
    eye.key(Qt.Key.Key_Space)
    assert window.told == ["Oppgaven er ferdig."]
    window.undo_last()
    settle()
    assert any("Ring PPT" in row for row in eye.rows("Oppgaver"))


def test_what_is_new_since_one_was_here_is_told_and_since_the_last_meeting_too(show, desk, family, clock):
    desk.do(log_opening, family.id)
    clock.forward(days=9)
    noted = desk.do(write_note, family.id, NoteDraft(text="Anne ringte.", with_whom="Anne"))
    clock.forward(days=1)
    desk.do(note, "vault.opened")
    window, eye = show()
    assert eye.sees("Ingenting nytt siden 25. mars.")
    eye.press("Siste møte")
    assert eye.sees("Familien har ikke hatt møte ennå.")
    assert window.opened == []
    assert noted


def test_a_transition_is_worked_towards_with_the_tasks_that_are_ticked(show, desk, story, family):
    school = story.add(FamilyService(family_id=family.id, name="Fjellvik skole", kind="school", contact="Per Moe"))
    window, eye = show()
    at(eye, "Overganger", "Emil begynner på skolen")
    eye.key(Qt.Key.Key_Return)
    assert eye.focus() == "Oppgaver før overgangen"
    assert len(eye.rows("Oppgaver før overgangen")) == 8
    eye.key(Qt.Key.Key_Space)
    eye.key(Qt.Key.Key_Return, CONTROL)
    assert window.told == ["7 oppgaver er laget."]
    tasks = {row.what: row for row in desk.read(tasks_of, family.id)}
    room = tasks["Tilrettelegg rom, adkomst og hjelpemidler på skolen"]
    assert (room.family_service_id, room.who) == (school, "Per Moe")
    assert tasks["Møte med barnehagen, skolen og PPT"].staff_id == desk.staff_id
    assert tasks["Søk om SFO og skoleskyss"].lacks_who
    assert all(row.due_on <= date(2026, 8, 15) for row in tasks.values())
    assert any("0 av 7 oppgaver gjort" in row for row in eye.rows("Overganger"))
    window.undo_last()
    assert desk.read(tasks_of, family.id) == ()


def test_a_postponed_school_start_is_moved_and_told_to_be(show):
    window, eye = show()
    at(eye, "Overganger", "Emil begynner på skolen")
    eye.key(Qt.Key.Key_M)
    eye.write("Når", "16.8.2027")
    eye.press("Lagre overgangen")
    assert eye.says("Skriv hvorfor overgangen er en annen enn den som er regnet ut.")
    eye.write("Hvorfor", "Utsatt skolestart")
    eye.key(Qt.Key.Key_Return, CONTROL)
    assert any("begynner på skolen, 16. august 2027 · flyttet" in row for row in eye.rows("Overganger"))
    at(eye, "Overganger", "begynner på skolen")
    eye.key(Qt.Key.Key_M)
    eye.press("Kommer ikke for dette barnet")
    eye.key(Qt.Key.Key_Return, CONTROL)
    assert eye.rows("Overganger")[-1] == "Emil begynner på skolen, Kommer ikke: Utsatt skolestart"
    window.undo_last()
    settle()
    assert any("16. august 2027" in row for row in eye.rows("Overganger"))


def test_home_from_hospital_is_added_with_its_tasks(show):
    window, eye = show()
    eye.press("Legg til")
    eye.press("Lagre overgangen")
    assert eye.says("Velg hva slags overgang det er.")
    eye.press("Hjem fra sykehus")
    eye.write("Når", "20.4.2026")
    eye.key(Qt.Key.Key_Return, CONTROL)
    assert window.told == ["Overgangen er lagt til."]
    assert eye.rows("Overganger")[0].startswith("Emil kommer hjem fra sykehuset, 20. april 2026")


def test_min_dag_leads_to_the_transitions_of_the_child(show, family):
    window, eye = show()
    window.page.go_to({"item": str(family.children[0])})
    settle()
    assert eye.focus() == "Overganger"


def test_in_a_closed_family_nothing_is_offered_that_would_be_refused(show, desk, family):
    desk.do(close_family, family.id, CloseDraft(reason="Flyttet"))
    _, eye = show()
    for name in ("Ny oppgave", "Lag oppgaver", "Flytt", "Legg til"):
        assert not eye.sees(name)
    at(eye, "Overganger", "Emil begynner på skolen")
    eye.key(Qt.Key.Key_Return)
    assert eye.focus() == "Overganger"
