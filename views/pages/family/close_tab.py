# SPDX-License-Identifier: MIT
"""Close the work with a family, or take it up again; both with a reason that stays in the history."""

from uuid import UUID

from pydantic import BaseModel

from models.queries.family import family_sheet
from models.records.family import FamilyState
from models.work.close_family import CloseDraft, ReopenDraft, close_family, reopen_family
from views.form.date_editor import past_date
from views.form.field import Field
from views.form.text_editors import long_text
from views.navigation import Navigator, Place
from views.pages.family.form_tab import FormTab
from views.texts import t
from views.workspace import Workspace

CLOSE = ("family_close.title", "family_close.explanation", "family_close.close", "family_close.before")
REOPEN = ("family_close.reopen_title", "family_close.reopen_explanation", "family_close.reopen", "family_close.before")
REASON = Field(
    "reason",
    "family_close.reason",
    long_text(3),
    "form.no_names",
    need="required",
    missing="family_close.reason_missing",
    width="full",
)
CLOSED_ON = Field("closed_on", "family_close.closed_on", past_date, hint="family_close.closed_on_hint")


class CloseTab(FormTab[BaseModel]):
    """One of the two forms, by how the family stands."""

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._closed: bool | None = None
        self.reload()

    def reload(self) -> None:
        """The other form when the family was closed or opened meanwhile."""
        sheet = self.workspace.read(family_sheet, self.family_id)
        closed = sheet is not None and sheet.state is FamilyState.CLOSED
        if closed == self._closed:
            return
        self._closed = closed
        if closed:
            self.build(ReopenDraft, (REASON,), REOPEN, self._reopen)
        else:
            self.build(CloseDraft, (CLOSED_ON, REASON), CLOSE, self._close).set_value(
                {"closed_on": self.workspace.today()}
            )
        self.commands_changed.emit()

    def go_to(self, place: Place) -> None:
        """Nothing to find."""

    def _close(self) -> None:
        workspace, family_id = self.workspace, self.family_id

        def undo() -> None:
            workspace.do(reopen_family, family_id, ReopenDraft(reason=t("family_close.undone")))

        def close(draft: BaseModel) -> None:
            if isinstance(draft, CloseDraft):
                workspace.do(close_family, family_id, draft)

        if self.attempt(close, "family_close.closed", undo):
            self.to_overview()

    def _reopen(self) -> None:
        def reopen(draft: BaseModel) -> None:
            if isinstance(draft, ReopenDraft):
                self.workspace.do(reopen_family, self.family_id, draft)

        if self.attempt(reopen, "family_close.reopened"):
            self.to_overview()
