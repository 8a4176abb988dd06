# SPDX-License-Identifier: MIT
"""A family's hand-overs: what was sent and received, the receipt that comes back, and taking a family back."""

from uuid import UUID

from pydantic import BaseModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.family import family_sheet
from models.queries.transfers import TransferRow, transfers_of, waiting_for_receipt
from models.records.family import FamilyState
from models.records.transfer import TransferDirection
from models.values.refusal import Refusal, Refusals
from models.values.typed import RequiredLine
from models.work.hand_over import TakeBackDraft, enter_receipt, take_back
from views.discreet import shown
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import long_text
from views.navigation import Navigator, Place
from views.pages.family.tab import FamilyTab
from views.pages.handover.words import counts_text
from views.texts import t
from views.widgets.basics import button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

RECEIPT = Field("receipt", "transfer.field.receipt", hint="transfer.field.receipt_hint", need="required", width="full")
REASON = Field(
    "reason", "transfer.field.take_back_reason", long_text(2), "form.no_names", need="required", width="full"
)


class ReceiptDraft(BaseModel):
    """The code the receiver read aloud or sent."""

    receipt: RequiredLine


class TransfersTab(FamilyTab):
    """Newest first, under what is to be done now."""

    title = "transfer.tab.title"
    help = "hand_over"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._receipt: Form[ReceiptDraft] | None = None
        self._back: Form[TakeBackDraft] | None = None
        self._waiting: TransferRow | None = None
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(2, 4, 10, 8)
        box = QWidget()
        box.setLayout(self._inside)
        self.body.addWidget(ScrollColumn(box), 1)
        self.reload()

    def reload(self) -> None:
        """Read again, unless a receipt or a reason is half-typed."""
        if any(form is not None and form.is_changed() for form in (self._receipt, self._back)):
            return
        clear(self._inside)
        self._receipt = self._back = None
        self._waiting = self.workspace.read(waiting_for_receipt, self.family_id)
        sheet = self.workspace.read(family_sheet, self.family_id)
        found = self.workspace.read(transfers_of, self.family_id)
        cards: list[QWidget] = []
        if self._waiting is not None:
            cards.append(self._receipt_card(self._waiting))
        if sheet is not None and sheet.state is FamilyState.HANDED_OVER:
            cards.append(self._back_card())
        cards += [transfer_card(one) for one in found]
        if not found:
            cards.append(label(t("transfer.tab.none"), "body", "muted", wrap=True))
        head = label(t(self.title), "subtitle")
        leave = button(t("family.menu.hand_over"), "right", run=self._hand_over)
        leave.setVisible(sheet is not None and sheet.state in (FamilyState.OPEN, FamilyState.CLOSED))
        self._inside.addLayout(column(row(head, None, leave), *cards, None, gap=14))

    def go_to(self, place: Place) -> None:
        """Nothing to find."""
        self.reload()

    def first_focus(self) -> QWidget | None:
        form = self._receipt or self._back
        return next(iter(form.rows.values())).editor.target() if form is not None else None

    def _receipt_card(self, waiting: TransferRow) -> Card:
        card = Card(t("transfer.tab.receipt"), icon_name="mail")
        draft_id = f"receipt/{waiting.id}"
        self._receipt = Form(ReceiptDraft, (RECEIPT,), self.workspace, draft_id=draft_id, before="transfer.send.before")
        enter = button(t("transfer.tab.enter"), "check", "primary", self._enter)
        told = t("transfer.tab.waiting", name=shown(waiting.other_name), when=waiting.done_at)
        return card.add(label(told, "body", "muted", wrap=True), self._receipt, row(enter, None))

    def _back_card(self) -> Card:
        card = Card(t("transfer.tab.take_back"), icon_name="undo")
        draft_id = f"take_back/{self.family_id}"
        self._back = Form(TakeBackDraft, (REASON,), self.workspace, draft_id=draft_id, before="transfer.send.before")
        take = button(t("transfer.tab.take_back_do"), "undo", run=self._take_back)
        return card.add(
            label(t("transfer.tab.take_back_text"), "body", "muted", wrap=True), self._back, row(take, None)
        )

    def _enter(self) -> None:
        draft = self._receipt.draft() if self._receipt is not None else None
        if draft is None or self._receipt is None or self._waiting is None:
            return
        try:
            count = self.workspace.do(enter_receipt, self._waiting.id, draft.receipt)
        except (Refusal, Refusals) as refused:
            self._receipt.show_refusal(refused)
            return
        self._receipt.done()
        self.done.emit(t("transfer.tab.entered", n=count), None)
        self.reload()

    def _take_back(self) -> None:
        draft = self._back.draft() if self._back is not None else None
        if draft is None or self._back is None:
            return
        try:
            self.workspace.do(take_back, self.family_id, draft)
        except (Refusal, Refusals) as refused:
            self._back.show_refusal(refused)
            return
        self._back.done()
        self.done.emit(t("transfer.tab.taken_back"), None)
        self.reload()

    def _hand_over(self) -> None:
        self.navigator.open("hand_over", families=str(self.family_id))


def transfer_card(one: TransferRow) -> Card:
    """One hand-over: which way, to or from whom, when, on what consent, how much, and its receipt."""
    sent = one.direction is TransferDirection.SENT
    who = ", ".join(filter(None, (shown(one.other_name), one.other_municipality)))
    title = t("transfer.tab.sent", who=who) if sent else t("transfer.tab.received", who=who)
    card = Card(title, icon_name="right" if sent else "left", gap=4)
    card.add(label(t("transfer.tab.when", when=one.done_at), "body", wrap=True))
    if counts := counts_text(one.counts):
        card.add(label(counts, "body", wrap=True))
    if one.consent_on:
        card.add(label(t("transfer.from.consent", when=one.consent_on, told=one.consent_told), "body", wrap=True))
    if sent and one.receipt_at:
        card.add(label(t("transfer.tab.receipt_in", code=one.receipt, when=one.receipt_at), "body", wrap=True))
    elif sent:
        card.add(label(t("transfer.tab.no_receipt"), "body", "muted", wrap=True))
    return card
