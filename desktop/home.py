# SPDX-License-Identifier: MIT
"""What an open vault may ask of the program that holds it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from desktop.jobs import Pulse
from desktop.settings import Settings


class Home(Protocol):
    """The program, as seen from inside a sitting."""

    @property
    def settings(self) -> Settings: ...
    @property
    def frame(self) -> QWidget: ...
    @property
    def application(self) -> QApplication: ...
    def lock(self, at_once: bool = False) -> None:
        """Lock the vault; `at_once` without waiting for a copy."""
        ...

    def restart(self, arguments: Sequence[str]) -> None:
        """End the sitting and become a new process with these arguments."""
        ...

    def move_with(self, task: Callable[[Pulse], object], then: Callable[[], object]) -> None:
        """Cover the window, keep what is typed, do this, and go on; when it fails the window comes back."""
        ...

    def tell(self, words: str) -> None:
        """Show a sentence where the person is."""
        ...

    def damaged(self) -> None:
        """The open vault is damaged: show nothing more from it."""
        ...

    def use_language(self, language: str) -> None:
        """Speak this language from now on."""
        ...

    def allow_idle(self, minutes: int) -> None:
        """How long the program may stand unused."""
        ...
