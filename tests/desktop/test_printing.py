# SPDX-License-Identifier: MIT
"""Documents are printed page by page as asked for, under a neutral name, and saved whole."""

from io import BytesIO

import pypdf
import pytest
from PIL import Image
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter

from desktop.chosen_file import write_chosen
from desktop.print_job import Painting
from desktop.print_order import sides
from desktop.printing import file_name, make_printer
from models.values.trouble import Trouble
from reports.build import render
from tests.reports.paper_samples import letter, plan
from views.widgets.pdf_raster import PdfRaster


def print_to(file, content, prepare=lambda printer: None, current=0):
    """What comes out of a printer that prints to a file."""
    with PdfRaster(content) as raster:
        printer = make_printer(raster, "Dokument 2026-014")
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        printer.setResolution(100)
        prepare(printer)
        Painting(printer, [raster], sides(printer, [len(raster)], current)).to_the_end()
        name = printer.docName()
    return name, pypdf.PdfReader(file)


def words_on(content, page):
    with PdfRaster(content) as raster:
        image = raster.image(page, 0.5)
    return bytes(image.constBits())


def test_all_pages_are_printed_under_the_neutral_name(qapp, tmp_path):
    content = render(letter())
    name, printed = print_to(tmp_path / "out.pdf", content)
    assert name == "Dokument 2026-014"
    assert printed.metadata.title == "Dokument 2026-014"
    assert len(printed.pages) == 2
    width, height = printed.pages[0].mediabox.upper_right
    assert (round(float(width)), round(float(height))) == (595, 842)


def test_the_printed_page_looks_like_the_page(qapp, tmp_path):
    content = render(letter())
    print_to(tmp_path / "out.pdf", content)
    before, after = (
        Image.frombytes("RGBA", (298, 421), data[: 298 * 421 * 4]).convert("L").resize((30, 42))
        for data in (words_on(content, 0), words_on((tmp_path / "out.pdf").read_bytes(), 0))
    )
    differences = [abs(a - b) for a, b in zip(before.tobytes(), after.tobytes(), strict=True)]
    assert max(differences) < 60
    assert min(before.tobytes()) < 200


@pytest.mark.parametrize(
    ("prepare", "current", "count"),
    [
        (
            lambda p: (p.setPrintRange(QPrinter.PrintRange.PageRange), p.setPageRanges(QPageRanges.fromString("2-3"))),
            0,
            2,
        ),
        (
            lambda p: (p.setPrintRange(QPrinter.PrintRange.PageRange), p.setPageRanges(QPageRanges.fromString("1,4"))),
            0,
            2,
        ),
        (lambda p: (p.setPrintRange(QPrinter.PrintRange.PageRange), p.setFromTo(3, 3)), 0, 1),
        (lambda p: p.setPrintRange(QPrinter.PrintRange.CurrentPage), 2, 1),
        (lambda p: p.setPrintRange(QPrinter.PrintRange.AllPages), 0, None),
    ],
)
def test_the_range_of_pages_is_kept(qapp, tmp_path, prepare, current, count):
    content = render(plan(12))
    whole = len(pypdf.PdfReader(BytesIO(content)).pages)
    _, printed = print_to(tmp_path / "out.pdf", content, prepare, current)
    assert len(printed.pages) == (count or whole)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_will_not_is_a_trouble_with_words(qapp, tmp_path):
    with pytest.raises(Trouble) as trouble:
        print_to(tmp_path / "no such folder" / "out.pdf", render(letter()))
    assert trouble.value.key == "trouble.not_printed"


def test_a_file_takes_its_place_whole(tmp_path):
    file = tmp_path / "Dokument 2026-014.pdf"
    file.write_bytes(b"old")
    write_chosen(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_that_can_not_be_written_leaves_nothing_behind(tmp_path):
    taken = tmp_path / "Dokument.pdf"
    taken.mkdir()
    with pytest.raises(Trouble) as trouble:
        write_chosen(taken, b"new")
    assert trouble.value.key == "trouble.document_not_written"
    assert list(tmp_path.iterdir()) == [taken]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Dokument 2026-014", "Dokument 2026-014.pdf"),
        ("a/b\\c:d", "a-b-c-d.pdf"),
        ("../..", "-.pdf"),
        ("", "Dokument.pdf"),
    ],
)
def test_a_name_fits_any_system(name, file):
    assert file_name(name) == file
