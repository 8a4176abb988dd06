# SPDX-License-Identifier: MIT
"""The page «Standardtekster i brev»: the municipality's words over ours, tried beside a letter, and back again."""

import pytest

from models.queries.office_texts import office_text_versions, own_paragraphs
from models.work.write_office_text import ParagraphDraft, write_paragraph
from tests.eye import PRESSABLE, TEXT, settle
from tests.views.rules import faults
from views.pages.office.standard_texts import StandardTextsPage

KEY = "letters_right.answer"
SPOT = {"letter": "Dere kan ha rett til barnekoordinator", "key": KEY, "language": "nb"}
FIELD = "Teksten i brevene"


@pytest.fixture
def page(opened):
    page, eye = opened(StandardTextsPage)
    page.go_to(SPOT)
    settle()
    page.eye = eye
    return page


@pytest.fixture
def eye(page):
    return page.eye


def row_of(eye, text):
    return next(said for said in eye.rows("Tekster i brevet") if text in said)


def test_our_text_stands_in_the_field_and_beside_it_and_the_letters_it_stands_in_are_told(eye, page):
    said = eye.find(TEXT, FIELD).toPlainText()
    assert said.startswith("Dere trenger ikke å søke.")
    assert eye.says(said)
    assert eye.sees("Standardtekst")
    assert not eye.sees("Bruk standardteksten")
    assert faults(eye.widget) == []
    page.go_to(SPOT | {"key": "letters_role.child_coordinator.tasks"})
    settle()
    assert eye.says("Teksten står i disse brevene: Dere kan ha rett til barnekoordinator, Dere får barnekoordinator")


def test_what_is_typed_is_shown_in_the_letter_and_changes_nothing_until_it_is_taken_into_use(eye, desk, qtbot, page):
    eye.write(FIELD, "Ring {kommune}.")
    qtbot.waitUntil(lambda: eye.says("Ring Mellomvik kommune."), timeout=20_000)
    page.flush()
    assert desk.read(own_paragraphs, "nb") == {}
    told = []
    page.done.connect(lambda text, undo: told.append((text, undo)))
    eye.press("Ta i bruk")
    assert desk.read(own_paragraphs, "nb") == {KEY: "Ring {kommune}."}
    assert "Egen" in row_of(eye, "Ring {kommune}.")
    assert eye.says("1 tekst er kommunens egen")
    text, undo = told[-1]
    assert text == "Teksten er tatt i bruk i alle brev som ikke er ferdige."
    undo()
    assert desk.read(own_paragraphs, "nb") == {}


def test_back_to_the_standard_text_is_one_press_and_the_old_words_can_be_fetched(eye, desk):
    eye.write(FIELD, "Ring oss.")
    eye.press("Ta i bruk")
    eye.press("Bruk standardteksten")
    assert desk.read(own_paragraphs, "nb") == {}
    assert eye.find(TEXT, FIELD).toPlainText().startswith("Dere trenger ikke å søke.")
    eye.open_row("Tidligere versjoner", "Ring oss.")
    assert eye.find(TEXT, FIELD).toPlainText() == "Ring oss."
    assert desk.read(own_paragraphs, "nb") == {}
    eye.press("Ta i bruk")
    assert [one.number for one in desk.read(office_text_versions, KEY, "nb")] == [3, 2, 1]
    eye.press("Nynorsk")
    assert eye.find(TEXT, FIELD).toPlainText().startswith("De treng ikkje å søkje.")
    assert desk.read(own_paragraphs, "nn") == {}


@pytest.mark.slow
def test_a_wrong_field_is_told_beside_the_text_and_keeps_it_out_of_use(eye, desk):
    eye.write(FIELD, "Hei {barnets navnn}.")
    assert eye.says("Feltet {barnets navnn} finnes ikke. Mente du {barnets navn}?")
    eye.press("Ta i bruk")
    assert eye.says("Rett 1 ting før teksten tas i bruk")
    assert desk.read(own_paragraphs, "nb") == {}


@pytest.mark.slow
def test_half_typed_words_come_back_and_stay_out_of_other_texts(eye, page, workspace):
    eye.write(FIELD, "Halvveis")
    page.flush()
    page.go_to(SPOT | {"key": "letters_right.voluntary"})
    settle()
    assert eye.find(TEXT, FIELD).toPlainText().startswith("Det er frivillig")
    page.go_to(SPOT)
    settle()
    assert eye.find(TEXT, FIELD).toPlainText() == "Halvveis"
    assert workspace.drafts.load(f"office_text/{KEY}/nb")["values"] == {"text": "Halvveis"}


def test_a_new_standard_text_under_the_municipalitys_is_told_and_can_be_put_aside(eye, desk, page):
    desk.do(write_paragraph, KEY, "nb", ParagraphDraft(text="Vår tekst."), "Det som sto her før.", 0)
    settle()
    assert "Se på" in row_of(eye, "Vår tekst.")
    assert eye.says("Standardteksten fra Laget er ny siden dere skrev deres.")
    eye.press("Behold kommunens tekst")
    assert "Egen" in row_of(eye, "Vår tekst.")
    assert not eye.says("er ny siden dere skrev deres")
    assert desk.read(own_paragraphs, "nb") == {KEY: "Vår tekst."}


@pytest.mark.slow
def test_in_a_narrow_window_the_letter_waits_behind_a_button(opened):
    _, eye = opened(StandardTextsPage, 1033, 520)
    assert not eye.sees("Slik leses den opp")
    eye.press("Vis brevet")
    assert eye.sees("Slik leses den opp")
    assert eye.find(PRESSABLE, "Vis brevet").isVisible()
