# SPDX-License-Identifier: MIT
"""What Ctrl+K finds beside commands: the families the person may open."""

from collections.abc import Callable

from models.queries.families import FamilyRow, family_hits
from views.navigation import Navigator
from views.pages.families.words import family_label
from views.settings import Finder, Hit
from views.texts import t
from views.workspace import Workspace


def family_finder(workspace: Workspace, navigator: Navigator) -> Finder:
    """Families by name, birth date and coordinator."""

    def find(query: str) -> list[Hit]:
        rows = workspace.read(family_hits, workspace.staff_id, workspace.today(), query)
        return [
            Hit(t("families.title"), family_label(row), _go(navigator, row), row.coordinator, "family") for row in rows
        ]

    return find


def _go(navigator: Navigator, row: FamilyRow) -> Callable[[], object]:
    return lambda: navigator.open("family", id=row.id)
