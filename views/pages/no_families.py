# SPDX-License-Identifier: MIT
"""The first page of somebody who looks after the program and works with no family: why it is empty, and a way on."""

from views.navigation import Navigator
from views.pages.page import Page
from views.texts import t
from views.widgets.empty_state import EmptyState
from views.widgets.page_header import PageHeader
from views.workspace import Workspace


class NoFamiliesPage(Page):
    """One explanation and one way on."""

    title = "my_day.title"
    help = "settings"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self.body.addWidget(PageHeader(t(self.title)))
        way = t("my_day.not_mine.to_settings")
        empty = EmptyState(
            "shield",
            t("my_day.not_mine.title"),
            t("my_day.not_mine.text"),
            way,
            lambda: navigator.open("settings"),
        )
        self.body.addWidget(empty, 1)
