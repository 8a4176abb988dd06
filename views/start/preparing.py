# SPDX-License-Identifier: MIT
"""What is seen while something is made before a vault can be shown: a sentence and a bar that means something."""

from PySide6.QtWidgets import QProgressBar

from views.start.frame import StartFrame
from views.texts import t
from views.widgets.basics import label


class PreparingPage(StartFrame):
    """«Lager et øvingshvelv …», how far it has come and what was just done."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(sentence)
        self._done = label("", "caption", "muted", wrap=True)
        self.add(label(sentence, "lead", wrap=True), self._bar, self._done)

    def at(self, done: int, total: int, what: str) -> None:
        """Show how far it has come."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._done.setText(t("start.so_far", done=done, total=total, what=what))
