# SPDX-License-Identifier: MIT
"""The two secret steps of the first-run guide: a passphrase of one's own, and the paper recovery key."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QWidget

from views.start.passphrase_field import PassphraseField
from views.start.unlock import SHORTEST
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
        self.setLayout(
            column(
                self.first,
                self._judged,
                row(button(t("start.guide.passphrase.propose"), run=self._offer), None),
                self.again,
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


class RecoveryStep(QWidget):
    """The recovery key on the screen, on paper or as PDF, and typed back once."""

    def __init__(
        self, groups: tuple[str, ...], print_sheet: Callable[[], bool], save_sheet: Callable[[], bool]
    ) -> None:
        super().__init__()
        self.groups = groups
        shown = label(_in_rows(groups), "lead")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(shown.font().pointSizeF())
        shown.setFont(fixed)
        shown.setAccessibleName(" ".join(groups))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._done = label("", "caption", "success")
        self.typed = PassphraseField(
            t("start.guide.recovery.type_back"), t("start.guide.recovery.type_back_hint"), secret=False
        )
        self._print, self._save = print_sheet, save_sheet
        self.setLayout(
            column(
                shown,
                row(
                    button(t("start.guide.recovery.print"), "print", run=self._printed),
                    button(t("start.guide.recovery.save"), "download", run=self._saved),
                    self._done,
                    None,
                ),
                label(t("start.guide.recovery.save_warning"), "caption", "warning", wrap=True),
                self.typed,
                gap=10,
            )
        )
        self.setFocusProxy(self.typed)

    def complete(self) -> bool:
        """Whether the key was typed back as it stands; says which group differs."""
        typed = "".join(self.typed.text().split()).replace("-", "").upper()
        whole = "".join(self.groups)
        if typed == whole:
            return True
        same = next((at for at, (a, b) in enumerate(zip(typed, whole, strict=False)) if a != b), len(typed))
        self.typed.say(t("start.guide.recovery.not_same", n=min(same // 4 + 1, len(self.groups))))
        self.typed.setFocus()
        return False

    def _printed(self) -> None:
        if self._print():
            self._done.setText(t("start.guide.recovery.printed"))

    def _saved(self) -> None:
        if self._save():
            self._done.setText(t("start.guide.recovery.saved"))


def _in_rows(groups: tuple[str, ...]) -> str:
    return "\n".join("   ".join(groups[start : start + 3]) for start in range(0, len(groups), 3))
