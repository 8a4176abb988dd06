# SPDX-License-Identifier: MIT
"""A table of whole rows: arrows move, Enter opens, a click on the head sorts, Tab leaves.

table = RowTable(t("families.title"), COLUMNS)
table.show_rows(workspace.read(family_rows))
table.opened.connect(self._open)             # the row
search.textChanged.connect(table.filter)
table.place() / table.go_to(place)           # the chosen row, by its `id`, and the scroll
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from views import theme
from views.table.column import Column
from views.table.model import COLUMN, ROW, More, RowsModel
from views.widgets import paint

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
NARROW = 1060


class CellDelegate(QStyledItemDelegate):
    """Paints a cell: text, badge, hairline, the marker of the chosen row and its focus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column, row = index.data(COLUMN), index.data(ROW)
        view, area = self.parent(), option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected or (isinstance(view, RowTable) and view.hovered == index.row()):
            painter.fillRect(area, theme.color("accent_soft" if selected else "hover"))
        painter.setPen(theme.color("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if selected:
            self._mark(painter, area, index)
        inner = area.adjusted(10, 0, -8, 0)
        text, kind = column.text(row), column.badge(row) if column.badge else None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if kind and text:
            paint.pill(painter, inner, text, kind, right=False)
        else:
            muted = column.muted is not None and column.muted(row)
            paint.text(painter, inner, text, "strong" if column.strong else "body", "muted" if muted else "text")
        painter.restore()

    def _mark(self, painter: QPainter, area: QRect, index: Index) -> None:
        view = self.parent()
        first = index.column() == 0
        if first:
            painter.fillRect(QRect(area.left(), area.top() + 4, 3, area.height() - 8), theme.color("accent"))
        focused = isinstance(view, QTableView) and view.hasFocus()
        if not focused and not theme.is_contrast():
            return
        # the row is chosen whole, so the outline goes around the row
        painter.setPen(QPen(theme.color("focus" if focused else "text"), 2 if focused else 1))
        last = index.column() == index.model().columnCount() - 1
        box = QRectF(area).adjusted(1 if first else -1, 1, -1 if last else 1, -2)
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if first:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if last:
            painter.drawLine(box.topRight(), box.bottomRight())


class RowTable(QTableView, Generic[R]):
    """The table itself."""

    opened = Signal(object)
    moved = Signal(object)

    def __init__(self, spoken: str, columns: Sequence[Column[R]], sort_by: str = "") -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self.rows_model: RowsModel[R] = RowsModel(columns, self)
        self.hovered = -1
        self.setModel(self.rows_model)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        _dress_heads(self, columns, sort_by)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell_moved)

    def show_rows(self, rows: Sequence[R], more: More[R] | None = None) -> None:
        """Show these rows; the chosen one stays chosen, or the one that took its place."""
        id, place = _id(self.current()), self.currentIndex().row()
        self.rows_model.show(rows, more)
        self._choose_again(id, place)

    def filter(self, query: str) -> int:
        """Show only rows that fit; the first is chosen. Gives how many."""
        id = _id(self.current())
        count = self.rows_model.filter(query)
        self._choose_again(id, 0)
        return count

    def current(self) -> R | None:
        """The chosen row."""
        return self.rows_model.row(self.currentIndex())

    def choose(self, id: object) -> bool:
        """Choose the row with this id."""
        for place, row in enumerate(self.rows_model.rows()):
            if _id(row) == id:
                self.setCurrentIndex(self.rows_model.index(place, 0))
                return True
        return False

    def place(self) -> dict[str, object]:
        """The chosen row and the scroll, as plain values."""
        id = _id(self.current())
        return {"row": None if id is None else str(id), "scroll": self.verticalScrollBar().value()}

    def go_to(self, place: dict[str, object]) -> None:
        """Back to such a place."""
        wanted = place.get("row")
        for at, row in enumerate(self.rows_model.rows()):
            if wanted is not None and str(_id(row)) == wanted:
                self.setCurrentIndex(self.rows_model.index(at, 0))
        if isinstance(scroll := place.get("scroll"), int):
            self.verticalScrollBar().setValue(scroll)

    def _choose_again(self, id: object, place: int) -> None:
        if (id is None or not self.choose(id)) and self.rows_model.rowCount():
            self.setCurrentIndex(self.rows_model.index(min(max(place, 0), self.rows_model.rowCount() - 1), 0))

    def _open(self, index: Index) -> None:
        if (row := self.rows_model.row(index)) is not None:
            self.opened.emit(row)

    def _tell_moved(self) -> None:
        if (row := self.current()) is not None:
            self.moved.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < NARROW
        for place, column in enumerate(self.rows_model.columns):
            if column.second_rank and self.isColumnHidden(place) != narrow:
                self.setColumnHidden(place, narrow)


def _id(row: object) -> object:
    return getattr(row, "id", row)


def _dress_heads(table: QTableView, columns: Sequence[Column[R]], sort_by: str) -> None:
    side, head = table.verticalHeader(), table.horizontalHeader()
    side.hide()
    side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    side.setDefaultSectionSize(max(38, theme.metrics("body").height() + 19))
    head.setHighlightSections(False)
    head.setMinimumSectionSize(48)
    head.setTextElideMode(Qt.TextElideMode.ElideRight)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place, column in enumerate(columns):
        table.setColumnWidth(place, column.width)
    head.setStretchLastSection(True)
    head.setSortIndicatorClearable(True)
    table.setSortingEnabled(True)
    places = [place for place, column in enumerate(columns) if column.key == sort_by]
    head.setSortIndicator(places[0] if places else -1, Qt.SortOrder.AscendingOrder)
