# SPDX-License-Identifier: MIT
"""Prints finished documents through the system's dialog, and saves them where the person chooses."""

import re
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.chosen_file import write_chosen
from models.values.trouble import Trouble
from views.texts import t
from views.widgets.pdf_raster import PdfRaster

# Finer than this no eye sees, and a page at 1200 dots would take half a gigabyte.
FINEST = 300
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


class SystemPrinting:
    """Printing as the rest of the program asks for it (views.printing.Printing)."""

    def print(self, parent: QWidget, content: bytes, name: str, page: int = 0) -> bool:
        """Ask how and print under a neutral name; False when the person cancels."""
        with PdfRaster(content) as raster:
            printer = make_printer(raster, name)
            dialog = QPrintDialog(printer, parent)
            dialog.setWindowTitle(t("printing.title", name=name))
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
            dialog.setMinMax(1, len(raster))
            if dialog.exec() != QPrintDialog.DialogCode.Accepted:
                return False
            paint(printer, raster, page)
        return True

    def save(self, parent: QWidget, content: bytes, name: str, ending: str = ".pdf") -> Path | None:
        """Ask where, and write the whole file there; None when the person cancels."""
        chosen, _ = QFileDialog.getSaveFileName(
            parent, t("printing.save_title", name=name), file_name(name, ending), t("printing.files", ending=ending)
        )
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")
        write_chosen(path, content)
        return path


def file_name(name: str, ending: str = ".pdf") -> str:
    """The name as a file may be called on any system."""
    return f"{_UNFIT.sub('-', name).strip(' .') or 'Dokument'}{ending}"


def make_printer(raster: PdfRaster, name: str) -> QPrinter:
    """A printer set up for this document's paper, whose queue shows the neutral name alone."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("Laget")
    printer.setFullPage(True)
    if len(raster):
        _set_paper(printer, raster.sizes[0])
    return printer


def paint(printer: QPrinter, raster: PdfRaster, current: int = 0) -> None:
    """Print the pages that are asked for, each filling its paper."""
    wanted = pages_wanted(printer, len(raster), current)
    painter = QPainter()
    if not wanted or not painter.begin(printer):
        raise Trouble("trouble.not_printed")
    dots = min(FINEST, printer.resolution())
    for place, number in enumerate(wanted):
        if place and not printer.newPage():
            painter.end()
            raise Trouble("trouble.not_printed")
        area = QRectF(painter.viewport())
        if not printer.fullPage():
            area = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
        painter.drawImage(area, raster.image(number, dots / 72))
    if not painter.end():
        raise Trouble("trouble.not_printed")


def pages_wanted(printer: QPrinter, count: int, current: int = 0) -> list[int]:
    """The numbers of the pages to print, from 0, in the order of printing."""
    kind = QPrinter.PrintRange
    if printer.printRange() == kind.CurrentPage:
        return [current] if current < count else []
    pages = list(range(count))
    ranges = printer.pageRanges()
    if printer.printRange() == kind.PageRange and not ranges.isEmpty():
        pages = [number for number in pages if ranges.contains(number + 1)]
    return pages[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else pages


def _set_paper(printer: QPrinter, size: QSizeF) -> None:
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
    landscape = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait)
