# SPDX-License-Identifier: MIT
"""Words are found in the finished pages, shown where they stand, and gone through with the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reports.blocks import Column, Heading, Paragraph, Table
from reports.build import render
from tests.eye import TEXT, Eye, settle
from tests.reports.paper_samples import document, letter, plan
from views.widgets.pdf_pages import PdfPages
from views.widgets.pdf_preview import PdfPreview
from views.widgets.pdf_raster import PdfRaster

FIELD = "Søk i dokumentet"


@pytest.fixture
def preview(qapp, qtbot):
    made = PdfPreview()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    settle()
    return made


def sought(preview, words):
    """Ctrl+F and these words; gives the eye on the preview."""
    press(preview.findChild(PdfPages), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), words)
    settle()
    return Eye(preview)


def press(where, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(where, key, modifier)
    settle()


def test_hits_are_counted_and_gone_through(preview):
    preview.show_document(render(letter()), "Brev")
    eye = sought(preview, "barnekoordinator")
    assert eye.says("1 av 7")
    field = eye.find(TEXT, FIELD)
    press(field, Qt.Key.Key_F3)
    assert eye.says("2 av 7")
    press(field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    press(field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert eye.says("7 av 7")
    assert preview.page() == 1
    press(field, Qt.Key.Key_Return)
    assert eye.says("1 av 7")
    eye.press("Forrige treff")
    assert eye.says("7 av 7")


def test_a_hit_is_marked_where_it_stands(preview):
    preview.show_document(render(letter()), "Brev")
    plain = preview.findChild(PdfPages).grab().toImage()
    sought(preview, "Telefon")
    marked = preview.findChild(PdfPages).grab().toImage()
    assert marked.size() != plain.size() or marked != plain
    with PdfRaster(render(letter())) as raster:
        ((box,),) = raster.find(0, "telefon")
    assert 70 < box.left() < 75
    assert 25 < box.width() < 35


def test_esc_takes_search_and_marks_away_and_gives_the_pages_the_focus(preview):
    preview.show_document(render(letter()), "Brev")
    eye = sought(preview, "barn")
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not eye.sees(FIELD)
    assert QApplication.focusWidget() is preview.findChild(PdfPages)


def test_what_is_not_there_is_said(preview):
    preview.show_document(render(letter()), "Brev")
    eye = sought(preview, "hytte")
    assert eye.says("Ingen treff")
    assert eye.find(TEXT, FIELD).text() == "hytte"


@pytest.mark.parametrize("words", ["rådgivningstjeneste", "RÅDGIVNINGSTJENESTE", "Rådgivnings-tjeneste og lang"])
def test_line_ends_hyphens_and_capitals_make_no_difference(qapp, words):
    cells = ("Samtale", "Pedagogisk rådgivningstjeneste og lang rekke ord", "", "")
    columns = tuple(Column(head, 1) for head in ("Tiltak", "Hvem", "Frist", "Status"))
    with PdfRaster(render(document(Heading("Prøve", 1), Table(columns, (cells,))))) as raster:
        assert "\x02" in raster.words(0).letters, "the sample parts no word"
        (boxes,) = raster.find(0, words)
    assert len(boxes) > 1, "a word over two lines is marked on both"


def test_words_that_go_on_on_the_next_line_are_found(qapp):
    long = Paragraph("Vi har hatt mange møter om skole og fritid denne våren og bestemt noe nytt i dag. " * 3)
    with PdfRaster(render(document(Heading("Prøve", 1), long))) as raster:
        assert len(raster.find(0, "våren og bestemt noe nytt i dag")) == 3
        assert raster.find(0, "  ") == []


def test_another_document_is_searched_for_the_same_words(preview):
    preview.show_document(render(plan(6)), "Plan")
    eye = sought(preview, "Marte Hauge")
    preview.show_document(render(letter()), "Brev")
    settle()
    assert eye.says("1 av 5")
    preview.clear()
    assert not eye.sees(FIELD)


def test_a_page_is_reached_by_its_number(preview):
    preview.show_document(render(plan(12)), "Plan")
    field = Eye(preview).find(TEXT, "Gå til side")
    field.setFocus()
    QTest.keyClicks(field, "3")
    press(field, Qt.Key.Key_Return)
    assert preview.page() == 2
    assert field.text() == "3"
    field.selectAll()
    QTest.keyClicks(field, "999")
    press(field, Qt.Key.Key_Return)
    assert preview.page() == preview.page_count() - 1
    press(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is preview.findChild(PdfPages)
