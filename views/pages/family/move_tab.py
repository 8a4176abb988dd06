# SPDX-License-Identifier: MIT
"""A child that goes on in another family; the papers stay in this one."""

from collections.abc import Sequence
from uuid import UUID

from models.queries.people import people_of
from models.records.person import PersonKind
from models.work.move_child import MoveChildDraft, move_child
from views.form.choice_editors import combo
from views.form.field import Field
from views.form.person_editor import Choice, person
from views.form.text_editors import long_text
from views.navigation import Navigator, Place
from views.pages.family.form_tab import FormTab
from views.pages.family.other_family import other_families
from views.pages.family.people_words import person_name
from views.texts import t
from views.workspace import Workspace

TEXTS = ("family_move.title", "family_move.explanation", "family_move.move", "family_move.before")


class MoveTab(FormTab[MoveChildDraft]):
    """Which child, to which family, and why."""

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self.go_to({})

    def go_to(self, place: Place) -> None:
        """The children as they are now."""
        if self._form is None or not self._form.is_changed():
            self.build(MoveChildDraft, self._fields(), TEXTS, self._move)

    def _fields(self) -> tuple[Field, ...]:
        def choices() -> Sequence[Choice]:
            return other_families(self.workspace, self.family_id, closed_too=False)

        return (
            Field("person_id", "family_move.child", combo(self._children), need="required"),
            Field("family_id", "family_move.to", person(choices), need="required"),
            Field("reason", "family_move.reason", long_text(2), "form.no_names", need="required", width="full"),
        )

    def _children(self) -> list[tuple[str, str]]:
        found = self.workspace.read(people_of, self.family_id)
        return [(str(one.id), person_name(one)) for one in found if one.kind is PersonKind.CHILD and not one.left_on]

    def _move(self) -> None:
        workspace, former = self.workspace, self.family_id
        moved: list[UUID] = []

        def move(draft: MoveChildDraft) -> None:
            moved.append(draft.person_id)
            workspace.do(move_child, draft)

        def undo() -> None:
            back = MoveChildDraft(person_id=moved[-1], family_id=former, reason=t("family_move.undone"))
            workspace.do(move_child, back)

        if self.attempt(move, "family_move.done", undo):
            self.to_overview()
