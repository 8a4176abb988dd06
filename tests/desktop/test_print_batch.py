# SPDX-License-Identifier: MIT
"""Several documents go to the printer with one dialog, beside what goes on, and into a folder under neutral names."""

import time
from io import BytesIO

import pypdf
import pytest
from PySide6.QtGui import QImage, QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.print_job import parted
from desktop.print_order import Side, arranged
from desktop.printing import SystemPrinting
from desktop.settings import Settings
from models.values.trouble import Trouble
from reports.build import render
from tests.eye import settle
from tests.reports.paper_samples import letter
from tests.stand_ins import FreePulse
from views.printing import Sheets


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def window(qapp, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(monkeypatch, tmp_path):
    """The system's dialog, which says yes: to a printer that writes to a file, set up as the test asks."""

    class Dialog:
        shown, willing = 0, True
        file = tmp_path / "out.pdf"
        prepare = staticmethod(lambda printer: None)

        def exec(self, asked):
            self.shown += 1
            printer = asked.printer()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self.file))
            printer.setResolution(100)
            self.prepare(printer)
            return QPrintDialog.DialogCode.Accepted if self.willing else QPrintDialog.DialogCode.Rejected

        def pages(self):
            return pypdf.PdfReader(self.file).pages

    made = Dialog()
    monkeypatch.setattr(QPrintDialog, "exec", lambda asked: made.exec(asked))
    return made


def papers(count=2):
    return [Sheets(render(letter()), f"Dokument 2026-00{number + 1}") for number in range(count)]


def test_three_letters_come_out_after_one_question(dialog, settings, window, qtbot):
    seen = []
    job = SystemPrinting(settings).print_all(window, papers(3))
    job.progressed.connect(lambda done, total, what: seen.append((done, total, what)))
    with qtbot.waitSignal(job.succeeded, timeout=20_000) as ended:
        pass
    assert ended.args == [(0, 1, 2)]
    assert dialog.shown == 1
    assert len(dialog.pages()) == 6
    assert pypdf.PdfReader(dialog.file).metadata.title == "3 dokumenter"
    assert seen[-1][:2] == (6, 6)
    assert {what for _, _, what in seen} == {f"Dokument 2026-00{number}" for number in (1, 2, 3)}


def test_nothing_is_printed_when_the_person_thinks_better_of_it(dialog, settings, window):
    dialog.willing = False
    assert SystemPrinting(settings).print_all(window, papers()) is None
    assert SystemPrinting(settings).print(window, papers()[0].content, "Dokument 2026-001") is False
    assert not dialog.file.exists()


def test_one_document_may_be_printed_in_part_and_in_copies(dialog, settings, window, qtbot):
    def part(printer):
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString("2"))
        printer.setCopyCount(3)

    dialog.prepare = part
    job = SystemPrinting(settings).print_all(window, papers(1))
    with qtbot.waitSignal(job.succeeded, timeout=20_000):
        pass
    assert len(dialog.pages()) == 3


def test_stop_stops_and_tells_only_of_what_the_printer_got_whole(dialog, settings, window, qtbot):
    # fine enough that a fast machine does not paint two pages in one turn, and never tells of the third alone
    dialog.prepare = lambda printer: printer.setResolution(600)
    job = SystemPrinting(settings).print_all(window, papers(3))
    job.progressed.connect(lambda done, total, what: done == 3 and job.cancel())
    with qtbot.waitSignal(job.succeeded, timeout=20_000) as ended:
        pass
    # a file can not be taken back: what stands in it whole is told of
    assert ended.args == [(0,)]
    assert len(dialog.pages()) < 6


def test_stopped_before_the_first_page_nothing_was_sent(dialog, settings, window, qtbot):
    job = SystemPrinting(settings).print_all(window, papers(1))
    with qtbot.waitSignal(job.cancelled, timeout=2_000):
        job.cancel()


def test_the_window_answers_while_pages_are_made(dialog, settings, window, qtbot, qapp):
    """The longest turn takes little of the processor; how long a busy machine makes it wait says nothing."""
    dialog.prepare = lambda printer: printer.setResolution(600)
    job, ended, turns = SystemPrinting(settings).print_all(window, papers(1)), [], []
    job.succeeded.connect(ended.append)
    while not ended:
        began = time.thread_time()
        qapp.processEvents()
        turns.append(time.thread_time() - began)
    assert max(turns) < 0.15
    assert len(turns) > 10


def test_the_lock_stops_what_is_under_way(dialog, settings, window, workspace, qtbot):
    job = SystemPrinting(settings, workspace.closing).print_all(window, papers(3))
    with qtbot.waitSignal(job.progressed, timeout=20_000):
        pass
    workspace.closing.emit()
    done = len(dialog.pages())
    settle()
    assert len(dialog.pages()) == done < 6


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_will_not_is_told_and_nothing_counts_as_printed(dialog, settings, window, qtbot, tmp_path):
    dialog.file = tmp_path / "no such folder" / "out.pdf"
    job = SystemPrinting(settings).print_all(window, papers())
    with qtbot.waitSignal(job.failed, timeout=20_000) as ended:
        pass
    assert isinstance(ended.args[0], Trouble)


def test_both_sides_are_used_until_another_choice_is_remembered(settings, tmp_path):
    assert settings.choices.two_sided == "long"
    settings.change(two_sided="short")
    assert Settings(tmp_path / "settings.json").choices.two_sided == "short"
    assert settings.change(two_sided="sideways").two_sided == "long"


def test_two_sided_each_document_and_each_copy_begins_on_a_new_sheet():
    order = arranged([range(3), range(2), range(1)], two_sided=True)
    assert [(side.paper, side.page) for side in order[::2]] == [(0, 0), (0, 2), (1, 0), (2, 0)]
    assert order[3] == Side(0, None)
    twice = arranged([range(1)], two_sided=True, copies=2)
    assert twice == [Side(0, 0), Side(0, None), Side(0, 0)]
    assert len(arranged([range(3)], two_sided=True, backwards=True)) == 4
    assert arranged([range(2), range(1)]) == [Side(0, 0), Side(0, 1), Side(1, 0)]


def test_a_page_that_lies_down_and_one_that_stands_come_out_as_they_are(dialog, settings, window, qtbot):
    lying = rotated(render(letter()))
    job = SystemPrinting(settings).print_all(window, [Sheets(lying, "En"), Sheets(render(letter()), "To")])
    with qtbot.waitSignal(job.succeeded, timeout=20_000):
        pass
    shapes = [page.mediabox.width > page.mediabox.height for page in dialog.pages()]
    assert shapes == [True, True, False, False]


def rotated(content):
    """The same pages lying down."""
    file = pypdf.PdfWriter(clone_from=BytesIO(content))
    for page in file.pages:
        page.rotate(90)
    out = BytesIO()
    file.write(out)
    return out.getvalue()


def test_no_seam_goes_through_a_letter():
    band = QImage(10, 8, QImage.Format.Format_RGB32)
    band.fill(0xFFFFFFFF)
    for row in (1, 2, 5, 7):
        band.setPixel(3, row, 0xFF000000)
    assert parted(band, last=True) == ([(1, 8)], 8)
    assert parted(band, last=False) == ([(1, 6)], 6)
    for row in range(8):
        band.setPixel(3, row, 0xFF000000)
    assert parted(band, last=False) == ([(0, 8)], 8)


def test_many_are_saved_in_one_folder_and_write_over_nothing(window, settings, tmp_path, monkeypatch):
    folder = tmp_path / "ut"
    folder.mkdir()
    (folder / "Dokument 2026-001.pdf").write_bytes(b"here already")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    same = [*papers(2), Sheets(b"a copy to another", "Dokument 2026-002")]
    task = SystemPrinting(settings).save_all(window, same)
    assert task(FreePulse()).places == (0, 1, 2)
    names = {path.name for path in folder.iterdir()}
    assert names == {f"Dokument 2026-00{name}.pdf" for name in ("1", "1 (2)", "2", "2 (2)")}
    assert (folder / "Dokument 2026-001.pdf").read_bytes() == b"here already"


def test_what_was_saved_before_the_stop_or_the_full_disk_is_told(window, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    task = SystemPrinting(settings).save_all(window, papers(3))
    assert task(FreePulse(stop_at=2)).places == (0, 1)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "gone"))
    kept = SystemPrinting(settings).save_all(window, papers(3))(FreePulse())
    assert kept.places == ()
    assert kept.trouble.key == "trouble.document_not_written"


def test_no_folder_no_files(window, settings, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert SystemPrinting(settings).save_all(window, papers()) is None
