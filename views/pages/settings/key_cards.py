# SPDX-License-Identifier: MIT
"""The cards of the settings page for the recovery key on paper and for this machine as a second factor."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.values.refusal import Refusal
from models.values.trouble import Trouble
from views.pages.settings.own_keys import OwnKeys
from views.refused import said
from views.start.passphrase_field import PassphraseField
from views.start.recovery_step import RecoveryStep, SheetChoice
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, column, label, relabel, row
from views.widgets.card import Card


class RecoveryCard(Card):
    """How the recovery key lies on paper, and a new one that holds only when it was typed back."""

    def __init__(self, keys: OwnKeys, done: SignalInstance) -> None:
        super().__init__(t("settings.recovery"), icon_name="print")
        self._keys, self._done = keys, done
        self._now = label("", "body", wrap=True)
        self._banner = Banner("danger", "")
        self._choice = SheetChoice(keys.sheets)
        self._new = button(t("settings.recovery_new"), run=self._propose)
        self._step: RecoveryStep | None = None
        self._room = QVBoxLayout()
        self._accept = button(t("settings.recovery_accept"), kind="primary", run=self._take)
        self._leave = button(t("settings.recovery_leave"), kind="flat", run=self._rest)
        self._resting = QWidget()
        hint = label(t("settings.recovery_hint"), "caption", "muted", wrap=True)
        self._resting.setLayout(column(self._choice, hint, row(self._new, None), gap=10))
        self.add(self._now, self._banner, self._resting, self._room, row(self._accept, self._leave, None))
        self._rest()

    def _rest(self) -> None:
        if self._step is not None:
            self._room.removeWidget(self._step)
            self._step.deleteLater()
            self._step = None
        self._now.setText(t("settings.recovery_two") if self._keys.sheets > 1 else t("settings.recovery_one"))
        self._banner.hide()
        self._show(making=False)

    def _propose(self) -> None:
        try:
            sheets = self._keys.propose_paper(self._choice.sheets)
        except (Refusal, Trouble) as refused:
            self._banner.say("danger", said(refused))
            return
        self._step = RecoveryStep(sheets, self._keys.print_sheet, self._keys.save_sheet)
        self._room.addWidget(self._step)
        self._show(making=True)
        self._step.setFocus()

    def _take(self) -> None:
        assert self._step is not None
        if not self._step.complete():
            return
        try:
            self._keys.accept_paper(self._step.typed)
        except Trouble as trouble:
            self._banner.say("danger", said(trouble))
            return
        self._rest()
        self._done.emit(t("settings.recovery_done"), None)

    def _show(self, *, making: bool) -> None:
        self._resting.setVisible(not making)
        for widget in (self._accept, self._leave):
            widget.setVisible(making)


class DeviceCard(Card):
    """One's own passphrase tied to this machine, or let loose again; the passphrase is asked for."""

    def __init__(self, keys: OwnKeys, done: SignalInstance) -> None:
        super().__init__(t("settings.device"), icon_name="lock")
        self._keys, self._done = keys, done
        self._now = label("", "body", wrap=True)
        self._typed = PassphraseField(t("settings.device_passphrase"))
        self._typed.entered.connect(self._change)
        self._act = button(t("settings.device_bind"), run=self._change)
        self.add(self._now)
        missing = keys.keyring_line
        if missing:
            self.add(label(missing, "caption", "muted", wrap=True))
        if keys.bound or not missing:
            hint = label(t("settings.device_hint"), "caption", "muted", wrap=True)
            self.add(hint, self._typed, row(self._act, None))
        self._show()

    def _show(self) -> None:
        bound = self._keys.bound
        self._now.setText(t("settings.device_bound") if bound else t("settings.device_free"))
        relabel(self._act, t("settings.device_release") if bound else t("settings.device_bind"))

    def _change(self) -> None:
        if not self._typed.text():
            self._typed.say(t("start.type_passphrase"))
            self._typed.setFocus()
            return
        bound = self._keys.bound
        try:
            (self._keys.release if bound else self._keys.bind)(self._typed.text())
        except Trouble as trouble:
            self._typed.say(said(trouble))
            self._typed.setFocus()
            return
        self._typed.clear()
        self._typed.say("")
        self._show()
        self._done.emit(t("settings.device_released") if bound else t("settings.device_done"), None)
