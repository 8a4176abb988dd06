# SPDX-License-Identifier: MIT
"""Where pages stand: made when first opened, kept, read again when something they show has changed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget
from shiboken6 import isValid

from views.navigation import Navigator, Stop
from views.pages.page import Page, PageFactory
from views.panes import first_focusable
from views.spots import flush_each
from views.workspace import Workspace


class PageStage(QStackedWidget):
    """Shows one page at a time and tells which."""

    # (name, page) after the page has come into view
    showed = Signal(str, object)
    # (name, page) when a page is made, so that the window can listen to it
    made = Signal(str, object)

    def __init__(self, workspace: Workspace, pages: Mapping[str, PageFactory]) -> None:
        super().__init__()
        self._workspace, self._factories = workspace, dict(pages)
        self._pages: dict[str, Page] = {}
        self._name = ""
        self.navigator = Navigator(self)

    def show_stop(self, stop: Stop) -> None:
        """Bring a page into view at this place, the half-typed text of the former kept."""
        if (now := self.page()) is not None:
            now.flush()
        page = self._pages.get(stop.page) or self._make(stop.page)
        self._name = stop.page
        # asked before the page is shown: Qt gives the focus to something of its own then
        left_at = page.focusWidget()
        self.setCurrentWidget(page)
        page.show_now()
        page.go_to(dict(stop.place))
        # another tab of the page may be in view now
        still = left_at if left_at is not None and isValid(left_at) and left_at.isVisibleTo(page) else None
        first = still or page.first_focus() or first_focusable(page)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.showed.emit(stop.page, page)

    def stop_in_view(self) -> Stop | None:
        """Which page is in view, and where in it the person is."""
        page = self.page()
        return Stop(self._name, page.place()) if page is not None else None

    def page(self) -> Page | None:
        """The page in view."""
        return self._pages.get(self._name)

    def name(self) -> str:
        """The name of the page in view."""
        return self._name

    def has(self, name: str) -> bool:
        """Whether such a page exists."""
        return name in self._factories

    def flush(self) -> None:
        """Keep the half-typed text of every page."""
        flush_each(page.flush for page in self._pages.values())

    def clear(self) -> Stop | None:
        """Let all pages go, so that they are built anew; gives where the person was."""
        here = self.stop_in_view()
        self.flush()
        for page in self._pages.values():
            self.removeWidget(page)
            page.leave()
            page.deleteLater()
        self._pages.clear()
        self._name = ""
        return here

    def _make(self, name: str) -> Page:
        page = self._factories[name](self._workspace, self.navigator)
        self._pages[name] = page
        self.addWidget(page)
        self.made.emit(name, page)
        return page
