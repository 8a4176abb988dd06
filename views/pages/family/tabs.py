# SPDX-License-Identifier: MIT
"""The tabs of a family, told as data; Alt+number keeps its tab even while others are not built."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from uuid import UUID

from views.navigation import Navigator
from views.pages.family.tab import FamilyTab
from views.workspace import Workspace

TabFactory = Callable[[Workspace, Navigator, UUID], FamilyTab]


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its words are «family.tab.<key>», its class is looked up when it is first shown.

    Looked up by name so that tabs may know the family's frame without the frame knowing them.
    """

    key: str
    module: str
    name: str
    number: int | None = None
    under: str = "overview"

    def exists(self) -> bool:
        """Whether this tab is built."""
        try:
            return find_spec(self.module) is not None
        except ModuleNotFoundError:
            return False

    def factory(self) -> TabFactory:
        """What makes the tab."""
        found = getattr(import_module(self.module), self.name)
        if not (isinstance(found, type) and issubclass(found, FamilyTab)):
            raise TypeError(f"{self.module}.{self.name} is no family tab")
        return found


# A tab without a number has no place in the row of tabs: it is opened from the menu «⋯», or from the tab it is `under`.
TABS = (
    Tab("overview", "views.pages.overview.page", "OverviewTab", 1),
    Tab("right", "views.pages.right.page", "RightTab", 2),
    Tab("consents", "views.pages.consents.page", "ConsentsTab", 3),
    Tab("services", "views.pages.services.tab", "ServicesTab", 4),
    Tab("care_team", "views.pages.care_team.page", "CareTeamTab", 5),
    Tab("journal", "views.pages.journal.page", "JournalTab", 7),
    Tab("documents", "views.pages.documents.page", "DocumentsTab", 8),
    Tab("access_log", "views.pages.access_log.page", "AccessLogTab"),
    Tab("changes", "views.pages.family.changes_tab", "ChangesTab"),
    Tab("delete", "views.pages.waste_bin.delete_tab", "DeleteTab"),
    Tab("to_bin", "views.pages.family.to_bin_tab", "ToBinTab"),
    Tab("person", "views.pages.family.person_tab", "PersonTab"),
    Tab("edit", "views.pages.family.edit_tab", "EditTab"),
    Tab("merge", "views.pages.family.merge_tab", "MergeTab"),
    Tab("plan_meeting", "views.pages.care_team.plan_page", "PlanMeetingTab", under="care_team"),
    Tab("move", "views.pages.family.move_tab", "MoveTab"),
    Tab("transfers", "views.pages.handover.transfers_tab", "TransfersTab"),
    Tab("close", "views.pages.family.close_tab", "CloseTab"),
)


def tab_of(key: str) -> Tab | None:
    """The tab with this key, if it is built."""
    return next((tab for tab in TABS if tab.key == key and tab.exists()), None)
