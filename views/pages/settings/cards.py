# SPDX-License-Identifier: MIT
"""The cards of the settings page that concern this machine: look, passphrase and the vault's folder."""

from PySide6.QtCore import SignalInstance

from models.values.passphrase import SHORTEST
from views.pages.settings.fields import IDLE_MINUTES, LANGUAGES, THEMES
from views.pages.settings.key_work import KeyWork
from views.pages.settings.machine import Machine
from views.start.passphrase_field import PassphraseField
from views.texts import t
from views.widgets.basics import boxed, button, column, label, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.labels import ElidedLabel
from views.workspace import Workspace


class LookCard(Card):
    """Language, look and idle lock; each holds at once."""

    def __init__(self, machine: Machine) -> None:
        super().__init__(t("settings.look"), icon_name="eye")
        languages = [(one, t(f"municipality.language_of.{one}")) for one in LANGUAGES]
        themes = [(one, t(f"settings.theme.{one}")) for one in THEMES]
        minutes = [(one, t("settings.minutes", n=int(one))) for one in IDLE_MINUTES]
        self._line(t("settings.language"), languages, machine.language, machine.speak)
        self._line(t("settings.theme_title"), themes, machine.theme, machine.look)
        self._line(t("settings.idle"), minutes, str(machine.idle_minutes), lambda one: machine.allow_idle(int(one)))

    def _line(self, title: str, options: list[tuple[str, str]], now: str, choose: object) -> None:
        group = ChipGroup(title, options)
        group.choose(now)
        group.chosen.connect(choose)
        self.add(label(title, "strong"), group)


class PassphraseCard(Card):
    """A new passphrase for oneself; the old one is asked for."""

    def __init__(self, workspace: Workspace, machine: Machine, done: SignalInstance) -> None:
        super().__init__(t("settings.passphrase"), icon_name="key")
        self._machine, self._done = machine, done
        self._old = PassphraseField(t("settings.old_passphrase"))
        self._new = PassphraseField(t("start.new_passphrase"), t("start.passphrase_hint"))
        self._again = PassphraseField(t("start.again"))
        self._act = button(t("settings.change_passphrase"), run=self._change)
        propose = button(t("start.guide.passphrase.propose"), kind="flat", run=self._offer)
        fields = boxed(column(self._old, self._new, self._again, row(self._act, propose, None), gap=10))
        self._work = KeyWork(workspace, fields)
        self.add(fields)

    def _offer(self) -> None:
        self._new.line.setText(self._machine.propose())
        self._new.show_text()
        self._again.setFocus()

    def _change(self) -> None:
        new = self._new.text()
        weak = len(new) < SHORTEST or self._machine.strength(new) == "weak"
        self._old.say("" if self._old.text() else t("start.type_passphrase"))
        self._new.say(t("start.guide.passphrase.weak_confirm") if weak else "")
        self._again.say("" if new == self._again.text() else t("start.differs"))
        if weak or new != self._again.text() or not self._old.text():
            return
        old = self._old.text()
        self._work.begin(lambda: self._machine.change_passphrase(old, new), self._changed, self._refused, self._act)

    def _refused(self, sentence: str) -> None:
        self._old.say(sentence)
        self._old.setFocus()

    def _changed(self, _found: object) -> None:
        for field in (self._old, self._new, self._again):
            field.clear()
        self._done.emit(t("settings.passphrase_changed"), None)


class VaultCard(Card):
    """Where the vault lies."""

    def __init__(self, machine: Machine) -> None:
        super().__init__(t("settings.vault"), icon_name="lock")
        self.add(ElidedLabel(machine.folder, "body"))
        self.add(label(t("settings.vault_hint"), "caption", "muted", wrap=True))
