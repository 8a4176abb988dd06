# SPDX-License-Identifier: MIT
"""What the family wants: which kind of coordinator, whom, and that they agree to the assessment."""

from models.queries.right_picture import RightPicture
from models.records.assessment import CoordinatorKind
from models.work.assess import AssessmentDraft, edit_assessment
from views.form.choice_editors import choice
from views.form.date_editor import past_date
from views.form.field import Field
from views.form.text_editors import long_text
from views.pages.right.around import Around, KeptForm
from views.texts import t
from views.widgets.card import Card

FIELDS = (
    Field(
        "wished_kind",
        "right.family.kind",
        choice(CoordinatorKind, "right.kind"),
        hint="right.family.kind_hint",
        width="full",
    ),
    Field("family_view", "right.family.view", long_text(2), width="full"),
    Field("person_wish", "right.family.person_wish", need="optional"),
    Field("consent_to_assess_on", "right.family.consent_on", past_date, hint="right.family.consent_hint"),
    Field("consent_note", "right.family.consent_note", need="optional", width="full"),
)


class FamilyWishCard(Card):
    """One of the municipality's two kinds, never both."""

    def __init__(self, around: Around) -> None:
        super().__init__(t("right.family.title"), icon_name="family")
        self._around = around
        self.form = KeptForm(around, AssessmentDraft, FIELDS, self._save, around.draft_id("family_wish"))
        self.add(self.form)

    def show_picture(self, picture: RightPicture) -> None:
        """Show what is written so far."""
        self.form.show_row(picture.assessment)

    def _save(self, draft: AssessmentDraft) -> None:
        self._around.workspace.do(edit_assessment, self._around.family_id, draft)
