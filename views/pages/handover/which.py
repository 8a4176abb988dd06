# SPDX-License-Identifier: MIT
"""Which families are handed over: a list to tick, and how much goes along with each."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from models.queries.families import Chip, family_rows
from models.queries.transfers import Leaving, leaving
from views.discreet import shown
from views.pages.families.words import family_label
from views.pages.handover.words import counts_text
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, clear, label
from views.widgets.card import Card
from views.widgets.rows import Row, RowList
from views.workspace import Workspace

MOST, TALLEST = 2000, 210


class WhichFamilies(Card):
    """Ticked ones stand first."""

    changed = Signal()

    def __init__(self, workspace: Workspace, chosen: Iterable[UUID]) -> None:
        super().__init__(t("transfer.send.families"), icon_name="family", margins=(8, 12, 8, 8), gap=2)
        self._workspace, self.chosen = workspace, set(chosen)
        self._rows: list[Row] = []
        self.leaving: tuple[Leaving, ...] = ()
        self.list = RowList(t("transfer.send.families"), marks=False)
        self.list.ticked.connect(lambda line: self._toggle(line.value))
        self.list.opened.connect(lambda line: self._toggle(line.value))
        self._along = QVBoxLayout()
        self._along.setContentsMargins(10, 6, 8, 4)
        self.add(self.list, boxed(self._along))
        self.read()

    def read(self) -> None:
        """Read the families anew; those that are handed over already cannot be chosen."""
        staff_id, today = self._workspace.staff_id, self._workspace.today()
        found = [
            each
            for chip in (Chip.ALL, Chip.CLOSED)
            for each in self._workspace.read(family_rows, staff_id, today, "", chip, MOST).rows
            if each.status != "handed_over"
        ]
        found.sort(key=lambda each: (each.id not in self.chosen, each.sort_key))
        self._rows = [self._row(each.id, family_label(each)) for each in found]
        self.list.show_rows(self._rows)
        self.list.setFixedHeight(min(self.list.height_of_rows(), TALLEST))
        self._show_along()

    def _toggle(self, id: object) -> None:
        assert isinstance(id, UUID)
        self.chosen ^= {id}
        self._rows = [self._row(one.value, one.title) for one in self._rows]
        self.list.show_rows(self._rows)
        self._show_along()
        self.changed.emit()

    def _row(self, id: object, name: str) -> Row:
        ticked = id in self.chosen
        spoken = t("transfer.send.chosen", name=name) if ticked else t("transfer.send.not_chosen", name=name)
        return Row(id, name, tick=ticked, spoken=spoken, value=id)

    def _show_along(self) -> None:
        clear(self._along)
        self.leaving = self._workspace.read(leaving, sorted(self.chosen))
        for one in self.leaving:
            told = t("transfer.send.along", name=shown(one.name), counts=counts_text(one.counts))
            self._along.addWidget(label(told, "body", wrap=True))
        if not self.leaving:
            self._along.addWidget(label(t("transfer.send.none_chosen"), "body", "muted", wrap=True))
        if any(one.strict for one in self.leaving):
            self._along.addWidget(Banner("danger", t("transfer.send.strict"), icon_name="lock"))
        if any(one.protected for one in self.leaving):
            self._along.addWidget(Banner("warning", t("transfer.send.protected"), icon_name="lock"))
