# SPDX-License-Identifier: MIT
"""Prints finished documents through the system's dialog, and saves them where the person chooses."""

import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSizeF, SignalInstance
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.chosen_file import write_chosen
from desktop.jobs import Cancelled
from desktop.print_job import Painting, PrintJob
from desktop.print_order import sides
from desktop.settings import Settings
from models.values.trouble import Trouble
from views.printing import Kept, Sheets
from views.texts import t
from views.widgets.pdf_raster import PdfRaster
from views.workspace import Pulse

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
DUPLEX = {
    "off": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}


class SystemPrinting:
    """Printing as the rest of the program asks for it (views.printing.Printing); `closing` stops what is under way."""

    def __init__(self, settings: Settings, closing: SignalInstance | None = None) -> None:
        self._settings, self._closing = settings, closing
        self._jobs: set[PrintJob] = set()

    def print(self, parent: QWidget, content: bytes, name: str, page: int = 0) -> bool:
        """Ask how and print under a neutral name; False when the person cancels."""
        with PdfRaster(content) as raster:
            printer = make_printer(raster, name, self._settings.choices.two_sided)
            if not self._asked(parent, printer, [raster], name):
                return False
            Painting(printer, [raster], sides(printer, [len(raster)], page)).to_the_end()
        return True

    def print_all(self, parent: QWidget, papers: Sequence[Sheets], page: int = 0) -> PrintJob | None:
        """Ask once, and print all of them in one piece beside what goes on."""
        name = papers[0].name if len(papers) == 1 else t("printing.several", n=len(papers))
        with ExitStack() as opened:
            rasters = [opened.enter_context(PdfRaster(one.content)) for one in papers]
            printer = make_printer(rasters[0], name, self._settings.choices.two_sided)
            if not self._asked(parent, printer, rasters, name):
                return None
            opened.pop_all()
        order = sides(printer, [len(raster) for raster in rasters], page)
        job = PrintJob(printer, rasters, [one.name for one in papers], order)
        self._jobs.add(job)
        for ended in (job.succeeded, job.failed, job.cancelled):
            ended.connect(lambda *_: self._jobs.discard(job))
        if self._closing is not None:
            self._closing.connect(job.cancel)
        job.start()
        return job

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

    def save_all(self, parent: QWidget, papers: Sequence[Sheets]) -> Callable[[Pulse], Kept] | None:
        """Ask for a folder; None when the person cancels."""
        chosen = QFileDialog.getExistingDirectory(parent, t("printing.folder_title", n=len(papers)))
        return partial(save_into, folder=Path(chosen), papers=tuple(papers)) if chosen else None

    def _asked(self, parent: QWidget, printer: QPrinter, papers: Sequence[PdfRaster], name: str) -> bool:
        """The system's dialog; what was chosen there on both sides of the paper is remembered."""
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(t("printing.title", name=name))
        if len(papers) == 1:
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
            dialog.setMinMax(1, len(papers[0]))
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return False
        chosen = next((name for name, mode in DUPLEX.items() if mode == printer.duplex()), "")
        if chosen and DUPLEX["long"] in QPrinterInfo(printer).supportedDuplexModes():
            self._settings.change(two_sided=chosen)
        return True


def save_into(pulse: Pulse, folder: Path, papers: Sequence[Sheets]) -> Kept:
    """Write each document in the folder; what is written when the person stops, or the disk does, stays there."""
    kept: list[int] = []
    try:
        for at, paper in enumerate(papers):
            pulse.at(at, len(papers), paper.name)
            write_chosen(_free(folder, file_name(paper.name, paper.ending)), paper.content)
            kept.append(at)
    except Cancelled:
        pass
    except Trouble as wrong:
        return Kept(tuple(kept), wrong)
    return Kept(tuple(kept))


def _free(folder: Path, name: str) -> Path:
    """A name that nothing in the folder has; a file that is there is never written over."""
    wanted = folder / name
    path, number = wanted, 2
    while path.exists():
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
    return path


def file_name(name: str, ending: str = ".pdf") -> str:
    """The name as a file may be called on any system."""
    return f"{_UNFIT.sub('-', name).strip(' .') or 'Dokument'}{ending}"


def make_printer(raster: PdfRaster, name: str, two_sided: str = "long") -> QPrinter:
    """A printer set up for this document's paper, whose queue shows the neutral name alone."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("Laget")
    printer.setFullPage(True)
    printer.setDuplex(DUPLEX[two_sided])
    if len(raster):
        _set_paper(printer, raster.sizes[0])
    return printer


def _set_paper(printer: QPrinter, size: QSizeF) -> None:
    tall = size if size.height() >= size.width() else size.transposed()
    printer.setPageSize(QPageSize(tall, QPageSize.Unit.Point))
    landscape = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait)
