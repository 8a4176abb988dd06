# SPDX-License-Identifier: MIT
"""The matrix: services down, kinds of information across; each cell an icon and a word, arrows move between them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.queries.consent_matrix import Cell, MatrixRow
from models.rules.visibility import Information
from views import theme
from views.icons import paint as paint_icon
from views.pages.consents.words import ICONS, cell_sentence, cell_words
from views.texts import t
from views.widgets import paint

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1
SERVICE, SERVICE_IN_NARROW, NARROW = 250, 150, 860


class MatrixModel(QAbstractTableModel):
    """The first column names the service, the others are the kinds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[MatrixRow, ...] = ()

    def show(self, rows: Sequence[MatrixRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def cell(self, index: Index) -> tuple[MatrixRow, Cell | None] | None:
        """The service, and the kind when it is not the name itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        return row, row.cells[index.column() - 1] if index.column() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Information) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.cell(index)
        if found is None:
            return None
        row, cell = found
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(cell) if cell else row.service
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return cell_sentence(row, cell) if cell else row.service
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return t(f"information.name.{tuple(Information)[section - 1]}") if section else t("consents.service")
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("caption")
        return None


class MatrixDelegate(QStyledItemDelegate):
    """Paints a cell: the icon beside its word, the hairline, and the focus around one cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, view = QRect(option.rect), self.parent()
        cell = index.data(CELL)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, theme.color("accent_soft"))
        painter.setPen(theme.color("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(cell, Cell):
            self._answer(painter, area.adjusted(8, 0, -4, 0), cell)
        else:
            paint.text(painter, area.adjusted(12, 0, -8, 0), str(index.data()), "strong", "text")
        if chosen and (theme.is_contrast() or (isinstance(view, QTableView) and view.hasFocus())):
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -3), 4, 4)
        painter.restore()

    def _answer(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        name, token = ICONS[cell.answer]
        if name:
            paint_icon(painter, name, paint.center(area, 16, area.left()), token)
            area = area.adjusted(22, 0, 0, 0)
        paint.text(painter, area, cell_words(cell), "body", "text" if cell.answer == "yes" else "muted")


class Matrix(QTableView):
    """As tall as its rows; Enter opens what a cell builds on."""

    opened = Signal(object, object)
    # the sentence of the cell the person is at
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(t("consents.matrix"))
        self.cells = MatrixModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(MatrixDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side, head = self.verticalHeader(), self.horizontalHeader()
        side.hide()
        side.setDefaultSectionSize(max(38, theme.metrics("body").height() + 19))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(48)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(0, SERVICE)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda *_: self._say())

    def show_rows(self, rows: Sequence[MatrixRow]) -> None:
        """Show these services; the cell the person is at stays."""
        at = self.currentIndex()
        place = (at.row(), at.column()) if at.isValid() else (0, 1)
        self.cells.show(rows)
        if rows:
            self.setCurrentIndex(self.cells.index(min(place[0], len(rows) - 1), max(place[1], 0)))
        self.setFixedHeight(
            self.horizontalHeader().sizeHint().height() + self.verticalHeader().defaultSectionSize() * len(rows) + 2
        )

    def service(self) -> UUID | None:
        """The service the person is at."""
        found = self.cells.cell(self.currentIndex())
        return found[0].family_service_id if found else None

    def _say(self) -> None:
        found = self.cells.cell(self.currentIndex())
        if found:
            row, cell = found
            self.said.emit(cell_sentence(row, cell) if cell else row.service)

    def _open(self, index: Index) -> None:
        found = self.cells.cell(index)
        if found:
            row, cell = found
            self.opened.emit(row.family_service_id, cell.kind if cell else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() >= NARROW
        self.horizontalHeader().resizeSection(0, SERVICE if wide else SERVICE_IN_NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
