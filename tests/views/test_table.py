# SPDX-License-Identifier: MIT
"""A table shows frozen rows, finds at each key, and keeps the chosen row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.views.example_pages import COLUMNS, FAMILIES, FamilyLine
from views.table.model import RowsModel
from views.table.table import RowTable


@pytest.fixture
def table(show):
    made = RowTable("Familier", COLUMNS)
    made.show_rows(FAMILIES)
    return made, show(made, 1200, 500)


def names(eye):
    return [said.split(", ")[0].split(": ")[1] for said in eye.rows("Familier")]


def test_the_model_is_lawful(qapp, qtmodeltester):
    model = RowsModel(COLUMNS)
    model.show(FAMILIES)
    qtmodeltester.check(model)


def test_each_cell_says_its_column_and_an_empty_one_says_so(table):
    _, eye = table
    assert "Familier: Haugen – Emil" in eye.rows("Familier")[0]
    made, _ = table
    made.show_rows([FamilyLine(9, "Moen", "", "", "", "neutral")])
    assert "Uavklart: mangler" in eye.rows("Familier")[0]


@pytest.mark.parametrize("query", ["ødeg", "odegard", "ODEGÅRD jonas", "jonas øde"])
def test_a_name_is_found_however_it_is_typed(table, query):
    made, eye = table
    assert made.filter(query) == 1
    assert names(eye) == ["Ødegård – Jonas"]


def test_sami_letters_are_found_without_a_sami_keyboard(table):
    made, eye = table
    made.filter("cingi")
    assert names(eye) == ["Čiŋgi – Máret"]


def test_a_head_sorts_in_norwegian_order(table):
    made, eye = table
    made.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(eye)[-2:] == ["Ødegård – Jonas", "Aasen – Sara og Elias"]


def test_numbers_sort_as_numbers(table):
    made, eye = table
    made.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(eye)[0] == "Čiŋgi – Máret"


def test_enter_opens_the_chosen_row(table, qtbot):
    made, eye = table
    with qtbot.waitSignal(made.opened) as opened:
        eye.open_row("Familier", "Lunde")
    assert opened.args[0].name == "Lunde – Nora"


def test_the_chosen_row_stays_chosen_when_rows_come_anew(table):
    made, _ = table
    made.choose(3)
    made.show_rows(FAMILIES[1:])
    assert made.current().id == 3


def test_the_next_row_is_chosen_when_the_chosen_one_goes(table):
    made, _ = table
    made.choose(2)
    made.show_rows([one for one in FAMILIES if one.id != 2])
    assert made.current().id == 3


def test_the_place_is_kept(table):
    made, _ = table
    made.choose(4)
    place = made.place()
    made.choose(0)
    made.go_to(place)
    assert made.current().id == 4


def test_tab_leaves_the_table(table):
    made, _ = table
    made.setFocus()
    before = made.currentIndex()
    QTest.keyClick(made, Qt.Key.Key_Tab)
    assert made.currentIndex() == before


def test_columns_of_second_rank_hide_in_a_narrow_window(table):
    made, eye = table
    eye.widget.resize(1000, 500)
    assert made.isColumnHidden(4)
    eye.widget.resize(1200, 500)
    assert not made.isColumnHidden(4)


def test_more_rows_are_fetched_after_the_last_one(show):
    rows = [FamilyLine(number, f"Familie {number:05}", "1", "", "", "neutral") for number in range(500)]

    def more(last):
        return rows[last.id + 1 : last.id + 101]

    made = RowTable("Familier", COLUMNS)
    made.show_rows(rows[:100], more)
    eye = show(made, 1200, 400)
    assert len(eye.rows("Familier")) == 100
    while made.model().canFetchMore(made.rootIndex()):
        made.model().fetchMore(made.rootIndex())
    assert len(eye.rows("Familier")) == 500
    assert made.filter("00499") == 1


@pytest.mark.slow
def test_twenty_thousand_rows_are_searched_as_one_types(show):
    first = ("Haugen", "Sandvik", "Lunde", "Ødegård", "Aasen", "Nilsen", "Hussein", "Solberg", "Myhre", "Kvale")
    names = [f"{first[n % 10]} – barn {n}" for n in range(20_000)]
    made = RowTable("Familier", COLUMNS)
    made.show_rows([FamilyLine(n, name, "4", "Kari Nordvik", "Vurderes", "info") for n, name in enumerate(names)])
    show(made, 1200, 600)
    assert made.filter("odegard") == 2000
    assert made.filter("odegard 19993") == 1
    assert made.filter("") == 20_000
