# SPDX-License-Identifier: MIT
"""A log that does not fit what the machine remembers can be answered for, with a reason that stays in the log."""

from collections.abc import Callable

from models.work.read_log import AcceptDraft
from views.form.field import Field
from views.form.form import Form
from views.texts import t
from views.widgets.basics import button, label, row
from views.widgets.card import Card
from views.workspace import Workspace


class AcceptCard(Card):
    """One field and one button."""

    def __init__(self, workspace: Workspace, accept: Callable[[AcceptDraft], object]) -> None:
        super().__init__(t("vault_log.accept"), icon_name="shield")
        self._accept = accept
        missing, hint = "vault_log.accept_missing", "form.no_names"
        fields = (Field("reason", "vault_log.accept_reason", hint=hint, need="required", missing=missing),)
        self._form = Form(AcceptDraft, fields, workspace, draft_id="accept_log", before="vault_log.accept_before")
        self.add(label(t("vault_log.accept_lead"), "body", "muted", wrap=True), self._form)
        self.add(row(button(t("vault_log.accept"), run=self._answer), None))

    def _answer(self) -> None:
        draft = self._form.draft()
        if draft is not None:
            self._form.done()
            self._accept(draft)
