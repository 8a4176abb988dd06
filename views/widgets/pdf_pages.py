# SPDX-License-Identifier: MIT
"""The pages of a document below each other, painted when they come into view."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from views import theme
from views.widgets.pdf_raster import PdfRaster

GAP = 14
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
# On a screen, 100 % is 96 dots to the inch.
DOTS = 96 / 72
# Below this many pixels to the point letters are set on whole pixels; painted twice as large, they keep their places.
COARSE = 2.0
# Held back when a screenful is turned, so that the eye finds its place.
OVERLAP = 40


class PdfPages(QAbstractScrollArea):
    """Paper stays white in every look; PageUp and PageDown turn, Ctrl with + and - zoom, Ctrl+0 fits the width."""

    turned = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._raster: PdfRaster | None = None
        # the pages that are kept as pictures: those in view, and no others
        self.pictures: dict[int, QImage] = {}
        self._chosen: float | None = None
        # the page in view, from 0
        self.page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, raster: PdfRaster | None) -> None:
        """Show these pages from the top, in the zoom that is chosen."""
        self._raster, self.page = raster, 0
        self.pictures.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def zoom(self) -> float:
        """How large the pages are: 1.0 is 100 %."""
        if self._chosen is not None or self._raster is None or not len(self._raster):
            return self._chosen or 1.0
        widest = max(size.width() for size in self._raster.sizes)
        return min(1.5, max(0.3, (self.viewport().width() - 2 * GAP) / (widest * DOTS)))

    def zoom_by(self, steps: int) -> None:
        """Go to the next larger or smaller step."""
        now = self.zoom()
        larger = [step for step in STEPS if step > now + 0.01]
        smaller = [step for step in STEPS if step < now - 0.01]
        self.zoom_to(larger[0] if steps > 0 and larger else smaller[-1] if steps < 0 and smaller else now)

    def zoom_to(self, zoom: float | None) -> None:
        """Choose a size; None fits the width, whatever the window's."""
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._chosen = zoom
        self.pictures.clear()
        self._lay_out()
        bar.setValue(round(place * bar.maximum()))
        self.viewport().update()
        self.zoomed.emit(self.zoom())

    def turn_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        places = self._places()
        if places:
            self.verticalScrollBar().setValue(places[min(max(page, 0), len(places) - 1)].top() - GAP)

    def _places(self) -> list[QRect]:
        sizes = self._raster.sizes if self._raster else []
        return _placed(sizes, self.zoom() * DOTS, self.viewport().width())

    def _lay_out(self) -> None:
        places, view = self._places(), self.viewport().size()
        tall = places[-1].bottom() + GAP if places else 0
        wide = max((place.width() for place in places), default=0) + 2 * GAP
        for bar, whole, shown in (
            (self.verticalScrollBar(), tall, view.height()),
            (self.horizontalScrollBar(), wide, view.width()),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(max(1, shown))
            bar.setSingleStep(48)

    def _scrolled(self, down: int) -> None:
        eye = down + self.viewport().height() // 3
        page = sum(1 for place in self._places()[1:] if place.top() <= eye)
        if page != self.page:
            self.page = page
            self.turned.emit(page)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("sunken"))
        offset = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = {}
        for number, place in enumerate(self._places()):
            on_screen = place.translated(offset)
            if not on_screen.intersects(self.viewport().rect()):
                continue
            seen[number] = picture = self._picture(number)
            painter.fillRect(on_screen, QColor(Qt.GlobalColor.white))
            painter.drawImage(on_screen, picture)
            painter.setPen(theme.color("border"))
            painter.drawRect(on_screen.adjusted(-1, -1, 0, 0))
        self.pictures = seen
        painter.end()

    def _picture(self, number: int) -> QImage:
        ratio = self.devicePixelRatioF()
        held = self.pictures.get(number)
        if held is not None and held.devicePixelRatio() == ratio:
            return held
        if self._raster is None:
            return QImage()
        scale = self.zoom() * DOTS * ratio
        if scale >= COARSE:
            made = self._raster.image(number, scale)
        else:
            twice = self._raster.image(number, 2 * scale)
            made = twice.scaled(twice.size() / 2, mode=Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(ratio)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chosen is None:
            self.pictures.clear()
            self.zoomed.emit(self.zoom())
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        # The keys that zoom are ours while the pages have the focus, whatever the window uses them for.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _zoom_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if zoom := _zoom_key(event):
            self.zoom_to(None) if zoom == "fit" else self.zoom_by(1 if zoom == "in" else -1)
            return
        bar, screenful = self.verticalScrollBar(), max(1, self.viewport().height() - OVERLAP)
        tops = [place.top() - GAP for place in self._places()]
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
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)


def _zoom_key(event: QKeyEvent) -> str:
    """What a key does to the size: «in», «out», «fit» or nothing."""
    if event.matches(QKeySequence.StandardKey.ZoomIn):
        return "in"
    if event.matches(QKeySequence.StandardKey.ZoomOut):
        return "out"
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return ""
    return {Qt.Key.Key_Plus: "in", Qt.Key.Key_Equal: "in", Qt.Key.Key_Minus: "out", Qt.Key.Key_0: "fit"}.get(
        Qt.Key(event.key()), ""
    )


def _placed(sizes: Sequence[QSizeF], scale: float, width: int) -> list[QRect]:
    """Where each page lies on the long strip."""
    top, found = GAP, []
    for points in sizes:
        size = QSize(round(points.width() * scale), round(points.height() * scale))
        found.append(QRect(QPoint(max(GAP, (width - size.width()) // 2), top), size))
        top += size.height() + GAP
    return found
