# SPDX-License-Identifier: MIT
"""The avgjørelse under way: the outcome the answers point at, the person's own choice, and «Ferdigstill» (R16, R17)."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.queries.determinations import DeterminationRow
from models.queries.letter_own import signers
from models.queries.right_picture import RightPicture
from models.records.determination import DeterminationState, Outcome
from models.values.refusal import Refusal, Refusals
from models.work.decide import DeterminationDraft, discard_determination, edit_determination, propose_determination
from models.work.issue_determination import finish_and_issue
from views.form.name_editor import NameEditor
from views.form.person_editor import Choice
from views.letterpress import letterpress
from views.pages.right.around import Around, KeptForm
from views.pages.right.determination_fields import ReasonEditor, determination_fields
from views.pages.right.steps import proposal_said, said
from views.refused import sentences
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, column, label, row
from views.widgets.card import Card
from views.widgets.error_summary import ErrorSummary


class DeterminationPart(QWidget):
    """The form of the draft; finishing either succeeds or says what to mend, with a link to each field."""

    finished = Signal(object)
    # an error lies in the assessment: bring this field of that part into view
    wanted = Signal(str)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._draft: DeterminationRow | None = None
        self._picture: RightPicture | None = None
        self._proposal = label("", "body", wrap=True)
        self._why = Card(t("right.determination.proposal"), kind="info", icon_name="scales")
        self._thoughts = label("", "body", "muted", wrap=True)
        self._why.add(self._proposal, self._thoughts)
        self._refused = Banner("danger", "")
        self.summary = ErrorSummary("right.determination.before")
        self._card = Card(t("right.determination.title"), icon_name="document")
        self._form: KeptForm[DeterminationDraft] | None = None
        self._discard = button(t("right.determination.discard"), "cross", "flat", self._discard_it)
        parts = (self.summary, self._refused, self._why, self._card, row(self._discard, None))
        self.setLayout(column(*parts, None, gap=14))

    def show_picture(self, picture: RightPicture) -> None:
        """Show the draft, when there is one."""
        self._picture = picture
        draft = next((one for one in picture.determinations if one.state is DeterminationState.DRAFT), None)
        if draft is None or self._draft is None or draft.id != self._draft.id:
            self._drop_form()
        self._draft = draft
        if draft is None:
            return
        self._proposal.setText(proposal_said(picture.proposal, picture))
        self._thoughts.setText("\n".join(said(thought) for thought in picture.thoughts))
        self._thoughts.setVisible(bool(picture.thoughts))
        form = self._form or self._make_form(draft.id)
        self._offer_reasons(draft.outcome)
        form.show_row(draft)

    def finish_it(self) -> None:
        """Try to finish; what is missing is said in the order of the form."""
        if self._draft is None or self._form is None:
            return
        self._form.flush()
        id = self._draft.id
        try:
            self._around.workspace.do(finish_and_issue, id, letterpress().press)
        except (Refusal, Refusals) as refused:
            self._show(sentences(refused, self._around.workspace.today()))
            return
        self.summary.show_problems([])
        self.finished.emit(id)

    def focus_first(self) -> None:
        """Put the focus where the person decides first."""
        if self._form is not None:
            self._form.sheet.focus_field("outcome")

    def _show(self, wrong: list[tuple[str, str]]) -> None:
        form = self._form
        if form is None:
            return
        for name, said_ in wrong:
            if name in form.rows:
                form.rows[name].show_error(said_)
        self.summary.show_problems([(said_, partial(self._go_to, name)) for name, said_ in wrong])

    def _go_to(self, name: str) -> None:
        if self._form is not None and name in self._form.rows:
            self._form.sheet.focus_field(name)
        else:
            self.wanted.emit(name)

    def _make_form(self, id: UUID) -> KeptForm[DeterminationDraft]:
        form = KeptForm(
            self._around,
            DeterminationDraft,
            determination_fields(
                lambda: self._picture.staff if self._picture else (),
                lambda: self._around.workspace.read(signers, self._around.workspace.staff_id),
            ),
            self._save,
            self._around.draft_id("determination", id),
        )
        form.changed.connect(self._mended)
        names = form.rows["signer_name"].editor
        if isinstance(names, NameEditor):
            names.took.connect(self._sign)
        self._card.add(form)
        self._form = form
        return form

    def _sign(self, signer: Choice) -> None:
        """The title follows the name; it is kept as if it were typed."""
        if self._form is not None:
            self._form.sheet.set_raw({"signer_title": signer.second})
            self._form.sheet.edited.emit("signer_title")
            self._form.sheet.left.emit("signer_title")

    def _drop_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self.summary.show_problems([])

    def _offer_reasons(self, outcome: Outcome) -> None:
        editor = self._form.rows["reason_code"].editor if self._form else None
        if isinstance(editor, ReasonEditor):
            editor.offer(outcome)

    def _mended(self, name: str) -> None:
        if self._form is None:
            return
        if name == "outcome":
            self._offer_reasons(Outcome(str(self._form.value()["outcome"])))
        self._form.rows[name].show_error("")

    def _save(self, draft: DeterminationDraft) -> None:
        if self._draft is not None:
            self._around.workspace.do(edit_determination, self._draft.id, draft)

    def _discard_it(self) -> None:
        draft = self._draft
        if draft is None:
            return
        values = DeterminationDraft.model_validate(draft, from_attributes=True)
        do, family_id = self._around.workspace.do, self._around.family_id

        def write_again() -> None:
            do(edit_determination, do(propose_determination, family_id), values)

        self._around.attempt(
            lambda: do(discard_determination, draft.id),
            t("right.determination.discarded"),
            write_again if draft.replaces_id is None else None,
            self._refused,
        )
