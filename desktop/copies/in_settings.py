# SPDX-License-Identifier: MIT
"""What settings and sidebar ask of the copies, done with dialogs, the job strip and a new process."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.copies.automation import Automation
from desktop.home import Home
from desktop.paths import proposed_vault
from models.store import moved, moving
from models.store.memory import wiped
from models.values.trouble import Trouble
from models.work.backup_place import choose_backup_place, may_move, may_restore
from views.backups import BackupState
from views.refused import said
from views.texts import t

if TYPE_CHECKING:
    from desktop.jobs import Pulse
    from desktop.workspace import Workspace
    from models.store.vault import OpenVault
    from views.main_window import MainWindow


class VaultBackups(QObject):
    """Bound to the window when it has been made."""

    changed = Signal()

    def __init__(self, program: Home, vault: "OpenVault", workspace: "Workspace", automation: Automation) -> None:
        super().__init__()
        self._program, self._vault, self._workspace, self._automation = program, vault, workspace, automation
        self.window: MainWindow | None = None
        automation.changed.connect(self.changed)

    def state(self) -> BackupState:
        """Where the copies stand."""
        return self._automation.state()

    def choose(self, parent: QWidget) -> None:
        """A place for the copies, and the first copy there."""
        chosen = _folder(parent, t("backup.card.choose_title"))
        if chosen is None:
            return
        if chosen.resolve().is_relative_to(self._vault.folder.resolve()):
            self._program.tell(said(Trouble("trouble.place_in_vault")))
            return
        self._workspace.do(choose_backup_place)
        self._automation.use_place(chosen)
        self.take()

    def take(self) -> None:
        """A copy now, with its progress in the strip."""
        assert self.window is not None
        undo = self.window.undo
        job = self._automation.take()
        self.window.jobs.follow(job, t("backup.job.title"), t("backup.job.stop"))
        job.succeeded.connect(lambda _: undo.offer(t("backup.job.done"), None))

    def restore(self) -> None:
        """The guide runs in a process that holds no key."""
        self._workspace.do(may_restore)
        self._program.restart(["--vault", str(self._vault.stands_for or self._vault.folder), "--restore"])

    def move(self, parent: QWidget) -> None:
        """A copy for another machine; when it is whole, this vault is left behind with a mark."""
        self._workspace.do(may_move)
        place = _folder(parent, t("backup.moving.choose_title"))
        if place is None:
            return

        def task(pulse: "Pulse") -> None:
            self._automation.work.copy_to(place, pulse)
            self._automation.work.tell("vault.moved")
            moved.mark(self._vault.folder, self._vault.clock())

        self._program.move_with(task, lambda: self._program.restart(["--vault", str(self._vault.folder)]))

    def move_here(self) -> None:
        """The vault to a plain folder of this machine."""
        self._workspace.do(may_move)
        target = _free(proposed_vault())

        def task(pulse: "Pulse") -> None:
            self._automation.work.tell("vault.moved_here")
            with wiped(self._vault.database.key_copy()) as key:
                moving.move(self._vault.folder, key, target, self._vault.clock(), pulse.at)

        def go_on() -> None:
            self._program.settings.change(vault=str(target))
            self._program.restart(["--vault", str(target)])

        self._program.move_with(task, go_on)


def _free(folder: Path) -> Path:
    names = (folder, *(folder.with_name(f"{folder.name}-{number}") for number in range(2, 100)))
    return next(one for one in names if not one.exists())


def _folder(parent: QWidget, title: str) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None
