# SPDX-License-Identifier: MIT
"""The page «Overlever familier»: which, to whom, on what consent, and how the file is closed."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.family import Family
from models.values.changes import ChangeSet
from models.values.handover import fingerprint
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from models.work.hand_over import HandOverDraft, Way, address_in, check_hand_over
from models.work.handover_reading import own_digits
from views.commands import Command
from views.form.form import Form
from views.navigation import Navigator, Place
from views.pages.handover.files import ask_target, neutral_name
from views.pages.handover.making import make_file
from views.pages.handover.send_fields import send_fields
from views.pages.handover.waiting import Waiting
from views.pages.handover.which import WhichFamilies
from views.pages.handover.words_to_tell import WordsToTell
from views.pages.page import Page
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.page_header import PageHeader
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class HandOverPage(Page):
    """`navigator.open("hand_over", families="<id>,<id>")`."""

    title = "transfer.send.title"
    help = "hand_over"
    nav = "families"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._form: Form[HandOverDraft] | None = None
        self._digits, self._words = label("", "body", wrap=True), WordsToTell()
        self._banner = Banner("danger", "", closable=True)
        self._which: WhichFamilies | None = None
        self._inside = QVBoxLayout()
        crumbs = [(t("families.title"), self._to_list), (t(self.title), None)]
        self.body.addWidget(PageHeader(t(self.title), t("transfer.send.lead"), crumbs=crumbs))
        self.body.addWidget(self._banner)
        box = QWidget()
        box.setLayout(self._inside)
        self._inside.setContentsMargins(0, 0, 8, 8)
        self.body.addWidget(ScrollColumn(box), 1)
        self._make = button(t("transfer.send.make"), "lock", "primary", self._send)
        self._foot = boxed(row(self._make, button(t("transfer.send.cancel"), run=self._to_list), None))
        self.body.addWidget(self._foot)
        self._waiting = Waiting(self, self._banner, (box, self._foot))
        self._build()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Family)

    def reload(self) -> None:
        """The families may have others' names by now; what is typed stays."""
        if self._which is not None:
            self._which.read()

    def place(self) -> Place:
        chosen = self._which.chosen if self._which is not None else ()
        return {"families": ",".join(sorted(str(id) for id in chosen))}

    def go_to(self, place: Place) -> None:
        """Which families are ticked from the start."""
        wanted = {UUID(one) for one in str(place.get("families") or "").split(",") if one}
        if self._which is None or (wanted and wanted != self._which.chosen):
            self._build(wanted)

    def commands(self) -> list[Command]:
        keys = "Ctrl+Return; Ctrl+Enter"
        return [Command("transfer.make", "transfer.send.make", keys, self._send, self._may_make, "lock")]

    def first_focus(self) -> QWidget | None:
        return self._which.list if self._which is not None else None

    def _may_make(self) -> bool:
        return self._form is not None and not self._waiting.busy

    def _build(self, chosen: Iterable[UUID] = ()) -> None:
        clear(self._inside)
        which = self._which = WhichFamilies(self.workspace, chosen)
        fields = send_fields(lambda: any(one.protected for one in which.leaving))
        form = self._form = Form(
            HandOverDraft, fields, self.workspace, draft_id="hand_over", before="transfer.send.before"
        )
        if not form.is_changed():
            form.set_value({"way": Way.KEY})
        # whether addresses are asked for depends on who is ticked
        which.changed.connect(lambda: form.sheet.set_value({}))
        self._digits, self._words = label("", "body", wrap=True), WordsToTell()
        form.changed.connect(lambda _: self._show_closing())
        self._show_closing()
        receiver = Card(t("transfer.send.receiver"), icon_name="mail").add(form, self._digits, self._words)
        self._inside.addLayout(column(which, receiver, None, gap=14))
        self._foot.show()
        self.commands_changed.emit()

    def _show_closing(self) -> None:
        """The words to tell, or the digits of the key that was pasted, to be compared with the receiver's."""
        values = self._form.value() if self._form is not None else {}
        by_words = values.get("way") == Way.PASSPHRASE
        address = "" if by_words else address_in(str(values.get("receiver_key") or ""))
        self._digits.setText(t("transfer.send.digits", digits=fingerprint(address)) if address else "")
        self._digits.setVisible(bool(address))
        self._words.setVisible(by_words)

    def _send(self) -> None:
        form, which = self._form, self._which
        draft = form.draft() if form is not None else None
        if form is None or draft is None or which is None or self._waiting.busy:
            return
        if draft.way is Way.PASSPHRASE:
            draft = draft.model_copy(update={"passphrase": self._words.words})
        families = sorted(which.chosen)
        try:
            sender = self.workspace.do(check_hand_over, families, draft)
        except (Refusal, Refusals) as refused:
            form.show_refusal(refused)
            return
        except Trouble as trouble:
            self._banner.say("danger", said(trouble))
            return
        target = ask_target(self, neutral_name(self.workspace.today()))
        if target is None:
            return
        self._banner.hide()
        job = self.workspace.run(make_file, self.workspace, sender, families, draft, target)
        told = t("transfer.send.making"), t("transfer.send.making_stop")
        self._waiting.follow(job, *told, lambda _: self._show_done(target, draft))

    def leave(self) -> None:
        self._waiting.forget()
        super().leave()

    def _show_done(self, target: Path, draft: HandOverDraft) -> None:
        if self._form is not None:
            self._form.done()
        clear(self._inside)
        self._form = self._which = None
        self._foot.hide()
        card = Card(t("transfer.sent.title"), kind="success", icon_name="check", gap=10)
        card.add(label(t("transfer.sent.file", name=target.name), "body", wrap=True))
        if draft.way is Way.PASSPHRASE:
            words = label(draft.passphrase, "lead", wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.add(label(t("transfer.sent.words"), "body", wrap=True), words)
        else:
            card.add(label(t("transfer.sent.key", name=draft.receiver_name), "body", wrap=True))
        digits = self.workspace.read(own_digits)
        card.add(label(t("transfer.sent.digits", digits=digits), "body", wrap=True))
        card.add(label(t("transfer.sent.receipt"), "body", wrap=True))
        back = button(t("transfer.sent.to_list"), "left", "primary", self._to_list)
        card.add(row(back, None))
        self._inside.addLayout(column(card, None, gap=14))
        self.done.emit(t("transfer.sent.done"), None)
        self.commands_changed.emit()
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        self.navigator.open("families")
