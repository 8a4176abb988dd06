# SPDX-License-Identifier: MIT
"""What Ctrl+K and the menu «Ny …» know of families."""

from collections.abc import Sequence

from models.queries.families import FamilyRow, family_hits
from views.commands import Command
from views.navigation import Navigator
from views.pages.families.words import family_label, status_text
from views.settings import Finder, Hit
from views.texts import t
from views.workspace import Workspace


def family_finder(workspace: Workspace, navigator: Navigator) -> Finder:
    """Finds families by name, child, birth date and coordinator, open and closed."""

    def find(text: str) -> Sequence[Hit]:
        found = workspace.read(family_hits, workspace.staff_id, workspace.today(), text)
        return [_hit(row, navigator) for row in found]

    return find


def _hit(row: FamilyRow, navigator: Navigator) -> Hit:
    id = str(row.id)
    return Hit(
        t("families.title"), family_label(row), lambda: navigator.open("family", id=id), status_text(row), "family"
    )


def new_family_command(navigator: Navigator) -> Command:
    """«Ny familie» in the menu «Ny …» and the palette."""
    return Command("new.family", "families.new", run=lambda: navigator.open("new_family"), icon="family")
