# SPDX-License-Identifier: MIT
"""What the parts of the tab share: the vault, the family, and how they tell what was done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtWidgets import QWidget

from models.records.document import DocumentKind
from models.values.refusal import Refusal, Refusals
from models.work.issue_letter import LetterDraft, draft_letters
from views.form.field import Field, Section
from views.form.form import Form
from views.form.values import plain
from views.navigation import Navigator
from views.refused import said
from views.widgets.banner import Banner
from views.widgets.basics import clear
from views.workspace import Job, Workspace

Draft = TypeVar("Draft", bound=BaseModel)
Undo = Callable[[], object]
Tell = Callable[[str, Undo | None], None]
Follow = Callable[[Job, str, str], None]


@dataclass(frozen=True, slots=True)
class Around:
    """The workspace, the family, and the strip at the bottom of the window."""

    workspace: Workspace
    family_id: UUID
    tell: Tell
    navigator: Navigator
    follow: Follow

    def draft_id(self, form: str, of: object = "") -> str:
        """The name under which a half-typed form is kept."""
        return f"{form}/{of or self.family_id}"

    def write_letter(self, kind: DocumentKind, refused: Banner, **about: UUID) -> None:
        """Draft a letter of this kind to the family, and go to it."""
        draft = LetterDraft.model_validate({"kind": kind, **about})
        try:
            made = self.workspace.do(draft_letters, self.family_id, draft)
        except (Refusal, Refusals) as wrong:
            refused.say("danger", said(wrong))
            return
        self.navigator.open("family", id=str(self.family_id), tab="documents", item=str(made[0]))

    def attempt(self, act: Callable[[], object], told: str, undo: Undo | None, refused: Banner) -> bool:
        """Do it and tell, or say in the banner why the rules say no."""
        try:
            act()
        except (Refusal, Refusals) as wrong:
            refused.say("danger", said(wrong))
            return False
        refused.hide()
        if told:
            self.tell(told, undo)
        return True


class KeptForm(Form[Draft]):
    """A form of something that stands in the vault: its fields are kept as they are left."""

    def __init__(
        self,
        around: Around,
        draft: type[Draft],
        fields: Sequence[Field | Section],
        save: Callable[[Draft], object],
        draft_id: str,
        columns: int = 0,
    ) -> None:
        self._save, self._draft = save, draft
        self._shown: dict[str, object] | None = None
        super().__init__(draft, fields, around.workspace, draft_id=draft_id, on_commit=self._keep, columns=columns)

    def show_row(self, source: object) -> None:
        """Show what stands in the vault; what the person has just written there is not written over."""
        values = {name: value for name, value in plain(source).items() if name in self.rows}
        if values == self._shown:
            return
        self._shown = values
        self.set_value(values)

    def _keep(self, name: str, value: object) -> None:
        before = self._shown
        draft = self._draft.model_validate({name: value})
        if self._shown is not None:
            # the vault tells of the change before this returns, and must find it shown already
            self._shown = self._shown | {name: getattr(draft, name)}
        try:
            self._save(draft)
        except (Refusal, Refusals):
            self._shown = before
            raise


def refill(box: QWidget, widgets: Sequence[QWidget]) -> None:
    """Put these into a box that has a layout, instead of what was there."""
    layout = box.layout()
    if layout is None:
        return
    clear(layout)
    for widget in widgets:
        layout.addWidget(widget)
    box.setVisible(bool(widgets))
