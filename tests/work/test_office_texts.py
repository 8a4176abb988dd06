# SPDX-License-Identifier: MIT
"""The municipality's own texts in a real vault: every change a version, the newest in drafts, what was sent stands."""

import pytest

from models.queries.documents import document_bytes, document_list
from models.queries.letters import letter_of
from models.queries.office_texts import office_text_versions, office_texts, own_edition
from models.records.document import DocumentKind
from models.records.office_text import OfficeTextKind
from models.values.act import Role
from models.values.refusal import Refusal, Refusals
from models.work.issue_letter import LetterDraft, draft_letter, edit_letter_texts, finish_letter
from models.work.write_office_text import (
    ParagraphDraft,
    TemplateDraft,
    offer_template,
    restore_paragraph,
    write_paragraph,
    write_template,
)
from reports.papers import document, sections
from reports.texts import edition
from tests.letter_press import press
from tests.reports.printed import printed

KEY = "letters_right.answer"
SHIPPED = "Dere trenger ikke å søke."


@pytest.fixture
def haugen(story):
    story.municipality(phone="57 00 00 00", unit="Koordinerende enhet", unit_nn="Tverrfagleg eining")
    return story.family("Haugen").child("Emil", age=7).adult("Anne", address="Fjordvegen 3")


@pytest.fixture
def letter(desk, haugen):
    return desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))


def write(desk, text, key=KEY, language="nb"):
    seen = desk.read(office_text_versions, key, language)
    return desk.do(write_paragraph, key, language, ParagraphDraft(text=text), SHIPPED, seen[0].number if seen else 0)


def words(desk, letter_id):
    return printed(document(desk.read(letter_of, letter_id, desk.staff_id, desk.clock())))


def test_a_draft_picks_up_the_municipalitys_newest_text_with_its_fields_filled_in(desk, letter):
    write(desk, "Ring {kommune} på {telefon til kommunen}, så snakker vi om {barnets fornavn}.")
    assert "Ring Mellomvik kommune på 57 00 00 00, så snakker vi om Emil." in words(desk, letter)
    write(desk, "Kom innom oss.")
    assert "Kom innom oss." in words(desk, letter)
    assert "Ring Mellomvik" not in words(desk, letter)


def test_a_text_changed_in_one_letter_stands_above_the_municipalitys(desk, letter):
    write(desk, "Kom innom oss.")
    desk.do(edit_letter_texts, letter, {"answer": "Vi ringer {familien} {dagens dato}."})
    assert "Vi ringer familien Haugen 16.~mars~2026." in words(desk, letter)
    found = {one.id: one for one in sections(desk.read(letter_of, letter, desk.staff_id, desk.clock()))}
    assert found["answer"].standard == "Kom innom oss."


@pytest.mark.slow
def test_a_text_in_one_language_changes_nothing_in_the_other(desk, haugen, letter):
    write(desk, "Kom innom oss.", language="nn")
    assert "Kom innom oss." not in words(desk, letter)


@pytest.mark.slow
def test_an_emptied_text_is_left_out_with_its_heading(desk, letter):
    assert "Slik sier dere ja" in words(desk, letter)
    write(desk, "")
    assert "Slik sier dere ja" not in words(desk, letter)


def test_back_to_the_standard_text_keeps_what_the_municipality_wrote(desk, letter):
    write(desk, "Kom innom oss.")
    desk.do(restore_paragraph, KEY, "nb", SHIPPED, 1)
    assert "Dere trenger ikke å søke." in words(desk, letter)
    found = desk.read(office_text_versions, KEY, "nb")
    assert [(one.number, one.in_use, one.text) for one in found] == [(2, False, ""), (1, True, "Kom innom oss.")]
    assert [one.written_by for one in found] == [desk.name] * 2
    assert found[0].created_at == desk.clock()


def test_what_was_sent_keeps_its_text_and_names_the_version_it_was_written_with(desk, haugen, letter):
    write(desk, "Kom innom oss.")
    desk.do(finish_letter, letter, press)
    write(desk, "Ring oss.")
    assert "Kom innom oss." in desk.read(document_bytes, letter).content.decode()
    assert desk.read(document_list, haugen.id)[0].text_edition == edition("nb", 1) == f"{edition('nb')}+1"
    assert desk.read(own_edition) == 2


@pytest.mark.slow
def test_two_who_change_the_same_text_do_not_overwrite_each_other(desk):
    write(desk, "Den første.")
    with pytest.raises(Refusal, match="changed_since_opened"):
        desk.do(write_paragraph, KEY, "nb", ParagraphDraft(text="Den andre."), SHIPPED, 0)


def test_only_an_administrator_changes_the_texts(desk, story):
    berit = story.staff("Berit Fjell")
    other = desk.as_staff(berit, "Berit Fjell", Role.COORDINATOR, Role.COORDINATING_UNIT)
    with pytest.raises(Refusal, match="role_missing"):
        write(other, "Noe annet.")


def test_a_text_for_all_letters_may_hold_no_field_that_is_never_filled_in(desk):
    for text in ("Hei {barnets navnn}.", "Hei {barnets navn", "Ring {tjenesten}."):
        with pytest.raises(Refusals, match=r"letter_fields\.fault"):
            write(desk, text)
    assert desk.read(office_text_versions, KEY, "nb") == ()


def test_a_field_that_cannot_be_filled_stops_the_letter_from_being_finished_and_never_from_being_kept(
    desk, haugen, letter
):
    faults = {"{barnets navnn}": "meant", "{barnets": "unclosed", "{koordinator}": "empty", "{}": "unknown"}
    for text, key in faults.items():
        desk.do(edit_letter_texts, letter, {"answer": f"Hei {text}"})
        with pytest.raises(Refusals) as refused:
            desk.do(finish_letter, letter, press)
        assert [one.key for one in refused.value.refusals] == [f"letter_fields.fault.{key}"]
    assert desk.read(document_list, haugen.id)[0].number == ""


def test_a_letter_to_a_service_never_fills_in_the_childs_name(desk, haugen):
    draft = LetterDraft(
        kind=DocumentKind.SERVICE_INFORMATION, recipient="Fjellvik skole", addressee="other", sector="school"
    )
    letter_id = desk.do(draft_letter, haugen.id, draft)
    desk.do(edit_letter_texts, letter_id, {"secrecy": "Gjelder {barnets navn} i {familien}."})
    assert "Haugen" not in words(desk, letter_id)
    with pytest.raises(Refusals):
        desk.do(finish_letter, letter_id, press)


@pytest.mark.slow
def test_the_units_name_follows_the_language_of_the_letter(desk, haugen):
    for language, unit in (("nb", "Koordinerende enhet"), ("nn", "Tverrfagleg eining")):
        draft = LetterDraft(kind=DocumentKind.RIGHT_INFORMATION, recipient="Anne", language=language)
        letter_id = desk.do(draft_letter, haugen.id, draft)
        assert unit in words(desk, letter_id)


def test_a_letter_of_the_municipalitys_own_is_kept_version_by_version_and_can_be_taken_away_and_put_back(desk):
    draft = TemplateDraft(name="Invitasjon", title="Velkommen til samtale", text="Hei {familien}!")
    slot = desk.do(write_template, "", "nb", draft)
    desk.do(write_template, slot, "nb", draft.model_copy(update={"text": "Hei!"}), 1)
    assert [one.text for one in desk.read(office_texts, OfficeTextKind.TEMPLATE)] == ["Hei!"]
    desk.do(offer_template, slot, False)
    assert desk.read(office_texts, OfficeTextKind.TEMPLATE) == ()
    desk.do(offer_template, slot, True)
    assert [one.text for one in desk.read(office_texts, OfficeTextKind.TEMPLATE)] == ["Hei!"]
    assert len(desk.read(office_text_versions, slot, "nb")) == 4
