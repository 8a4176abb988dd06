# SPDX-License-Identifier: MIT
"""The page «Overlever familier»: which, to whom, on what consent, and how the file is closed."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.families import Chip, family_rows
from models.queries.transfers import Leaving, leaving
from models.records.family import Family
from models.values.changes import ChangeSet
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from models.values.handover import fingerprint
from models.work.hand_over import HandOverDraft, Way, address_in, hand_over, propose_words
from models.work.handover_reading import own_digits
from views.commands import Command
from views.discreet import shown
from views.form.form import Form
from views.navigation import Navigator, Place
from views.pages.families.words import family_label
from views.pages.handover.files import ask_target, neutral_name, write_file
from views.pages.handover.send_fields import send_fields
from views.pages.handover.words import counts_text
from views.pages.page import Page
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.page_header import PageHeader
from views.widgets.rows import Row, RowList
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

MOST, TALLEST = 2000, 210


class HandOverPage(Page):
    """`navigator.open("hand_over", families="<id>,<id>")`."""

    title = "transfer.send.title"
    help = "hand_over"
    nav = "families"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._chosen: set[UUID] = set()
        self._form: Form[HandOverDraft] | None = None
        self._banner = Banner("danger", "", closable=True)
        self._banner.hide()
        self._rows: list[Row] = []
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
        self._build()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Family)

    def reload(self) -> None:
        """The families may have others' names by now; what is typed stays."""
        if self._form is not None:
            self._show_families()

    def place(self) -> Place:
        return {"families": ",".join(sorted(str(id) for id in self._chosen))}

    def go_to(self, place: Place) -> None:
        """Which families are ticked from the start."""
        wanted = {UUID(one) for one in str(place.get("families") or "").split(",") if one}
        if self._form is None or (wanted and wanted != self._chosen):
            self._chosen = wanted or self._chosen
            self._build()

    def commands(self) -> list[Command]:
        keys = "Ctrl+Return; Ctrl+Enter"
        return [
            Command("transfer.make", "transfer.send.make", keys, self._send, lambda: self._form is not None, "lock")
        ]

    def first_focus(self) -> QWidget | None:
        return self._families if self._form is not None else None

    def _build(self) -> None:
        clear(self._inside, 0)
        self._families = RowList(t("transfer.send.families"), marks=False)
        self._families.ticked.connect(lambda line: self._toggle(line.value))
        self._families.opened.connect(lambda line: self._toggle(line.value))
        self._along = QVBoxLayout()
        which = Card(t("transfer.send.families"), icon_name="family", margins=(8, 12, 8, 8), gap=2)
        which.add(self._families, boxed(self._along))
        fields = send_fields(lambda: any(one.protected for one in self._leaving()))
        self._form = Form(HandOverDraft, fields, self.workspace, draft_id="hand_over", before="transfer.send.before")
        if not self._form.is_changed():
            self._form.set_value({"way": Way.KEY, "passphrase": propose_words()})
        self._digits = label("", "body", wrap=True)
        self._form.changed.connect(lambda _: self._show_digits())
        self._show_digits()
        receiver = Card(t("transfer.send.receiver"), icon_name="mail").add(self._form, self._digits)
        self._inside.addLayout(column(which, receiver, None, gap=14))
        self._foot.show()
        self._show_families()

    def _leaving(self) -> tuple[Leaving, ...]:
        return self.workspace.read(leaving, sorted(self._chosen))

    def _show_families(self) -> None:
        staff_id, today = self.workspace.staff_id, self.workspace.today()
        found = [
            each
            for chip in (Chip.ALL, Chip.CLOSED)
            for each in self.workspace.read(family_rows, staff_id, today, "", chip, MOST).rows
            if each.status != "handed_over"
        ]
        found.sort(key=lambda each: (each.id not in self._chosen, each.sort_key))
        self._rows = [Row(each.id, family_label(each), tick=each.id in self._chosen, value=each.id) for each in found]
        self._families.show_rows(self._rows)
        self._families.setFixedHeight(min(self._families.height_of_rows(), TALLEST))
        self._show_along()

    def _toggle(self, id: object) -> None:
        assert isinstance(id, UUID)
        self._chosen ^= {id}
        self._rows = [replace(one, tick=one.id in self._chosen) for one in self._rows]
        self._families.show_rows(self._rows)
        self._show_along()

    def _show_along(self) -> None:
        clear(self._along)
        self._along.setContentsMargins(10, 6, 8, 4)
        leaving_now = self._leaving()
        for one in leaving_now:
            told = t("transfer.send.along", name=shown(one.name), counts=counts_text(one.counts))
            self._along.addWidget(label(told, "body", wrap=True))
        if not leaving_now:
            self._along.addWidget(label(t("transfer.send.none_chosen"), "body", "muted", wrap=True))
        if any(one.strict for one in leaving_now):
            self._along.addWidget(Banner("danger", t("transfer.send.strict"), icon_name="lock"))
        elif any(one.protected for one in leaving_now):
            self._along.addWidget(Banner("warning", t("transfer.send.protected"), icon_name="lock"))
        if self._form is not None:
            self._form.sheet.set_value({})

    def _show_digits(self) -> None:
        """The digits of the key that was pasted, to be compared with what the receiver reads aloud."""
        values = self._form.value() if self._form is not None else {}
        address = address_in(str(values.get("receiver_key") or "")) if values.get("way") != Way.PASSPHRASE else ""
        self._digits.setText(t("transfer.send.digits", digits=fingerprint(address)) if address else "")
        self._digits.setVisible(bool(address))

    def _send(self) -> None:
        form = self._form
        draft = form.draft() if form is not None else None
        if form is None or draft is None:
            return
        target = ask_target(self, neutral_name(self.workspace.today()))
        if target is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            chosen = sorted(self._chosen)
            self.workspace.do(hand_over, chosen, draft, lambda content: write_file(target, content))
        except (Refusal, Refusals) as refused:
            form.show_refusal(refused)
            return
        except Trouble as trouble:
            self._banner.say("danger", said(trouble))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._banner.hide()
        form.done()
        self._show_done(target, draft)

    def _show_done(self, target: Path, draft: HandOverDraft) -> None:
        clear(self._inside, 0)
        self._form = None
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
        self._chosen = set()
        self.done.emit(t("transfer.sent.done"), None)
        self.commands_changed.emit()
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        self.navigator.open("families")
