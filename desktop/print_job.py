# SPDX-License-Identifier: MIT
"""Prints documents band by band on the window's own thread, so that the window never waits; with progress and stop."""

import time
from collections.abc import Generator, Iterator, Sequence

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.print_order import Side
from models.values.trouble import Trouble
from views.widgets.pdf_raster import PdfRaster

# Finer than this no eye sees, and a page at 1200 dots would take half a gigabyte.
FINEST = 300
# So many pixels are made at a time, and painted at a time where the page can be parted.
BAND, PIECE = 600_000, 250_000
# So long may one turn take, in seconds.
PATIENCE = 0.01


class Painting:
    """Paints sides on a printer, a band at each step; `sides_done` tells how far it has come."""

    def __init__(self, printer: QPrinter, papers: Sequence[PdfRaster], sides: Sequence[Side]) -> None:
        self._printer, self._papers, self.sides = printer, papers, sides
        self.sides_done = 0
        self._painter = QPainter()
        self._steps = self._paint()

    def step(self) -> bool:
        """Paint one band; False when everything is with the printer."""
        return next(self._steps, None) is not None

    def to_the_end(self) -> None:
        """Paint all of it now."""
        while self.step():
            pass

    def abort(self) -> tuple[int, ...]:
        """Stop here; tells the documents that the printer got whole and will not let go of."""
        self._steps.close()
        if not self._painter.isActive():
            return ()
        taken_back = self._printer.abort()
        self._painter.end()
        if taken_back:
            return ()
        waiting = {side.paper for side in self.sides[self.sides_done :] if side.page is not None}
        return tuple(sorted({side.paper for side in self.sides[: self.sides_done]} - waiting))

    def _paint(self) -> Generator[int, None, None]:
        if self.sides:
            self._turn(self.sides[0])
        if not self.sides or not self._painter.begin(self._printer):
            raise Trouble("trouble.not_printed")
        for at, side in enumerate(self.sides):
            if at:
                self._turn(side)
                if not self._printer.newPage():
                    self._printer.abort()
                    self._painter.end()
                    raise Trouble("trouble.not_printed")
            if side.page is not None:
                yield from self._bands(self._papers[side.paper], side.page)
            self.sides_done = at + 1
            yield self.sides_done
        if not self._painter.end():
            raise Trouble("trouble.not_printed")

    def _turn(self, side: Side) -> None:
        """A page that lies down lies on paper that does."""
        if side.page is None:
            return
        size = self._papers[side.paper].sizes[side.page]
        way = QPageLayout.Orientation
        self._printer.setPageOrientation(way.Landscape if size.width() > size.height() else way.Portrait)

    def _bands(self, paper: PdfRaster, page: int) -> Iterator[int]:
        """The page as large as the paper takes it, in whole dots of the printer; what is white is left alone."""
        resolution, size = self._printer.resolution(), paper.sizes[page]
        sheet = self._printer.pageLayout().fullRectPixels(resolution)
        dots = max(1, resolution // FINEST)
        scale = min(sheet.width() / size.width(), sheet.height() / size.height()) / dots
        width, height = max(1, round(size.width() * scale)), max(1, round(size.height() * scale))
        left, top = (sheet.width() - width * dots) // 2, (sheet.height() - height * dots) // 2
        row = 0
        while row < height:
            band = paper.band(page, scale, row, min(max(1, BAND // width), height - row))
            yield self.sides_done
            pieces, used = parted(band, last=row + band.height() == height)
            for first, end in pieces:
                where = QRect(left, top + (row + first) * dots, width * dots, (end - first) * dots)
                self._painter.drawImage(where, band.copy(0, first, width, end - first))
                yield self.sides_done
            row += used


class PrintJob(QObject):
    """One print that is under way, as the job strip follows it."""

    progressed = Signal(int, int, str)
    # the places of the documents that were really sent
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self, printer: QPrinter, papers: Sequence[PdfRaster], names: Sequence[str], sides: Sequence[Side]
    ) -> None:
        super().__init__()
        self._papers, self._names = papers, names
        self._painting = Painting(printer, papers, sides)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._told = -1

    def start(self) -> None:
        """Begin when the window has had its turn."""
        self._timer.start()

    def cancel(self) -> None:
        """Stop at once, and tell what is with the printer all the same."""
        if not self._timer.isActive():
            return
        sent = self._painting.abort()
        self._close()
        self.succeeded.emit(sent) if sent else self.cancelled.emit()

    def _go_on(self) -> None:
        until = time.perf_counter() + PATIENCE
        try:
            while more := self._painting.step():
                if time.perf_counter() > until:
                    break
        except Trouble as wrong:
            self._close()
            self.failed.emit(wrong)
            return
        self._tell()
        if not more:
            self._close()
            self.succeeded.emit(tuple(range(len(self._papers))))

    def _tell(self) -> None:
        done, sides = self._painting.sides_done, self._painting.sides
        if done != self._told:
            self._told = done
            self.progressed.emit(done, len(sides), self._names[sides[min(done, len(sides) - 1)].paper])

    def _close(self) -> None:
        self._timer.stop()
        for paper in self._papers:
            paper.close()


def parted(band: QImage, *, last: bool) -> tuple[list[tuple[int, int]], int]:
    """Rows to paint, and how many are done with: parted in white rows, so that no seam goes through a letter."""
    length, whole = band.bytesPerLine(), bytes(band.constBits())
    blank = b"\xff" * length
    inked = [whole[at : at + length] != blank for at in range(0, len(whole), length)]
    end = len(inked)
    if not last:
        # what goes on below is made again with the next band, unless it is taller than a band
        end = next((row for row in range(end - 1, 0, -1) if not inked[row]), end)
    pieces: list[tuple[int, int]] = []
    for row in range(end):
        if not inked[row]:
            continue
        if pieces and (inked[row - 1] or (row - pieces[-1][0]) * band.width() < PIECE):
            pieces[-1] = (pieces[-1][0], row + 1)
        else:
            pieces.append((row, row + 1))
    return pieces, end
