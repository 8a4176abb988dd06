# SPDX-License-Identifier: MIT
"""A list of rows with title, second line, icon, badge, text at the right and a box to tick.

rows = RowList(t("day.list"))
rows.show_rows([Head(t("day.today")), Row(id, title, second=line, badge=(t("day.late"), "danger"), tick=False)])
rows.opened.connect(self._open)        # Enter, double click: the Row
rows.ticked.connect(self._done)        # Space or a click in the box: the Row
rows.pressed_key.connect(self._key)    # (Row, "U") – single letters only while the list has focus
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from views import theme
from views.icons import paint as paint_icon
from views.texts import t
from views.widgets import paint
from views.widgets.basics import BadgeKind

Index = QModelIndex | QPersistentModelIndex
ITEM = int(Qt.ItemDataRole.UserRole) + 1
PAD = 12


@dataclass(frozen=True, slots=True)
class Head:
    """A heading between rows; it cannot be chosen."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `id` is whatever the page needs to find the thing again."""

    id: object
    title: str
    second: str = ""
    icon: str = ""
    icon_token: str = "muted"
    badge: tuple[str, BadgeKind] | None = None
    right: str = ""
    tick: bool | None = None
    strong: bool = False
    spoken: str = ""
    value: object = field(default=None, compare=False)

    def sentence(self) -> str:
        """What a screen reader says of the row."""
        if self.spoken:
            return self.spoken
        parts = [self.title, self.second, self.badge[0] if self.badge else "", self.right]
        if self.tick is not None:
            parts.append(t("kit.ticked") if self.tick else t("kit.not_ticked"))
        return ", ".join(part for part in parts if part)


Line = Row | Head


class RowModel(QAbstractListModel):
    """The rows as Qt wants them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.line(index), Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if line is None:
            return None
        if role == ITEM:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title if isinstance(line, Row) else line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.sentence() if isinstance(line, Row) else line.text
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints a row as the design shows it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        body, caption = (theme.metrics(role).height() for role in ("body", "caption"))
        line = index.data(ITEM)
        if isinstance(line, Head):
            return QSize(100, body + 14)
        return QSize(100, max(48, body + caption + 20) if line.second else max(38, body + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        line = index.data(ITEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Head):
            paint.text(painter, area.adjusted(PAD, 8, 0, 0), line.text, "strong", "muted")
        else:
            view = self.parent()
            if isinstance(view, RowList) and not view.marks and not view.hasFocus():
                option.state &= ~QStyle.StateFlag.State_Selected
            paint.ground(painter, option, QRectF(area).adjusted(4, 1, -4, -1))
            self._paint_row(painter, area, line)
        painter.restore()

    def _paint_row(self, painter: QPainter, area: QRect, line: Row) -> None:
        left, right = area.left() + PAD + 2, area.right() - PAD
        if line.tick is not None:
            paint.tick_box(painter, paint.center(area, 19, left), line.tick)
            left += 32
        if line.icon:
            paint_icon(painter, line.icon, paint.center(area, 20, left), line.icon_token)
            left += 32
        if line.badge:
            room = QRect(left, area.top(), right - left, area.height())
            right = paint.pill(painter, room, *line.badge).left() - 10
        if line.right:
            width = theme.metrics("caption").horizontalAdvance(line.right) + 2
            paint.text(
                painter, QRect(right - width, area.top(), width + 2, area.height()), line.right, "caption", "muted"
            )
            right -= width + 12
        self._paint_words(painter, QRect(left, area.top(), max(0, right - left), area.height()), line)

    def _paint_words(self, painter: QPainter, room: QRect, line: Row) -> None:
        role = "strong" if line.strong else "body"
        if not line.second:
            paint.text(painter, room, line.title, role, "text")
            return
        first, second = (theme.metrics(name).height() for name in (role, "caption"))
        top = room.top() + (room.height() - first - second - 2) // 2
        paint.text(painter, QRect(room.left(), top, room.width(), first), line.title, role, "text")
        below = QRect(room.left(), top + first + 2, room.width(), second)
        paint.text(painter, below, line.second, "caption", "muted")


class RowList(QListView):
    """The list itself; arrows move, Enter opens, Space ticks, Tab leaves."""

    opened = Signal(object)
    ticked = Signal(object)
    pressed_key = Signal(object, str)
    moved = Signal(object)

    def __init__(self, spoken: str, fit: bool = False, marks: bool | None = None) -> None:
        """`fit` grows with its rows; `marks` keeps showing the chosen row when the focus is elsewhere."""
        super().__init__()
        self.setAccessibleName(spoken)
        self._model = RowModel(self)
        self._fit = fit
        self.marks = (not fit) if marks is None else marks
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell_moved)

    def show_rows(self, lines: Sequence[Line]) -> None:
        """Show these rows; the chosen one stays chosen, or the one that took its place."""
        chosen = self.current()
        place = self.currentIndex().row()
        self._model.show(lines)
        ids = [line.id if isinstance(line, Row) else None for line in lines]
        if chosen is not None and chosen.id in ids:
            place = ids.index(chosen.id)
        self._choose_near(place)
        if self._fit:
            self.setFixedHeight(self.height_of_rows())

    def height_of_rows(self) -> int:
        """How tall the list must be to show all rows."""
        option = QStyleOptionViewItem()
        delegate = self.itemDelegate()
        rows = range(self._model.rowCount())
        return sum(delegate.sizeHint(option, self._model.index(n)).height() for n in rows) + 4

    def current(self) -> Row | None:
        """The chosen row."""
        line = self._model.line(self.currentIndex())
        return line if isinstance(line, Row) else None

    def choose(self, id: object) -> None:
        """Choose the row with this id."""
        for n in range(self._model.rowCount()):
            line = self._model.line(self._model.index(n))
            if isinstance(line, Row) and line.id == id:
                self.setCurrentIndex(self._model.index(n))

    def choose_first(self) -> None:
        """Choose the first row."""
        self._choose_near(0)

    def _choose_near(self, place: int) -> None:
        count = self._model.rowCount()
        if not count:
            return
        start = min(max(place, 0), count - 1)
        for n in (*range(start, count), *range(start, -1, -1)):
            if isinstance(self._model.line(self._model.index(n)), Row):
                self.setCurrentIndex(self._model.index(n))
                return

    def _open(self, index: Index) -> None:
        if isinstance(line := self._model.line(index), Row):
            self.opened.emit(line)

    def _tell_moved(self) -> None:
        if (line := self.current()) is not None:
            self.moved.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if line is None or not plain:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(line)
        elif event.key() == Qt.Key.Key_Space and line.tick is not None:
            self.ticked.emit(line)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # the first line is most often a heading, where Qt would go and not be let in
            self._choose_near(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount())
        elif event.key() == Qt.Key.Key_Delete:
            self.pressed_key.emit(line, "Delete")
        elif event.text().isalpha():
            self.pressed_key.emit(line, event.text().upper())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._model.line(index)
        in_box = isinstance(line, Row) and line.tick is not None and event.position().x() < PAD + 30
        if in_box and event.button() == Qt.MouseButton.LeftButton:
            self.ticked.emit(line)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
        return super().viewportEvent(event)
