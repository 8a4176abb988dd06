# SPDX-License-Identifier: MIT
"""A tab of a family's workspace: a page that knows its family."""

from uuid import UUID

from models.values.changes import ChangeSet
from views.navigation import Navigator
from views.pages.page import Page
from views.workspace import Workspace


class FamilyTab(Page):
    """Made when first shown; the frame around it has the head, so the tab starts with its own content."""

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator)
        self.family_id = family_id
        self.body.setContentsMargins(0, 0, 0, 0)

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches_family(self.family_id)

    def compact(self, narrow: bool) -> None:
        """The frame keeps the margins."""
