# SPDX-License-Identifier: MIT
"""Min dag as a coordinator sees it."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from models.records.appeal import Appeal
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.family import Family
from models.records.note import ContactNote
from models.values.dates import OSLO
from tests.eye import LIST as VIEW
from tests.eye import Eye
from tests.letter_press import edit
from tests.views.desk_window import OnePage
from views.pages.family.places import RIGHT_STEPS
from views.pages.my_day.page import MyDayPage
from views.pages.right.step_list import STEPS
from views.texts import t, use_language

LIST = "Dette trenger deg"


@pytest.fixture
def family(story, desk):
    return story.family("Haugen").child("Emil", born_on=date(2008, 9, 14))


@pytest.fixture
def note_id(story, family, desk):
    return story.add(
        ContactNote(
            family_id=family.id,
            author_id=desk.staff_id,
            at=datetime(2026, 3, 9, 10, tzinfo=OSLO),
            text="Ringte mor.",
            agreed="Ring PPT",
            next_on=date(2026, 3, 16),
        )
    )


@pytest.fixture
def show(qtbot, qapp, workspace):
    def made():
        window = OnePage(qtbot, qapp, workspace, MyDayPage)
        return window, Eye(window)

    return made


def test_it_greets_and_says_how_much_needs_one_today(show, note_id, family):
    family.enquiry(received_on=date(2026, 2, 10))
    _, eye = show()
    assert eye.sees("God dag, Ingrid")
    assert eye.sees("Mandag 16. mars 2026 · uke 12 · 2 saker trenger deg i dag")


def test_what_is_late_stands_first_with_family_and_age(show, note_id, family):
    family.enquiry(received_on=date(2026, 2, 10))
    _, eye = show()
    assert eye.rows(LIST) == [
        "Over fristen",
        "Svar familien, eller send foreløpig svar, Familien Haugen · Emil (17) · kom 10. februar, 6 dager over",
        "I dag",
        "Ring PPT, Familien Haugen · Emil (17) · avtalt 9. mars, I dag, ikke ferdig",
    ]


def test_enter_opens_the_exact_place(show, note_id, family):
    window, eye = show()
    eye.open_row(LIST, "Ring PPT")
    [stop] = window.opened
    assert (stop.page, stop.place) == ("family", {"id": str(family.id), "tab": "journal", "item": str(note_id)})


def test_enter_on_a_deadline_of_the_right_opens_its_step(show, family):
    family.enquiry(received_on=date(2026, 2, 10))
    window, eye = show()
    eye.open_row(LIST, "Svar familien")
    assert window.opened[0].place == {"id": str(family.id), "tab": "right", "item": "wish"}


def test_enter_on_a_complaint_opens_that_complaint(show, story, family):
    decided = story.add(
        Determination(
            family_id=family.id,
            state=DeterminationState.FINAL,
            outcome=Outcome.REFUSED,
            decided_on=date(2026, 2, 2),
            sent_on=date(2026, 2, 2),
            knowledge_on=date(2026, 2, 3),
        )
    )
    complaint = story.add(Appeal(family_id=family.id, determination_id=decided, received_on=date(2026, 2, 16)))
    window, eye = show()
    eye.open_row(LIST, "Vurder klagen på nytt")
    assert window.opened[0].place == {"id": str(family.id), "tab": "right", "item": str(complaint)}


def test_space_ticks_off_what_was_agreed_and_undo_brings_it_back(show, note_id):
    window, eye = show()
    rows = eye.find(VIEW, LIST)
    rows.setFocus()
    eye.key(Qt.Key.Key_Space)
    assert window.told == ["Avtalen er fulgt opp."]
    assert eye.sees("Ingenting haster")
    window.undo_last()
    assert any("Ring PPT" in row for row in eye.rows(LIST))


def test_u_asks_until_when_and_undo_brings_it_back(show, note_id):
    window, eye = show()
    eye.find(VIEW, LIST).setFocus()
    eye.key(Qt.Key.Key_U)
    eye.key(Qt.Key.Key_N)
    eye.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert eye.rows(LIST)[0] == "De neste sju dagene"
    assert "man. 23. mars" in eye.rows(LIST)[1]
    window.undo_last()
    assert eye.rows(LIST)[0] == "I dag"


def test_a_quiet_family_is_put_aside_with_a_reason_and_comes_back_by_undo(show, story, desk, family):
    began = {"kind": CoordinatorKind.CHILD_COORDINATOR, "from_on": date(2025, 1, 1)}
    story.add(CoordinatorAppointment(family_id=family.id, staff_id=desk.staff_id, **began))
    edit(desk, Family, family.id, opened_on=date(2026, 1, 5))
    window, eye = show()
    assert eye.rows(LIST) == [
        "Stille en stund",
        "Ingen kontakt på 70 dager, Familien Haugen · Emil (17) · registrert 5. januar, ingen kontakt siden",
    ]
    eye.find(VIEW, LIST).setFocus()
    eye.key(Qt.Key.Key_U)
    eye.write("Hvorfor", "Familien ønsker ro")
    eye.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.told == ["Familien er satt på vent til 23. mars 2026."]
    assert eye.sees("Ingenting haster")
    window.undo_last()
    assert eye.rows(LIST)[0] == "Stille en stund"
    eye.open_row(LIST, "Ingen kontakt")
    assert window.opened[0].place == {"id": str(family.id), "tab": "journal"}


def test_an_empty_day_tells_the_next_deadline(show, family):
    family.enquiry(received_on=date(2026, 2, 1), interim_reply_on=date(2026, 2, 2), expected_answer_on=date(2026, 8, 4))
    _, eye = show()
    assert eye.sees("Ingenting haster")
    assert eye.sees("Neste frist er tirsdag 4. august 2026.")


def test_birthdays_that_change_things_are_told_ahead(show, family):
    window, eye = show()
    assert eye.rows("Overganger") == ["Emil fyller 18, Familien Haugen · 14. september, om 6 måneder"]
    eye.open_row("Overganger", "Emil")
    assert window.opened[0].place["id"] == str(family.id)


def test_a_new_deadline_appears_by_itself(show, family, story):
    _, eye = show()
    assert eye.sees("Ingenting haster")
    family.enquiry(received_on=date(2026, 2, 20))
    assert any("Svar familien" in row for row in eye.rows(LIST))


def test_a_new_day_turns_today_into_late(show, note_id, clock):
    window, eye = show()
    assert eye.rows(LIST)[0] == "I dag"
    clock.forward(days=1)
    window.page.show_now()
    assert eye.rows(LIST)[0] == "Over fristen"


def test_every_line_can_be_said_in_nynorsk():
    use_language("nn")
    try:
        assert t("my_day.row.knowledge") == "Finn ut når familien fekk vite om avgjerda"
    finally:
        use_language("nb")


def test_every_step_that_is_led_to_exists():
    assert set(RIGHT_STEPS.values()) <= set(STEPS)
