# SPDX-License-Identifier: MIT
"""The tab «Dokumenter»: the list, a draft beside its paper, or a finished letter with what is left to do with it."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from models.queries.documents import DocumentRow, document_list, document_row
from models.queries.letter_choices import LetterChoice, letters_that_fit
from models.records.document import DocumentState
from models.work.issue_letter import LetterDraft, draft_letters
from models.work.send_letter import receive_paper
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.documents.document_list import DocumentListPart
from views.pages.documents.draft import DraftPart
from views.pages.documents.files import ask_file, read_limited
from views.pages.documents.finished import FinishedPart
from views.pages.documents.outgoing import Outgoing
from views.pages.family.tab import FamilyTab
from views.texts import t
from views.widgets.banner import Banner
from views.workspace import Workspace


class DocumentsTab(FamilyTab):
    """One document in view at a time; the way back leads to the same row."""

    title = "documents.title"
    help = "documents"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._open_id: UUID | None = None
        self._refused = Banner("danger", "", closable=True)
        out = Outgoing(self, workspace, self.attempt, self.started.emit)
        self._list = DocumentListPart(self.begin, self.receive)
        self._list.chosen.print_wanted.connect(lambda rows: out.print_them(out.sheets(rows)))
        self._list.chosen.save_wanted.connect(lambda rows: out.save_them(out.sheets(rows)))
        self._list.opened.connect(lambda row: self.open_document(row.id))
        self._draft = DraftPart(workspace, self.attempt)
        self._draft.left.connect(self.show_list)
        self._finished = FinishedPart(workspace, self.attempt, out)
        self._finished.left.connect(self.show_list)
        self._finished.chosen.connect(self.open_document)
        self._finished.binned.connect(self._to_bin)
        self._stack = QStackedWidget()
        for part in (self._list, self._draft, self._finished):
            self._stack.addWidget(part)
        self.body.addWidget(self._refused)
        self.body.addWidget(self._stack, 1)
        self.reload()

    def reload(self) -> None:
        """Read the list and the document in view again."""
        choices = self.workspace.read(letters_that_fit, self.family_id, self.workspace.today())
        self._list.show_documents(self.workspace.read(document_list, self.family_id), choices)
        if self._open_id is not None:
            self._show(self._open_id)

    def place(self) -> Place:
        return {"document": str(self._open_id) if self._open_id else "", **self._list.place()}

    def go_to(self, place: Place) -> None:
        """To a document by its id, or back to a row of the list."""
        wanted = place.get("document") or place.get("item")
        if wanted:
            self.open_document(wanted if isinstance(wanted, UUID) else UUID(str(wanted)))
        else:
            self.show_list()
        self._list.go_to(place)

    def commands(self) -> list[Command]:
        def in_list() -> bool:
            return self._open_id is None

        def in_finished() -> bool:
            return self._stack.currentWidget() is self._finished

        def out() -> bool:
            return in_finished() or (in_list() and bool(self._list.chosen.chosen()))

        def printable() -> bool:
            return out() and (in_list() or self._finished.print.isEnabled())

        finished, draft, chosen = self._finished, self._draft, self._list.chosen
        print_it, save_it = (
            (chosen.print_them, chosen.save_them) if in_list() else (finished.print_it, finished.save_it)
        )
        preview = finished.preview if in_finished() else draft.editor.preview
        return [
            Command("document.new", "documents.new", run=self._list.ask_kind, when=in_list, icon="plus"),
            Command("document.print", "documents.done.print", "Ctrl+P", print_it, printable, "print"),
            Command("document.save", "documents.done.save", "Ctrl+Shift+P", save_it, out, "download"),
            Command("document.print_all", "documents.many.print_all", "", chosen.print_all, in_list, "print"),
            Command(
                "document.search", "pdf_preview.search_in", "Ctrl+F", preview.search, lambda: not in_list(), "search"
            ),
            Command(
                "document.finish",
                "documents.editor.finish",
                "Ctrl+Return",
                draft.finish_it,
                lambda: self._stack.currentWidget() is draft,
                "check",
            ),
        ]

    def open_document(self, id: UUID) -> None:
        """Bring this document into view."""
        self._refused.hide()
        self._show(id)
        self.commands_changed.emit()

    def show_list(self) -> None:
        """Back to the list."""
        self._draft.editor.clear()
        self._open_id = None
        self._stack.setCurrentWidget(self._list)
        self._list.focus_list()
        self.commands_changed.emit()

    def begin(self, choice: LetterChoice) -> None:
        """A new letter of this kind; one draft for each of the family's envelopes."""
        draft = LetterDraft(
            kind=choice.kind,
            recipient=choice.recipient,
            language=choice.language,
            addressee="family" if choice.to_family else "other",
            determination_id=choice.determination_id,
            appeal_id=choice.appeal_id,
            enquiry_id=choice.enquiry_id,
            coordination_id=choice.coordination_id,
            consent_id=choice.consent_id,
            family_service_id=choice.family_service_id,
            person=str(choice.person_id or ""),
            template=choice.template,
            title=choice.name,
        )
        ids: list[UUID] = []
        if self.attempt(lambda: ids.extend(self.workspace.do(draft_letters, self.family_id, draft)), "", None):
            self.done.emit(
                t("documents.drafted") if len(ids) == 1 else t("documents.drafted_several", n=len(ids)), None
            )
            self.open_document(ids[0])

    def receive(self) -> None:
        """Put a file from outside among the documents."""
        file = ask_file(self, t("documents.choose_received"))
        if file:
            self.attempt(lambda: self._receive(file), t("documents.received"), None)

    def _to_bin(self, one: DocumentRow) -> None:
        place = {"record": "document", "item": str(one.id)}
        self.navigator.open("family", id=str(self.family_id), tab="to_bin", **place)

    def attempt(self, act: Callable[[], object], told: str, undo: Callable[[], object] | None) -> bool:
        """Do it and tell, or say why not."""
        allowed = self._refused.allows(act)
        if allowed and told:
            self.done.emit(told, undo)
        return allowed

    def _receive(self, file: Path) -> None:
        self.workspace.do(receive_paper, self.family_id, file.stem, read_limited(file))

    def _show(self, id: UUID) -> None:
        known: dict[UUID, DocumentRow] = {row.id: row for row in self.workspace.read(document_list, self.family_id)}
        if id not in known:
            self.show_list()
            return
        self._open_id = id
        row = self.workspace.read(document_row, id)
        part: QWidget = self._draft if row.state is DocumentState.DRAFT else self._finished
        # In view before it is filled, so that fields which grow are given their room.
        self._stack.setCurrentWidget(part)
        if row.state is DocumentState.DRAFT:
            self._draft.show_document(row)
        else:
            self._draft.editor.clear()
            others = [one for one in known.values() if one.determination_id and one.number == row.number]
            self._finished.show_document(row, others)
