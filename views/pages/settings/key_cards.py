# SPDX-License-Identifier: MIT
"""The cards of the settings page for the recovery key on paper and for this machine as a second factor."""

from typing import cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.pages.settings.key_work import KeyWork
from views.pages.settings.own_keys import OwnKeys
from views.start.passphrase_field import PassphraseField
from views.start.recovery_step import RecoveryStep, SheetChoice, Sheets
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, button, column, label, relabel, row
from views.widgets.card import Card
from views.workspace import Workspace


class RecoveryCard(Card):
    """How the recovery key lies on paper, and a new one that holds only when it was typed back."""

    def __init__(self, workspace: Workspace, keys: OwnKeys, done: SignalInstance) -> None:
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
        self._making = QWidget()
        self._making.setLayout(column(self._room, row(self._accept, self._leave, None), gap=10))
        self._work = KeyWork(workspace, self._resting)
        self._taking = KeyWork(workspace, self._making)
        self.add(self._now, self._banner, self._resting, self._making)
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
        count = self._choice.sheets
        self._work.begin(lambda: self._keys.propose_paper(count), self._offer, self._refused, self._new)

    def _offer(self, sheets: object) -> None:
        self._step = RecoveryStep(cast("Sheets", sheets), self._keys.print_sheet, self._keys.save_sheet)
        self._room.addWidget(self._step)
        self._show(making=True)
        self._step.setFocus()

    def _take(self) -> None:
        assert self._step is not None
        if not self._step.complete():
            return
        typed = self._step.typed
        self._taking.begin(lambda: self._keys.accept_paper(typed), self._taken, self._refused, self._accept)

    def _taken(self, _found: object) -> None:
        self._rest()
        self._done.emit(t("settings.recovery_done"), None)

    def _refused(self, sentence: str) -> None:
        self._banner.say("danger", sentence)
        self._banner.show()

    def _show(self, *, making: bool) -> None:
        self._resting.setVisible(not making)
        self._making.setVisible(making)


class DeviceCard(Card):
    """One's own passphrase tied to this machine, or let loose again; the passphrase is asked for."""

    def __init__(self, workspace: Workspace, keys: OwnKeys, done: SignalInstance) -> None:
        super().__init__(t("settings.device"), icon_name="lock")
        self._keys, self._done = keys, done
        self._now = label("", "body", wrap=True)
        self._typed = PassphraseField(t("settings.device_passphrase"))
        self._typed.entered.connect(self._change)
        self._act = button(t("settings.device_bind"), run=self._change)
        self._missing = label("", "caption", "muted", wrap=True)
        self._missing.hide()
        hint = label(t("settings.device_hint"), "caption", "muted", wrap=True)
        self._fields = boxed(column(hint, self._typed, row(self._act, None), gap=10))
        self._work = KeyWork(workspace, self._fields)
        self.add(self._now, self._missing, self._fields)
        self._show()
        self._work.begin(lambda: keys.keyring_line, self._know, self._typed.say)

    def _know(self, missing: object) -> None:
        """Whether this machine has a keyring; where it has none, one can only be let loose from another."""
        self._missing.setText(str(missing))
        self._missing.setVisible(bool(missing))
        self._fields.setVisible(self._keys.bound or not missing)

    def _show(self) -> None:
        bound = self._keys.bound
        self._now.setText(t("settings.device_bound") if bound else t("settings.device_free"))
        relabel(self._act, t("settings.device_release") if bound else t("settings.device_bind"))

    def _change(self) -> None:
        typed = self._typed.text()
        if not typed:
            self._typed.say(t("start.type_passphrase"))
            self._typed.setFocus()
            return
        change = self._keys.release if self._keys.bound else self._keys.bind
        self._work.begin(lambda: change(typed), self._changed, self._refused, self._act)

    def _changed(self, _found: object) -> None:
        self._typed.clear()
        self._typed.say("")
        self._show()
        self._done.emit(t("settings.device_done") if self._keys.bound else t("settings.device_released"), None)

    def _refused(self, sentence: str) -> None:
        self._typed.say(sentence)
        self._typed.setFocus()
