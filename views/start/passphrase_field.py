# SPDX-License-Identifier: MIT
"""A field for a secret: dots that can be shown, and a word when Caps Lock seems to be on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from views.texts import t
from views.widgets.basics import button, column, label, relabel, row

# Long enough for any sentence, short enough that a pasted document is cut.
LONGEST = 1000


class PassphraseField(QWidget):
    """Label, field, «Vis» and what is wrong below; Enter says `entered`."""

    entered = Signal()
    edited = Signal()

    def __init__(self, title: str, hint: str = "", secret: bool = True) -> None:
        super().__init__()
        self._secret, self._hint = secret, hint
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(title)
        self.line.installEventFilter(self)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self._typed)
        caption = label(title, "strong")
        caption.setBuddy(self.line)
        self._below = label(hint, "caption", "muted", wrap=True)
        self._show = button(t("start.show"), "eye", "flat", self._toggle)
        self._show.setCheckable(True)
        self._show.setVisible(secret)
        self._reveal(not secret)
        self.setLayout(column(caption, row(self.line, self._show, gap=4), self._below, gap=4))
        self.setFocusProxy(self.line)
        self.say("")

    def text(self) -> str:
        """What is typed, just as it stands."""
        return self.line.text()

    def clear(self) -> None:
        """Empty the field."""
        self.line.clear()

    def say(self, wrong: str) -> None:
        """Show what is wrong below the field, or the hint when nothing is."""
        self._below.setText(wrong or self._hint)
        self._below.setVisible(bool(wrong or self._hint))
        self._below.setProperty("tone", "danger" if wrong else "muted")
        self._below.style().polish(self._below)
        self.line.setProperty("error", "true" if wrong else "")
        self.line.style().polish(self.line)
        self.line.setAccessibleDescription(wrong or self._hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of Caps Lock when a capital comes without Shift; never swallows a key."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._secret and typed.isalpha() and len(typed) == 1:
                self.say(t("start.caps_lock") if typed.isupper() != shift else "")
        return False

    def _typed(self) -> None:
        self.edited.emit()

    def show_text(self) -> None:
        """Show what stands there, as for a passphrase the program proposed."""
        self._show.setChecked(True)
        self._reveal(True)

    def _toggle(self) -> None:
        self._reveal(self._show.isChecked())

    def _reveal(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        relabel(self._show, t("start.hide") if shown else t("start.show"))
