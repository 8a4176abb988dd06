# SPDX-License-Identifier: MIT
"""The journal tab and the note that is written from anywhere."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.queries.journal import journal
from models.records.family_service import FamilyService
from models.work.undo import undo_act
from models.work.write_note import NoteDraft, write_note
from tests.eye import TEXT, Eye, settle
from tests.views.desk_window import OnePage
from tests.views.screen import Settings
from views.main_window import MainWindow
from views.navigation import Stop
from views.pages.family.reasoned import family_in_view
from views.pages.journal.note_panel import note_command, open_note_panel
from views.pages.journal.page import JournalTab
from views.pages.my_day.page import MyDayPage
from views.settings import Extras

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil").adult("Anne")


@pytest.fixture
def show(qtbot, qapp, workspace, family):
    def made():
        window = OnePage(qtbot, qapp, workspace, lambda desk, navigator: JournalTab(desk, navigator, family.id))
        return window, Eye(window)

    return made


def begin(window):
    """What «Nytt notat» in the family's head asks of the tab."""
    window.page.go_to({"new": True})
    settle()


def notes(desk, family):
    return [entry.note for entry in desk.read(journal, family.id, desk.staff_id) if entry.note]


def test_a_note_is_written_with_two_fields_and_a_key(show, desk, family):
    window, eye = show()
    begin(window)
    assert eye.focus() == "Hva som ble sagt"
    eye.write("Hva som ble sagt", "Anne ringte om avlastning.")
    eye.write("Neste gang", "om 2 uker")
    eye.key(Qt.Key.Key_Return, CONTROL)
    [note] = notes(desk, family)
    assert (note.text, note.kind, note.next_on) == ("Anne ringte om avlastning.", "phone", date(2026, 3, 30))
    assert any("Anne ringte om avlastning." in row for row in eye.rows("Journal"))
    assert not eye.sees("Hva som ble sagt")


def test_a_phone_call_takes_a_name_a_line_and_two_weeks(show, desk, story, family):
    story.add(FamilyService(family_id=family.id, name="BUP Mellomvik", contact="Jon Ask"))
    window, eye = show()
    begin(window)
    eye.write("Med hvem", "jon")
    eye.key(Qt.Key.Key_Return)
    eye.write("Hva som ble sagt", "Ringte. Ingen plass før påske.")
    eye.press("om 2 uker")
    eye.key(Qt.Key.Key_Return, CONTROL)
    [note] = notes(desk, family)
    assert (note.kind, note.with_whom, note.next_on) == ("phone", "Jon Ask", date(2026, 3, 30))
    desk.do(undo_act, family.id)
    assert notes(desk, family) == []


def test_an_empty_note_says_what_is_missing_and_keeps_the_rest(show, desk, family):
    window, eye = show()
    begin(window)
    eye.write("Med hvem", "Anne")
    eye.press("Lagre notatet")
    assert eye.says("Notatet er tomt. Skriv kort hva som ble sagt.")
    assert notes(desk, family) == []


def test_half_a_note_comes_back_when_the_panel_is_opened_again(show, desk, family):
    window, eye = show()
    begin(window)
    eye.write("Hva som ble sagt", "Anne ringte om")
    eye.key(Qt.Key.Key_Escape)
    assert not eye.sees("Hva som ble sagt")
    begin(window)
    assert eye.find(TEXT, "Hva som ble sagt").toPlainText() == "Anne ringte om"


def test_without_a_family_in_view_it_asks_which(qtbot, qapp, workspace, desk, family):
    window = OnePage(qtbot, qapp, workspace, lambda desk, navigator: JournalTab(desk, navigator, family.id))
    open_note_panel(window, workspace)
    eye = Eye(window)
    eye.write("Hva som ble sagt", "Ringte.")
    eye.press("Lagre notatet")
    assert eye.says("Familien mangler. Velg hvem notatet gjelder.")
    eye.write("Familie", "emi")
    eye.key(Qt.Key.Key_Return)
    eye.press("Lagre notatet")
    assert [note.text for note in notes(desk, family)] == ["Ringte."]


def test_tab_stays_in_the_panel(show):
    window, eye = show()
    begin(window)
    names = set()
    for _ in range(20):
        eye.leave()
        names.add(eye.focus())
    assert "Lagre notatet" in names
    assert "Journal" not in names


def test_a_fresh_note_is_mended_and_the_former_words_can_be_read(show, desk, family):
    desk.do(write_note, family.id, NoteDraft(text="Trenger avlasting.", with_whom="Anne"))
    _, eye = show()
    eye.press("Endre notatet")
    eye.write("Hva som ble sagt", "Trenger avlastning.")
    eye.press("Lagre notatet")
    assert [note.text for note in notes(desk, family)] == ["Trenger avlastning."]
    eye.press("Vis hva som sto før")
    assert eye.says("Trenger avlasting.")


def test_an_old_note_can_only_be_added_to(show, desk, family, clock):
    desk.do(write_note, family.id, NoteDraft(text="Mor ringte."))
    clock.forward(days=2)
    _, eye = show()
    assert not eye.sees("Endre notatet")
    eye.press("Legg til rettelse")
    eye.write("Hva som ble sagt", "Det var far.")
    eye.press("Lagre notatet")
    assert eye.sees("Rettelse")
    assert eye.says("Det var far.")
    assert eye.says("Mor ringte.")


def test_chips_choose_what_is_shown(show, desk, family):
    family.enquiry(received_on=date(2026, 3, 2), from_whom="Anne")
    desk.do(write_note, family.id, NoteDraft(text="Mor ringte."))
    _, eye = show()
    assert eye.sees("Alt 3")
    eye.press("Notater 1")
    assert [row for row in eye.rows("Journal") if "Henvendelse" in row] == []
    eye.press("Rett og avgjørelse 1")
    assert any("Henvendelse, muntlig" in row for row in eye.rows("Journal"))


def test_enter_on_a_wish_opens_where_it_is_handled(show, family):
    family.enquiry(received_on=date(2026, 3, 2))
    window, eye = show()
    eye.open_row("Journal", "Henvendelse")
    assert window.opened[0].place == {"id": str(family.id), "tab": "right", "item": "wish"}


def test_another_page_can_ask_for_one_note(show, desk, family):
    first = desk.do(write_note, family.id, NoteDraft(text="Den første."))
    desk.do(write_note, family.id, NoteDraft(text="Den andre.", kind="visit"))
    window, eye = show()
    window.page.go_to({"item": str(first)})
    settle()
    assert eye.says("Den første.")


def test_the_family_in_view_is_known_from_the_way(qtbot, qapp, workspace, family):
    window = OnePage(
        qtbot,
        qapp,
        workspace,
        lambda desk, navigator: JournalTab(desk, navigator, family.id),
        here=Stop("family", {"id": str(family.id)}),
    )
    assert family_in_view(window.navigator) == family.id


def test_half_a_note_is_kept_when_the_window_is_flushed_for_the_lock(qtbot, workspace, family):
    window = MainWindow(workspace, {"my_day": MyDayPage}, Settings())
    qtbot.addWidget(window)
    window.start("my_day")
    window.show()
    open_note_panel(window, workspace, family.id)
    Eye(window).write("Hva som ble sagt", "Halvferdig")
    window.flush()
    kept = workspace.drafts.load(f"new_note/{family.id}")
    assert kept["values"]["text"] == "Halvferdig"


def test_the_command_opens_the_panel_on_any_page(qtbot, workspace, family):
    window = MainWindow(
        workspace,
        {"my_day": MyDayPage},
        Settings(),
        lambda navigator: Extras((note_command(workspace, navigator),)),
    )
    qtbot.addWidget(window)
    window.start("my_day")
    window.show()
    window.activateWindow()
    settle()
    window.commands.run("new.note")
    settle()
    assert Eye(window).focus() == "Familie"
