# SPDX-License-Identifier: MIT
"""Møter og frister: week by week, filtered, opened at the exact place, and exported without names."""

from datetime import date, datetime, timedelta

import pytest
import vobject
from PySide6.QtCore import Qt

from desktop.letterpress import ReportLetterpress
from models.records.meeting import MeetingState, TeamMeeting
from models.records.person import AddressProtection, Person
from models.values.dates import OSLO
from models.work.tasks import TaskDraft, add_task
from tests.eye import Eye
from tests.letter_press import edit
from tests.views.desk_window import OnePage
from views.letterpress import use_letterpress
from views.pages.calendar.page import CalendarPage
from views.printing import use_printing

LIST = "Møter og frister"


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil", born_on=date(2011, 4, 2)).adult("Anne")


@pytest.fixture
def meeting(story, family):
    starts_at = datetime(2026, 3, 25, 10, tzinfo=OSLO)
    ends_at, state = starts_at + timedelta(hours=1), MeetingState.INVITED
    return story.add(
        TeamMeeting(family_id=family.id, starts_at=starts_at, ends_at=ends_at, place="Rådhuset", state=state)
    )


@pytest.fixture
def show(qtbot, qapp, workspace):
    def made():
        window = OnePage(qtbot, qapp, workspace, CalendarPage)
        return window, Eye(window)

    return made


@pytest.fixture
def saved():
    """What the page gave to be saved, by name."""
    kept = {}

    class Folder:
        def save(self, _parent, content, name, ending=".pdf"):
            kept[name + ending] = content
            return name

    use_printing(Folder())
    use_letterpress(ReportLetterpress())
    return kept


def test_each_week_has_its_number_days_and_things_in_order(show, desk, family, meeting):
    desk.do(add_task, family.id, TaskDraft(what="Ring PPT", staff_id=desk.staff_id, due_on=date(2026, 3, 25)))
    desk.do(add_task, family.id, TaskDraft(what="Søk", staff_id=desk.staff_id, due_on=date(2026, 3, 16)))
    _, eye = show()
    assert eye.sees("16. mars til 10. mai 2026")
    assert eye.rows(LIST) == [
        "Uke 12 · 16.–22. mars · denne uken",
        "Søk, Familien Haugen · Emil (14), man. 16. mars",
        "Uke 13 · 23.–29. mars",
        "Ansvarsgruppe for familien Haugen, kl. 10:00–11:00 · Rådhuset · innkalt, ons. 25. mars",
        "Ring PPT, Familien Haugen · Emil (14), ons. 25. mars",
        "Uke 14 · 30. mars–5. april",
        "Emil fyller 15, Familien Haugen, tor. 2. april",
    ]
    eye.press("Møter 1")
    assert [row for row in eye.rows(LIST) if "Uke" not in row] == [
        "Ansvarsgruppe for familien Haugen, kl. 10:00–11:00 · Rådhuset · innkalt, ons. 25. mars"
    ]


def test_enter_opens_the_meeting_and_the_way_back_finds_the_same_row(show, meeting):
    window, eye = show()
    eye.open_row(LIST, "Ansvarsgruppe")
    assert (window.opened[0].page, window.opened[0].place) == ("meeting", {"id": str(meeting)})
    place = window.page.place()
    window.page.go_to({**place, "first": "2026-05-11"})
    assert eye.sees("Ingenting i disse ukene")
    window.page.go_to(place)
    assert window.page.place() == place


def test_eight_weeks_on_and_back_again(show, story, family, meeting):
    story.add(TeamMeeting(family_id=family.id, starts_at=datetime(2026, 12, 30, 9, tzinfo=OSLO)))
    _, eye = show()
    for _ in range(5):
        eye.press("Neste åtte uker")
    assert eye.rows(LIST)[0] == "Uke 53 · 28. desember–3. januar 2027"
    eye.press("Denne uken")
    assert any("Rådhuset" in row for row in eye.rows(LIST))


def test_a_new_meeting_asks_whose_it_is(show, family):
    window, eye = show()
    eye.press("Nytt møte")
    eye.write("Familie", "emi")
    eye.key(Qt.Key.Key_Return)
    eye.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.opened[0].place == {"id": str(family.id), "tab": "plan_meeting", "new": True}


def test_a_protected_family_s_place_is_not_told(show, desk, family, meeting):
    edit(desk, Person, family.children[0], address_protection=AddressProtection.STRICT)
    _, eye = show()
    assert not any("Rådhuset" in row for row in eye.rows(LIST))


def test_one_s_own_meetings_are_saved_without_names_for_another_calendar(show, family, meeting, saved):
    window, eye = show()
    eye.press("Lagre møtene til kalenderen")
    assert window.told == ["1 møte er lagret. Fila inneholder ingen navn."]
    [(name, content)] = saved.items()
    assert (name, b"Haugen" in content, b"Emil" in content) == ("Møter.ics", False, False)
    [event] = vobject.readOne(content.decode()).vevent_list
    assert event.dtstart.value == datetime(2026, 3, 25, 10, tzinfo=OSLO)


def test_without_meetings_nothing_is_saved(show, family, saved):
    window, eye = show()
    eye.press("Lagre møtene til kalenderen")
    assert (window.told, saved) == (["Du har ingen møter det neste året."], {})
