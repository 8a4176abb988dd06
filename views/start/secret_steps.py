# SPDX-License-Identifier: MIT
"""The step of the first-run guide with the secrets: a passphrase of one's own, and how the recovery key is kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from models.values.passphrase import SHORTEST
from views.start.passphrase_field import PassphraseField
from views.start.recovery_step import SheetChoice
from views.texts import t
from views.widgets.basics import button, column, label, row, set_tone
from views.widgets.labels import ElidedLabel

TONES = {"weak": "danger", "fair": "warning", "strong": "success"}


class PassphraseStep(QWidget):
    """A passphrase with its strength in words, and the folder the vault will lie in."""

    def __init__(self, propose: Callable[[], str], strength: Callable[[str], str], folder: Path) -> None:
        super().__init__()
        self._propose, self._strength, self.folder = propose, strength, folder
        self.first = PassphraseField(t("start.passphrase"), t("start.passphrase_hint"))
        self.again = PassphraseField(t("start.again"))
        self.first.edited.connect(self._judge)
        self._judged = label("", "caption", "muted", wrap=True)
        self._folder = ElidedLabel(str(folder), "body")
        self.paper = SheetChoice()
        self.setLayout(
            column(
                self.first,
                self._judged,
                row(button(t("start.guide.passphrase.propose"), run=self._offer), None),
                self.again,
                8,
                self.paper,
                8,
                label(t("start.guide.passphrase.folder"), "strong"),
                row(self._folder, None, button(t("start.guide.passphrase.choose_folder"), run=self._choose)),
                gap=10,
            )
        )
        self.setFocusProxy(self.first)

    def complete(self) -> bool:
        """Whether the passphrase can be used; says beside the field what is missing."""
        typed = self.first.text()
        if len(typed) < SHORTEST:
            self.first.say(t("start.too_short", n=SHORTEST))
        elif self._strength(typed) == "weak":
            self.first.say(t("start.guide.passphrase.weak_confirm"))
        elif typed != self.again.text():
            self.again.say(t("start.differs"))
            self.again.setFocus()
            return False
        else:
            self.first.say("")
            self.again.say("")
            return True
        self.first.setFocus()
        return False

    def _judge(self) -> None:
        typed = self.first.text()
        found = self._strength(typed) if typed else ""
        self._judged.setText(t(f"start.guide.passphrase.strength.{found}") if found else "")
        set_tone(self._judged, TONES.get(found, "muted"))  # type: ignore[arg-type]

    def _offer(self) -> None:
        self.first.line.setText(self._propose())
        self.first.show_text()
        self.again.clear()
        self._judge()
        self.again.setFocus()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, t("start.guide.passphrase.choose_folder"), str(self.folder.parent)
        )
        if chosen:
            self.folder = Path(chosen) / self.folder.name
            self._folder.set_text(str(self.folder))
