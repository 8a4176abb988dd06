# SPDX-License-Identifier: MIT
"""Letters of the office's own in a real vault: to the family or another, from what the municipality has ready."""

import pytest

from models.queries.documents import document_bytes, document_list
from models.queries.letter_choices import letters_that_fit
from models.queries.letter_own import signers
from models.queries.letters import letter_of
from models.records.document import DocumentKind
from models.values.refusal import Refusal
from models.values.signer import Signer, read_signers
from models.work.issue_letter import (
    LetterDraft,
    draft_letters,
    edit_letter_about,
    edit_letter_address,
    edit_letter_texts,
    finish_letter,
)
from models.work.write_office_text import TemplateDraft, offer_template, write_template
from reports.papers import document
from tests.letter_press import press
from tests.reports.printed import printed

OWN = DocumentKind.OWN_LETTER


@pytest.fixture
def haugen(story):
    story.municipality(leader_name="Per Lie", leader_title="leder", other_signers="Siv Ås, rådgiver\n\nTor Vik")
    return story.family("Haugen").child("Emil", age=7).adult("Anne", address="Fjordvegen 3")


@pytest.fixture
def ready(desk):
    """A letter the municipality has ready, in bokmål."""
    draft = TemplateDraft(name="Invitasjon", title="Samtale om {barnets fornavn}", text="Velkommen, {familien}!")
    return desk.do(write_template, "", "nb", draft)


def drafted(desk, family, **values):
    return desk.do(draft_letters, family.id, LetterDraft(kind=OWN, **values))[0]


def words(desk, letter_id):
    return printed(document(desk.read(letter_of, letter_id, desk.staff_id, desk.clock())))


def test_one_may_write_to_the_family_or_to_another_and_from_what_is_ready(desk, haugen, ready):
    choices = [one for one in desk.read(letters_that_fit, haugen.id, desk.today()) if one.kind is OWN]
    assert [(one.to_family, one.template, one.name) for one in choices] == [
        (True, "", ""),
        (False, "", ""),
        (True, ready, "Invitasjon"),
    ]
    desk.do(offer_template, ready, False)
    assert [one.name for one in desk.read(letters_that_fit, haugen.id, desk.today()) if one.template] == []


def test_a_letter_from_what_is_ready_is_filled_in_and_follows_it_until_it_is_finished(desk, haugen, ready):
    letter_id = drafted(desk, haugen, template=ready, title="Invitasjon")
    assert desk.read(document_list, haugen.id)[0].title == "Invitasjon"
    draft = TemplateDraft(
        name="Invitasjon", title="Samtale om {barnets fornavn}", text="Hjertelig velkommen, {familien}!"
    )
    desk.do(write_template, ready, "nb", draft, 1)
    desk.do(offer_template, ready, False)
    assert "Hjertelig velkommen, familien Haugen!" in words(desk, letter_id)
    desk.do(finish_letter, letter_id, press)
    row = desk.read(document_list, haugen.id)[0]
    assert (row.title, row.text_edition.rpartition("+")[2]) == ("Samtale om Emil", "3")
    assert "# Samtale om Emil" in desk.read(document_bytes, letter_id).content.decode()


def test_a_letter_says_something_and_what_it_is_about_before_it_is_finished(desk, haugen):
    letter_id = drafted(desk, haugen)
    with pytest.raises(Refusal, match=r"documents\.refused\.title_missing"):
        desk.do(finish_letter, letter_id, press)
    desk.do(edit_letter_texts, letter_id, {"title": "Møte på torsdag"})
    with pytest.raises(Refusal, match=r"documents\.refused\.text_missing"):
        desk.do(finish_letter, letter_id, press)
    desk.do(edit_letter_texts, letter_id, {"title": "Møte på torsdag", "text": "Vi møtes klokka ti."})
    desk.do(finish_letter, letter_id, press)
    assert "Vi møtes klokka ti." in desk.read(document_bytes, letter_id).content.decode()


def test_what_is_written_stands_when_the_letter_is_said_to_be_in_the_other_language(desk, haugen):
    letter_id = drafted(desk, haugen)
    desk.do(edit_letter_texts, letter_id, {"title": "Møte", "text": "Vi møtest klokka ti."})
    desk.do(edit_letter_address, letter_id, "Anne Haugen", "nn")
    assert "Vi møtest klokka ti." in words(desk, letter_id)


def test_who_may_sign_is_who_writes_the_leader_and_those_an_administrator_has_named(desk, haugen):
    found = desk.read(signers, desk.staff_id)
    assert [one.name for one in found] == [desk.name, "Per Lie", "Siv Ås", "Tor Vik"]
    letter_id = drafted(desk, haugen)
    assert f"{desk.name}\nbarnekoordinator" in words(desk, letter_id)
    desk.do(edit_letter_about, letter_id, {"signer": found[2].key})
    assert "Siv Ås\nrådgiver" in words(desk, letter_id)


def test_signers_are_read_as_people_write_them():
    assert read_signers(" Siv Ås ,  rådgiver, dr.\n,\n\nTor") == (Signer("Siv Ås", "rådgiver, dr."), Signer("Tor"))
