# SPDX-License-Identifier: MIT
"""What Ctrl+K finds beside commands: the families the person may open, and the services of the register."""

from collections.abc import Callable

from models.queries.families import FamilyRow, family_hits
from models.queries.services import ServiceRow, service_hits
from views.discreet import shown
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


def service_finder(workspace: Workspace, navigator: Navigator) -> Finder:
    """Services of the register by their name and their contacts'."""

    def find(query: str) -> list[Hit]:
        rows = workspace.read(service_hits, workspace.staff_id, query)
        return [Hit(t("services.title"), row.name, _go_to(navigator, row), _about(row), row.icon) for row in rows]

    return find


def _about(row: ServiceRow) -> str:
    used = t("services.used_by", n=row.families) if row.families else ""
    return " · ".join(filter(None, (shown(row.now[0].name) if row.now else "", used)))


def _go_to(navigator: Navigator, row: ServiceRow) -> Callable[[], object]:
    return lambda: navigator.open("services", row=str(row.id), text="", chip="all")


def _go(navigator: Navigator, row: FamilyRow) -> Callable[[], object]:
    return lambda: navigator.open("family", id=row.id)
