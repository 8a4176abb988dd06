# SPDX-License-Identifier: MIT
"""The page «Egne brev»: letters the municipality has ready, written once and offered in every family."""

import pytest

from models.queries.office_texts import office_texts
from models.records.office_text import OfficeTextKind
from tests.eye import TEXT, settle
from tests.views.rules import faults
from views.pages.office.own_letters import OwnLettersPage


@pytest.fixture
def page(opened):
    page, eye = opened(OwnLettersPage)
    page.eye = eye
    return page


@pytest.fixture
def eye(page):
    return page.eye


def ready(desk):
    return [(one.language, one.name, one.title, one.text) for one in desk.read(office_texts, OfficeTextKind.TEMPLATE)]


def write(eye, name="Invitasjon", title="Samtale om {barnets fornavn}", text="Hei {familien}!"):
    eye.write("Navn i listen", name)
    eye.write("Tittel på brevet", title)
    eye.write("Teksten i brevet", text)
    eye.press("Ta i bruk")


def test_a_letter_is_written_shown_on_paper_and_ready(eye, desk, qtbot):
    write(eye)
    qtbot.waitUntil(lambda: eye.says("Samtale om Ola"), timeout=20_000)
    assert ready(desk) == [("nb", "Invitasjon", "Samtale om {barnets fornavn}", "Hei {familien}!")]
    assert any("Invitasjon, Familien" in said for said in eye.rows("Egne brev"))


@pytest.mark.slow
def test_what_is_missing_or_wrong_is_told_and_nothing_is_made(eye, desk):
    write(eye, name="", title="Om {kommunne}")
    assert eye.says("Rett 2 ting før teksten tas i bruk")
    assert eye.says("Feltet {kommunne} finnes ikke. Mente du {kommune}?")
    assert ready(desk) == []


@pytest.mark.slow
def test_the_same_letter_is_written_in_nynorsk_too(eye, desk):
    write(eye)
    eye.press("Nynorsk")
    assert eye.says("Brevet er ikke skrevet på nynorsk ennå.")
    assert eye.find(TEXT, "Navn i listen").text() == "Invitasjon"
    write(eye, title="Samtale om {førenamnet til barnet}")
    assert {language for language, *_ in ready(desk)} == {"nb", "nn"}
    assert len(eye.rows("Egne brev")) == 1


def test_a_letter_that_is_taken_away_comes_back_with_angre_and_the_next_begins_empty(eye, page, desk):
    write(eye)
    told = []
    page.done.connect(lambda text, undo: told.append((text, undo)))
    eye.press("Ta bort brevet")
    assert ready(desk) == []
    told[-1][1]()
    settle()
    assert [name for _, name, *_ in ready(desk)] == ["Invitasjon"]
    eye.press("Nytt eget brev")
    assert eye.find(TEXT, "Navn i listen").text() == ""
    assert faults(eye.widget) == []
