# SPDX-License-Identifier: MIT
"""«Nytt møte» from every page: for the family in view, else it asks which."""

from uuid import UUID

from pydantic import BaseModel
from PySide6.QtWidgets import QApplication

from views.commands import Command
from views.form.field import Field
from views.form.question import Question, ask
from views.navigation import Navigator
from views.pages.family.reasoned import family_in_view
from views.pages.journal.family_editor import FamilyEditor
from views.texts import t
from views.workspace import Workspace


class TypedFamily(BaseModel):
    """Whose meeting it is."""

    family_id: UUID


def meeting_command(workspace: Workspace, navigator: Navigator) -> Command:
    """Ctrl+Shift+M, and M in the menu of new things."""

    def plan(family_id: UUID) -> None:
        navigator.open("family", id=str(family_id), tab="plan_meeting", new=True)

    def run() -> None:
        family_id = family_in_view(navigator)
        if family_id is not None:
            plan(family_id)
            return
        focus = QApplication.focusWidget()
        window = QApplication.activeWindow() or (focus.window() if focus else None)
        if window is None:
            return
        field = Field(
            "family_id",
            "tasks.field.family",
            lambda around: FamilyEditor(around, workspace),
            hint="journal.family_hint",
            width="full",
            missing="tasks.family_missing",
        )
        question = Question(t("care_team.plan"), t("plan_meeting.go_on"), "new_meeting/anywhere")
        ask(window, workspace, question, TypedFamily, [field], lambda typed: plan(typed.family_id))

    return Command("new.meeting", "care_team.plan", "Ctrl+Shift+M", run, icon="calendar", letter="M")
