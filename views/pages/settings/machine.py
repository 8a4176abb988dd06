# SPDX-License-Identifier: MIT
"""What the settings page asks of the program: look, lock and the vault on disk."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from views.backups import Backups
from views.pages.settings.check import Checker
from views.pages.settings.own_keys import OwnKeys
from views.pages.settings.shield import Shield


class Machine(Protocol):
    """The machine's choices and the vault's folder; each act says what came of it in a sentence."""

    @property
    def checker(self) -> Checker: ...

    @property
    def shield(self) -> Shield:
        """What this machine lets others see."""
        ...

    @property
    def language(self) -> str: ...
    @property
    def theme(self) -> str: ...
    @property
    def idle_minutes(self) -> int: ...
    @property
    def folder(self) -> str: ...
    @property
    def keys(self) -> OwnKeys:
        """The recovery key, and this machine's part of one's own."""
        ...

    @property
    def backups(self) -> Backups:
        """The copies of the vault."""
        ...

    def speak(self, language: str) -> None:
        """Change the language of the window at once."""
        ...

    def look(self, theme: str) -> None:
        """Change the look at once."""
        ...

    def allow_idle(self, minutes: int) -> None:
        """How long the program may stand unused."""
        ...

    def choose_arms(self, parent: QWidget) -> bytes | None:
        """A coat of arms from a file, checked and scaled; nothing when the person thought better of it."""
        ...

    def change_passphrase(self, old: str, new: str) -> None:
        """Raises Trouble when the old one is wrong."""
        ...

    def strength(self, passphrase: str) -> str:
        """weak, fair or strong."""
        ...

    def propose(self) -> str:
        """A passphrase of random words."""
        ...
