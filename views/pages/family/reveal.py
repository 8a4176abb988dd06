# SPDX-License-Identifier: MIT
"""«Vis adresse»: asks why, logs it, and then shows what is protected."""

from collections.abc import Callable
from uuid import UUID

from models.values.refusal import Refusal, Refusals
from models.work.reveal_protected import RevealDraft, Whereabouts, reveal_protected
from views.form.field import Field
from views.form.form import Form
from views.texts import t
from views.widgets.basics import button, label, row
from views.widgets.card import Card
from views.workspace import Workspace

FIELDS = (
    Field(
        "reason",
        "person.reveal.reason",
        hint="form.no_names",
        need="required",
        missing="person.reveal.missing",
        width="full",
    ),
)


class Reveal(Card):
    """A card in the place of the address."""

    def __init__(self, workspace: Workspace, person_id: UUID, show: Callable[[Whereabouts], object]) -> None:
        super().__init__(t("person.reveal.title"), kind="flat", icon_name="lock")
        self._workspace, self._person_id, self._show = workspace, person_id, show
        draft_id = f"reveal/{person_id}"
        self._form = Form(RevealDraft, FIELDS, workspace, draft_id=draft_id, before="person.reveal.before")
        self.add(label(t("person.reveal.text"), wrap=True), self._form)
        self.add(row(button(t("person.reveal.show"), "eye", run=self._reveal), None))

    def _reveal(self) -> None:
        draft = self._form.draft()
        if draft is None:
            return
        try:
            shown = self._workspace.do(reveal_protected, self._person_id, draft)
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._form.done()
        self._show(shown)
