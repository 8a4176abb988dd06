# SPDX-License-Identifier: MIT
"""The words that close a hand-over file: made by the program, shown to be read aloud, and kept nowhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.work.hand_over import propose_words
from views.texts import t
from views.widgets.basics import announce, button, label, row


class WordsToTell(QWidget):
    """Never half-typed text: a page that is built anew has new words, and so has a program that was started anew."""

    def __init__(self) -> None:
        super().__init__()
        self.words = propose_words()
        self._shown = label(self.words, "lead", wrap=True)
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(t("transfer.send.words"), "strong"))
        layout.addWidget(self._shown)
        layout.addWidget(label(t("transfer.send.words_hint"), "caption", "muted", wrap=True))
        layout.addLayout(row(button(t("transfer.send.new_words"), "key", run=self.make_new), None))

    def make_new(self) -> None:
        """Other words."""
        self.words = propose_words()
        self._shown.setText(self.words)
        announce(self, self.words)
