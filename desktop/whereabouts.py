# SPDX-License-Identifier: MIT
"""Where the person is: page, place, the panel over it, field and caret; kept so that lock and kill lead back there."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from desktop.workspace import Workspace
from models.values.trouble import Trouble
from views.form.panel import FormPanel
from views.main_window import MainWindow, panels
from views.navigation import Stop
from views.pages.journal.note_panel import reopen_note_panel
from views.pages.tasks.task_panel import reopen_task_panel
from views.spots import Spot, go_to_spot, spot_in_view

PLACE = "window/place"
WITHIN_MS = 900


class Whereabouts(QObject):
    """Written a moment after something was typed or another page came into view, and at lock with the caret."""

    def __init__(self, main: "MainWindow", workspace: Workspace) -> None:
        super().__init__(main)
        self._main, self._workspace = main, workspace
        self._known: dict[str, object] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN_MS)
        self._timer.timeout.connect(self._keep_soon)

    def return_there(self) -> None:
        """Show the place kept, or the first page; then begin to keep it."""
        kept = self._workspace.drafts.load(PLACE) or {}
        stop = _stop(kept)
        self._main.start(stop.page, stop.place)
        panel, spot = kept.get("panel"), kept.get("spot")
        if isinstance(panel, dict):
            reopen = reopen_task_panel if panel.get("panel") == "task" else reopen_note_panel
            reopen(self._main, self._workspace, panel)
        if isinstance(spot, dict):
            found = self._with_caret(Spot(str(spot.get("form")), str(spot.get("field")), _number(spot.get("caret"))))
            # after the page and its forms have given their own first focus
            QTimer.singleShot(0, self, lambda: go_to_spot(self._main, found))
        self._main.stage.showed.connect(lambda *_: self._timer.start())
        self._workspace.drafts.kept = self._typed

    def _with_caret(self, spot: Spot) -> Spot:
        """Killed, not locked: the caret stands with the text that was being typed."""
        kept = self._workspace.drafts.load(spot.form) or {}
        if spot.caret >= 0 or kept.get("field") != spot.field:
            return spot
        return replace(spot, caret=_number(kept.get("caret")))

    def look(self, caret: bool = True) -> dict[str, object]:
        """Where the person is now; asked before the window is covered."""
        here = self._main.stage.stop_in_view()
        if here is None:
            return {}
        found: dict[str, object] = {"page": here.page, "place": here.place}
        panel = next((one for one in panels(self._main) if isinstance(one, FormPanel)), None)
        if panel is not None and (place := panel.place()):
            found["panel"] = place
        if (spot := spot_in_view()) is not None:
            found["spot"] = {"form": spot.form, "field": spot.field, "caret": spot.caret if caret else -1}
        return found

    def keep(self, found: dict[str, object]) -> None:
        """Write it down."""
        self._timer.stop()
        if found and found != self._known:
            self._workspace.drafts.save(PLACE, found)
            self._known = found

    def _typed(self, form: str) -> None:
        if form != PLACE and not self._timer.isActive():
            self._timer.start()

    def _keep_soon(self) -> None:
        try:
            self.keep(self.look(caret=False))
        except Trouble:
            # a place is no loss; what is typed tells for itself when it cannot be kept
            self._timer.stop()


def _stop(kept: dict[str, object]) -> Stop:
    place = kept.get("place")
    return Stop(str(kept.get("page", "")), place if isinstance(place, dict) else {})


def _number(value: object) -> int:
    return value if isinstance(value, int) else -1
