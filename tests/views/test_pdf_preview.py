# SPDX-License-Identifier: MIT
"""The preview shows a finished document as paper and as text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reports.build import render
from reports.plain import plain
from tests.eye import PRESSABLE, Eye, settle
from tests.reports.paper_samples import letter, plan
from tests.views.screen import dress
from views.texts import use_language
from views.widgets.pdf_pages import PdfPages
from views.widgets.pdf_preview import PdfPreview


@pytest.fixture
def preview(qapp, qtbot):
    dress(qapp)
    made = PdfPreview()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    settle()
    return made


def pages(preview):
    return preview.findChild(PdfPages)


def press(preview, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(pages(preview), key, modifier)
    settle()


def darkest_and_lightest(widget):
    image = widget.grab().toImage()
    greys = [image.pixelColor(x, y).lightness() for x in range(100, 500, 3) for y in range(60, 500, 3)]
    return min(greys), max(greys)


def test_a_document_is_shown_with_its_name_and_its_words(preview):
    preview.show_document(render(letter()), "Dokument 2026-014", plain(letter()))
    eye = Eye(preview)
    assert eye.sees("Forhåndsvisning av Dokument 2026-014")
    assert eye.says("Du har rett til barnekoordinator for Biret Márjá")
    assert eye.says("Side 1 av 2")
    dark, light = darkest_and_lightest(preview)
    assert dark < 80
    assert light == 255


@pytest.mark.slow
@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_paper_stays_white_in_every_look(preview, qapp, look):
    dress(qapp, look)
    preview.show_document(render(letter()), "Dokument 2026-014")
    settle()
    assert darkest_and_lightest(preview)[1] == 255
    dress(qapp)


def test_without_a_text_the_words_come_from_the_file(preview):
    preview.show_document(render(letter()), "Dokument 2026-014")
    assert Eye(preview).says("habiliteringstjenesten og hjelpemiddelsentralen")


def test_the_keyboard_turns_pages(preview):
    turned = []
    preview.page_turned.connect(turned.append)
    preview.show_document(render(plan(12)), "Plan")
    for _ in range(4):
        press(preview, Qt.Key.Key_PageDown)
    assert preview.page() >= 1
    press(preview, Qt.Key.Key_End)
    assert preview.page() == preview.page_count() - 1
    press(preview, Qt.Key.Key_PageUp)
    press(preview, Qt.Key.Key_Home)
    assert preview.page() == 0
    assert turned[-1] == 0


def test_the_keyboard_zooms_and_fits(preview):
    preview.show_document(render(letter()), "Brev")
    settle()
    fitted = pages(preview).zoom()
    press(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pages(preview).zoom() > fitted
    press(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    press(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert pages(preview).zoom() < fitted
    press(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pages(preview).zoom() == fitted


def test_buttons_zoom_too_and_tell_the_size(preview):
    preview.show_document(render(letter()), "Brev")
    eye = Eye(preview)
    eye.press("Større")
    assert eye.says(f"{round(pages(preview).zoom() * 100)} %")


def test_only_pages_in_view_are_painted(preview):
    preview.show_document(render(plan(20)), "Plan")
    settle()
    assert preview.page_count() > 6
    press(preview, Qt.Key.Key_End)
    preview.grab()
    in_view = {page for page, _ in pages(preview).pictures.bands}
    assert 1 <= len(in_view) <= 2
    assert preview.page_count() - 1 in in_view


def test_the_document_can_be_read_as_text(preview):
    preview.show_document(render(letter()), "Brev", plain(letter()))
    eye = Eye(preview)
    eye.press("Vis som tekst")
    assert eye.sees("Brev som tekst")
    eye.press("Vis som sider")
    assert eye.sees("Forhåndsvisning av Brev")


def test_another_document_takes_the_place_of_the_first(preview):
    preview.show_document(render(plan(12)), "Plan")
    press(preview, Qt.Key.Key_End)
    preview.show_document(render(letter()), "Brev")
    assert (preview.page(), preview.page_count()) == (0, 2)


def test_nothing_is_kept_of_a_document_that_is_cleared(preview):
    preview.show_document(render(letter()), "Brev")
    preview.clear()
    settle()
    eye = Eye(preview)
    assert eye.sees("Ikke noe dokument å vise")
    assert not eye.says("Biret")
    assert preview.page_count() == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", ("Søk", "Slik leses den opp", "Vis som tekst")), ("nn", ("Slik blir det lese opp", "Vis som tekst"))],
)
def test_no_button_loses_its_words_in_a_narrow_pane(qapp, qtbot, language, words):
    use_language(language)
    narrow = PdfPreview()
    qtbot.addWidget(narrow)
    narrow.resize(280, 600)
    narrow.show()
    narrow.show_document(render(letter()), "Dokument 2026-014")
    settle()
    for name in words:
        found = Eye(narrow).find(PRESSABLE, name)
        assert found.width() >= found.sizeHint().width()
        assert narrow.rect().contains(found.mapTo(narrow, found.rect().bottomRight()))
