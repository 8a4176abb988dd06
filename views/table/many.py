# SPDX-License-Identifier: MIT
"""A table where several rows can be chosen: Shift with the arrows, Ctrl with the mouse, Ctrl+A for all."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView

from views.table.column import Column
from views.table.model import More
from views.table.table import RowTable

R = TypeVar("R")
Flag = QItemSelectionModel.SelectionFlag


class ManyTable(RowTable[R]):
    """What is chosen stays chosen when the rows are read again."""

    chose = Signal()

    def __init__(self, spoken: str, columns: Sequence[Column[R]], sort_by: str = "") -> None:
        super().__init__(spoken, columns, sort_by)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chose.emit())

    def chosen(self) -> list[R]:
        """The chosen rows, from above."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = self.rows_model.rows()
        return [rows[place] for place in places if place < len(rows)]

    def choose_rows(self, rows: Sequence[R]) -> None:
        """Choose these rows and no others; the first of them is the one the keyboard is at."""
        model = self.rows_model
        wanted = {getattr(row, "id", row) for row in rows}
        places = [at for at, row in enumerate(model.rows()) if getattr(row, "id", row) in wanted]
        if not places:
            return
        self.setCurrentIndex(model.index(places[0], 0))
        selection = QItemSelection()
        for place in places:
            selection.select(model.index(place, 0), model.index(place, model.columnCount() - 1))
        self.selectionModel().select(selection, Flag.ClearAndSelect)

    def show_rows(self, rows: Sequence[R], more: More[R] | None = None) -> None:
        """Show these rows; the chosen ones stay chosen."""
        chosen = self.chosen()
        super().show_rows(rows, more)
        if len(chosen) > 1:
            self.choose_rows(chosen)
