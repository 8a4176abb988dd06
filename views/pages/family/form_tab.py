# SPDX-License-Identifier: MIT
"""A tab that is one form with one main button: edit, merge, move, close and reopen."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtWidgets import QWidget

from models.values.refusal import Refusal, Refusals
from views.commands import Command
from views.form.field import Field, Section
from views.form.form import Form
from views.navigation import Navigator
from views.pages.family.tab import FamilyTab
from views.texts import t
from views.widgets.basics import Piece, boxed, button, clear, column, for_reading, label, row
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

Draft = TypeVar("Draft", bound=BaseModel)


class FormTab(FamilyTab, Generic[Draft]):
    """What the tab is for stands over the form; the button carries the verb."""

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._form: Form[Draft] | None = None
        self._verb = ""

    def build(
        self,
        draft_type: type[Draft],
        fields: Sequence[Field | Section],
        texts: tuple[str, str, str, str],
        save: Callable[[], object],
        above: Sequence[Piece] = (),
        about: UUID | None = None,
    ) -> Form[Draft]:
        """Title, explanation, button and summary are text keys; what is half-typed is about the family or `about`."""
        title, explanation, self._verb, before = texts
        clear(self.body)
        draft_id = f"{title}/{about or self.family_id}"
        self._form = Form(draft_type, fields, self.workspace, draft_id=draft_id, before=before)
        head = column(label(t(title), "subtitle"), label(t(explanation), "body", "muted", wrap=True), gap=4)
        inside = column(head, *above, self._form, None, margins=(2, 4, 10, 8), gap=14)
        self.body.addWidget(ScrollColumn(inside), 1)
        buttons = row(
            button(t(self._verb), "check", "primary", save),
            for_reading(button(t("person.to_overview"), run=self.to_overview)),
            None,
        )
        self.body.addWidget(boxed(buttons))
        self._save = save
        return self._form

    def attempt(self, work: Callable[[Draft], object], said: str, undo: Callable[[], object] | None = None) -> bool:
        """Check the form, do the work, tell that it is done; what the rules say no to is shown beside its field."""
        form = self._form
        draft = form.draft() if form else None
        if form is None or draft is None:
            return False
        try:
            work(draft)
        except (Refusal, Refusals) as refused:
            form.show_refusal(refused)
            return False
        form.done()
        self.done.emit(t(said), undo)
        return True

    def commands(self) -> list[Command]:
        keys = "Ctrl+Return; Ctrl+Enter"
        return [Command("family.form.save", self._verb, keys, self._save, icon="check")] if self._form else []

    def first_focus(self) -> QWidget | None:
        first = next(iter(self._form.rows.values()), None) if self._form else None
        return first.editor.target() if first else None

    def to_overview(self) -> None:
        """Back to the family's first tab; half-typed text stays."""
        self.navigator.open("family", id=str(self.family_id), tab="overview")
