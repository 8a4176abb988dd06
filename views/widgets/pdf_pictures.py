# SPDX-License-Identifier: MIT
"""Pages as pictures, made band by band when they come into view and kept no longer."""

import time

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from views.widgets.pdf_raster import PdfRaster
from views.widgets.pdf_strip import DOTS, PageStrip

BAND = 256
# Below this many pixels to the point letters are set on whole pixels; painted twice as large, they keep their places.
COARSE = 2.0
# So long may one painting take before it leaves the rest to the next, in seconds.
PATIENCE = 0.025


class PagePictures:
    """Bands by page and number, in pixels of the screen whatever its pixel ratio."""

    def __init__(self) -> None:
        self._raster: PdfRaster | None = None
        self._scale = 0.0
        self.bands: dict[tuple[int, int], QImage] = {}

    def show(self, raster: PdfRaster | None) -> None:
        """Pictures of another document from now on, or of none."""
        self._raster, self._scale = raster, 0.0
        self.bands.clear()

    def paint(self, painter: QPainter, strip: PageStrip, offset: QPoint, view: QRect) -> bool:
        """Paint what is in view; False when some of it must wait for the next painting."""
        if self._raster is None:
            return True
        device = painter.deviceTransform()
        scale = strip.zoom * DOTS * device.m11()
        if scale != self._scale:
            self.bands.clear()
            self._scale = scale
        seen, missing = {}, 0
        until = time.perf_counter() + PATIENCE
        painter.save()
        # whole pixels of the screen, so that a ratio of 125 % blurs nothing
        painter.setWorldTransform(device.inverted()[0])
        window = device.mapRect(QRectF(view)).toAlignedRect()
        for number, place in enumerate(strip.places):
            corner = device.map(place.topLeft() + offset)
            page = QRect(corner, (self._raster.sizes[number] * scale).toSize())
            shown = page.intersected(window)
            if shown.isEmpty():
                continue
            painter.fillRect(page, Qt.GlobalColor.white)
            for band in range((shown.top() - page.top()) // BAND, (shown.bottom() - page.top()) // BAND + 1):
                picture = self.bands.get((number, band))
                if picture is None and (not missing or time.perf_counter() < until):
                    picture = self._made(number, band)
                if picture is None:
                    missing += 1
                    continue
                seen[number, band] = picture
                painter.drawImage(page.left(), page.top() + band * BAND, picture)
        painter.restore()
        self.bands = seen
        return not missing

    def _made(self, number: int, band: int) -> QImage:
        assert self._raster is not None
        rows = min(BAND, round(self._raster.sizes[number].height() * self._scale) - band * BAND)
        if self._scale >= COARSE:
            return self._raster.band(number, self._scale, band * BAND, rows)
        twice = self._raster.band(number, 2 * self._scale, 2 * band * BAND, 2 * rows)
        return twice.scaled(twice.width() // 2, rows, mode=Qt.TransformationMode.SmoothTransformation)
