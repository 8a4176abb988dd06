# SPDX-License-Identifier: MIT
"""Lays the rows of a form out in one or two columns, as the width allows."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from views.form.field_row import FieldRow

TWO_COLUMNS = 520
WIDEST = 760

Entry = QWidget


class FormGrid(QWidget):
    """Two columns from 520 px, else one; a half row that stands alone keeps its half."""

    def __init__(self, entries: Sequence[Entry], columns: int = 0) -> None:
        super().__init__()
        self._entries, self._wanted, self._columns = tuple(entries), columns, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self.setMaximumWidth(WIDEST)
        self._arrange(columns or 2)

    def again(self) -> None:
        """A row was hidden or shown."""
        self._arrange(self._columns)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for entry in self._entries:
            self._grid.removeWidget(entry)
        line, place = 0, 0
        for entry in self._entries:
            if entry.isHidden() and entry.property("left_out"):
                continue
            half = columns == 2 and isinstance(entry, FieldRow) and entry.field.width == "half"
            if not half and place:
                line, place = line + 1, 0
            self._grid.addWidget(entry, line, place, 1, 1 if half else columns)
            place = (place + 1) % 2 if half else 0
            line += 0 if place else 1
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def minimumSizeHint(self) -> QSize:
        # two columns would otherwise keep the form from ever getting narrow enough for one
        least = max((entry.minimumSizeHint().width() for entry in self._entries), default=0)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self._wanted or (2 if self.width() >= TWO_COLUMNS else 1)
        if columns != self._columns:
            self._arrange(columns)
