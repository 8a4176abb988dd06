# SPDX-License-Identifier: MIT
"""The window finds its way: pages, back and forward, palette, help, panes, language, discreet view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.values.changes import ChangeSet
from tests.eye import LIST, settle
from views.commands import Clash, Command
from views.pages.page import Page
from views.settings import Extras, Hit
from views.texts import language, use_language


def press(window, keys):
    """Press a shortcut; offscreen Qt delivers those of the active window."""
    sequence = QKeySequence(keys)
    QTest.keySequence(QApplication.focusWidget() or window, sequence)
    settle()


def test_ctrl_and_a_number_opens_a_page(open_window):
    window, eye = open_window("my_day")
    press(window, "Ctrl+2")
    assert window.stage.name() == "families"
    assert eye.focus() == "Søk i familier"


def test_only_pages_that_exist_are_shown(open_window):
    _, eye = open_window("my_day")
    assert eye.rows("Hovedmeny") == ["Min dag", "Familier", "Koordinerende enhet", "Maler og oppsett"]


def test_alt_left_goes_back_to_the_same_row(open_window):
    window, _ = open_window("my_day")
    window.stage.page().rows.choose(3)
    press(window, "Ctrl+2")
    press(window, "Alt+Left")
    assert window.stage.name() == "my_day"
    assert window.stage.page().rows.current().id == 3
    press(window, "Alt+Right")
    assert window.stage.name() == "families"


def test_a_row_opens_the_place_it_speaks_of(open_window):
    window, eye = open_window("families")
    eye.open_row("Familier", "Lunde")
    assert window.stage.name() == "my_day"
    assert window.stage.page().asked == {"row": 2}


def test_the_menu_opens_by_keyboard(open_window):
    window, eye = open_window("my_day")
    menu = eye.find(LIST, "Hovedmeny")
    menu.setFocus()
    eye.key(Qt.Key.Key_Down)
    assert window.stage.name() == "my_day"
    eye.key(Qt.Key.Key_Return)
    assert window.stage.name() == "families"


def test_f6_goes_between_the_parts_of_the_window(open_window):
    window, eye = open_window("my_day")
    eye.find(LIST, "Hovedmeny").setFocus()
    press(window, "F6")
    assert eye.focus() == "Dette trenger deg"
    press(window, "Shift+F6")
    assert eye.focus() == "Hovedmeny"


def test_the_palette_does_what_is_chosen_and_gives_the_focus_back(open_window):
    window, eye = open_window("my_day")
    press(window, "Ctrl+K")
    assert eye.focus() == "Søk eller gjør noe"
    QTest.keyClicks(QApplication.focusWidget(), "fami")
    eye.key(Qt.Key.Key_Return)
    assert window.stage.name() == "families"


def test_escape_closes_the_palette_and_the_focus_is_where_it_was(open_window):
    window, eye = open_window("my_day")
    press(window, "Ctrl+K")
    eye.key(Qt.Key.Key_Escape)
    assert eye.focus() == "Dette trenger deg"


def test_the_palette_finds_what_the_finders_find(open_window):
    opened = []

    def find(query):
        return [Hit("Familier og barn", f"Familien {query}", lambda: opened.append(query), "Kari Nordvik", "family")]

    window, eye = open_window("my_day", extras=lambda _navigator: Extras(finders=(find,)))
    press(window, "Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "haugen")
    assert "Familien haugen, Kari Nordvik" in eye.rows("Treff")
    eye.key(Qt.Key.Key_Return)
    assert opened == ["haugen"]


@pytest.mark.parametrize(("said", "other", "words"), [("nb", "nn", "nynorsk"), ("nn", "nb", "bokmål")])
def test_the_palette_changes_the_language_and_keeps_the_place(open_window, said, other, words):
    use_language(said)
    window, eye = open_window("families", language=said)
    press(window, "Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), words)
    eye.key(Qt.Key.Key_Return)
    assert language() == other
    assert window.stage.name() == "families"


@pytest.mark.parametrize(("said", "words"), [("nb", "mørkt utseende"), ("nn", "mørk utsjånad")])
def test_the_palette_changes_the_look_at_once(open_window, qtbot, said, words):
    use_language(said)
    window, eye = open_window("families", language=said)
    press(window, "Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), words)
    with qtbot.waitSignal(window.theme_changed) as changed:
        eye.key(Qt.Key.Key_Return)
    assert changed.args == ["dark"]


def test_a_search_without_hits_says_so(open_window):
    window, eye = open_window("my_day")
    press(window, "Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "qqqq")
    assert eye.says("Ingen treff")


def test_f1_tells_about_the_page_in_view_and_its_keys(open_window):
    window, eye = open_window("families")
    press(window, "F1")
    assert eye.says("Her er familiene du har tilgang til")
    assert eye.says("Ctrl+K")
    press(window, "F1")
    assert not eye.says("Her er familiene du har tilgang til")
    assert eye.focus() == "Søk i familier"


def test_new_things_stand_in_one_menu(open_window):
    made = []
    new = Command("new.family", "shell.nav.families", "", lambda: made.append("family"), letter="F")
    window, _ = open_window("my_day", extras=lambda _navigator: Extras((new,)))
    press(window, "Ctrl+N")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_F)
    assert made == ["family"]


def test_lock_is_asked_for_by_key_and_by_button(open_window, qtbot):
    window, eye = open_window("my_day")
    with qtbot.waitSignal(window.lock_requested):
        press(window, "Ctrl+L")
    with qtbot.waitSignal(window.lock_requested):
        eye.press("Lås")


def test_a_new_language_keeps_the_place(open_window, qtbot):
    window, eye = open_window("my_day")
    window.stage.page().rows.choose(3)
    with qtbot.waitSignal(window.language_changed) as told:
        window.change_language("nn")
    settle()
    assert told.args == ["nn"]
    assert eye.rows("Hovudmeny")[1] == "Familiar"
    assert window.stage.page().rows.current().id == 3


def test_the_title_is_the_name_of_the_program_only(open_window):
    window, _ = open_window("my_day")
    assert window.windowTitle() == "Laget"


def test_a_narrow_window_has_a_rail_whose_buttons_keep_their_names(open_window):
    window, eye = open_window("my_day", 1093, 550)
    assert window.sidebar.width() == 60
    eye.press("Lås")
    window.resize(1366, 690)
    assert window.sidebar.width() == 224


def test_a_practice_vault_is_clearly_marked(open_window):
    _, eye = open_window("my_day", practice=True)
    assert eye.says("Øvingskommune")


def test_what_was_saved_is_told(open_window, plain_desk):
    _, eye = open_window("my_day")
    plain_desk.changed.emit(ChangeSet())
    assert eye.says("Alt er lagret 10:42")


def test_what_was_done_can_be_undone_by_key(open_window):
    undone = []
    window, eye = open_window("my_day")
    window.stage.page().done.emit("Oppgaven er fullført", lambda: undone.append(True))
    assert eye.says("Oppgaven er fullført")
    press(window, "Ctrl+Z")
    assert undone == [True]
    assert not eye.says("Oppgaven er fullført")


def test_the_strip_with_undo_goes_by_itself(open_window, qtbot, monkeypatch):
    monkeypatch.setattr("views.widgets.undo_strip.SHOWN_MS", 20)
    window, eye = open_window("my_day")
    window.stage.page().done.emit("Oppgaven er fullført", lambda: None)
    assert eye.says("Oppgaven er fullført")
    qtbot.waitUntil(lambda: not eye.says("Oppgaven er fullført"))


def test_a_count_is_read_aloud(open_window):
    window, eye = open_window("my_day")
    window.stage.page().counted.emit(5)
    assert eye.rows("Hovedmeny")[0] == "Min dag, 5 saker"


def test_the_discreet_view_is_turned_on_and_off(open_window):
    from views.discreet import is_discreet

    window, _ = open_window("my_day")
    press(window, "Ctrl+Shift+H")
    assert is_discreet()
    press(window, "Ctrl+Shift+H")
    assert not is_discreet()


def test_no_two_commands_want_the_same_keys(open_window):
    window, _ = open_window("my_day")
    keys = [shortcut.key().toString() for shortcut in window.findChildren(QShortcut) if shortcut.isEnabled()]
    assert len(keys) == len(set(keys))
    with pytest.raises(Clash):
        window.commands.show_page([Command("mine", "shell.nav.families", "Ctrl+K")])


def test_half_typed_text_is_kept_when_the_page_is_left(open_window, plain_desk):
    window, eye = open_window("settings")
    eye.write("Familier", "Anne")
    press(window, "Ctrl+1")
    assert plain_desk.drafts.load("example")["values"]["name"] == "Anne"


def test_half_typed_text_and_caret_survive_a_change_of_language(open_window):
    window, eye = open_window("settings")
    eye.write("Familier", "Anne")
    window.change_language("nn")
    settle()
    assert eye.focus() == "Familiar"
    assert QApplication.focusWidget().text() == "Anne"


def test_a_page_let_go_hears_nothing_more(open_window, plain_desk):
    window, _ = open_window("my_day")
    former = window.stage.page()
    window.rebuild()
    settle()
    plain_desk.changed.emit(ChangeSet())
    assert window.stage.page() is not former
    assert [one for one in window.findChildren(Page) if one.isVisible()] == [window.stage.page()]
