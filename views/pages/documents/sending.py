# SPDX-License-Identifier: MIT
"""When and how a letter left the house, and what is known of the finished letter."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtWidgets import QWidget

from models.queries.documents import DocumentRow
from models.records.document import DocumentState
from models.values.typed import RequiredLine
from models.work.send_letter import mark_sent, take_back_sent
from views.form.choice_editors import choice
from views.form.date_editor import past_date
from views.form.field import Field
from views.form.form import Form
from views.pages.documents.draft import Attempt
from views.texts import has, t
from views.widgets.basics import boxed, button, clear, column
from views.workspace import Workspace

HOW = ("post", "handed_over", "digital")
FIELDS = (
    Field("sent_on", "documents.done.send_on", past_date, width="full"),
    Field("sent_how", "documents.done.send_how", choice(HOW, "documents.how"), width="full"),
)


class SendingDraft(BaseModel):
    """The day and the way."""

    sent_on: date
    sent_how: RequiredLine


class SendingPart(QWidget):
    """Today and post are proposed; «Angre» takes it back."""

    def __init__(self, workspace: Workspace, attempt: Attempt) -> None:
        super().__init__()
        self._workspace, self._attempt = workspace, attempt
        self._row: DocumentRow | None = None
        self._form: Form[SendingDraft] | None = None
        self._place = boxed(column(gap=0))
        self.send = button(t("documents.done.mark_sent"), "mail", run=self._send_it)
        self.setLayout(column(self._place, self.send, gap=8))

    def show_document(self, one: DocumentRow) -> None:
        """Ask when it was sent, until it is."""
        waiting = one.state is DocumentState.FINAL
        if self._row is None or self._row.id != one.id or one.state is not self._row.state:
            self._ask(one.id if waiting else None)
        self._row = one
        self._place.setVisible(waiting)
        self.send.setVisible(waiting)

    def _ask(self, id: UUID | None) -> None:
        """A form of its own for each letter, so that nothing half-typed goes with another."""
        layout = self._place.layout()
        assert layout is not None
        clear(layout)
        self._form = None
        if id is not None:
            self._form = Form(SendingDraft, FIELDS, self._workspace, draft_id=f"sending/{id}", columns=1)
            self._form.set_value({"sent_on": self._workspace.today(), "sent_how": HOW[0]})
            layout.addWidget(self._form)

    def _send_it(self) -> None:
        form = self._form
        draft = form.draft() if form else None
        if draft is None or form is None or self._row is None:
            return
        id, do = self._row.id, self._workspace.do
        if self._attempt(
            lambda: do(mark_sent, id, draft.sent_on, draft.sent_how),
            t("documents.sent"),
            lambda: do(take_back_sent, id),
        ):
            form.done()


def fact_lines(one: DocumentRow) -> Iterator[str]:
    """What the finished letter is known by."""
    if one.sent_on:
        how = f"documents.how.{one.sent_how}"
        said = t(how) if has(how) else one.sent_how
        yield t("documents.done.sent_on", day=one.sent_on, how=said)
    if one.signed_on:
        yield t("documents.done.signed_on", day=one.signed_on)
    if one.pages:
        yield t("documents.done.pages", n=one.pages)
    if one.law_edition:
        yield t("documents.done.law", edition=one.law_edition)
    if one.text_edition:
        shipped, _, own = one.text_edition.partition("+")
        key = "documents.done.own_texts" if own else "documents.done.texts"
        yield t(key, edition=shipped, version=own)
    if one.sha256:
        yield t("documents.done.fingerprint", sha256=one.sha256[:16])
