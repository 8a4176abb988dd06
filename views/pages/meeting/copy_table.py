# SPDX-License-Identifier: MIT
"""Recipients × parts with Ja or Nei and why; Space takes a part away from somebody, or gives it back, never more."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from models.queries.minutes_copies import CopyColumn, CopyRow, CopySheet, cell
from views import icons, theme
from views.discreet import free_text, shown
from views.texts import t
from views.widgets import paint

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1
NAME, PART, COUNT = 180, 80, 52


@dataclass(frozen=True, slots=True)
class CopyCell:
    """What one recipient sees of one part; `full` when it is all of it."""

    seen: int
    of: int
    why: str
    by_hand: bool = False

    @property
    def words(self) -> str:
        """«Ja», «Nei» or how many."""
        if self.of > 1 and 0 < self.seen < self.of:
            return t("copies.some", n=self.seen, of=self.of)
        return t("copies.yes" if self.seen else "copies.no")


class CopyModel(QAbstractTableModel):
    """The first column is who, the last how many papers."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._sheet: CopySheet | None = None
        self._away: Mapping[str, frozenset[str]] = {}

    def show(self, sheet: CopySheet, away: Mapping[str, frozenset[str]]) -> None:
        """Another sheet, or the same with other parts taken away."""
        again = self._sheet is None or len(self._sheet.rows) != len(sheet.rows)
        again = again or self._sheet is None or self._sheet.columns != sheet.columns
        if again:
            self.beginResetModel()
        self._sheet, self._away = sheet, away
        if again:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def row(self, index: Index) -> CopyRow | None:
        """The recipient behind an index."""
        rows = self._sheet.rows if self._sheet else ()
        return rows[index.row()] if index.isValid() and index.row() < len(rows) else None

    def column(self, index: Index) -> CopyColumn | None:
        """The part behind an index."""
        return self._part(index.column()) if index.isValid() else None

    def cell(self, index: Index) -> CopyCell | None:
        """What the recipient sees there, and why."""
        row, column = self.row(index), self.column(index)
        if row is None or column is None or self._sheet is None:
            return None
        seen, of = cell(row, column.id, self._sheet.content)
        by_hand = column.id in self._away.get(row.key, ())
        return CopyCell(seen, of, why(row, column.id, by_hand), by_hand)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.columns) + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        found = self.cell(index)
        if role == CELL:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if found is None:
                return shown(row.name) if index.column() == 0 else "1" if row.gets_copy else "–"
            if role == Qt.ItemDataRole.DisplayRole:
                return found.words
            return f"{self._heading(index.column())}: {found.words}, {found.why}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("caption")
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self._heading(section) if role in texts else None

    def _heading(self, section: int) -> str:
        part = self._part(section)
        if part is not None:
            return free_text(part.title) or t(f"copies.part.{part.id}") if not part.title else free_text(part.title)
        return t("copies.recipient") if section == 0 else t("copies.papers")

    def _part(self, section: int) -> CopyColumn | None:
        columns = self._sheet.columns if self._sheet else ()
        return columns[section - 1] if 0 < section <= len(columns) else None


def why(row: CopyRow, column: str, by_hand: bool) -> str:
    """Why a part is in somebody's copy or not, in words."""
    if by_hand:
        return t("copies.why.by_hand")
    if row.absent and row.passages[next(iter(row.passages))].seen:
        return t("copies.why.absent")
    found = row.passages.get(column)
    if found is None:
        return t("copies.why.each_task")
    return t(f"copies.why.{found.why}")


class CopyDelegate(QStyledItemDelegate):
    """A sign and a word; the chosen row is marked, the cell under the keys outlined."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, area = self.parent(), QRect(option.rect)
        chosen = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        here = isinstance(view, QTableView) and view.currentIndex() == index and view.hasFocus()
        painter.save()
        if chosen:
            painter.fillRect(area, theme.color("accent_soft"))
        painter.setPen(theme.color("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner, found = area.adjusted(10, 0, -6, 0), index.data(CELL)
        if isinstance(found, CopyCell):
            sign, token = ("check", "success") if found.seen else ("cross", "muted")
            icons.paint(painter, sign, paint.center(inner, 16, inner.left()), token)
            paint.text(painter, inner.adjusted(22, 0, 0, 0), found.words, "body", "text" if found.seen else "muted")
        else:
            paint.text(painter, inner, str(index.data()), "body", "text")
        if here or (chosen and theme.is_contrast()):
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()


class CopyTable(QTableView):
    """Arrows move among the cells; Space turns one, Tab leaves the table."""

    # (recipient's key, part's id)
    turned = Signal(str, str)
    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(t("copies.table"))
        self._model = CopyModel(self)
        self.setModel(self._model)
        self.setItemDelegate(CopyDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(42, theme.metrics("body").height() + 21))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_sheet(self, sheet: CopySheet, away: Mapping[str, frozenset[str]]) -> None:
        """The recipients as they stand; the chosen cell stays chosen."""
        self._model.show(sheet, away)
        self._fit()
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 1))
        self.viewport().update()

    def current(self) -> CopyRow | None:
        """The recipient in view."""
        return self._model.row(self.currentIndex())

    def choose(self, key: str) -> None:
        """Go to a recipient."""
        if (now := self.current()) is not None and now.key == key:
            return
        for place in range(self._model.rowCount()):
            index = self._model.index(place, 1)
            row = self._model.row(index)
            if row is not None and row.key == key:
                self.setCurrentIndex(index)

    def _fit(self) -> None:
        """The names get what the parts leave, and never too little to be told apart."""
        last = self._model.columnCount() - 1
        if last < 1:
            return
        taken = PART * (last - 1) + COUNT
        self.setColumnWidth(0, max(NAME, self.viewport().width() - taken))
        for section in range(1, last + 1):
            self.setColumnWidth(section, COUNT if section == last else PART)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _tell(self) -> None:
        self.viewport().update()
        if (row := self.current()) is not None:
            self.moved.emit(row)

    def _turn(self) -> None:
        row, column = self.current(), self._model.column(self.currentIndex())
        if row is not None and column is not None:
            self.turned.emit(row.key, column.id)

    def cell_in_view(self) -> CopyCell | None:
        """The cell under the keys."""
        return self._model.cell(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._turn()
