# SPDX-License-Identifier: MIT
"""What a municipality may change: every standard text of every letter, with names for its fields and an example."""

from dataclasses import replace

import pytest

from models.values.letter import AccessLog
from models.values.letter_fields import field_faults
from models.values.own_letter import OwnLetter
from reports.build import render
from reports.examples import LETTERS
from reports.papers import COMPOSERS, document
from reports.parts import Section
from reports.standard_texts import standard_letters
from reports.texts import Told
from tests.reports.all_papers import LANGUAGES, papers
from tests.reports.letter_samples import envelope
from tests.reports.own_samples import VALUES
from tests.reports.printed import printed

# What a municipality would hardly say otherwise: the log, and letters that are its own words already.
APART = (AccessLog, OwnLetter)


def told(paper):
    """The standard texts of a paper."""
    parts = COMPOSERS[type(paper)].parts(paper)
    return [part.text for part in parts if isinstance(part, Section) and isinstance(part.text, Told)]


def letters(language):
    return standard_letters(envelope(language, fields=VALUES))


def test_every_letter_of_more_than_one_text_is_offered():
    written = {type(paper) for paper in papers("nb").values() if len(told(paper)) > 1}
    assert written - set(LETTERS) - set(APART) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_standard_text_of_a_letter_is_offered_with_names_for_all_its_fields(language):
    offered = {text.key: text for letter in letters(language) for text in letter.texts}
    used = {text.key for paper in papers(language).values() if type(paper) in LETTERS for text in told(paper)}
    assert sorted(used - set(offered)) == []
    assert [text.key for text in offered.values() if field_faults(text.shipped, text.fields, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_text_shows_the_municipalitys_words_where_they_stand(language):
    for letter in letters(language):
        text = letter.texts[0]
        own = replace(text.example.envelope, own_texts={text.key: "Våre {kommune} ord."})
        assert "Våre Mellomvik kommune ord." in printed(document(replace(text.example, envelope=own)))
    assert render(document(letter.texts[-1].example)).startswith(b"%PDF")


def test_a_letter_whose_texts_are_all_left_out_can_still_be_set():
    for letter in letters("nb"):
        example = letter.texts[0].example
        emptied = replace(example.envelope, own_texts={text.key: "" for text in letter.texts}, copies_to=("Arkivet",))
        assert render(document(replace(example, envelope=emptied))).startswith(b"%PDF")


def test_our_own_text_put_in_its_own_place_changes_nothing():
    for letter in letters("nn"):
        for text in letter.texts:
            own = replace(text.example.envelope, own_texts={text.key: text.shipped})
            assert document(replace(text.example, envelope=own)) == document(text.example), text.key


def test_a_service_is_never_offered_the_childs_name():
    found = [text for letter in letters("nb") for text in letter.texts if text.key.startswith("letters_service.")]
    assert found
    assert not any(text.fields.get("child") or text.fields.get("family") for text in found)
