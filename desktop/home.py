# SPDX-License-Identifier: MIT
"""What an open vault may ask of the program that holds it."""

from typing import Protocol

from PySide6.QtWidgets import QApplication

from desktop.settings import Settings


class Home(Protocol):
    """The program, as seen from inside a sitting."""

    @property
    def settings(self) -> Settings: ...
    @property
    def application(self) -> QApplication: ...
    def lock(self) -> None:
        """Lock the vault now."""
        ...

    def tell(self, words: str) -> None:
        """Show a sentence where the person is."""
        ...

    def use_language(self, language: str) -> None:
        """Speak this language from now on."""
        ...

    def allow_idle(self, minutes: int) -> None:
        """How long the program may stand unused."""
        ...

    def window_id(self) -> int:
        """The system's number for the window."""
        ...
