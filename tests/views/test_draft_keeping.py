# SPDX-License-Identifier: MIT
"""Half-typed text in odd moments: a full disk, a record that changes or goes, another language, odd signs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.workspace import Person, Workspace
from models.records.family import Family
from models.rules.bin_rules import BinReason
from models.values.act import Role
from models.values.trouble import Trouble
from models.work.bin import BinDraft, put_in_bin, take_out_of_bin
from tests.eye import TEXT, Eye, settle
from tests.letter_press import edit
from tests.views.desk_window import OnePage
from tests.views.example_pages import FIELDS, PersonDraft
from views.form.form import Form
from views.pages.family.page import FamilyPage
from views.texts import t

NAME = t(FIELDS[0].label)


def test_a_draft_that_could_not_be_kept_is_kept_as_soon_as_it_can_be(show, workspace, database, tmp_path):
    page = QWidget()
    form = Form(PersonDraft, FIELDS, workspace, draft_id="example")
    QVBoxLayout(page).addWidget(form)
    show(page, 900, 900).write(NAME, "Anne Haugen")
    database.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(Trouble):
        form.flush()
    form.flush()  # told once; nobody is held on the page
    (tmp_path / "elsewhere").rename(database.folder)
    form.flush()
    assert "Anne Haugen" in str(workspace.drafts.load("example"))


# a NUL, signs of control, right to left, and more than a page
ODD = ("a\x00b", "\x07\x1b[31m", "محمد\u200f", "ord " * 25_000)


@pytest.mark.parametrize("odd", ODD, ids=["nul", "control", "right to left", "100 000 signs"])
def test_odd_text_is_kept_in_the_vault_as_it_stands_and_comes_back(qtbot, workspace, odd):
    def form():
        made = Form(PersonDraft, FIELDS, workspace, draft_id="example")
        qtbot.addWidget(made)
        return made

    first = form()
    first.rows["note"].editor.target().insertPlainText(odd)
    stood = first.sheet.raw()["note"]
    assert stood
    first.flush()
    assert form().sheet.raw()["note"] == stood


def test_another_language_leaves_half_typed_text_where_it_was(open_window):
    window, eye = open_window("settings")
    field = eye.find(TEXT, NAME)
    field.setFocus()
    QTest.keyClicks(field, "Anne Haugen")
    QTest.keyClick(field, Qt.Key.Key_Left)
    window.change_language("nn")
    settle()
    field = Eye(window).find(TEXT, t(FIELDS[0].label))
    assert (field.text(), field.cursorPosition(), field.hasFocus()) == ("Anne Haugen", len("Anne Hauge"), True)


@pytest.fixture
def editing(qtbot, qapp, workspace, story):
    """The form for a family's details over a real vault; gives what shows it anew."""
    family = story.family("Haugen").child("Emil")

    def shown():
        window = OnePage(qtbot, qapp, workspace, FamilyPage)
        window.page.go_to({"id": str(family.id), "tab": "edit"})
        settle()
        return window, Eye(window)

    return family, shown


def test_what_others_save_takes_nothing_from_what_is_being_typed(editing, desk):
    family, shown = editing
    _, eye = shown()
    field = eye.find(TEXT, "Merknad")
    field.setFocus()
    QTest.keyClicks(field, "Ringer helst ett")
    edit(desk, Family, family.id, case_number="26/4711")
    settle()
    assert eye.find(TEXT, "Merknad").hasFocus()
    assert eye.find(TEXT, "Merknad").toPlainText() == "Ringer helst ett"


def test_text_about_a_family_in_the_waste_bin_waits_until_it_is_taken_out(editing, desk):
    family, shown = editing
    window, eye = shown()
    eye.write("Merknad", "Ringer helst ett")
    desk.do(put_in_bin, "family", family.id, BinDraft(reason=BinReason.MISTAKE))
    settle()
    window.page.flush()
    window, eye = shown()
    assert eye.sees("Familien finnes ikke her")
    desk.do(take_out_of_bin, "family", family.id)
    window, eye = shown()
    assert eye.find(TEXT, "Merknad").toPlainText() == "Ringer helst ett"


def test_half_a_reason_at_the_door_and_the_way_there_are_kept(qtbot, qapp, story, database, clock):
    family = story.family("Haugen").child("Emil")
    berit = story.staff("Berit Fjell")
    other = Workspace(database, Person(berit, "Berit Fjell", frozenset({Role.COORDINATOR})), clock)

    def at_the_door(place):
        window = OnePage(qtbot, qapp, other, FamilyPage)
        window.page.go_to(place)
        settle()
        return window.page, Eye(window)

    page, eye = at_the_door({"id": str(family.id), "tab": "journal"})
    eye.write("Hvorfor åpner du familien?", "Vikar for Ing")
    page.flush()
    page, eye = at_the_door(page.place())
    assert eye.find(TEXT, "Hvorfor åpner du familien?").text() == "Vikar for Ing"
    eye.write("Hvorfor åpner du familien?", "Vikar for Ingrid")
    eye.press("Åpne familien")
    assert page.place()["tab"] == "journal"
