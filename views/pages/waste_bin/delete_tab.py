# SPDX-License-Identifier: MIT
"""Propose that a closed family be deleted for good, by the one rule there is for what must be kept."""

from uuid import UUID

from models.records.deletion import Deletion
from models.values.changes import ChangeSet
from views.navigation import Navigator, Place
from views.pages.family.tab import FamilyTab
from views.pages.waste_bin.deletion_card import DeletionCard
from views.texts import t
from views.widgets.basics import column, label
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class DeleteTab(FamilyTab):
    """Opened from the menu of a closed family; an open one is closed first."""

    title = "waste_bin.delete.family_title"
    help = "deletions"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._card = DeletionCard(workspace)
        self._card.setMaximumWidth(620)
        self._card.done.connect(self.done)
        lead = label(t("waste_bin.delete.family_lead"), "body", "muted", wrap=True)
        head = column(label(t(self.title), "subtitle"), lead, gap=4)
        self.body.addWidget(ScrollColumn(column(head, self._card, None, margins=(2, 4, 10, 8), gap=14)), 1)
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Deletion) or super().concerns(changes)

    def reload(self) -> None:
        """Read the rules and the proposal again."""
        self._card.show_thing("family", self.family_id)

    def go_to(self, place: Place) -> None:
        """Nothing to find."""
