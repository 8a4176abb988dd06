# SPDX-License-Identifier: MIT
"""Unlocking the vault, and the way back in with the recovery key when the passphrase is forgotten."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QWidget

from models.values.passphrase import SHORTEST
from views.start.frame import StartFrame
from views.start.passphrase_field import PassphraseField
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, column, label, relabel, row


@dataclass(frozen=True, slots=True)
class VaultCard:
    """What can be told of a vault before it is open."""

    municipality: str
    people: tuple[tuple[str, str], ...]
    practice: str = ""
    idle_minutes: int = 10
    warning: str = ""
    sheets: int = 1
    wait: int = 0


class UnlockPage(StartFrame):
    """Passphrase and «Lås opp»; «Glemt passordet?» turns the card to the recovery key."""

    unlock_requested = Signal(str, str)
    recovery_requested = Signal(str, object, str)
    read_only_requested = Signal(str, str)
    take_over_requested = Signal(str, str)
    other_requested = Signal()
    restore_requested = Signal()
    copy_requested = Signal(str)

    def __init__(self, vault: VaultCard) -> None:
        super().__init__(vault.municipality)
        self._vault = vault
        self._banner = Banner("danger", "")
        self._read = button(t("start.open_read_only"), "eye", run=self._open_reading)
        self._read.hide()
        self._take_over = button("", "key", run=self._open_anyway, spoken=t("start.take_over"))
        self._take_over.hide()
        self._copy = button(t("start.read_copy"), "copy", run=self._read_copy)
        self._copy.hide()
        self._restore = button(t("start.restore"), kind="flat", run=self.restore_requested.emit)
        self._pause = label("", "strong", "warning", wrap=True)
        self._pause.hide()
        self._left, self._clock = 0, QTimer(self, interval=1000)
        self._clock.timeout.connect(lambda: self.wait(self._left - 1))
        self._sides = (self._front(), self._back())
        self._sides[1].hide()
        ways = row(self._read, self._take_over, None), row(self._copy, None)
        self.add(self._banner, *ways, self._pause, *self._sides)
        self.add(row(label(t("start.restore_lead"), "caption", "muted"), self._restore, None, gap=4))
        self.below.setText(t("start.locks_itself", n=vault.idle_minutes))
        self.below.show()
        if vault.practice:
            self._banner.say("info", vault.practice)
        if vault.warning:
            self.say(vault.warning)
        self.wait(vault.wait)
        self.setFocusProxy(self.passphrase)

    def _front(self) -> QWidget:
        self._people = QComboBox()
        self._people.setAccessibleName(t("start.who"))
        for slot, name in self._vault.people:
            self._people.addItem(name, slot)
        who = label(t("start.who"), "strong")
        who.setBuddy(self._people)
        for widget in (who, self._people):
            widget.setVisible(len(self._vault.people) > 1)
        self.passphrase = PassphraseField(t("start.passphrase"))
        self.passphrase.entered.connect(self._unlock)
        self._open = button(t("start.unlock"), "lock", "primary", self._unlock)
        side = QWidget()
        side.setLayout(
            column(
                label(t("start.unlock"), "title"),
                label(t("start.unlock_lead"), "body", "muted", wrap=True),
                who,
                self._people,
                self.passphrase,
                self._open,
                row(
                    button(t("start.forgotten"), kind="flat", run=lambda: self._turn(1)),
                    None,
                    button(t("start.other_vault"), kind="flat", run=self.other_requested.emit),
                ),
                gap=12,
            )
        )
        return side

    def _back(self) -> QWidget:
        titles = [t("start.recovery_key")]
        if self._vault.sheets > 1:
            titles = [t("start.recovery_key_part", part=part + 1) for part in range(self._vault.sheets)]
        self._keys = [PassphraseField(title, t("start.recovery_hint"), secret=False) for title in titles]
        self._new = PassphraseField(t("start.new_passphrase"), t("start.passphrase_hint"))
        self._again = PassphraseField(t("start.again"))
        self._again.entered.connect(self._recover)
        self._mend = button(t("start.recover"), "key", "primary", self._recover)
        lead = t("start.recovery_two_lead") if self._vault.sheets > 1 else t("start.recovery_lead")
        side = QWidget()
        side.setLayout(
            column(
                label(t("start.recovery_title"), "title"),
                label(lead, "body", "muted", wrap=True),
                *self._keys,
                self._new,
                self._again,
                row(self._mend, button(t("start.back"), kind="flat", run=lambda: self._turn(0)), None),
                gap=12,
            )
        )
        return side

    def say(self, sentence: str, offer_reading: bool = False, take_over: str = "", offer_copy: bool = False) -> None:
        """Show what went wrong above the fields, perhaps with ways forward; an empty sentence takes it away.

        `take_over` is the key of what the button says that opens the vault all the same.
        """
        self._read.setVisible(offer_reading)
        self._copy.setVisible(offer_copy)
        self._take_over.setVisible(bool(take_over))
        if take_over:
            relabel(self._take_over, t(take_over))
        if sentence:
            self._banner.say("danger", sentence)
        self._banner.setVisible(bool(sentence))

    def wait(self, seconds: int) -> None:
        """Count down to the next try; what is typed meanwhile stays, and nothing is shut off."""
        self._left = max(0, seconds)
        self._pause.setText(t("start.wait", n=self._left) if self._left else "")
        self._pause.setVisible(bool(self._left))
        if self._left:
            self._clock.start()
        else:
            self._clock.stop()

    def refuse(self, sentence: str) -> None:
        """The secret did not open the vault: say so beside the field and let the person try again."""
        field = self._keys[0] if self._sides[0].isHidden() else self.passphrase
        field.say(sentence)
        field.line.selectAll()
        field.setFocus()

    def busy(self, working: bool) -> None:
        """While the key is made from the passphrase: fields rest, and the button says what goes on."""
        for side in self._sides:
            side.setEnabled(not working)
        relabel(self._open, t("start.unlocking") if working else t("start.unlock"))
        relabel(self._mend, t("start.unlocking") if working else t("start.recover"))

    def _turn(self, side: int) -> None:
        self.say("")
        for place, shown in enumerate(self._sides):
            shown.setVisible(place == side)
        (self._keys[0] if side else self.passphrase).setFocus()

    def _unlock(self) -> None:
        if not self.passphrase.text():
            self.passphrase.say(t("start.type_passphrase"))
            self.passphrase.setFocus()
            return
        self.say("")
        self.passphrase.say("")
        self.unlock_requested.emit(self._people.currentData() or "", self.passphrase.text())

    def _open_reading(self) -> None:
        self._ask(self.read_only_requested)

    def _open_anyway(self) -> None:
        self._ask(self.take_over_requested)

    def _read_copy(self) -> None:
        if self.passphrase.text():
            self.copy_requested.emit(self.passphrase.text())
        else:
            self.passphrase.say(t("start.type_passphrase"))

    def _ask(self, way: SignalInstance) -> None:
        if self.passphrase.text():
            way.emit(self._people.currentData() or "", self.passphrase.text())
        else:
            self.passphrase.say(t("start.type_passphrase"))

    def _recover(self) -> None:
        short = len(self._new.text()) < SHORTEST
        differs = self._new.text() != self._again.text()
        for key in self._keys:
            key.say("" if key.text().strip() else t("start.type_recovery_key"))
        typed = tuple(key.text() for key in self._keys)
        self._new.say(t("start.too_short", n=SHORTEST) if short else "")
        self._again.say(t("start.differs") if differs else "")
        if all(text.strip() for text in typed) and not short and not differs:
            self.recovery_requested.emit(self._people.currentData() or "", typed, self._new.text())
