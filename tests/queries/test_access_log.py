# SPDX-License-Identifier: MIT
"""The log of a family in words: what changed on the screen, and what may stand on paper."""

from models.queries.access_log import log_of_family
from models.queries.letters import letter_of
from models.records.document import DocumentKind
from models.records.person import AddressProtection, Person
from models.store.meaning import note
from models.work.issue_letter import LetterDraft, draft_letter
from reports.papers import document
from tests.letter_press import edit
from tests.reports.printed import printed


def reveal(session, act, family_id):
    note(session, act, what="person.address_revealed", family_id=family_id)


def test_a_change_is_told_with_its_fields_and_its_values(desk, story):
    family = story.family("Lie").child("Ada").adult("Mia", phone="57 00 00 41")
    edit(desk, Person, family.adults[0], phone="57 00 00 42")
    row = desk.read(log_of_family, family.id)[0]
    assert row.told_in("nb") == "Endret en person: telefon"
    assert row.told_in("nn") == "Endra ein person: telefon"
    assert [(change.before, change.after) for change in row.changes] == [("57 00 00 41", "57 00 00 42")]


def test_the_paper_never_tells_that_an_address_is_protected(desk, story, clock):
    story.municipality()
    family = story.family("Lie").child("Ada").adult("Mia")
    edit(desk, Person, family.adults[0], address_protection=AddressProtection.STRICT)
    desk.because("Skal sende brev").do(reveal, family.id)
    log_id = desk.do(draft_letter, family.id, LetterDraft(kind=DocumentKind.ACCESS_LOG))
    clock.forward(minutes=1)
    words = printed(document(desk.read(letter_of, log_id, desk.staff_id, clock()))).casefold()
    assert "viste en adresse" in words
    assert "skjerm" not in words
    assert "sperre" not in words


def test_what_nobody_has_given_words_is_still_told(desk, story):
    family = story.family("Lie")
    desk.do(lambda session, act: note(session, act, what="family.something_new", family_id=family.id))
    assert desk.read(log_of_family, family.id)[0].told_in("nb") == "Annen hendelse"
