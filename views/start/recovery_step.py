# SPDX-License-Identifier: MIT
"""The recovery key on the screen, on paper or as PDF, and typed back once: on one sheet, or on two for two people."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QWidget

from views.start.passphrase_field import PassphraseField
from views.texts import t
from views.widgets.basics import button, column, label, row
from views.widgets.chips import ChipGroup

Sheets = tuple[tuple[str, ...], ...]
PutOut = Callable[[int], bool]  # print or save the sheet with this place; whether it was done


class SheetChoice(QWidget):
    """«Én nøkkel i safen» or «To ark, to personer»."""

    def __init__(self, sheets: int = 1) -> None:
        super().__init__()
        options = [("1", t("start.guide.sheets.one")), ("2", t("start.guide.sheets.two"))]
        self._chips = ChipGroup(t("start.guide.sheets.title"), options, str(sheets))
        self._hint = label("", "caption", "muted", wrap=True)
        self._chips.chosen.connect(self._choose)
        self.setLayout(column(label(t("start.guide.sheets.title"), "strong"), self._chips, self._hint, gap=6))
        self._choose(str(sheets))

    def _choose(self, chosen: str) -> None:
        self.sheets = int(chosen)
        self._hint.setText(t("start.guide.sheets.two_hint") if self.sheets == 2 else t("start.guide.sheets.one_hint"))


class RecoveryStep(QWidget):
    """Each sheet with its key, print and save, and a field to type it back in."""

    def __init__(self, sheets: Sheets, print_sheet: PutOut, save_sheet: PutOut) -> None:
        super().__init__()
        self.sheets = sheets
        self._pieces = [
            _SheetPiece(groups, at, len(sheets), print_sheet, save_sheet) for at, groups in enumerate(sheets)
        ]
        warning = label(t("start.guide.recovery.save_warning"), "caption", "warning", wrap=True)
        self.setLayout(column(*self._pieces, warning, gap=14))
        self.setFocusProxy(self._pieces[0])

    @property
    def typed(self) -> tuple[str, ...]:
        """What was typed from each sheet."""
        return tuple(piece.field.text() for piece in self._pieces)

    def complete(self) -> bool:
        """Whether every sheet was typed back as it stands; says beside the first that was not which group differs."""
        wrong = [piece for piece in self._pieces if not piece.same()]
        if wrong:
            wrong[0].field.setFocus()
        return not wrong


class _SheetPiece(QWidget):
    """One sheet."""

    def __init__(self, groups: tuple[str, ...], at: int, of: int, print_sheet: PutOut, save_sheet: PutOut) -> None:
        super().__init__()
        self._groups, self._at = groups, at
        self._print, self._save = print_sheet, save_sheet
        number = t("start.guide.recovery.sheet", part=at + 1, parts=of) if of > 1 else ""
        self._done = label("", "caption", "success")
        title = t("start.guide.recovery.type_back_part", part=at + 1) if of > 1 else t("start.guide.recovery.type_back")
        self.field = PassphraseField(title, t("start.guide.recovery.type_back_hint"), secret=False)
        said = number or t("start.guide.recovery.title")
        printing = button(t("start.guide.recovery.print"), "print", run=self._printed)
        saving = button(t("start.guide.recovery.save"), "download", run=self._saved)
        if of > 1:
            printing.setAccessibleName(f"{printing.text()}, {said}")
            saving.setAccessibleName(f"{saving.text()}, {said}")
        heading = [label(number, "strong")] if number else []
        self.setLayout(
            column(*heading, _key(groups), row(printing, saving, self._done, None), self.field, gap=10),
        )
        self.setFocusProxy(self.field)

    def same(self) -> bool:
        """Whether this sheet was typed back; says which group differs."""
        typed = "".join(self.field.text().split()).replace("-", "").upper()
        whole = "".join(self._groups)
        same = next((at for at, (a, b) in enumerate(zip(typed, whole, strict=False)) if a != b), len(typed))
        wrong = t("start.guide.recovery.not_same", n=min(same // 4 + 1, len(self._groups)))
        self.field.say("" if typed == whole else wrong)
        return typed == whole

    def _printed(self) -> None:
        if self._print(self._at):
            self._done.setText(t("start.guide.recovery.printed"))

    def _saved(self) -> None:
        if self._save(self._at):
            self._done.setText(t("start.guide.recovery.saved"))


def _key(groups: Sequence[str]) -> QLabel:
    """Three groups to a line, in letters of one width, and not to be copied to the clipboard."""
    shown = label("\n".join("   ".join(groups[at : at + 3]) for at in range(0, len(groups), 3)), "lead")
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    fixed.setPointSizeF(shown.font().pointSizeF())
    shown.setFont(fixed)
    shown.setAccessibleName(" ".join(groups))
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return shown
