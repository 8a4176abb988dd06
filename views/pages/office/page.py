# SPDX-License-Identifier: MIT
"""What the pages on the municipality's own letters have in common: the way back, and the paper beside the words."""

from PySide6.QtWidgets import QWidget

from models.values.letter import Paper
from views.commands import Command
from views.navigation import Navigator
from views.pages.office.proof import Proof
from views.pages.page import Page
from views.texts import t
from views.widgets.basics import button, for_reading
from views.widgets.page_header import PageHeader
from views.widgets.split import WithInspector
from views.workspace import Workspace

PAPER = 370


class OfficePage(Page):
    """Words to the left, paper to the right; in a narrow window the paper waits behind a button."""

    nav = "settings"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        crumbs = [(t("settings.title"), lambda: navigator.open("settings")), (t(self.title), None)]
        self._show_paper = for_reading(button(t("office_texts.paper"), "document", run=self._toggle))
        self.header = PageHeader(t(self.title), crumbs=crumbs, actions=[self._show_paper])
        self.proof = Proof(self.letter)
        self._split: WithInspector | None = None
        self.body.addWidget(self.header)
        self._show_paper.hide()

    def letter(self) -> Paper | None:
        """What the paper shows now."""
        return None

    def lay_out(self, words: QWidget, paper: QWidget | None = None) -> None:
        """Put the words beside the paper, and what stands with it."""
        self._split = WithInspector(words, paper or self.proof, PAPER)
        self._split.folded.connect(self._show_paper.setVisible)
        self.body.addWidget(self._split, 1)

    def commands(self) -> list[Command]:
        return [Command("office.paper", "office_texts.paper", "Ctrl+I", self._toggle, icon="document")]

    def _toggle(self) -> None:
        if self._split is not None:
            self._split.toggle()
            self._show_paper.show()
