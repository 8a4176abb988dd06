# SPDX-License-Identifier: MIT
"""What every editor of a form field can do, whatever it looks like."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.widgets.basics import set_style


@dataclass(frozen=True, slots=True)
class Around:
    """What an editor may know of the world around it."""

    today: Callable[[], date]
    language: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A quiet sentence below a field: how a date was read, what is odd about a number. Never an error."""

    text: str
    warns: bool = False


class Editor(QWidget):
    """Holds one value; tells `edited` when the person changes it, never when the program does."""

    edited = Signal()

    # choices are checked at once, text when it is left
    at_once: ClassVar[bool] = False

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.around = around
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(8)

    def value(self) -> object:
        """What was meant; an empty text or None when nothing was given."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value from a record or a draft object."""
        raise NotImplementedError

    def raw(self) -> object:
        """What stands there, also half-typed: text, truth or nothing, so that it can be kept as a draft."""
        return self.value()

    def set_raw(self, raw: object) -> None:
        """Put back what `raw` gave."""
        self.set_value(raw)

    def target(self) -> QWidget:
        """The widget that gets the focus, the name and the outline."""
        return self

    def caret(self) -> int:
        """Where in the text the person is."""
        return 0

    def set_caret(self, place: int) -> None:
        """Put the caret back."""

    def unreadable(self) -> str:
        """Why what was typed cannot be read, as a sentence; empty when it can, or when nothing was typed."""
        return ""

    def advice(self) -> Advice | None:
        """What is worth saying about what was typed."""
        return None

    def tidy(self) -> None:
        """Called when the field is left: write what was understood in the usual form."""

    def name(self, spoken: str) -> None:
        """Give the editor its name for screen readers."""
        self.target().setAccessibleName(spoken)

    def describe(self, sentence: str, problem: bool) -> None:
        """Show that something is wrong, or not, and let screen readers read the sentence."""
        target = self.target()
        set_style(target, "problem", "true" if problem else "false")
        target.setAccessibleDescription(sentence)
