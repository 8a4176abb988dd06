# SPDX-License-Identifier: MIT
"""What opens a copy: the passphrase of the day it was taken, or the key from one sheet or two."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from views.start.passphrase_field import PassphraseField
from views.texts import t
from views.widgets.basics import button, column, label, relabel, row


@dataclass(frozen=True, slots=True)
class TypedSecret:
    """What opens the copy: a passphrase, or the key from its sheets."""

    passphrase: str = field(default="", repr=False)
    sheets: tuple[str, ...] = field(default=(), repr=False)


class CopySecret(QWidget):
    """The passphrase first; a button turns it into as many fields as the copy's recovery key has sheets."""

    entered = Signal()
    by_paper = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._paper, self._count = False, 1
        self._passphrase = PassphraseField(t("start.passphrase"))
        self._lead = label(t("restore.paper_lead"), "caption", "muted", wrap=True)
        self._whole = _sheet(t("start.recovery_key"))
        self._parts = [_sheet(t("start.recovery_key_part", part=part)) for part in (1, 2)]
        for one in (self._passphrase, self._whole, *self._parts):
            one.entered.connect(self.entered)
        self._turn = button(t("restore.by_paper"), kind="flat", run=self._change)
        fields = column(self._passphrase, self._lead, self._whole, *self._parts, row(self._turn, None), gap=8)
        self.setLayout(fields)
        self.setFocusProxy(self._passphrase)
        self._show()

    def ask_for_sheets(self, count: int) -> None:
        """The recovery key of this copy was printed on so many sheets."""
        self._count = count
        self._show()

    def typed(self) -> TypedSecret | None:
        """What is to be tried; nothing when a field is empty, which then says so."""
        fields = self._fields()
        for one in fields:
            one.say("" if one.text().strip() else t(self._missing()))
        empty = next((one for one in fields if not one.text().strip()), None)
        if empty is not None:
            empty.setFocus()
            return None
        told = tuple(one.text() for one in fields)
        return TypedSecret(sheets=told) if self._paper else TypedSecret(told[0])

    def select(self) -> None:
        """Ready to be typed over."""
        self._fields()[0].line.selectAll()

    def _fields(self) -> list[PassphraseField]:
        if not self._paper:
            return [self._passphrase]
        return [self._whole] if self._count == 1 else self._parts

    def _missing(self) -> str:
        return "start.type_recovery_key" if self._paper else "start.type_passphrase"

    def _change(self) -> None:
        self._paper = not self._paper
        self._show()
        self._fields()[0].setFocus()
        self.by_paper.emit(self._paper)

    def _show(self) -> None:
        shown = self._fields()
        for one in (self._passphrase, self._whole, *self._parts):
            one.setVisible(one in shown)
        self._lead.setVisible(self._paper)
        relabel(self._turn, t("restore.by_passphrase") if self._paper else t("restore.by_paper"))


def _sheet(title: str) -> PassphraseField:
    return PassphraseField(title, t("start.recovery_hint"), secret=False)
