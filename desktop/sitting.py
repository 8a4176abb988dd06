# SPDX-License-Identifier: MIT
"""One person's sitting with an open vault: workspace, window, idle lock, and the place kept over lock."""

import gc
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.carrying import carried_over, carry_over
from desktop.checking import Checking
from desktop.copies.automation import Automation
from desktop.home import Home
from desktop.locking import LockWatch
from desktop.log_guard import VaultLogGuard
from desktop.paths import backup_folder
from desktop.session_events import register_window
from desktop.shield import ThisShield
from desktop.whereabouts import Whereabouts
from desktop.wiring import make_window
from desktop.workspace import Person, Workspace
from models.queries.session import Sitting, sitting
from models.store.readings import CopyReading, enter
from models.store.restore import clear
from models.values.log_state import LogCheck, LogFault
from models.values.trouble import Trouble
from models.work.drop_ended_drafts import drop_ended_drafts
from views.backups import sidebar_line
from views.dialogs.unkept import UnkeptCard
from views.refused import said
from views.settings import BackupLine
from views.spots import flush_each
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import column

if TYPE_CHECKING:
    from models.store.vault import OpenVault

log = logging.getLogger(__name__)


class WindowChoices:
    """What the main window asks of the settings."""

    def __init__(self, program: Home, who: Sitting) -> None:
        self._settings, self._who = program.settings, who
        self.language, self.theme = program.settings.choices.language, program.settings.choices.theme
        self.backup_line = BackupLine()

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
        self.folder = vault.stands_for or vault.folder
        self.carried: frozenset[str] = frozenset()
        with vault.database.reading() as session:
            who = sitting(session, vault.slot)
        if who is None:
            raise Trouble("trouble.vault_never_set_up")
        self.municipality = who.municipality
        self.workspace = Workspace(vault.database, Person(who.staff_id, who.name, who.roles))
        self._note_readings(vault)
        self.backups = Automation(vault, self.workspace, lambda: self.watch.idle())
        self._choices = WindowChoices(program, who)
        self.checking = Checking(vault, self.workspace, program.settings)
        self.main = make_window(self.workspace, self._choices, program, vault, self.backups, self.checking)
        self._trouble = Banner("danger", "", closable=True)
        self._ask = UnkeptCard()
        self.window = QWidget()
        self.window.setLayout(column(*_told_of_copy(vault), self._trouble, self._ask, self.main, gap=0))
        self.window.setFocusProxy(self.main)
        self.main.lock_requested.connect(lambda: program.lock())
        self.main.language_changed.connect(program.use_language)
        self.main.language_changed.connect(self._show_backups)
        self._shield = ThisShield(program, vault)
        self.main.alone.connect(self._shield.let_room_see)
        self.main.theme_changed.connect(lambda chosen: program.settings.change(theme=chosen))
        self.whereabouts = Whereabouts(self.main, self.workspace)
        self.workspace.damaged.connect(program.damaged, Qt.ConnectionType.QueuedConnection)
        self.checking.damaged.connect(program.damaged, Qt.ConnectionType.QueuedConnection)
        self.watch = LockWatch(program.settings.choices.idle_minutes, self.main)
        self.watch.lock_now.connect(lambda: program.lock())
        self.watch.lock_at_once.connect(lambda: program.lock(at_once=True))
        self.backups.changed.connect(self._show_backups)

    def start(self) -> None:
        """Show the place kept over lock, or the first page, and begin to watch for lock."""
        self.watch.start(self._program.application)
        self.backups.start()
        self._show_backups()
        register_window(int(self._program.frame.winId()))
        if not self._vault.read_only:  # else it waits for a window that may write
            self._take_up(carried_over(self._vault.database))
            with suppress(Trouble):  # on a full disk they go the next time
                self.workspace.do(drop_ended_drafts)
        self.whereabouts.return_there()
        # what is loaded by now stays: else the collector walks all of it while letters are made beside the window
        gc.collect()
        gc.freeze()
        if self._vault.warnings:
            self._trouble.say("warning", "\n".join(map(said, self._vault.warnings)))
        if self._vault.read_only and self._vault.copy_made is None:
            self._trouble.say("info", t("start.read_only"))
        job = self.workspace.run(VaultLogGuard(self._vault).check_at_opening)
        job.succeeded.connect(self._log_checked)
        self.checking.begin()

    def _log_checked(self, found: object) -> None:
        """What the anchor tells is among the vault's warnings already; this is what only the lines can tell."""
        if isinstance(found, LogCheck) and found.fault in (LogFault.LINE, LogFault.VALUES):
            self._trouble.say("danger", t("vault_log.banner"))

    def tell(self, words: str) -> None:
        """What could not be done: it stays above the page until it is put away, and in the line on saving."""
        self._trouble.say("danger", words)
        self.main.sidebar.save_state.failed(words)

    def keep(self, here: dict[str, object]) -> None:
        """Write everything half-typed into the vault, and where the person is."""
        if self._vault.read_only:
            return
        flush_each([self.main.flush, lambda: self.whereabouts.keep(here), self.workspace.drafts.try_again])

    def ask_to_close(self, wrong: Trouble, again: Callable[[], object], leave: Callable[[], object]) -> None:
        """What could not be written, in its own words, and the choice."""
        self._ask.show_loss(said(wrong), tuple(self.workspace.drafts.unkept.values()), again, leave)

    def end(self, here: dict[str, object], goes_on: bool = False) -> None:
        """Keep half-typed text and place, close the vault and wipe its key; a fault never stops the closing.

        `goes_on` lets what the disk refused reach the next process, sealed with the key that is wiped here.
        """
        try:
            self.keep(here)
        except Trouble as trouble:
            log.error("not everything kept: %s", trouble.key)
            if goes_on:
                self.carried = carry_over(self._vault.database, self.workspace.drafts.unkept)
        except Exception:
            # whatever is wrong with a page, the key must go
            log.exception("not everything kept")
        finally:
            self.workspace.close()
            self._vault.close()
            if self._vault.stands_for is not None:
                clear(self._vault.folder)

    def _take_up(self, carried: tuple[dict[str, dict[str, object]], int]) -> None:
        forms, lost = carried
        self.workspace.drafts.take_up(forms)
        if lost:
            self._trouble.say("danger", t("program.not_carried", n=lost))

    def _note_readings(self, vault: "OpenVault") -> None:
        """What is opened in a copy is kept beside, and reaches the log when the vault itself is opened."""
        if vault.copy_made is not None:
            self.workspace.seen = CopyReading(backup_folder(), vault).keep
        elif not vault.read_only:
            enter(backup_folder(), vault)

    def _show_backups(self, *_language: str) -> None:
        self._choices.backup_line = sidebar_line(self.backups.state(), self.workspace.now())
        self.main.sidebar.show_backup(self._choices.backup_line)


def _told_of_copy(vault: "OpenVault") -> list[Banner]:
    """Stays as long as the copy is read: nobody may take it for the vault."""
    if vault.copy_made is None:
        return []
    return [Banner("warning", t("restore.reading", when=vault.copy_made))]
