# SPDX-License-Identifier: MIT
"""Letters from draft to signed copy, in a real vault: who gets them, what is kept, what can no longer be changed."""

from hashlib import sha256

import pytest

from models.queries.documents import document_bytes, document_list
from models.queries.letters import letter_of
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.document import DocumentKind, DocumentState
from models.records.enquiry import Enquiry
from models.records.person import Person, Relation
from models.records.staff import Staff
from models.rules.file_kinds import LARGEST
from models.values.letter import DeterminationLetter
from models.values.refusal import Refusal
from models.work.issue_letter import (
    LetterDraft,
    draft_determination_letters,
    draft_letter,
    edit_letter_about,
    edit_letter_address,
    edit_letter_texts,
    finish_letter,
    issue_determination_letters,
)
from models.work.send_letter import attach_scan, log_printed, mark_sent, take_back_sent
from reports.papers import document, sections
from reports.texts import edition
from tests.letter_press import edit, press
from tests.reports.printed import printed

PDF = b"%PDF-1.7\n%synthetic\n"


@pytest.fixture
def haugen(story):
    story.municipality(address="Postboks 12", postal_code="6898", place="Mellomvik", leader_name="Ingunn Åsen")
    home = {"address": "Fjordvegen 3", "postal_code": "6898", "place": "Mellomvik"}
    family = story.family("Haugen").child("Emil", age=7)
    family.adult("Anne", **home).adult("Per", relation=Relation.FATHER, **home)
    return family.enquiry(wish="Vi ønsker én kontakt.").assessment(best_interests="Færre avtaler.")


def determine(story, family, **values):
    values = {"outcome": Outcome.GRANTED, "grounds": "Fire tjenester må samordnes.", "signer_name": "Ingunn", **values}
    coordinator = story.add(Staff(name="Kari Nordby", title="vernepleier", phone="57 00 00 22"))
    return story.add(
        Determination(
            family_id=family.id,
            assessment_id=family.assessment_id,
            coordinator_id=coordinator,
            effective_on=story.today,
            **values,
        )
    )


def read(desk, document_id):
    return desk.read(document_bytes, document_id).content.decode()


def test_a_finished_letter_is_kept_as_it_was_with_its_fingerprint(desk, haugen):
    draft = LetterDraft(kind=DocumentKind.INTERIM_REPLY, enquiry_id=haugen.enquiry_id)
    letter_id = desk.do(draft_letter, haugen.id, draft)
    desk.do(finish_letter, letter_id, press)
    (row,) = desk.read(document_list, haugen.id)
    kept = desk.read(document_bytes, letter_id)
    assert row.number == "2026-001"
    assert row.state is DocumentState.FINAL
    assert row.sha256 == sha256(kept.content).hexdigest()
    assert row.text_edition == edition("nb")
    assert row.law_edition
    assert "Emil Haugen" in kept.content.decode()


def test_a_finished_letter_can_no_longer_be_changed(desk, haugen):
    letter_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
    desk.do(finish_letter, letter_id, press)
    with pytest.raises(Refusal, match=r"documents\.refused\.final_is_locked"):
        desk.do(edit_letter_texts, letter_id, {"result": "Noe annet"})


def test_numbers_follow_each_other_through_the_year_and_begin_anew(desk, haugen, clock):
    numbers = []
    for days in (0, 1, 300):
        clock.forward(days=days)
        letter_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
        desk.do(finish_letter, letter_id, press)
        numbers.append(desk.read(document_bytes, letter_id).number)
    assert numbers == ["2026-001", "2026-002", "2027-001"]


def test_a_failing_press_leaves_the_draft_as_it_was(desk, haugen):
    letter_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))

    def broken(letter):
        raise OSError("out of paper")

    with pytest.raises(OSError, match="out of paper"):
        desk.do(finish_letter, letter_id, broken)
    (row,) = desk.read(document_list, haugen.id)
    assert row.state is DocumentState.DRAFT
    assert row.number == ""


def test_changed_texts_stand_in_the_finished_letter(desk, haugen):
    letter_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
    desk.do(edit_letter_texts, letter_id, {"answer": "Kom innom torsdag, så tar vi en prat om {barnets fornavn}."})
    desk.do(finish_letter, letter_id, press)
    assert "Kom innom torsdag, så tar vi en prat om Emil." in read(desk, letter_id)


def test_another_language_lets_go_of_texts_written_in_the_first(desk, clock, haugen):
    letter_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
    desk.do(edit_letter_texts, letter_id, {"answer": "Kom innom torsdag."})
    desk.do(edit_letter_address, letter_id, "Anne Haugen", "nn")
    letter = desk.read(letter_of, letter_id, desk.staff_id, clock())
    assert letter.envelope.changed_texts == {}
    assert all("Dere" not in section.text for section in sections(letter))


def test_a_letter_without_a_recipient_is_not_finished(desk, story):
    story.municipality()
    family = story.family("Vik").child("Ine")
    letter_id = desk.do(draft_letter, family.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
    with pytest.raises(Refusal, match=r"documents\.refused\.recipient_missing"):
        desk.do(finish_letter, letter_id, press)


def test_a_letter_to_a_service_opens_before_the_service_is_chosen_and_is_finished_after(desk, clock, haugen):
    draft = LetterDraft(kind=DocumentKind.SERVICE_INFORMATION, recipient="Fjellvik skole", addressee="other")
    letter_id = desk.do(draft_letter, haugen.id, draft)
    unchosen = desk.read(letter_of, letter_id, desk.staff_id, clock())
    assert all(section.id != "duty" for section in sections(unchosen)), "no law is named for a service nobody chose"
    with pytest.raises(Refusal, match=r"documents\.refused\.sector_missing"):
        desk.do(finish_letter, letter_id, press)
    desk.do(edit_letter_about, letter_id, {"sector": "school"})
    desk.do(finish_letter, letter_id, press)
    assert "opplæringslova § 24-1" in read(desk, letter_id)


def test_an_avgjorelse_is_issued_to_every_envelope_under_its_own_number(desk, story, haugen):
    edit(desk, Person, haugen.adults[1], home=2, address="Åsen 2", letter_language="nn")
    decided = determine(story, haugen, state=DeterminationState.FINAL, number="2026-007")
    ids = desk.do(issue_determination_letters, decided, press)
    bokmal, nynorsk = (read(desk, letter_id) for letter_id in ids)
    assert "Dere får barnekoordinator" in bokmal
    assert "De får barnekoordinator" in nynorsk
    assert all("2026-007" in words and "Kari Nordby" in words for words in (bokmal, nynorsk))
    assert {row.number for row in desk.read(document_list, haugen.id)} == {"2026-007"}


def test_texts_changed_before_finishing_reach_every_copy_in_that_language(desk, story, haugen):
    edit(desk, Person, haugen.adults[1], home=2, address="Åsen 2")
    decided = determine(story, haugen)
    first, _ = desk.do(draft_determination_letters, decided)
    desk.do(edit_letter_texts, first, {"practice": "Kari ringer mandag."})
    again = desk.do(draft_determination_letters, decided)
    assert again[0] == first
    ids = desk.do(issue_determination_letters, decided, press)
    assert all("Kari ringer mandag." in read(desk, letter_id) for letter_id in ids)


def test_a_family_nobody_can_write_to_stops_the_issuing(desk, story):
    story.municipality()
    family = story.family("Vik").child("Ine").enquiry().assessment()
    decided = determine(story, family)
    with pytest.raises(Refusal, match=r"documents\.refused\.nobody_to_write_to"):
        desk.do(issue_determination_letters, decided, press)


def test_an_expected_child_needs_no_name(desk, clock, story):
    story.municipality()
    family = story.family("Vik").child("", age=None, family_name="", expected_on=clock().date()).adult("Ida")
    decided = determine(story, family.enquiry().assessment())
    (letter_id,) = desk.do(draft_determination_letters, decided)
    letter = desk.read(letter_of, letter_id, desk.staff_id, clock())
    assert isinstance(letter, DeterminationLetter)
    assert letter.child_is_expected
    assert "for barnet dere venter" in printed(document(letter))


def test_siblings_are_named_together(desk, clock, story):
    story.municipality()
    family = story.family("Vik").child("Ine").child("Odd").adult("Ida")
    letter_id = desk.do(draft_letter, family.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
    assert desk.read(letter_of, letter_id, desk.staff_id, clock()).child == "Ine og Odd Vik"


def test_a_youth_of_seventeen_is_told_when_the_right_ends(desk, clock, story):
    story.municipality()
    family = story.family("Vik").child("Ine", age=17).adult("Ida")
    decided = determine(story, family.enquiry().assessment())
    (letter_id,) = desk.do(draft_determination_letters, decided)
    words = printed(document(desk.read(letter_of, letter_id, desk.staff_id, clock())))
    assert "fyller 18 år, 15.~januar~2027" in words


def test_sending_tells_the_case_and_can_be_taken_back(desk, database, haugen):
    draft = LetterDraft(kind=DocumentKind.INTERIM_REPLY, enquiry_id=haugen.enquiry_id)
    letter_id = desk.do(draft_letter, haugen.id, draft)
    with pytest.raises(Refusal, match=r"documents\.refused\.not_finished"):
        desk.do(mark_sent, letter_id, desk.today(), "post")
    desk.do(finish_letter, letter_id, press)
    desk.do(mark_sent, letter_id, desk.today(), "post")
    assert desk.read(lambda session: session.get_one(Enquiry, haugen.enquiry_id).interim_reply_on) == desk.today()
    desk.do(take_back_sent, letter_id)
    assert desk.read(document_list, haugen.id)[0].state is DocumentState.FINAL


def test_a_letter_is_not_sent_before_it_is_written_or_in_the_future(desk, haugen, clock):
    letter_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
    desk.do(finish_letter, letter_id, press)
    written = desk.today()
    with pytest.raises(Refusal, match=r"documents\.refused\.date_in_future"):
        desk.do(mark_sent, letter_id, written.replace(year=written.year + 1), "post")
    with pytest.raises(Refusal, match=r"documents\.refused\.before_letter"):
        desk.do(mark_sent, letter_id, written.replace(year=written.year - 1), "post")


def test_the_signed_copy_lies_beside_its_letter(desk, haugen):
    letter_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
    desk.do(finish_letter, letter_id, press)
    scan_id = desk.do(attach_scan, letter_id, PDF)
    rows = {row.id: row for row in desk.read(document_list, haugen.id)}
    assert rows[letter_id].signed_copy_id == scan_id
    assert rows[letter_id].signed_on == desk.today()
    assert desk.read(document_bytes, scan_id).content == PDF


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"MZ\x90\x00 a program named scan.pdf", "unknown_file"),
        (b"", "unknown_file"),
        (b"%PDF-" + bytes(LARGEST), "too_big"),
    ],
)
def test_a_scan_that_is_something_else_or_too_big_is_refused(desk, haugen, content, key):
    letter_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
    desk.do(finish_letter, letter_id, press)
    with pytest.raises(Refusal, match=rf"documents\.refused\.{key}"):
        desk.do(attach_scan, letter_id, content)


def test_the_family_can_have_the_log_of_prints_and_openings_on_paper(desk, haugen):
    letter_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.RIGHT_INFORMATION))
    desk.do(finish_letter, letter_id, press)
    desk.do(log_printed, letter_id)
    log_id = desk.do(draft_letter, haugen.id, LetterDraft(kind=DocumentKind.ACCESS_LOG))
    desk.do(finish_letter, log_id, press)
    words = read(desk, log_id)
    assert "Ingrid Bakken" in words
    assert "Skrev ut et dokument" in words
    assert "Ferdigstilte et brev" in words
