# SPDX-License-Identifier: MIT
"""A finished letter in view: its pages, printing, sending, signing, and the signed copy."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.queries.documents import DocumentRow, document_bytes
from models.records.document import DocumentKind
from models.rules.file_kinds import ENDINGS, JPEG, PNG
from models.work.send_letter import attach_scan, log_exported, log_read, mark_signed
from views.pages.documents.document_list import BADGES, name_of, state_key, state_of, to_whom
from views.pages.documents.draft import Attempt
from views.pages.documents.files import ask_file, read_limited
from views.pages.documents.outgoing import Outgoing, neutral_name
from views.pages.documents.received import ReceivedPart
from views.pages.documents.sending import SendingPart, fact_lines
from views.printing import Sheets, printing
from views.texts import t
from views.widgets.basics import badge, boxed, button, clear, column, for_reading, label, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.labels import ElidedLabel
from views.widgets.pdf_preview import PdfPreview
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

SIDE = 300


class FinishedPart(QWidget):
    """What was sent is read from the vault, never made again; a received file is shown as its safe copy."""

    left = Signal()
    chosen = Signal(object)
    binned = Signal(object)

    def __init__(self, workspace: Workspace, attempt: Attempt, outgoing: Outgoing) -> None:
        super().__init__()
        self._workspace, self._attempt, self._outgoing = workspace, attempt, outgoing
        self._row: DocumentRow | None = None
        self._read: set[UUID] = set()
        self.preview = PdfPreview()
        self._received = ReceivedPart(workspace, self._show_copy)
        self._title = ElidedLabel("", "subtitle")
        self._badge = QHBoxLayout()
        self._copies = QVBoxLayout()
        self.print = for_reading(button(t("documents.done.print"), "print", "primary", self.print_it))
        self.save = for_reading(button(t("documents.done.save"), "download", run=self.save_it))
        self.archival = for_reading(button(t("documents.safe.save_archival"), "archive", run=self._save_archival))
        self._acts = Card(t("documents.done.title"))
        self._sending = SendingPart(workspace, attempt)
        self.sign = button(t("documents.done.mark_signed"), "pen", run=self._sign_it)
        self.attach = button(t("documents.done.attach"), "plus", run=self._attach_it)
        self.open_copy = for_reading(button(t("documents.done.open_copy"), "copy", run=self._save_copy))
        self.bin = button(t("waste_bin.put.verb"), "bin", run=lambda: self.binned.emit(self._row))
        self._acts.add(self.print, self.save, self.archival, self._sending)
        self._acts.add(self.sign, self.attach, self.open_copy, self.bin)
        self._facts = label("", "caption", "muted", wrap=True)
        side = ScrollColumn(column(self._acts, Card(t("documents.done.facts")).add(self._facts), None, gap=12))
        side.setFixedWidth(SIDE)
        # A low window scrolls; it never presses the fields together.
        for one in (self._acts, self._sending):
            one.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        back = for_reading(button(t("documents.back"), "left", "flat", self.left.emit))
        head = row(back, self._title, boxed(self._badge))
        head.setStretchFactor(self._title, 1)
        shown = column(self._copies, self._received, self.preview, gap=8)
        shown.setStretchFactor(self.preview, 1)
        pages = boxed(shown)
        body = row(pages, side, gap=16)
        body.setStretchFactor(pages, 1)
        layout = column(head, body, gap=10)
        layout.setStretchFactor(body, 1)
        self.setLayout(layout)
        QWidget.setTabOrder(back, self.preview)

    def show_document(self, one: DocumentRow, copies: Sequence[DocumentRow]) -> None:
        """Show this document; `copies` are the letters of the same avgjørelse to others."""
        again = self._row is not None and self._row.id == one.id
        self._row = one
        number = t("documents.number", number=one.number) if one.number else ""
        self._title.set_text(" · ".join(word for word in (name_of(one), number, to_whom(one)) if word))
        clear(self._badge)
        self._badge.addWidget(badge(state_of(one), BADGES[state_key(one)]))
        ours = one.kind is not DocumentKind.RECEIVED
        self._received.setVisible(not ours)
        verb = t("documents.done.save" if ours else "documents.safe.save_original")
        self.save.setText(verb)
        self.save.setAccessibleName(verb)
        self.archival.setVisible(one.media_type in (PNG, JPEG))
        self.sign.setVisible(ours and one.signed_on is None)
        self.attach.setVisible(ours)
        self.bin.setVisible(not ours)
        self.open_copy.setVisible(one.signed_copy_id is not None)
        self._sending.setVisible(ours)
        self._sending.show_document(one)
        self._facts.setText("\n".join(fact_lines(one)))
        self._show_copies(one, copies)
        if not again:
            self._show_pages(one, ours)

    def print_it(self) -> None:
        """Through the system's dialog, under a neutral name; noted only when it was printed."""
        # a key may ask though the button cannot: a received file itself is never opened here
        if self._row is None or not self.print.isEnabled():
            return
        copy = self._received.copy
        content = copy.content if copy else self._workspace.read(document_bytes, self._row.id).content
        self._outgoing.print_them([(self._row.id, Sheets(content, self._name()))], self.preview.page())

    def save_it(self) -> None:
        """To a file where the person chooses; noted only when it was saved."""
        if self._row is not None:
            self._save(self._row.id)

    def _save_copy(self) -> None:
        if self._row is not None and self._row.signed_copy_id is not None:
            self._save(self._row.signed_copy_id)

    def _save(self, id: UUID) -> None:
        if not self._outgoing.may_go([id]):
            return
        kept = self._workspace.read(document_bytes, id)
        self._write(id, kept.content, ENDINGS.get(kept.media_type, ".pdf"))

    def _save_archival(self) -> None:
        """A picture as PDF/A, as an archive takes it in."""
        if self._row is not None and self._received.copy is not None:
            self._write(self._row.id, self._received.copy.content, ".pdf")

    def _write(self, id: UUID, content: bytes, ending: str) -> None:
        if printing().save(self, content, self._name(), ending) is not None:
            self._attempt(lambda: self._workspace.do(log_exported, id), t("documents.saved"), None)

    def _sign_it(self) -> None:
        if self._row is None:
            return
        id, today, do = self._row.id, self._workspace.today(), self._workspace.do
        undo: Callable[[], object] = lambda: do(mark_signed, id, None)  # noqa: E731
        self._attempt(lambda: do(mark_signed, id, today), t("documents.signed"), undo)

    def _attach_it(self) -> None:
        file = ask_file(self, t("documents.choose_scan"))
        if self._row is None or file is None:
            return
        id = self._row.id
        self._attempt(
            lambda: self._workspace.do(attach_scan, id, read_limited(file)), t("documents.scan_attached"), None
        )

    def _name(self) -> str:
        return neutral_name(self._row.number if self._row else "")

    def _show_pages(self, one: DocumentRow, ours: bool) -> None:
        self._allow_copy(True)
        self._received.forget()
        if not ours:
            self.preview.clear()
            self._allow_copy(False)
            self._received.show_document(one)
        else:
            self.preview.show_document(self._workspace.read(document_bytes, one.id).content, self._name())
        if one.id not in self._read:
            self._read.add(one.id)
            self._attempt(lambda: self._workspace.do(log_read, one.id), "", None)

    def _show_copy(self, content: bytes) -> None:
        self.preview.show_document(content, t("documents.kind.received"))
        self._allow_copy(True)

    def _allow_copy(self, there: bool) -> None:
        """A received file is printed as its safe copy, and waits for it."""
        self.print.setEnabled(there)
        self.archival.setEnabled(there)

    def _show_copies(self, one: DocumentRow, copies: Sequence[DocumentRow]) -> None:
        clear(self._copies)
        if len(copies) < 2:
            return
        options = [(str(copy.id), to_whom(copy)) for copy in copies]
        chips = ChipGroup(t("documents.done.copies"), options, str(one.id))
        chips.chosen.connect(lambda id: self.chosen.emit(UUID(id)))
        self._copies.addWidget(chips)
