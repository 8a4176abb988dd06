# SPDX-License-Identifier: MIT
"""Undo by keys and list in a family's workspace, and the waste bin, as somebody at the keyboard meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.queries.deletions import deletions
from models.queries.waste_bin import waste_bin
from models.records.document import DocumentKind
from models.records.person import Person
from models.records.staff import Staff
from models.rules.bin_rules import BinReason
from models.values.act import Role
from models.work.bin import BinDraft, put_in_bin
from models.work.close_family import CloseDraft, close_family
from models.work.delete_for_good import DeletionDraft, propose_deletion
from models.work.edit_person import WhatMattersDraft, say_what_matters
from models.work.issue_letter import LetterDraft, draft_letter
from models.work.record_enquiry import EnquiryDraft, record_enquiry
from models.work.write_note import NoteDraft, write_note
from tests.eye import PRESSABLE, TEXT, Eye, settle
from tests.views.screen import Settings
from views.main_window import MainWindow
from views.pages.families.page import FamiliesPage
from views.pages.family.page import FamilyPage
from views.pages.waste_bin.deletion_card import DeletionCard
from views.pages.waste_bin.deletions_page import DeletionsPage
from views.pages.waste_bin.page import WasteBinPage

PAGES = {"families": FamiliesPage, "family": FamilyPage, "waste_bin": WasteBinPage, "deletions": DeletionsPage}


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil")


@pytest.fixture
def window(workspace, show):
    """The main window at a page."""

    def opened(page, **place):
        made = MainWindow(workspace, PAGES, Settings())
        eye = show(made)
        made.start(page, {name: str(value) for name, value in place.items()})
        settle()
        return made, eye

    return opened


def words(desk, family):
    return desk.read(lambda session: session.get(Person, family.children[0]).what_matters)


def say(desk, family, text):
    desk.do(say_what_matters, family.children[0], WhatMattersDraft(words=text))


def press(window, keys):
    QTest.keySequence(window, keys)
    settle()


def test_ctrl_z_goes_back_over_what_was_saved_and_ctrl_y_forward(desk, family, window):
    say(desk, family, "fotball")
    say(desk, family, "sjakk")
    made, _ = window("family", id=family.id, tab="changes")
    press(made, "Ctrl+Z")
    assert words(desk, family) == "fotball"
    press(made, "Ctrl+Z")
    assert words(desk, family) == ""
    press(made, "Ctrl+Y")
    press(made, "Ctrl+Shift+Z")
    assert words(desk, family) == "sjakk"


def test_the_strip_says_what_was_undone(desk, family, window):
    say(desk, family, "fotball")
    made, eye = window("family", id=family.id, tab="changes")
    press(made, "Ctrl+Z")
    assert eye.says("Angret: Endret hva som er viktig")


def test_one_goes_back_to_a_line_of_the_list(desk, family, window):
    for text in ("fotball", "sjakk", "ro"):
        say(desk, family, text)
    made, eye = window("family", id=family.id, tab="changes")
    press(made.focusWidget(), "Down")
    eye.press("Angre til og med denne")
    assert words(desk, family) == "fotball"
    assert eye.says("2 endringer er angret")


def test_a_note_goes_into_the_bin_from_the_journal_with_a_reason(desk, family, window):
    note = desk.do(write_note, family.id, NoteDraft(text="Mor ringte."))
    _, eye = window("family", id=family.id, tab="to_bin", record="contactnote", item=note)
    eye.press("Legg i papirkurven")
    assert eye.says("Velg hvorfor dette skal i papirkurven.")


def test_the_bin_shows_what_lies_there_and_gives_it_back(desk, family, window):
    note = desk.do(write_note, family.id, NoteDraft(text="Mor ringte."))
    desk.do(put_in_bin, "contactnote", note, BinDraft(reason=BinReason.MISTAKE))
    made, eye = window("waste_bin")
    (row,) = eye.rows("Papirkurv")
    assert "Mor ringte." in row
    assert "Ført ved en feil" in row
    press(made, "Ctrl+Return")
    assert eye.says("Papirkurven er tom")
    press(made, "Ctrl+Z")
    assert len(eye.rows("Papirkurv")) == 1


def test_the_other_person_deletes_it_for_good(desk, family, window, story, clock):
    berit = desk.as_staff(story.staff("Berit Fjell", roles="coordinating_unit"), "Berit Fjell", Role.COORDINATING_UNIT)
    note = desk.do(write_note, family.id, NoteDraft(text="Om noen andre."))
    desk.do(put_in_bin, "contactnote", note, BinDraft(reason=BinReason.WRONG_FAMILY))
    berit.do(propose_deletion, "contactnote", note, DeletionDraft(rule="wrong_person", reference="26/114"))
    clock.forward(days=31)
    made, eye = window("waste_bin")
    assert eye.says("Berit Fjell har foreslått å slette dette")
    eye.press("Slett for godt")
    assert desk.read(deletions, "nb")[0].carried_out
    assert Eye(made).says("Papirkurven er tom")


@pytest.mark.parametrize("rule", ["personvernforordningen", "helsepersonelloven"])
def test_a_deletion_is_proposed_from_the_bin_by_each_rule(desk, family, window, rule):
    wish = desk.do(record_enquiry, family.id, EnquiryDraft(received_on=desk.today(), wish="Vil ha hjelp"))
    desk.do(put_in_bin, "enquiry", wish, BinDraft(reason=BinReason.MISTAKE))
    _, eye = window("waste_bin")
    provisions = {
        "personvernforordningen": "personvernforordningen art. 17 nr. 1 bokstav d, jf. art. 5 nr. 1",
        "helsepersonelloven": "helsepersonelloven § 43, jf. pasientjournalloven § 25",
    }
    eye.choose("Hjemmel", provisions[rule])
    eye.write("Saken der hjemmelen er bekreftet", "26/114")
    eye.press("Foreslå å slette")
    (row,) = desk.read(deletions, "nb")
    assert (row.provision, row.reference) == (provisions[rule], "26/114")


def test_a_draft_letter_is_proposed_by_its_only_rule(desk, family, window):
    paper = desk.do(draft_letter, family.id, LetterDraft(kind=DocumentKind.INTERIM_REPLY))
    desk.do(put_in_bin, "document", paper, BinDraft(reason=BinReason.NOT_NEEDED))
    _, eye = window("waste_bin")
    eye.write("Saken der hjemmelen er bekreftet", "26/114")
    eye.press("Foreslå å slette")
    assert desk.read(deletions, "nb")[0].rule == "working_draft"


def test_nobody_is_offered_a_proposal_she_may_not_make(desk, family, workspace, show):
    note = desk.do(write_note, family.id, NoteDraft(text="Om noen andre."))
    desk.do(put_in_bin, "contactnote", note, BinDraft(reason=BinReason.WRONG_FAMILY))
    desk.do(lambda session, _: setattr(session.get(Staff, desk.staff_id), "roles", "archivist"))
    card = DeletionCard(workspace)
    card.show_thing("contactnote", note)
    eye = show(card)
    assert eye.says("Koordinerende enhet, eller koordinatoren som har familien, foreslår sletting.")
    assert not eye.says("Foreslå å slette")


def test_a_field_undoes_its_own_text_first_and_then_the_familys_last_act(desk, family, window):
    say(desk, family, "fotball")
    _, eye = window("family", id=family.id, tab="edit")
    eye.write("Familiens navn", "x")
    field = eye.find(TEXT, "Familiens navn")
    while field.isUndoAvailable():
        eye.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), words(desk, family)) == ("Haugen", "fotball")
    eye.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert words(desk, family) == ""
    assert eye.says("Angret: Endret hva som er viktig for Emil")


def test_the_menu_says_what_would_be_undone_and_done_again_with_its_keys(desk, family, window):
    say(desk, family, "fotball")
    say(desk, family, "sjakk")
    made, eye = window("family", id=family.id, tab="changes")
    press(made, "Ctrl+Z")
    menu = eye.find(PRESSABLE, "Flere handlinger").menu()
    menu.popup(made.rect().center())
    settle()
    said = [action.text() for action in menu.actions()[:2]]
    menu.hide()
    assert said == [
        "Angre: Endret hva som er viktig for Emil\tCtrl+Z",
        "Gjør om igjen: Endret hva som er viktig for Emil\tCtrl+Y",
    ]


def test_a_wish_written_by_mistake_goes_into_the_bin(desk, family, window):
    desk.do(record_enquiry, family.id, EnquiryDraft(received_on=desk.today(), wish="Vil ha hjelp"))
    _, eye = window("family", id=family.id, tab="right")
    eye.press("Legg i papirkurven")
    eye.choose("Hvorfor", "Ført ved en feil")
    eye.press("Legg i papirkurven")
    assert [row.record for row in desk.read(waste_bin, desk.staff_id, family.id)] == ["enquiry"]


def test_a_closed_family_is_proposed_and_another_decides_from_the_list(desk, family, window, story):
    desk.do(close_family, family.id, CloseDraft(reason="ferdig"))
    _, eye = window("family", id=family.id, tab="delete")
    eye.press("Foreslå å slette")
    assert eye.says("Skriv saksnummeret for samtykket eller bekreftelsen.")
    eye.write("Nummeret på samtykket", "NA 2026/77")
    eye.press("Foreslå å slette")
    assert eye.says("Du har selv foreslått dette.")
    _, eye = window("deletions")
    (row,) = eye.rows("Slettinger")
    assert "Haugen" in row
    assert "Venter på svar" in row
    eye.press("Ta tilbake forslaget")
    assert "Ikke slettet" in eye.rows("Slettinger")[0]
