# SPDX-License-Identifier: MIT
"""What a draft is about beside its texts: why an answer takes time, which service it goes to, who gets a copy."""

from uuid import UUID

from pydantic import BaseModel
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.documents import letter_about
from models.queries.letter_own import signers
from models.records.document import DocumentKind
from models.rules.cooperation import SECTORS
from models.values.typed import Line, Text
from models.work.issue_letter import edit_letter_about
from views.form.choice_editors import combo
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import long_text
from views.texts import t
from views.workspace import Workspace


def _sectors() -> list[tuple[str, str]]:
    return [(sector, t(f"documents.sector.{sector}")) for sector in SECTORS]


class AboutDraft(BaseModel):
    """The parts that some letters have."""

    reason: Text = ""
    sector: Line | None = ""
    copies_to: Text = ""
    new_municipality: Line = ""
    signer: Text | None = ""


FIELDS = {
    "reason": Field(
        "reason", "documents.editor.reason", long_text(2), "documents.editor.reason_hint", "optional", "full"
    ),
    "new_municipality": Field(
        "new_municipality",
        "documents.editor.new_municipality",
        hint="documents.editor.new_municipality_hint",
        need="optional",
        width="full",
    ),
    "sector": Field("sector", "documents.editor.sector", combo(_sectors), "documents.editor.sector_hint"),
    "copies_to": Field(
        "copies_to", "documents.editor.copies_to", long_text(2), "documents.editor.copies_to_hint", "optional", "full"
    ),
}


def signer_field(workspace: Workspace) -> Field:
    """Who signs, among those who may; whoever writes the letter when nobody is chosen."""

    def choices() -> list[tuple[str, str]]:
        found = workspace.read(signers, workspace.staff_id)[1:]
        return [(one.key, ", ".join(filter(None, (one.name, one.title)))) for one in found]

    return Field("signer", "documents.editor.signer", combo(choices, "documents.editor.signer_self"), width="full")


ASKED = {
    DocumentKind.OWN_LETTER: ("signer", "copies_to"),
    DocumentKind.INTERIM_REPLY: ("reason",),
    DocumentKind.SERVICE_INFORMATION: ("sector", "copies_to"),
    DocumentKind.APPOINTMENT_LETTER: ("copies_to",),
    DocumentKind.APPEAL_FORWARDING: ("copies_to",),
    DocumentKind.CLOSING_LETTER: ("new_municipality",),
}


class AboutPart(QWidget):
    """Fields that are kept as they are left; hidden where the letter needs none."""

    kept = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._id: UUID | None = None
        self._form: Form[AboutDraft] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_document(self, id: UUID, kind: DocumentKind) -> None:
        """Show what this draft is about."""
        asked = ASKED.get(kind, ())
        if id != self._id:
            self._drop()
            self._id = id
            if asked:
                known = FIELDS | {"signer": signer_field(self._workspace)}
                fields = [known[name] for name in asked]
                self._form = Form(
                    AboutDraft, fields, self._workspace, draft_id=f"letter_about/{id}", on_commit=self._keep
                )
                self._layout.addWidget(self._form)
        if self._form is not None:
            about = self._workspace.read(letter_about, id).about
            self._form.set_value({name: about.get(name, "") for name in asked})
        self.setVisible(bool(asked))

    def flush(self) -> None:
        """Keep what is typed now."""
        if self._form is not None:
            self._form.flush()

    def _keep(self, name: str, value: object) -> None:
        if self._id is not None:
            self._workspace.do(edit_letter_about, self._id, {name: str(value or "")})
            self.kept.emit()

    def _drop(self) -> None:
        if self._form is not None:
            self._layout.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
