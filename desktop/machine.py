# SPDX-License-Identifier: MIT
"""What the settings page asks of this machine, done with the open vault and the kept choices."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import passphrase
from desktop.crash import sentence
from desktop.home import Home
from desktop.images import read_picture
from desktop.keychain import Keychain
from models.store.memory import secret_bytes, wiped
from views.texts import t

if TYPE_CHECKING:
    from models.store.vault import OpenVault
    from views.main_window import MainWindow
    from views.workspace import Pulse, Workspace


class ThisMachine:
    """Bound to the window when it has been made."""

    def __init__(self, program: Home, vault: "OpenVault", workspace: "Workspace") -> None:
        self._program, self._vault, self._workspace = program, vault, workspace
        self.window: MainWindow | None = None

    @property
    def language(self) -> str:
        return self._program.settings.choices.language

    @property
    def theme(self) -> str:
        return self._program.settings.choices.theme

    @property
    def idle_minutes(self) -> int:
        return self._program.settings.choices.idle_minutes

    @property
    def folder(self) -> str:
        return str(self._vault.folder)

    @property
    def keyring_line(self) -> str:
        missing = Keychain().missing()
        return t(missing) if missing else ""

    def speak(self, language: str) -> None:
        """Change the language of the window at once."""
        assert self.window is not None
        self.window.change_language(language)

    def look(self, theme: str) -> None:
        """Change the look at once."""
        assert self.window is not None
        self.window.change_theme(theme)

    def allow_idle(self, minutes: int) -> None:
        """How long the program may stand unused."""
        self._program.allow_idle(minutes)

    def choose_arms(self, parent: QWidget) -> bytes | None:
        """A coat of arms from a file, checked and scaled; nothing when the person thought better of it."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, t("municipality.arms_choose"), "", t("settings.arms_files"))
        return read_picture(Path(chosen)) if chosen else None

    def take_backup(self, parent: QWidget) -> None:
        """A verified copy in a folder the person picks, beside the window."""
        chosen = QFileDialog.getExistingDirectory(parent, t("settings.backup_choose"))
        if not chosen:
            return
        target = _free(Path(chosen), self._workspace.today())

        def copy(pulse: "Pulse") -> Path:
            pulse.at(0, 1)
            self._vault.back_up(target)
            pulse.at(1, 1)
            return target

        assert self.window is not None
        job = self._workspace.run(copy)
        self.window.jobs.follow(job, t("settings.backup_title"), t("settings.backup_stop"))
        undo, tell = self.window.undo, self._program.tell
        job.succeeded.connect(lambda made: undo.offer(t("settings.backup_done", folder=made), None))
        job.failed.connect(lambda error: tell(sentence(error) or t("trouble.copy_failed")))

    def change_passphrase(self, old: str, new: str) -> None:
        """Raises Trouble when the old one is wrong."""
        from models.store import device_factor

        with wiped(secret_bytes(old)) as before, wiped(secret_bytes(new)) as after:
            device_factor.change(self._vault, before, after, None, None)

    def strength(self, typed: str) -> str:
        """How long guessing would take."""
        return passphrase.strength(typed, tuple(self._program.settings.choices.municipality.split()))

    def propose(self) -> str:
        """A passphrase of random words."""
        return passphrase.propose()


def _free(folder: Path, today: date) -> Path:
    """A folder name that says the day and nothing else, and is not taken."""
    name = f"laget-kopi-{today.isoformat()}"
    taken = [found.name for found in folder.glob(f"{name}*")]
    return folder / (name if name not in taken else f"{name}-{len(taken) + 1}")
