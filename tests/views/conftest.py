# SPDX-License-Identifier: MIT
"""Fixtures for tests of windows: the look, the language, a desk without a vault, a shown widget."""

import pytest

from tests.eye import Eye, settle
from tests.views.screen import PlainDesk, Settings, dress
from views.discreet import be_discreet
from views.main_window import MainWindow
from views.texts import use_language


@pytest.fixture(autouse=True)
def plain_look(qapp):
    """Each test begins in light bokmål, names shown, and nothing left of the test before."""
    settle()
    use_language("nb")
    be_discreet(False)
    dress(qapp)
    yield
    use_language("nb")
    be_discreet(False)


@pytest.fixture
def plain_desk(qapp):
    return PlainDesk()


@pytest.fixture
def show(qtbot):
    """Show a widget as the active window; gives the eye that looks at it."""

    def shown(widget, width=1366, height=690):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        settle()
        return Eye(widget)

    return shown


@pytest.fixture
def open_window(qapp, show, plain_desk):
    """The main window over the example pages; gives the window and its eye."""
    from tests.views.example_pages import DayPage, FormPage, ListPage

    pages = {"my_day": DayPage, "families": ListPage, "settings": FormPage}

    def opened(page="my_day", width=1366, height=690, extras=None, **settings):
        window = MainWindow(plain_desk, pages, Settings(**settings), *([extras] if extras else []))
        eye = show(window, width, height)
        window.start(page)
        settle()
        return window, eye

    return opened
