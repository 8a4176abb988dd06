# SPDX-License-Identifier: MIT
"""The hand that writes a mark into every field, and the printer and folder that are the person's own."""

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from desktop.chosen_file import write_chosen
from desktop.print_job import Painting, PrintJob
from desktop.print_order import sides
from desktop.printing import make_printer
from tests.eye import Eye, settle
from views.widgets.pdf_raster import PdfRaster

LONGEST = 60_000


class SavingAll:
    """A printer and a folder of the person's own: what she prints and saves is hers to keep."""

    def __init__(self, place):
        self._place, self._count = place, 0

    def print(self, parent, content, name, page=0):
        with PdfRaster(content) as raster:
            printer = self._printer(raster, name)
            Painting(printer, [raster], sides(printer, [len(raster)], page)).to_the_end()
        return True

    def print_all(self, parent, papers, page=0):
        rasters = [PdfRaster(paper.content) for paper in papers]
        printer = self._printer(rasters[0], papers[0].name)
        order = sides(printer, [len(raster) for raster in rasters], page)
        self._job = PrintJob(printer, rasters, [paper.name for paper in papers], order)
        self._job.start()
        return self._job

    def save(self, parent, content, name, ending=".pdf"):
        path = self._next(name, "saved")
        write_chosen(path, content)
        return path

    def _printer(self, raster, name):
        printer = make_printer(raster, name)
        printer.setOutputFileName(str(self._next(name, "printed")))
        printer.setResolution(72)
        return printer

    def _next(self, name, how):
        self._count += 1
        return self._place / f"{self._count}-{name}.{how}.pdf"


class MarkedHand:
    """Writes the mark and a number of its own into every field in which words can be written."""

    def __init__(self, program, mark):
        self.program, self.eye, self._mark, self.count = program, Eye(program.frame), mark, 0
        self.secrets = []

    def marked(self):
        self.count += 1
        return f"{self._mark}{self.count}"

    def open(self, page, **place):
        self.program.sitting.main.navigator.open(page, **place)
        settle()

    def waits(self, done):
        """Until this is so; a job beside the window is at it."""
        limit = QDeadlineTimer(LONGEST)
        while not done():
            assert not limit.hasExpired(), self.eye.tree()
            QTest.qWait(20)

    def fill(self):
        """Every empty field on the page; dates and people are chosen, not written."""
        for field in self._fields():
            name = field.accessibleName()
            if not name or self.eye.sees(f"Velg i kalender: {name}") or name == "Koordinator":
                continue
            field.setFocus(Qt.FocusReason.TabFocusReason)
            self.eye.write(name, self.marked())
        settle()

    def register(self):
        """The form for a new family, with every field filled; gives the family."""
        self.open("new_family")
        self.eye.write("Fødselsdato", "140419")
        self.eye.choose("Forhold til barnet", "Mor")
        self.fill()
        self.eye.press("Opprett")
        return self.program.sitting.main.stage.stop_in_view().place["id"]

    def write_a_note(self, family):
        self.begin_a_note(family)
        self.eye.press("Lagre notatet")
        settle()

    def begin_a_note(self, family):
        """A note with every field filled, and not kept."""
        self.open("family", id=family, tab="journal")
        self.eye.press("Nytt notat")
        self.fill()

    def _fields(self):
        stage = self.program.sitting.main
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
            for field in stage.findChildren(kind):
                if field.isVisible() and field.isEnabled() and not field.isReadOnly() and not field.signalsBlocked():
                    empty = field.text() if kind is QLineEdit else field.toPlainText()
                    if not empty:
                        yield field
