# SPDX-License-Identifier: MIT
"""A form keeps what is typed, says what is wrong beside the field, and never asks twice."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.values.refusal import Refusal, Refusals
from tests.eye import COMBO, TEXT, settle
from tests.views.example_pages import FIELDS, PersonDraft
from views.form.form import Form
from views.texts import t

NAME, BORN, PHONE, NUMBER, NOTE = (t(FIELDS[n].label) for n in (0, 1, 2, 3, 8))


@pytest.fixture
def sheet(show, plain_desk):
    """A form on a page with a button after it; gives the form and the eye."""

    def made(**options):
        page = QWidget()
        layout = QVBoxLayout(page)
        form = Form(PersonDraft, FIELDS, plain_desk, **options)
        create = QPushButton("Opprett")
        create.clicked.connect(form.draft)
        layout.addWidget(form)
        layout.addWidget(create)
        return form, show(page, 900, 900)

    return made


def fill(eye):
    eye.write(NAME, "Anne Haugen")
    eye.write(BORN, "14.4.09")
    eye.choose(t("shell.menu"), "valgfritt")


def test_what_is_filled_in_becomes_a_draft(sheet):
    form, eye = sheet()
    fill(eye)
    eye.write(PHONE, "41234567")
    draft = form.draft()
    assert (draft.name, draft.born_on, draft.phone) == ("Anne Haugen", date(2009, 4, 14), "412 34 567")


def test_a_date_is_read_beside_the_field_while_it_is_typed(sheet):
    _, eye = sheet()
    eye.write(BORN, "14.4.09")
    assert eye.says("tirsdag 14. april 2009")


def test_a_date_left_is_written_in_the_usual_form(sheet):
    _, eye = sheet()
    eye.write(BORN, "140409")
    eye.leave()
    assert eye.find(TEXT, BORN).text() == "14.04.2009"


def test_nothing_is_called_wrong_while_it_is_typed(sheet):
    form, eye = sheet()
    eye.write(BORN, "32.13")
    eye.leave()
    assert not form.sheet.errors()


def test_what_is_missing_is_told_beside_the_field_and_in_the_summary(sheet):
    _, eye = sheet()
    eye.press("Opprett")
    assert eye.says("Rett 3 ting før du går videre")
    assert f"{NAME} mangler" in eye.find(TEXT, NAME).accessibleDescription()
    assert eye.focus() == "Rett 3 ting før du går videre"


def test_an_impossible_date_is_told_in_plain_words(sheet):
    _, eye = sheet()
    fill(eye)
    eye.write(BORN, "32.04.2009")
    eye.press("Opprett")
    assert eye.says("Rett 1 ting før du går videre")
    assert "Datoen finnes ikke" in eye.find(TEXT, BORN).accessibleDescription()


def test_a_link_in_the_summary_leads_to_the_field(sheet):
    form, eye = sheet()
    eye.press("Opprett")
    form.summary.links()[1].click()
    assert eye.focus() == BORN


def test_a_line_vanishes_from_the_summary_when_it_is_mended(sheet):
    _, eye = sheet()
    eye.press("Opprett")
    eye.write(NAME, "Anne")
    eye.leave()
    assert eye.says("Rett 2 ting før du går videre")


def test_a_refusal_stands_beside_its_field(sheet):
    form, eye = sheet()
    fill(eye)
    form.show_refusal(Refusals([Refusal("form.error.number", "phone", label="Telefon"), Refusal("kit.undo")]))
    assert "Skriv et helt tall" in eye.find(TEXT, PHONE).accessibleDescription()
    assert eye.says("Rett 2 ting før du går videre")


def test_an_odd_national_id_is_a_hint_and_never_an_error(sheet):
    form, eye = sheet()
    fill(eye)
    eye.write(NUMBER, "12345678901")
    eye.leave()
    assert eye.says("Kontrollsifrene stemmer ikke")
    assert form.draft().national_id == "12345678901"


def test_half_typed_text_comes_back_with_the_caret(sheet):
    _, eye = sheet(draft_id="new")
    eye.write(NAME, "Anne Hau")
    eye.find(TEXT, NAME).setCursorPosition(4)
    eye.find(TEXT, NAME).insert("x")
    eye.write(BORN, "14.")
    eye.widget.findChild(Form).flush()
    eye.widget.close()
    form, again = sheet(draft_id="new")
    settle()
    assert again.find(TEXT, NAME).text() == "Annex Hau"
    assert (again.find(TEXT, BORN).text(), again.find(TEXT, BORN).cursorPosition()) == ("14.", 3)
    assert again.focus() == BORN
    assert form.is_changed()


def test_a_draft_is_kept_within_a_second_of_the_first_key(sheet, plain_desk, qtbot):
    _, eye = sheet(draft_id="new")
    eye.write(NAME, "A")
    qtbot.waitUntil(lambda: plain_desk.drafts.load("new") is not None, timeout=1000)
    assert plain_desk.drafts.load("new")["values"]["name"] == "A"


def test_the_next_keys_do_not_put_off_the_keeping(sheet, plain_desk, qtbot):
    _, eye = sheet(draft_id="new")
    field = eye.find(TEXT, NAME)
    field.setFocus()
    kept = []
    for _ in range(14):
        QTest.keyClicks(field, "a")
        QTest.qWait(80)
        kept.append(plain_desk.drafts.load("new") is not None)
    assert kept[-1]


def test_leaving_the_field_keeps_the_draft_at_once(sheet, plain_desk):
    _, eye = sheet(draft_id="new")
    eye.write(NAME, "Anne")
    eye.leave()
    assert plain_desk.drafts.load("new")["values"]["name"] == "Anne"


def test_a_form_that_became_a_record_starts_empty_and_forgets_its_draft(sheet, plain_desk):
    form, eye = sheet(draft_id="new")
    fill(eye)
    form.flush()
    form.done()
    assert (plain_desk.drafts.load("new"), eye.find(TEXT, NAME).text()) == (None, "")


def test_what_is_taken_back_leaves_no_draft(sheet, plain_desk):
    form, eye = sheet(draft_id="new")
    eye.write(NAME, "Anne")
    eye.leave()
    eye.write(NAME, "")
    form.flush()
    assert plain_desk.drafts.load("new") is None


def existing(sheet, on_commit, **options):
    form, eye = sheet(on_commit=on_commit, **options)
    form.set_value({"name": "Anne", "born_on": date(2009, 4, 14), "kind": "required"})
    return form, eye


def test_an_existing_record_is_saved_when_a_field_is_left(sheet):
    saved = []
    _, eye = existing(sheet, lambda name, value: saved.append((name, value)))
    eye.write(PHONE, "22334455")
    assert saved == []
    eye.leave()
    assert saved == [("phone", "22 33 44 55")]


def test_a_choice_is_saved_at_once(sheet):
    saved = []
    _, eye = existing(sheet, lambda name, value: saved.append((name, value)))
    eye.press("Ja")
    assert saved == [("known", "yes")]


def test_what_cannot_be_saved_stays_with_its_reason(sheet):
    saved = []
    _, eye = existing(sheet, lambda name, value: saved.append(name))
    eye.write(BORN, "31.2.2009")
    eye.leave()
    assert saved == []
    assert eye.find(TEXT, BORN).text() == "31.2.2009"
    assert "måneden har 28 dager" in eye.find(TEXT, BORN).accessibleDescription()


def test_what_the_rules_refuse_stays_with_its_reason(sheet):
    def refuse(name, value):
        raise Refusal("form.error.choice", name, label="Telefon")

    _, eye = existing(sheet, refuse)
    eye.write(PHONE, "22334455")
    eye.leave()
    assert "Velg ett av svarene" in eye.find(TEXT, PHONE).accessibleDescription()


def test_a_field_left_untouched_is_not_saved(sheet):
    saved = []
    _, eye = existing(sheet, lambda name, value: saved.append(name))
    eye.find(TEXT, NAME).setFocus()
    eye.leave()
    eye.leave()
    assert saved == []


PASTED = ("a" * 10_000, "en\nto\r\ntre\tfire", "<b>Bo</b> & '; DROP TABLE--", "😀👨‍👩‍👧", "محمد علي", "\x00\x07")


@pytest.mark.parametrize("pasted", PASTED, ids=["long", "lines", "markup", "emoji", "rtl", "control"])
def test_whatever_is_pasted_nothing_breaks(sheet, pasted):
    form, eye = sheet(draft_id="new")
    for field in (NAME, BORN, PHONE, NUMBER, NOTE):
        QGuiApplication.clipboard().setText(pasted)
        target = eye.find(TEXT, field)
        target.setFocus()
        QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        eye.leave()
    form.flush()
    form.draft()
    assert "\n" not in str(form.value()["name"])
    assert len(str(form.value()["name"])) <= len(pasted)


def test_a_long_paste_is_answered_with_its_length(sheet):
    _, eye = sheet()
    fill(eye)
    eye.find(TEXT, NAME).setText("a" * 10_000)
    eye.press("Opprett")
    assert "10000 tegn" in eye.find(TEXT, NAME).accessibleDescription()


def test_letters_answer_yes_no_and_unknown(sheet):
    form, eye = sheet()
    form.sheet.focus_field("known")
    for key, answer in ((Qt.Key.Key_N, "no"), (Qt.Key.Key_J, "yes"), (Qt.Key.Key_U, "unknown")):
        eye.key(key)
        assert form.value()["known"] == answer


def test_a_person_is_chosen_by_typing_some_of_the_name(sheet):
    form, eye = sheet()
    eye.write(t("form.person.hits"), "nord")
    eye.key(Qt.Key.Key_Return)
    assert form.value()["coordinator"] == "1"
    assert eye.find(TEXT, t("form.person.hits")).text() == "Kari Nordvik"


def test_nobody_is_chosen_by_a_name_that_is_not_there(sheet):
    _, eye = sheet()
    fill(eye)
    eye.write(t("form.person.hits"), "Ola")
    eye.press("Opprett")
    assert eye.says("Fant ingen som heter «Ola»")


def test_labels_are_buddies_of_their_fields(sheet):
    _, eye = sheet()
    assert eye.find(TEXT, NAME).accessibleName() == NAME
    assert eye.find(COMBO, t("shell.menu"))


def test_a_narrow_form_stands_in_one_column(sheet):
    form, eye = sheet()
    first, second = form.rows["name"], form.rows["born_on"]
    assert first.y() == second.y()
    eye.widget.resize(420, 900)
    settle()
    assert first.x() == second.x()
