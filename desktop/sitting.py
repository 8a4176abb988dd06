# SPDX-License-Identifier: MIT
"""One person's sitting with an open vault: workspace, window, idle lock, and the place kept over lock."""

import gc
import logging
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.home import Home
from desktop.locking import LockWatch
from desktop.session_events import register_window
from desktop.wiring import make_window
from desktop.workspace import Person, Workspace
from models.queries.session import Sitting, sitting
from models.values.trouble import Trouble
from views.navigation import Stop
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import column

if TYPE_CHECKING:
    from models.store.vault import OpenVault

log = logging.getLogger(__name__)
PLACE = "window/place"


class WindowChoices:
    """What the main window asks of the settings."""

    def __init__(self, program: Home, who: Sitting) -> None:
        self._settings, self._who = program.settings, who
        self.language, self.theme = program.settings.choices.language, program.settings.choices.theme
        self.backup_line = ""

    @property
    def municipality(self) -> str:
        return self._who.municipality

    @property
    def staff_name(self) -> str:
        return self._who.name

    @property
    def staff_role(self) -> str:
        return self._who.title or t("program.coordinator")

    @property
    def practice(self) -> bool:
        return self._who.practice


class OpenSitting:
    """Everything that lives between unlocking and locking."""

    def __init__(self, vault: "OpenVault", program: Home) -> None:
        self._vault, self._program = vault, program
        self.folder = vault.folder
        with vault.database.reading() as session:
            who = sitting(session, vault.slot)
        if who is None:
            raise Trouble("trouble.vault_never_set_up")
        self.municipality = who.municipality
        self.workspace = Workspace(vault.database, Person(who.staff_id, who.name, who.roles))
        self.main = make_window(self.workspace, WindowChoices(program, who), program, vault)
        self._trouble = Banner("danger", "", closable=True)
        self._trouble.hide()
        self.window = QWidget()
        self.window.setLayout(column(self._trouble, self.main, gap=0))
        self.window.setFocusProxy(self.main)
        self.main.lock_requested.connect(program.lock)
        self.main.language_changed.connect(program.use_language)
        self.main.theme_changed.connect(lambda chosen: program.settings.change(theme=chosen))
        self.watch = LockWatch(program.settings.choices.idle_minutes, self.main)
        self.watch.lock_now.connect(program.lock)

    def start(self) -> None:
        """Show the place kept over lock, or the first page, and begin to watch for lock."""
        self.watch.start(self._program.application)
        register_window(self._program.window_id())
        kept = self.workspace.drafts.load(PLACE)
        stop = _stop(kept)
        self.main.start(stop.page, stop.place)
        # what is loaded by now stays: else the collector walks all of it while letters are made beside the window
        gc.collect()
        gc.freeze()
        if self._vault.warnings:
            self._trouble.say("warning", "\n".join(map(said, self._vault.warnings)))
        if self._vault.read_only:
            self._trouble.say("info", t("start.read_only"))

    def tell(self, words: str) -> None:
        """What could not be done: it stays above the page until it is put away, and in the line on saving."""
        self._trouble.say("danger", words)
        self.main.sidebar.save_state.failed(words)

    def end(self) -> None:
        """Keep half-typed text and place, close the vault and wipe its key; a fault never stops the closing."""
        try:
            self._keep()
        except Trouble as trouble:
            log.error("place not kept: %s", trouble.key)
        finally:
            self.workspace.close()
            self._vault.close()

    def _keep(self) -> None:
        if self._vault.read_only:
            return
        self.main.flush()
        here = self.main.stage.stop_in_view()
        if here is not None:
            self.workspace.drafts.save(PLACE, {"page": here.page, "place": here.place})


def _stop(kept: dict[str, object] | None) -> Stop:
    if kept is None:
        return Stop("")
    place = kept.get("place")
    return Stop(str(kept.get("page", "")), place if isinstance(place, dict) else {})
