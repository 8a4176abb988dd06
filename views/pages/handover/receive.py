# SPDX-License-Identifier: MIT
"""The page «Ta imot familie»: one's own key, the file, what it brings, and the receipt."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.access import colleagues
from models.values.handover import MOST_FILE, fingerprint
from models.values.refusal import Refusal, Refusals
from models.values.transfer_papers import TransferReceipt
from models.values.trouble import Trouble
from models.work.handover_papers import history_papers, receipt_paper
from models.work.handover_preview import look_in
from models.work.handover_reading import Arrived, open_file, own_address
from models.work.take_in import Handling, TakeInDraft, take_in
from views.commands import Command
from views.form.choice_editors import ComboBox
from views.letterpress import letterpress
from views.navigation import Navigator
from views.pages.handover.arrival_card import ArrivalCard
from views.pages.handover.files import ask_source, read_file
from views.pages.handover.parts import OpenCard, OwnKeyCard, ReceiptCard, sender_card
from views.pages.page import Page
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.page_header import PageHeader
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class ReceivePage(Page):
    """Nothing is taken in before «Ta imot» is pressed; leaving the page forgets the file."""

    title = "transfer.receive.title"
    help = "receive_family"
    nav = "families"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self.setAcceptDrops(True)
        self._sealed, self._arrived = b"", None  # type: tuple[bytes, Arrived | None]
        self._cards: list[ArrivalCard] = []
        self._responsible = ComboBox()
        self._banner = Banner("danger", "", closable=True)
        self._banner.hide()
        self._open: OpenCard | None = None
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 8, 8)
        crumbs = [(t("families.title"), self._to_list), (t(self.title), None)]
        self.body.addWidget(PageHeader(t(self.title), t("transfer.receive.lead"), crumbs=crumbs))
        self.body.addWidget(self._banner)
        box = QWidget()
        box.setLayout(self._inside)
        self.body.addWidget(ScrollColumn(box), 1)
        self._take = button(t("transfer.receive.take"), "check", "primary", self.accept)
        self._foot = boxed(row(self._take, button(t("transfer.receive.cancel"), run=self.begin), None))
        self.body.addWidget(self._foot)
        self.begin()

    def commands(self) -> list[Command]:
        keys = "Ctrl+Return; Ctrl+Enter"
        may = lambda: self._arrived is not None  # noqa: E731
        return [
            Command("transfer.choose", "transfer.receive.choose", "Ctrl+O", self.choose, icon="folder"),
            Command("transfer.take", "transfer.receive.take", keys, self.accept, may, "check"),
        ]

    def first_focus(self) -> QWidget | None:
        return self._open.first() if self._open is not None else None

    def leave(self) -> None:
        self._sealed, self._arrived = b"", None
        super().leave()

    def begin(self) -> None:
        """Before any file is chosen."""
        self._sealed, self._arrived = b"", None
        self._cards = []
        clear(self._inside)
        self._foot.hide()
        try:
            address = self.workspace.do(own_address)
        except Trouble as trouble:
            self._banner.say("danger", said(trouble))
            address = ""
        self._open = OpenCard(self.choose, self.open_sealed)
        cards: list[QWidget] = [self._open]
        if address:
            cards.append(OwnKeyCard(address, fingerprint(address)))
        self._inside.addLayout(column(*cards, None, gap=14))
        self.commands_changed.emit()

    def choose(self) -> None:
        """Ask for a file and open it."""
        source = ask_source(self)
        if source is not None:
            self.read(source)

    def read(self, source: Path) -> None:
        """This file; one for words waits for them."""
        if self._open is None:
            self.begin()
        try:
            self._sealed = read_file(source)
        except Trouble as trouble:
            self._banner.say("danger", said(trouble))
            return
        if len(self._sealed) > MOST_FILE:
            self._sealed = b""
            self._banner.say("danger", t("transfer.trouble.too_large", megabytes=MOST_FILE // 1024 // 1024))
            return
        self.open_sealed("")

    def open_sealed(self, words: str) -> None:
        """Open what was chosen, with this vault's key or with the words."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            found = self.workspace.read(open_file, self._sealed, words)
            if found is not None:
                self._show_arrived(found)
        except (Refusal, Trouble) as trouble:
            self._banner.say("danger", said(trouble))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._banner.hide()
        if found is None and self._open is not None:
            self._open.ask_words()

    def accept(self) -> None:
        """Take in what was chosen, all of it or nothing."""
        arrived = self._arrived
        if arrived is None or not self._is_decided():
            return
        responsible = self._responsible.currentData()
        choices = tuple(card.choice() for card in self._cards)
        draft = TakeInDraft(responsible_id=responsible or None, choices=choices)
        now = self.workspace.now()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            papers = self.workspace.read(history_papers, arrived, now)
            pressed = {id: letterpress().press_transfer(paper) for id, paper in papers.items()}
            code = self.workspace.do(take_in, arrived, draft, pressed)
        except (Refusal, Refusals, Trouble) as wrong:
            self._banner.say("danger", said(wrong))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        taken = {choice.family_id for choice in choices if choice.how is Handling.TAKE}
        receiver = self._responsible.currentText()
        self._show_receipt(self.workspace.read(receipt_paper, arrived, receiver, taken, code, now))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if len(files) == 1:
            self.begin()
            self.read(files[0])

    def _is_decided(self) -> bool:
        left = sum(card.undecided() for card in self._cards)
        if left:
            self._banner.say("warning", t("transfer.receive.undecided", n=left))
        elif not self._responsible.currentData():
            self._banner.say("warning", t("transfer.refused.responsible"))
            self._responsible.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return True
        return False

    def _show_arrived(self, arrived: Arrived) -> None:
        look = self.workspace.read(look_in, self.workspace.staff_id, arrived)
        self._arrived = arrived
        clear(self._inside)
        self._open = None
        self._cards = [
            ArrivalCard(self.workspace, incoming, one)
            for incoming, one in zip(arrived.families, look.families, strict=True)
        ]
        who = Card(t("transfer.receive.responsible"), icon_name="person")
        self._responsible = ComboBox()
        self._responsible.setAccessibleName(t("transfer.receive.responsible"))
        self._responsible.addItem(t("form.choose"), None)
        for id, name in self.workspace.read(colleagues):
            self._responsible.addItem(name, id)
        who.add(label(t("transfer.receive.responsible_hint"), "body", "muted", wrap=True), self._responsible)
        self._inside.addLayout(column(sender_card(arrived.manifest, look), *self._cards, who, None, gap=14))
        self._foot.show()
        self.commands_changed.emit()

    def _show_receipt(self, paper: TransferReceipt) -> None:
        self._arrived, self._cards = None, []
        clear(self._inside)
        self._foot.hide()
        self._banner.hide()
        card = ReceiptCard(paper, self._to_list)
        self._inside.addLayout(column(card, None, gap=14))
        self.done.emit(t("transfer.received.done"), None)
        self.commands_changed.emit()
        card.take_focus()

    def _to_list(self) -> None:
        self.begin()
        self.navigator.open("families")
