# SPDX-License-Identifier: MIT
"""What is seen while an older vault is brought up to date: the step, a bar, and a stop that leaves it as it was."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from views.start.frame import StartFrame
from views.texts import t
from views.widgets.basics import announce, button, label, row


class UpgradingPage(StartFrame):
    """«Oppgraderer hvelvet … steg 1 av 1»."""

    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(t("upgrade.title"))
        self._said = ""
        self._now = label("", "body", wrap=True)
        self._stop = button(t("kit.stop"), "cross", run=self._ask)
        self.add(
            label(t("upgrade.title"), "title", wrap=True),
            label(t("upgrade.lead"), "body", "muted", wrap=True),
            self._bar,
            self._now,
            row(self._stop, None),
            label(t("upgrade.stop_note"), "caption", "muted", wrap=True),
        )
        self.setFocusProxy(self._stop)

    def at(self, done: int, total: int, stage: str) -> None:
        """Show how far this part has come."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._now.setText(t(stage, done=done, total=total))
        if stage != self._said:
            self._said = stage
            announce(self, self._now.text())

    def _ask(self) -> None:
        self._stop.setEnabled(False)
        self.stop_requested.emit()
