# SPDX-License-Identifier: MIT
"""Rows are spoken whole and worked by keys; chips wrap and hold."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.views.example_pages import DAY
from views.widgets.basics import button
from views.widgets.chips import ChipGroup
from views.widgets.flow import flow
from views.widgets.rows import Head, RowList, RowModel
from views.widgets.timeline import Event, Timeline


@pytest.fixture
def rows(show):
    made = RowList("Dette trenger deg")
    made.show_rows(DAY)
    return made, show(made, 600, 600)


def test_the_row_model_is_lawful(qapp, qtmodeltester):
    parent = QWidget()
    model = RowModel(parent)
    model.show(DAY)
    qtmodeltester.check(model)


def test_a_row_is_one_sentence_for_the_ear(rows):
    _, eye = rows
    assert eye.rows("Dette trenger deg")[3] == (
        "Skriv ferdig referatet fra ansvarsgruppen, Familien Haugen · Emil (17) · møtet var 19. november, "
        "I dag, ikke ferdig"
    )


def test_arrows_go_past_headings(rows):
    made, eye = rows
    made.setFocus()
    assert made.current().id == 1
    eye.key(Qt.Key.Key_Down)
    assert made.current().id == 2


def test_enter_opens_and_space_ticks(rows, qtbot):
    made, eye = rows
    made.setFocus()
    with qtbot.waitSignal(made.opened) as opened:
        eye.key(Qt.Key.Key_Return)
    with qtbot.waitSignal(made.ticked) as ticked:
        eye.key(Qt.Key.Key_Space)
    assert (opened.args[0].id, ticked.args[0].id) == (1, 1)


def test_letters_work_only_in_the_list(rows, qtbot):
    made, eye = rows
    made.setFocus()
    with qtbot.waitSignal(made.pressed_key) as pressed:
        eye.key(Qt.Key.Key_U)
    assert (pressed.args[0].id, pressed.args[1]) == (1, "U")


def test_a_click_in_the_box_ticks(rows, qtbot):
    made, _ = rows
    box = made.visualRect(made.model().index(3)).topLeft() + QPoint(20, 20)
    with qtbot.waitSignal(made.ticked) as ticked:
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert ticked.args[0].id == 2


def test_the_next_row_is_chosen_when_one_goes(rows):
    made, _ = rows
    made.choose(3)
    made.show_rows([one for one in DAY if isinstance(one, Head) or one.id != 3])
    assert made.current().id == 4


def test_the_last_row_is_chosen_when_the_last_goes(rows):
    made, _ = rows
    made.choose(7)
    made.show_rows(DAY[:-1])
    assert made.current().id == 6


def test_an_empty_list_has_nothing_chosen(rows):
    made, _ = rows
    made.show_rows([])
    assert made.current() is None


def test_a_timeline_stands_under_its_headings(show):
    made = Timeline("Tidslinje")
    events = [Event(1, "19. nov.", "Møte", "6 av 7", group="November"), Event(2, "2. okt.", "Notat", group="Oktober")]
    made.show_events(events)
    assert show(made, 400, 300).rows("Tidslinje") == ["November", "Møte, 6 av 7, 19. nov.", "Oktober", "Notat, 2. okt."]


def test_one_chip_holds_and_arrows_move(show, qtbot):
    made = ChipGroup("Utvalg", [("all", "Alle"), ("mine", "Mine"), ("ended", "Avsluttede")])
    eye = show(made, 400, 60)
    assert made.value() == "all"
    made.chips()["all"].setFocus()
    with qtbot.waitSignal(made.chosen) as chosen:
        eye.key(Qt.Key.Key_Right)
    assert (chosen.args, made.value(), eye.focus()) == (["mine"], "mine", "Mine")


def test_several_chips_may_hold(show):
    made = ChipGroup("Til stede", [("a", "Anne"), ("b", "Per")], several=True)
    eye = show(made, 400, 60)
    eye.press("Anne")
    eye.press("Per")
    assert made.values() == ("a", "b")


def test_chips_wrap_where_it_is_narrow(show):
    chips = [button(f"Et ganske langt valg {n}", kind="chip") for n in range(4)]
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(flow(*chips))
    layout.addStretch(1)
    show(page, 300, 400)
    assert len({chip.y() for chip in chips}) > 1
    assert all(chip.geometry().right() <= page.width() for chip in chips)
