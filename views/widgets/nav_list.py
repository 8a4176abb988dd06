# SPDX-License-Identifier: MIT
"""The entries of the sidebar: pages in groups, with a count where something needs the person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from views import icons, theme
from views.texts import t
from views.widgets import paint

Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Qt.ItemDataRole.UserRole) + 1
RAIL = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """One page, or a heading when `page` is empty."""

    text: str
    page: str = ""
    icon: str = ""
    count: int = 0


class NavModel(QAbstractListModel):
    """The entries as Qt wants them."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.entries = list(entries)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entries[index.row()]
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if entry.page else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.text}, {t('shell.needs_you', n=entry.count)}" if entry.count else entry.text
        return None

    def count(self, page: str, count: int) -> None:
        """Show how many things on a page need the person."""
        for place, entry in enumerate(self.entries):
            if entry.page == page and page:
                self.entries[place] = replace(entry, count=count)
                self.dataChanged.emit(self.index(place), self.index(place))


class NavDelegate(QStyledItemDelegate):
    """Icon and word; in the rail the icon alone, with the word as tooltip and accessible name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = theme.metrics("body").height()
        return QSize(40, height + 11 if not index.data(ENTRY).page else max(38, height + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, area = index.data(ENTRY), option.rect
        rail = area.width() < RAIL
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not entry.page:
            self._head(painter, area, entry.text, rail)
        else:
            self._entry(painter, option, entry, rail)
        painter.restore()

    def _head(self, painter: QPainter, area: QRect, text: str, rail: bool) -> None:
        if rail:
            painter.setPen(theme.color("border"))
            painter.drawLine(area.left() + 6, area.center().y(), area.right() - 6, area.center().y())
            return
        paint.text(painter, area.adjusted(12, 8, 0, 0), text, "caption", "muted")

    def _entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, rail: bool) -> None:
        view = self.parent()
        active = isinstance(view, NavList) and view.active == entry.page
        area, box = option.rect, QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if active or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("surface" if active else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if active:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(area.left(), area.top() + 10, 3, area.height() - 20), 1.5, 1.5)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and bool(
            option.state & QStyle.StateFlag.State_Selected
        )
        if focused or (active and theme.is_contrast()):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        left = area.center().x() - 9 if rail else area.left() + 12
        icons.paint(painter, entry.icon, paint.center(area, 20, left), "accent_text" if active else "muted")
        if rail:
            return
        right = area.right() - 12
        if entry.count:
            width = theme.metrics("caption").horizontalAdvance(str(entry.count)) + 2
            count = QRect(right - width, area.top(), width + 2, area.height())
            paint.text(painter, count, str(entry.count), "caption", "muted")
            right -= width + 6
        room = QRect(area.left() + 42, area.top(), right - area.left() - 42, area.height())
        paint.text(painter, room, entry.text, "strong" if active else "body", "accent_text" if active else "text")


class NavList(QListView):
    """Click, Enter or Space opens; arrows only move the focus."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.setAccessibleName(t("shell.menu"))
        self.active = ""
        self._model = NavModel(entries, self)
        self.setModel(self._model)
        self.setItemDelegate(NavDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def mark(self, page: str) -> None:
        """Show which page is in view."""
        self.active = page
        for place, entry in enumerate(self._model.entries):
            if entry.page == page:
                self.setCurrentIndex(self._model.index(place))
        self.viewport().update()

    def count(self, page: str, count: int) -> None:
        """Show how many things on a page need the person."""
        self._model.count(page, count)

    def _open(self, index: Index) -> None:
        if index.isValid() and (page := index.data(ENTRY).page):
            self.chosen.emit(page)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
