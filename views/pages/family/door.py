# SPDX-License-Identifier: MIT
"""Before somebody else's family is opened: a reason in a line, which the family can read afterwards."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.work.reveal_protected import RevealDraft
from views.form.field import Field
from views.form.form import Form
from views.texts import t
from views.widgets.basics import button, label, row
from views.widgets.card import Card
from views.workspace import Workspace


class Door(QWidget):
    """One field and one button."""

    def __init__(self, workspace: Workspace, family_id: UUID, enter: Callable[[str], object]) -> None:
        super().__init__()
        self._enter = enter
        asked = Field(
            "reason",
            "family.door.reason",
            hint="form.no_names",
            need="required",
            missing="family.door.missing",
            width="full",
        )
        draft_id = f"open_family/{family_id}"
        self._form = Form(RevealDraft, (asked,), workspace, draft_id=draft_id, before="family.door.before")
        card = Card(t("family.door.title"), icon_name="lock")
        card.add(label(t("family.door.text"), "body", "muted", wrap=True), self._form)
        card.add(row(button(t("family.door.open"), kind="primary", run=self._open), None))
        card.setMaximumWidth(680)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)

    def _open(self) -> None:
        draft = self._form.draft()
        if draft is not None:
            self._form.done()
            self._enter(draft.reason)
