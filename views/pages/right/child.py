# SPDX-License-Identifier: MIT
"""The child's view and best interests: first on the page, and printed first in the letter (R15)."""

from collections.abc import Mapping

from models.queries.child_views import ChildViewRow, child_views_of
from models.queries.right_picture import RightPicture
from models.records.assessment import Heard
from models.records.child_view import Heard as ViewHeard
from models.work.assess import AssessmentDraft, edit_assessment
from views.discreet import shown
from views.form.choice_editors import ChoiceEditor
from views.form.date_editor import past_date
from views.form.editor import Around as EditorAround
from views.form.field import Field
from views.form.text_editors import long_text
from views.pages.right.around import Around, KeptForm
from views.texts import t
from views.widgets.basics import button, label, relabel, row
from views.widgets.card import Card


def _is_heard(values: Mapping[str, object]) -> bool:
    return values["child_heard"] != Heard.NOT_HEARD


def _is_not_heard(values: Mapping[str, object]) -> bool:
    return values["child_heard"] == Heard.NOT_HEARD


def _heard(around: EditorAround) -> ChoiceEditor:
    return ChoiceEditor(around, [(one.value, t(f"right.heard.{one}")) for one in (Heard.HEARD, Heard.NOT_HEARD)])


FIELDS = (
    Field("child_heard", "right.child.heard", _heard, width="full"),
    Field("child_view", "right.child.view", long_text(2), hint="right.child.view_hint", width="full", when=_is_heard),
    Field("child_view_how", "right.child.how", when=_is_heard),
    Field("child_view_on", "right.child.when", past_date, when=_is_heard),
    Field(
        "not_heard_reason",
        "right.child.not_heard_reason",
        long_text(2),
        hint="right.child.not_heard_hint",
        width="full",
        when=_is_not_heard,
    ),
    Field(
        "best_interests",
        "right.child.best_interests",
        long_text(2),
        hint="right.child.best_hint",
        need="required",
        width="full",
    ),
)


class ChildCard(Card):
    """What the child thinks, how it was asked, and what is best for it."""

    def __init__(self, around: Around) -> None:
        super().__init__(t("right.child.title"), icon_name="heart")
        self._around = around
        self._help = label("", "caption", "muted", wrap=True)
        self.form = KeptForm(around, AssessmentDraft, FIELDS, self._save, around.draft_id("child_view"))
        self._fetch = button("", "talk", "flat", self._take_over)
        self._view: ChildViewRow | None = None
        self.add(self._help, self.form, row(self._fetch, None))

    def show_picture(self, picture: RightPicture) -> None:
        """Show what is written so far."""
        self._help.setText(picture.child_help)
        self._help.setVisible(bool(picture.child_help))
        self.form.show_row(picture.assessment)
        views = self._around.workspace.read(child_views_of, self._around.family_id)
        self._view = next((one for one in views if one.heard is not ViewHeard.ASKED), None)
        empty = not (picture.assessment.child_view or picture.assessment.not_heard_reason)
        self._fetch.setVisible(empty and self._view is not None)
        if self._view is not None:
            relabel(self._fetch, t("right.child.take_over", name=shown(self._view.child)))

    def _take_over(self) -> None:
        """What stands under «Barnets syn» is not written twice."""
        view = self._view
        if view is None:
            return
        draft = AssessmentDraft(
            child_heard=Heard(view.heard.value),
            child_view=view.words,
            child_view_how=", ".join(filter(None, (view.how, view.heard_by))),
            child_view_on=view.heard_on,
            not_heard_reason=view.not_heard_reason,
        )
        if view.best_interests:
            draft = draft.model_copy(update={"best_interests": view.best_interests})
        self._save(draft)

    def _save(self, draft: AssessmentDraft) -> None:
        self._around.workspace.do(edit_assessment, self._around.family_id, draft)
