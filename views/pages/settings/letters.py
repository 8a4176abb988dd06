# SPDX-License-Identifier: MIT
"""The card of what the municipality decides for all its letters; each line opens a page of its own."""

from models.queries.office import OfficeCard
from models.queries.office_texts import office_texts
from models.records.office_text import OfficeTextKind
from views.navigation import Navigator
from views.texts import t
from views.widgets.card import Card
from views.widgets.rows import Row, RowList
from views.workspace import Workspace


class LettersCard(Card):
    """The paper, the standard texts, and the letters it has ready."""

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(t("settings.letters"), icon_name="document")
        self._workspace = workspace
        self._list = RowList(t("settings.letters"), fit=True)
        self._list.opened.connect(lambda line: navigator.open(str(line.id)))
        self.add(self._list)

    def show_office(self, office: OfficeCard) -> None:
        """Show how it stands."""
        changed = len(self._workspace.read(office_texts, OfficeTextKind.PARAGRAPH))
        ready = len({one.slot for one in self._workspace.read(office_texts, OfficeTextKind.TEMPLATE)})
        self._list.show_rows(
            [
                Row("letterhead", t("municipality.title"), office.name, icon="house"),
                Row("standard_texts", t("office_texts.title"), t("office_texts.count", n=changed), icon="pen"),
                Row("own_letters", t("own_letters.title"), t("own_letters.count", n=ready), icon="mail"),
            ]
        )
