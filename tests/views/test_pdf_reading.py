# SPDX-License-Identifier: MIT
"""«Slik leses den opp» tells what the finished file itself says to a screen reader, in its order."""

import re
import shutil
import subprocess
from io import BytesIO

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reports.blocks import Heading, ListBlock, Paragraph
from reports.build import render
from tests.eye import LIST, Eye, settle
from tests.reports.all_papers import documents
from tests.reports.paper_samples import document, letter, plan
from tests.tree import ROOT
from views.texts import use_language
from views.widgets.pdf_pages import PdfPages
from views.widgets.pdf_preview import PdfPreview
from views.widgets.pdf_raster import PdfRaster
from views.widgets.pdf_spoken import spoken_lines

NAME = "Slik leses den opp"


@pytest.fixture
def preview(qapp, qtbot):
    made = PdfPreview()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    settle()
    return made


def spoken(content):
    with PdfRaster(content) as raster:
        return [f"{'  ' * line.deep}{line.sentence()}" for line in spoken_lines(raster)]


def without_alt(content):
    """The same file as a careless program would have made it."""
    file = pypdf.PdfWriter(clone_from=BytesIO(content))
    arms = file.root_object["/StructTreeRoot"]["/K"]["/K"][0].get_object()
    del arms["/Alt"]
    out = BytesIO()
    file.write(out)
    return out.getvalue()


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_letter_is_told_as_agreed(qapp, agreed, language):
    use_language(language)
    agreed(
        ROOT / "tests" / "views" / "trees" / f"spoken_letter.{language}.txt", "\n".join(spoken(render(letter()))) + "\n"
    )


def test_a_table_over_several_pages_is_one_table(qapp):
    lines = spoken(render(plan(12)))
    assert lines.count("Tabell med 6 rader og 4 kolonner") == 12
    assert lines.count("    Kolonneoverskrift: Tiltak") == 12
    assert any(line.strip() == "Tom celle" for line in lines)
    assert any(line.strip() == "Bilde: Et skjold med fjell og fjord" for line in lines)


def test_a_word_over_two_lines_is_read_whole_and_an_acronym_keeps_its_hyphen(qapp):
    words = " ".join(["hjelpemiddelsentralen"] * 40)
    lines = spoken(render(document(Heading("Prøve", 1), Paragraph(words), ListBlock(("én", "to")))))
    assert f"Avsnitt: {words}" in lines
    assert "Liste med 2 punkter" in lines
    assert "  Punkt: • to" in lines


def test_a_picture_without_words_is_pointed_out(preview):
    preview.show_document(without_alt(render(letter())), "Brev")
    eye = Eye(preview)
    eye.press(NAME)
    assert eye.rows(NAME)[0] == "Bilde uten alternativ tekst"
    assert eye.says("1 bilde mangler alternativ tekst.")


@pytest.mark.slow
@pytest.mark.system
@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="needs pdfinfo (poppler)")
def test_papers_are_told_as_another_reader_tells_them(qapp, tmp_path):
    # with every fourth all kinds of blocks are met
    for name, paper in list(documents("nb").items())[::4]:
        file = tmp_path / "paper.pdf"
        file.write_bytes(render(paper))
        told = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True).stdout
        other = "".join(re.findall(r'^\s*"(.*)"$', FIGURE.sub("", told), re.MULTILINE))
        ours = "".join(words_alone(line.strip()) for line in spoken(file.read_bytes()))
        assert bare(ours) == bare(other), name


# A picture and all that is drawn in it: who listens is told its alternative text instead.
FIGURE = re.compile(r"^( *)Figure\b.*\n(?:\1 +.*\n)*", re.MULTILINE)


def words_alone(line):
    """What stands on the page and is told here: not what a picture is called, nor what the words around told."""
    kind, _, words = line.partition(": ")
    if kind.startswith(("Felt", "Boks")):
        return words.partition(" – ")[2]
    return "" if kind.startswith(("Bilde", "Lenke", "Ord på")) else words


def bare(text):
    """The letters alone: readers part words and lines each in their own way."""
    return re.sub(r"[\s\u00ad\\-]", "", text)


def test_a_chosen_line_is_marked_on_its_page(preview):
    preview.show_document(render(letter()), "Brev")
    eye = Eye(preview)
    eye.press(NAME)
    rows = eye.find(LIST, NAME)
    assert rows.hasFocus()
    before = preview.findChild(PdfPages).grab().toImage()
    eye.open_row(NAME, "Overskrift 2: Du kan klage")
    assert preview.page() == 1
    assert preview.findChild(PdfPages).grab().toImage() != before
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert not rows.isVisible()
    assert QApplication.focusWidget() is preview.findChild(PdfPages)


def test_the_panel_stands_below_where_there_is_no_room_beside(preview):
    preview.show_document(render(letter()), "Brev")
    eye = Eye(preview)
    eye.press(NAME)
    pages, rows = preview.findChild(PdfPages), eye.find(LIST, NAME)

    def corner(widget):
        return widget.mapTo(preview, widget.rect().topLeft())

    assert corner(rows).x() > corner(pages).x() + pages.width() // 2
    preview.resize(320, 600)
    settle()
    assert corner(rows).y() > corner(pages).y() + pages.height() // 2


def test_another_document_is_read_anew(preview):
    preview.show_document(render(plan(3)), "Plan")
    eye = Eye(preview)
    eye.press(NAME)
    preview.show_document(render(letter()), "Brev")
    settle()
    assert any("Du har rett til barnekoordinator" in row for row in eye.rows(NAME))
    preview.clear()
    assert not any("barnekoordinator" in row for row in eye.rows(NAME))
