# SPDX-License-Identifier: MIT
"""«Slik leses den opp»: the document as a screen reader is handed it, beside the pages."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from views import theme
from views.texts import t
from views.widgets import paint
from views.widgets.basics import announce, button, column, for_reading, label, row
from views.widgets.pdf_raster import PdfRaster
from views.widgets.pdf_spoken import SpokenLine, spoken_lines
from views.widgets.rows import ITEM, Index, Line, Row, RowDelegate, RowList

INDENT, SIDE = 14, 12
DEEPEST = 4
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class _Wrapped(RowDelegate):
    """The kind of thing above all of its words, as far in as it lies."""

    def __init__(self, parent: RowList) -> None:
        super().__init__(parent)
        self._view = parent.viewport()
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line, caption = _spoken(index), theme.metrics("caption").height()
        if not line.words:
            return QSize(100, caption + 10)
        width = _room(QRect(0, 0, self._view.width(), 0), line).width()
        if (line.words, width) not in self._heights:
            words = theme.metrics("body").boundingRect(QRect(0, 0, width, 100_000), WRAPPED, line.words)
            self._heights[line.words, width] = words.height()
        return QSize(100, caption + 10 + self._heights[line.words, width])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, area = _spoken(index), option.rect
        painter.save()
        paint.ground(painter, option, QRectF(area).adjusted(2, 0, -2, 0))
        room = _room(area, line)
        caption = theme.metrics("caption").height()
        above = QRect(room.left(), area.top() + 4, room.width(), caption)
        paint.text(painter, above, line.kind, "caption", "danger" if line.faulty else "muted")
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        painter.drawText(room.adjusted(0, caption + 5, 0, 0), WRAPPED, line.words)
        painter.restore()


class _Lines(RowList):
    """Rows are as high as their words need in this width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class PdfReading(QWidget):
    """Read from the file and not from what it was made of; the chosen line is marked on the page."""

    chosen = Signal(list)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._raster: PdfRaster | None = None
        self._list = _Lines(t("pdf_reading.title"), marks=True)
        self._list.setItemDelegate(_Wrapped(self._list))
        self._list.moved.connect(self._choose)
        self._list.opened.connect(self._choose)
        close = for_reading(button("", "cross", "flat", self.closed.emit, spoken=t("pdf_reading.close")))
        self._count = label("", "caption", "muted", wrap=True)
        layout = column(row(label(t("pdf_reading.title"), "strong"), None, close), self._count, self._list, gap=4)
        layout.setStretchFactor(self._list, 1)
        self.setLayout(layout)
        self.setMinimumWidth(200)
        self.hide()

    def show_document(self, raster: PdfRaster | None) -> None:
        """Read this one, if the panel is open."""
        self._raster = raster
        if raster is None:
            self._list.show_rows([])
        elif not self.isHidden():
            self._read(raster)

    def open_reading(self) -> None:
        """Read the document from the start."""
        self.show()
        if self._raster is not None:
            self._read(self._raster)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, raster: PdfRaster) -> None:
        lines = spoken_lines(raster)
        self._list.show_rows(_rows(lines))
        without = sum(line.faulty for line in lines)
        read = t("pdf_reading.count", n=len(lines)) if lines else t("pdf_reading.nothing")
        told = read + (" " + t("pdf_reading.without", n=without)) * bool(without)
        self._count.setText(told)
        announce(self, told)

    def _choose(self, row: Row) -> None:
        if self._raster is not None and isinstance(row.value, SpokenLine):
            self.chosen.emit(row.value.marks(self._raster))


def _rows(lines: Sequence[SpokenLine]) -> list[Line]:
    return [
        Row(place, line.words or line.kind, line.kind, spoken=line.sentence(), value=line)
        for place, line in enumerate(lines)
    ]


def _spoken(index: Index) -> SpokenLine:
    value = index.data(ITEM).value
    assert isinstance(value, SpokenLine)
    return value


def _room(area: QRect, line: SpokenLine) -> QRect:
    """Where the words stand in the row."""
    return area.adjusted(SIDE + INDENT * min(line.deep, DEEPEST), 0, -SIDE, 0)
