# SPDX-License-Identifier: MIT
"""What is said when nothing is found: nobody by that name, or, for an exact name and birth date, another's family."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.access import Sight
from models.queries.duplicates import Duplicate, elsewhere
from models.work.log_search import log_search
from views.navigation import Navigator
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import clear
from views.workspace import Workspace


class Elsewhere(QWidget):
    """One notice under the empty list."""

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__()
        self._workspace, self._navigator = workspace, navigator
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def look_for(self, text: str) -> None:
        """Say what is known of what was typed; nothing hides the notice."""
        clear(self._column)
        self.setVisible(bool(text.strip()))
        if not text.strip():
            return
        found = self._workspace.read(elsewhere, self._workspace.staff_id, self._workspace.today(), text)
        if found is not None:
            self._workspace.do(log_search, text, 1)
        self._column.addWidget(self._notice(found, text))

    def _notice(self, found: Duplicate | None, text: str) -> QWidget:
        if found is None:
            return Banner("flat", t("families.nothing_found", text=" ".join(text.split())[:60]))
        if found.sight is Sight.SEALED or found.family_id is None:
            return Banner("info", t("families.sealed"))
        id = str(found.family_id)
        who = found.coordinator or t("families.another")
        return Banner(
            "info",
            t("families.elsewhere", coordinator=who),
            (t("families.open_with_reason"), lambda: self._navigator.open("family", id=id)),
        )
