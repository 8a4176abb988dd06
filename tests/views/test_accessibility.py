# SPDX-License-Identifier: MIT
"""The kit keeps the rules of accessibility in every look, language and size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.eye import settle
from tests.views.components import ComponentsPage
from tests.views.rules import faults, said, tab_order
from tests.views.screen import dress

PAGES = ("my_day", "families", "settings")
SIZES = ((1366, 690), (1093, 550), (900, 540))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_keeps_the_rules_in_every_size(open_window, page, size):
    window, _ = open_window(page, *size)
    assert faults(window) == []


@pytest.mark.slow
@pytest.mark.parametrize("look", ["dark", "contrast"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_keeps_the_rules_in_every_look(open_window, page, look, qapp):
    dress(qapp, look)
    window, _ = open_window(page)
    assert faults(window) == []


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_a_page_keeps_the_rules_in_nynorsk(open_window, page):
    window, _ = open_window(page, 1093, 550)
    window.change_language("nn")
    settle()
    assert faults(window) == []


def test_the_components_keep_the_rules(show):
    page = ComponentsPage()
    show(page, 1366, 690)
    assert faults(page) == []


def test_tab_reaches_everything_once_and_comes_round(open_window):
    window, eye = open_window("settings")
    reached, wanted = [], tab_order(window)
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in wanted:
        reached.append(QApplication.focusWidget())
        eye.key(Qt.Key.Key_Tab)
    assert len(set(reached)) == len(wanted)
    assert QApplication.focusWidget() is reached[0]


def test_tab_goes_from_the_sidebar_into_the_page(open_window):
    window, _ = open_window("families")
    names = [said(one) for one in tab_order(window)]
    assert names.index("Hovedmeny") < names.index("Lås") < names.index("Søk i familier") < names.index("Familier")


def test_the_tree_of_the_start_page_is_as_agreed(open_window):
    _, eye = open_window("my_day")
    tree = eye.tree()
    for line in (
        "Button 'Søk alt …'",
        "List 'Hovedmeny'",
        "List 'Dette trenger deg'",
        "Familien Haugen · Emil (17) · møtet var 19. november, I dag, ikke ferdig",
    ):
        assert line in tree
