# SPDX-License-Identifier: MIT
"""What the settings page asks of this machine, done with the open vault and the kept choices."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.checking import Checking
from desktop.home import Home
from desktop.images import read_picture
from desktop.passphrase import strength
from desktop.shield import ThisShield
from models.values.passphrase import propose
from views.texts import t

if TYPE_CHECKING:
    from desktop.copies.in_settings import VaultBackups
    from desktop.own_keys import VaultKeys
    from models.store.vault import OpenVault
    from views.main_window import MainWindow


class ThisMachine:
    """Bound to the window when it has been made."""

    def __init__(
        self, program: Home, vault: "OpenVault", backups: "VaultBackups", keys: "VaultKeys", checker: Checking
    ) -> None:
        self._program, self._vault = program, vault
        self.backups, self.keys, self.checker = backups, keys, checker
        self.window: MainWindow | None = None
        self.shield = ThisShield(program, vault)

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

    def change_passphrase(self, old: str, new: str) -> None:
        """Raises Trouble when the old one is wrong."""
        self.keys.change_passphrase(old, new)

    def strength(self, typed: str) -> str:
        """How long guessing would take."""
        return strength(typed, tuple(self._program.settings.choices.municipality.split()))

    def propose(self) -> str:
        """A passphrase of random words."""
        return propose()
