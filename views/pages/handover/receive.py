# SPDX-License-Identifier: MIT
"""The page «Ta imot familie»: one's own key, the file, what it brings, and the receipt."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.access import colleagues
from models.values.handover import fingerprint
from models.values.transfer_papers import TransferReceipt
from models.values.trouble import Trouble
from models.work.handover_preview import Arrival
from models.work.handover_reading import Arrived, own_address
from models.work.take_in import TakeInDraft
from views.commands import Command
from views.form.choice_editors import ComboBox
from views.navigation import Navigator
from views.pages.handover.arrival_card import ArrivalCard
from views.pages.handover.files import ask_source
from views.pages.handover.making import Found, find_in, take_file_in
from views.pages.handover.parts import OpenCard, OwnKeyCard, ReceiptCard, sender_card
from views.pages.handover.waiting import Waiting
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
        self._waiting = Waiting(self, self._banner, (box, self._foot))
        self.begin()

    def commands(self) -> list[Command]:
        keys = "Ctrl+Return; Ctrl+Enter"
        may = lambda: self._arrived is not None and not self._waiting.busy  # noqa: E731
        return [
            Command("transfer.choose", "transfer.receive.choose", "Ctrl+O", self.choose, icon="folder"),
            Command("transfer.take", "transfer.receive.take", keys, self.accept, may, "check"),
        ]

    def first_focus(self) -> QWidget | None:
        return self._open.first() if self._open is not None else None

    def leave(self) -> None:
        self._sealed, self._arrived = b"", None
        self._waiting.forget()
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
        self._open = OpenCard(self.choose, lambda words: self.open_file(None, words))
        cards: list[QWidget] = [self._open]
        if address:
            cards.append(OwnKeyCard(address, fingerprint(address)))
        self._inside.addLayout(column(*cards, None, gap=14))
        self.commands_changed.emit()

    def choose(self) -> None:
        """Ask for a file and open it."""
        source = ask_source(self)
        if source is not None:
            self.open_file(source)

    def open_file(self, source: Path | None, words: str = "") -> None:
        """What is in this file, or with the words in the one that waits for them."""
        if self._open is None:
            self.begin()
        if not self._waiting.busy:
            job = self.workspace.run(find_in, self.workspace, source, self._sealed, words)
            self._waiting.follow(job, t("transfer.receive.opening"), t("transfer.receive.stop"), self._found)

    def accept(self) -> None:
        """Take in what was chosen, all of it or nothing."""
        arrived = self._arrived
        if arrived is None or self._waiting.busy or not self._is_decided():
            return
        choices = tuple(card.choice() for card in self._cards)
        draft = TakeInDraft(responsible_id=self._responsible.currentData() or None, choices=choices)
        receiver, now = self._responsible.currentText(), self.workspace.now()
        job = self.workspace.run(take_file_in, self.workspace, arrived, draft, receiver, now)
        self._waiting.follow(job, t("transfer.receive.taking"), t("transfer.receive.stop"), self._show_receipt)

    def _found(self, found: object) -> None:
        assert isinstance(found, Found)
        self._banner.hide()
        self._sealed = found.sealed
        if found.arrived is not None and found.look is not None:
            self._show_arrived(found.arrived, found.look)
        elif self._open is not None:
            self._open.ask_words()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if len(files) == 1:
            self.begin()
            self.open_file(files[0])

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

    def _show_arrived(self, arrived: Arrived, look: Arrival) -> None:
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

    def _show_receipt(self, paper: object) -> None:
        assert isinstance(paper, TransferReceipt)
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
