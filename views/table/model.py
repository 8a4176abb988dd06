# SPDX-License-Identifier: MIT
"""Frozen rows as Qt wants them: sorted, filtered, and fetched a page at a time where there are many."""

from collections.abc import Callable, Sequence
from itertools import compress
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.values.names import ascii_key, search_key
from views import theme
from views.table.column import Column

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
More = Callable[[R], Sequence[R]]
ROW = int(Qt.ItemDataRole.UserRole) + 1
COLUMN = ROW + 1


class RowsModel(QAbstractTableModel, Generic[R]):
    """`more` is asked for what comes after the last row as the person scrolls (keyset, never an offset)."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._all: tuple[R, ...] = ()
        self._shown: tuple[R, ...] = ()
        self._keys: list[tuple[str, str]] = []
        self._more: More[R] | None = None
        self._query = ""
        self._sorted: tuple[int, bool] | None = None

    def show(self, rows: Sequence[R], more: More[R] | None = None) -> None:
        """Show these rows instead of the former."""
        self.beginResetModel()
        self._all, self._more, self._keys = tuple(rows), more, []
        self._arrange()
        self.endResetModel()

    def filter(self, query: str) -> int:
        """Show only rows in which each word of the query begins a word; gives how many."""
        self.beginResetModel()
        self._query = query.strip()
        self._arrange()
        self.endResetModel()
        return len(self._shown)

    def row(self, index: Index) -> R | None:
        """The row behind an index."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def rows(self) -> tuple[R, ...]:
        """What is shown now."""
        return self._shown

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more is not None and bool(self._all) and not self._query

    def fetchMore(self, parent: Index) -> None:
        if self._more is None or parent.isValid():
            return
        fresh = tuple(self._more(self._all[-1]))
        if not fresh:
            self._more = None
            return
        self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(fresh) - 1)
        self._all += fresh
        self._shown += fresh
        self._keys = []
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.said(row)
        if role == ROW:
            return row
        return column if role == COLUMN else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[section].heading()
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("caption")
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        if self._more is None:
            self.layoutAboutToBeChanged.emit()
            self._arrange()
            self.layoutChanged.emit()

    def _arrange(self) -> None:
        shown: Sequence[R] = self._all
        if self._query:
            if not self._keys:
                self._keys = [self._key(row) for row in self._all]
            shown = list(compress(self._all, _fitting(self._query, self._keys)))
        if self._sorted is not None and self._more is None:
            place, descending = self._sorted
            shown = sorted(shown, key=self.columns[place].sort_value, reverse=descending)  # type: ignore[arg-type]
        self._shown = tuple(shown)

    def _key(self, row: R) -> tuple[str, str]:
        text = " ".join(column.text(row) for column in self.columns)
        return f" {search_key(text)}", f" {ascii_key(text)}"


def _fitting(query: str, keys: Sequence[tuple[str, str]]) -> list[bool]:
    """For each row whether every word of the query begins a word of it, in either fold."""
    norwegian = [True] * len(keys)
    for word in (f" {word}" for word in search_key(query).split()):
        norwegian = [fits and word in one for fits, (one, _) in zip(norwegian, keys, strict=True)]
    ascii = [True] * len(keys)
    for word in (f" {word}" for word in ascii_key(query).split()):
        ascii = [fits and word in other for fits, (_, other) in zip(ascii, keys, strict=True)]
    return [one or other for one, other in zip(norwegian, ascii, strict=True)]
