# SPDX-License-Identifier: MIT
"""Two families that are one: everything of the other moves here, and can be parted again."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import BaseModel

from models.queries.family import FamilyOverview, MergedRow, family_overview
from models.records.family import FamilyState
from models.values.refusal import Refusal
from models.values.typed import RequiredText
from models.work.merge_families import MergeDraft, merge_families, undo_merge
from views.discreet import shown
from views.form.field import Field
from views.form.person_editor import Choice, person
from views.form.text_editors import long_text
from views.navigation import Navigator, Place
from views.pages.family.form_tab import FormTab
from views.pages.family.other_family import other_families
from views.texts import t
from views.widgets.basics import Piece, button, label, row
from views.widgets.card import Card
from views.workspace import Workspace

TEXTS = ("family_merge.title", "family_merge.explanation", "family_merge.merge", "family_merge.before")


class OtherFamilyDraft(BaseModel):
    """Which family is the same as this one, and how one knows."""

    merge_id: UUID
    reason: RequiredText


class MergeTab(FormTab[OtherFamilyDraft]):
    """The family in view goes on; those merged into it before stand above, to be parted again."""

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self.reload()

    def reload(self) -> None:
        """Read which families were merged into this one."""
        if self._form is not None and self._form.is_changed():
            return
        overview = self.workspace.read(family_overview, self.family_id, self.workspace.today())
        if overview is not None:
            self.build(OtherFamilyDraft, self._fields(), TEXTS, self._merge, self._above(overview))

    def go_to(self, place: Place) -> None:
        """Which families were merged here may have changed since."""
        self.reload()

    def _fields(self) -> tuple[Field, ...]:
        def choices() -> Sequence[Choice]:
            return other_families(self.workspace, self.family_id, closed_too=True)

        return (
            Field("merge_id", "family_merge.other", person(choices), need="required", width="full"),
            Field("reason", "family_merge.reason", long_text(2), "form.no_names", need="required", width="full"),
        )

    def _above(self, overview: FamilyOverview) -> list[Piece]:
        if not overview.merged or overview.family.state is not FamilyState.OPEN:
            return []
        card = Card(t("family_merge.merged"), icon_name="swap")
        for merged in overview.merged:
            card.add(self._line(merged))
        return [card]

    def _line(self, merged: MergedRow) -> Piece:
        said = t("family_merge.line", name=shown(merged.name), when=merged.merged_on, reason=merged.reason)
        undo = button(t("family_merge.part"), "undo", run=lambda: self._part(merged.merge_id))
        line = row(label(said, wrap=True), undo)
        line.setStretch(0, 1)
        return line

    def _merge(self) -> None:
        made: list[UUID] = []

        def merge(draft: OtherFamilyDraft) -> None:
            wanted = MergeDraft(keep_id=self.family_id, merge_id=draft.merge_id, reason=draft.reason)
            made.append(self.workspace.do(merge_families, wanted))

        workspace = self.workspace
        if self.attempt(merge, "family_merge.done", lambda: workspace.do(undo_merge, made[0])):
            self.to_overview()

    def _part(self, merge_id: UUID) -> None:
        try:
            self.workspace.do(undo_merge, merge_id)
        except Refusal as refused:
            if self._form is not None:
                self._form.show_refusal(refused)
            return
        self.done.emit(t("family_merge.parted"), None)
        self.reload()
