# SPDX-License-Identifier: MIT
"""Fields while a letter is written: offered after «{», filled in on paper, told when wrong; and how the text reads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.queries.documents import document_list, letter_about
from models.records.document import DocumentState
from tests.eye import TEXT, settle
from tests.views.documents.letters import drafted
from views.form.letter_text import fault_lines
from views.widgets.rows import RowList

KEY = Qt.Key
FIELD = "Når svaret kommer"
LEAD = "Det viktigste"


def offered():
    """The list below the caret, if it is shown."""
    lists = [one for one in QApplication.allWidgets() if isinstance(one, RowList) and one.isVisible()]
    found = [one for one in lists if one.accessibleName() == "Felt som fyller seg selv"]
    return [found[0].model().index(row, 0).data() for row in range(found[0].model().rowCount())] if found else []


@pytest.fixture
def letter(documents, haugen, desk):
    """A draft in view: its id, the page and the eye on it."""
    letter_id = drafted(desk, haugen)
    page, eye = documents(haugen)
    page.open_document(letter_id)
    settle()
    return letter_id, page, eye


def test_fields_are_offered_by_keyboard_and_come_filled_in_on_paper(letter, qtbot):
    _, _, eye = letter
    eye.write(LEAD, "Hei, {fam")
    assert offered() == ["familien"]
    eye.key(KEY.Key_Return)
    assert eye.find(TEXT, LEAD).toPlainText() == "Hei, {familien}"
    QTest.keyClicks(eye.find(TEXT, LEAD), " og {barn")
    assert offered() == ["barnets fornavn", "barnets navn"]
    eye.key(KEY.Key_Down)
    eye.key(KEY.Key_Tab)
    assert eye.find(TEXT, LEAD).toPlainText() == "Hei, {familien} og {barnets navn}"
    assert offered() == []
    assert eye.focus() == LEAD
    qtbot.waitUntil(lambda: eye.says("Hei, familien Haugen og Emil Haugen"), timeout=20_000)


def test_escape_puts_the_list_away_and_a_field_without_a_value_is_not_offered(letter):
    _, _, eye = letter
    eye.write(FIELD, "{")
    assert "barnets fornavn" in offered()
    assert "koordinator" not in offered()
    eye.key(KEY.Key_Escape)
    assert offered() == []
    assert eye.find(TEXT, FIELD).toPlainText() == "{"


def test_a_wrong_field_is_told_beside_the_text_kept_and_stops_finishing_until_it_is_mended(letter, desk, haugen, qtbot):
    letter_id, page, eye = letter
    eye.write(FIELD, "Hei {barnets navnn}!")
    said = "Feltet {barnets navnn} finnes ikke. Mente du {barnets navn}?"
    qtbot.waitUntil(lambda: said in eye.find(TEXT, FIELD).accessibleDescription(), timeout=20_000)
    page.flush()
    assert desk.read(letter_about, letter_id).texts == {"answer": "Hei {barnets navnn}!"}
    eye.press("Ferdigstill brevet")
    assert eye.says(said)
    assert desk.read(document_list, haugen.id)[0].state is DocumentState.DRAFT
    eye.write(FIELD, "Hei {barnets navn}!")
    eye.press("Ferdigstill brevet")
    assert desk.read(document_list, haugen.id)[0].state is DocumentState.FINAL


def test_a_page_of_wrong_fields_is_told_by_the_first_few():
    assert len(fault_lines("".join(f"{{felt {number}}}" for number in range(1_000)), {}, "nb")) == 10


@pytest.mark.slow
def test_a_field_left_open_is_told(letter, qtbot):
    _, _, eye = letter
    eye.write(FIELD, "Hei {barnets navn")
    eye.key(KEY.Key_Escape)
    eye.leave()
    qtbot.waitUntil(lambda: eye.says("Feltet {barnets navn er ikke avsluttet. Skriv } etter navnet."), timeout=20_000)


def test_long_sentences_and_heavy_words_are_pointed_out_where_the_person_wrote_them(letter, qtbot):
    _, _, eye = letter
    assert eye.says("(LIX ")
    assert not eye.says("Lang setning")
    eye.write(FIELD, "Vi skriver vedrørende saken " + "og så videre " * 9 + "til dere.")
    qtbot.waitUntil(lambda: eye.says("«vedrørende» er tungt. Lettere: om."), timeout=20_000)
    assert eye.says("Lang setning, 33 ord: «Vi skriver vedrørende saken og så …»")
