# SPDX-License-Identifier: MIT
"""The cards around a file that is taken in: opening it, one's own key, who sent it, and the receipt."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from models.values.handover import Manifest
from models.values.transfer_papers import TransferReceipt
from models.work.handover_preview import Arrival
from views import theme
from views.discreet import shown
from views.letterpress import letterpress
from views.printing import printing
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import announce, boxed, button, label, row
from views.widgets.card import Card


class OpenCard(Card):
    """Choose a file; a field for the words comes when the file asks for them."""

    def __init__(self, choose: Callable[[], object], open_with: Callable[[str], object]) -> None:
        super().__init__(t("transfer.receive.file"), icon_name="folder")
        self._open_with = open_with
        self._choose = button(t("transfer.receive.choose"), "folder", "primary", choose)
        self._words = QLineEdit()
        self._words.setFont(theme.font("body"))
        self._words.setMinimumHeight(34)
        self._words.setAccessibleName(t("transfer.receive.words"))
        self._words.returnPressed.connect(self._go)
        asked = label(t("transfer.receive.words"), "strong")
        asked.setBuddy(self._words)
        hint = label(t("transfer.receive.words_hint"), "caption", "muted", wrap=True)
        line = row(self._words, button(t("transfer.receive.open"), "key", run=self._go))
        self._asked = [asked, hint, boxed(line)]
        self.add(
            label(t("transfer.receive.file_hint"), "body", "muted", wrap=True), row(self._choose, None), *self._asked
        )
        for part in self._asked:
            part.hide()

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._choose

    def ask_words(self) -> None:
        """The file was sealed with words told by phone."""
        for part in self._asked:
            part.show()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        if self._words.text().strip():
            self._open_with(self._words.text())


class OwnKeyCard(Card):
    """The key others seal files to, and the digits that prove on the phone that it is the right one."""

    def __init__(self, address: str, digits: str) -> None:
        super().__init__(t("transfer.key.title"), icon_name="key")
        self._address = address
        copy = button(t("transfer.key.copy"), "copy", run=self._copy)
        self.add(
            label(t("transfer.key.text"), "body", "muted", wrap=True),
            selectable(address),
            row(copy, None),
            label(t("transfer.key.digits", digits=digits), "body", wrap=True),
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        announce(self, t("transfer.key.copied"))


class ReceiptCard(Card):
    """The code for the sender, to read aloud, copy, print or save."""

    def __init__(self, paper: TransferReceipt, leave: Callable[[], object]) -> None:
        super().__init__(t("transfer.received.title"), kind="success", icon_name="check", gap=10)
        self._paper = paper
        code = selectable(paper.code, "title")
        code.setAccessibleName(t("transfer.received.code", code=paper.code))
        self._leave = button(t("transfer.sent.to_list"), "left", "primary", leave)
        self.add(
            label(t("transfer.received.text", name=paper.sender), "body", wrap=True),
            code,
            row(
                button(t("transfer.received.copy"), "copy", run=self._copy),
                button(t("transfer.received.print"), "print", run=self._print),
                button(t("transfer.received.save"), "download", run=self._save),
                None,
            ),
            row(self._leave, None),
        )

    def take_focus(self) -> None:
        """To the way back."""
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._paper.code)
        announce(self, t("transfer.received.copied"))

    def _print(self) -> None:
        pressed = letterpress().press_transfer(self._paper)
        printing().print(self, pressed.content, pressed.title)

    def _save(self) -> None:
        pressed = letterpress().press_transfer(self._paper)
        printing().save(self, pressed.content, pressed.title)


def sender_card(manifest: Manifest, look: Arrival) -> Card:
    """From whom the file is, when, on what consent, and whether this sender is known here."""
    card = Card(t("transfer.from.title"), icon_name="mail")
    who = ", ".join(filter(None, (shown(manifest.origin.name), manifest.origin.municipality)))
    card.add(label(who, "lead", wrap=True))
    card.add(label(t("transfer.from.when", when=manifest.made_at, n=len(manifest.families)), "body", wrap=True))
    if manifest.consent_on:
        told = t("transfer.from.consent", when=manifest.consent_on, told=manifest.consent_told)
        card.add(label(told, "body", wrap=True))
    elif not manifest.leaves_municipality:
        card.add(label(t("transfer.from.inside"), "body", wrap=True))
    if look.known_as:
        card.add(Banner("success", t("transfer.from.known", who=look.known_as)))
    elif look.other_key:
        card.add(Banner("danger", t("transfer.from.other_key", who=look.other_key)))
    else:
        card.add(Banner("warning", t("transfer.from.unknown")))
    card.add(label(t("transfer.from.digits", digits=look.fingerprint), "body", wrap=True))
    return card


def selectable(text: str, role: str = "strong") -> QLabel:
    """Text that can be marked with mouse and keyboard, broken anywhere."""
    made = label(text, "title" if role == "title" else "strong", wrap=True)
    flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    made.setTextInteractionFlags(flags)
    return made
