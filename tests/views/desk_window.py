# SPDX-License-Identifier: MIT
"""A stage for one page over a real vault: remembers what the page wanted opened."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.eye import settle
from tests.views.screen import dress
from views.navigation import Navigator, Stop
from views.texts import use_language


class OnePage(QWidget):
    """Shows one page made by `make(workspace, navigator)`; `opened` are the stops it asked for."""

    def __init__(self, qtbot, app, workspace, make, here=None, look="light", language="nb"):
        super().__init__()
        qtbot.addWidget(self)
        use_language(language)
        dress(app, look)
        self.opened: list[Stop] = []
        self.told: list[str] = []
        self._here = here
        self.navigator = Navigator(self)
        self.page = make(workspace, self.navigator)
        self.page.done.connect(self._done)
        self.undo_last = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.resize(1366, 690)
        self.show()
        self.activateWindow()
        settle()

    def show_stop(self, stop):
        self.opened.append(stop)

    def stop_in_view(self):
        return self._here

    def _done(self, text, undo):
        self.told.append(text)
        self.undo_last = undo
