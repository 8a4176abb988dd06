# SPDX-License-Identifier: MIT
"""From the services to paper: «Hvem gjør hva» for the fridge, and the overview."""

from PySide6.QtWidgets import QWidget

from models.queries.family_services import ServicesAround
from models.queries.letter_services import ON_PAPER
from models.queries.people import PersonRow
from models.records.document import DocumentKind
from models.values.refusal import Refusal, Refusals
from models.work.issue_letter import LetterDraft, draft_letters
from views.pages.right.around import Around
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, column
from views.widgets.flow import flow


class Papers(QWidget):
    """Each button drafts its paper about the child in the middle, and goes to it."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._child: PersonRow | None = None
        self._refused = Banner("danger", "")
        kinds = {DocumentKind.WHO_DOES_WHAT: "print", DocumentKind.SERVICES_OVERVIEW: "document"}
        made = [self._button(kind, icon) for kind, icon in kinds.items()]
        self.setLayout(column(self._refused, flow(*made)))

    def show_of(self, found: ServicesAround, child: PersonRow | None) -> None:
        """Shown as soon as something is given."""
        self._child = child
        self.setVisible(any(one.state in ON_PAPER for one in found.of_child(child.id if child else None)))

    def _button(self, kind: DocumentKind, icon: str) -> QWidget:
        return button(t(f"documents.kind.{kind}"), icon, "flat", lambda: self._write(kind))

    def _write(self, kind: DocumentKind) -> None:
        named = self._child is not None and bool(self._child.given_name)
        about = {"recipient": self._child.name, "person": str(self._child.id)} if self._child and named else {}
        draft = LetterDraft.model_validate({"kind": kind, "addressee": "other", **about})
        try:
            (id,) = self._around.workspace.do(draft_letters, self._around.family_id, draft)
        except (Refusal, Refusals) as refused:
            self._refused.say("danger", said(refused))
            return
        self._around.navigator.open("family", id=str(self._around.family_id), tab="documents", item=str(id))
