# SPDX-License-Identifier: MIT
"""The pages of a document below each other, with what is found or pointed out on them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from views import theme
from views.widgets.pdf_pictures import PagePictures
from views.widgets.pdf_raster import PdfRaster
from views.widgets.pdf_strip import FIT_WIDTH, GAP, Mark, PageStrip, Zoom, laid_out

STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
# Held back when a screenful is turned, so that the eye finds its place.
OVERLAP = 40
# How far a wheel is turned for one step, as Qt counts.
NOTCH = 120


class PdfPages(QAbstractScrollArea):
    """Paper stays white in every look; PageUp and PageDown turn, the arrows move, Ctrl with the wheel zooms."""

    turned = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._raster: PdfRaster | None = None
        self.pictures = PagePictures()
        self._strip = PageStrip()
        self._marks: Sequence[Mark] = ()
        self._wheeled = 0
        # a size, or what of the page fits the window
        self.chosen: Zoom = FIT_WIDTH
        # the page in view, from 0
        self.page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, raster: PdfRaster | None) -> None:
        """Show these pages from the top, in the zoom that is chosen."""
        self._raster, self.page, self._marks = raster, 0, ()
        self.pictures.show(raster)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def zoom(self) -> float:
        """How large the pages are: 1.0 is 100 %."""
        return self._strip.zoom

    def zoom_by(self, steps: int, around: QPoint | None = None) -> None:
        """Go to the next larger or smaller step."""
        now = self.zoom()
        larger = [step for step in STEPS if step > now + 0.01]
        smaller = [step for step in STEPS if step < now - 0.01]
        self.zoom_to(larger[0] if steps > 0 and larger else smaller[-1] if steps < 0 and smaller else now, around)

    def zoom_to(self, zoom: Zoom, around: QPoint | None = None) -> None:
        """Choose a size; what is under this point, or in the middle, stays where it is."""
        eye = around or QPoint(self.viewport().width() // 2, self.viewport().height() // 3)
        spot = self._strip.spot(eye + self._offset()) if self._strip.places else None
        self.chosen = zoom
        self._lay_out()
        if spot is not None:
            there = self._strip.point(*spot) - eye
            self.horizontalScrollBar().setValue(there.x())
            self.verticalScrollBar().setValue(there.y())
        self.viewport().update()
        self.zoomed.emit(self.zoom())

    def turn_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        tops = self._strip.tops()
        if tops:
            self.verticalScrollBar().setValue(tops[min(max(page, 0), len(tops) - 1)])

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark these places and no others, and bring the present one into view."""
        self._marks = marks
        now = next((mark for mark in marks if mark.now and mark.boxes), None)
        if now is not None:
            box = self._strip.boxes(now)[0].toAlignedRect()
            view = QRect(self._offset(), self.viewport().size()).adjusted(0, GAP, 0, -GAP)
            if not view.contains(box):
                self.verticalScrollBar().setValue(box.top() - view.height() // 3)
                self.horizontalScrollBar().setValue(box.center().x() - view.width() // 2)
        self.viewport().update()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _lay_out(self) -> None:
        view = self.viewport().size()
        self._strip = laid_out(self._raster.sizes if self._raster else (), self.chosen, view)
        whole = self._strip.whole()
        for bar, length, shown in (
            (self.verticalScrollBar(), whole.height(), view.height()),
            (self.horizontalScrollBar(), whole.width(), view.width()),
        ):
            bar.setRange(0, max(0, length - shown))
            bar.setPageStep(max(1, shown))
            bar.setSingleStep(48)

    def _scrolled(self, down: int) -> None:
        page = self._strip.page_at(down + self.viewport().height() // 3)
        if page != self.page:
            self.page = page
            self.turned.emit(page)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        view, offset = self.viewport().rect(), -self._offset()
        painter.fillRect(view, theme.color("sunken"))
        if not self.pictures.paint(painter, self._strip, offset, view):
            QTimer.singleShot(0, self.viewport(), self.viewport().update)
        painter.setPen(theme.color("border"))
        for place in self._strip.places:
            painter.drawRect(place.translated(offset).adjusted(-1, -1, 0, 0))
        for mark in self._marks:
            _paint_mark(painter, [box.translated(offset) for box in self._strip.boxes(mark)], mark.now)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(view.adjusted(1, 1, -1, -1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if isinstance(self.chosen, str):
            # what is read stays in view while the pane gets wider or narrower
            self.zoom_to(self.chosen, QPoint(0, 0))
        else:
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, screenful = self.verticalScrollBar(), max(1, self.viewport().height() - OVERLAP)
        tops = self._strip.tops()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(min([bar.value() + screenful, *(top for top in tops if top > bar.value())]))
            case Qt.Key.Key_PageUp:
                bar.setValue(max([bar.value() - screenful, *(top for top in tops if top < bar.value())]))
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheeled += event.angleDelta().y()
        if abs(self._wheeled) >= NOTCH:
            self.zoom_by(1 if self._wheeled > 0 else -1, event.position().toPoint())
            self._wheeled = 0
        event.accept()


def _paint_mark(painter: QPainter, boxes: Sequence[QRectF], now: bool) -> None:
    """Letters stay black under it, and the outline tells what colour alone would not."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for box in boxes:
        painter.fillRect(box, theme.on_paper("accent_soft" if now else "warning_soft"))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QPen(theme.on_paper("accent" if now else "warning"), 2 if now else 1))
    for box in boxes:
        painter.drawRect(box)
