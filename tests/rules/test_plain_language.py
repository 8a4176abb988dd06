# SPDX-License-Identifier: MIT
"""LIX against numbers counted by hand, long sentences, and heavy words with what is plainer."""

import pytest

from models.rules.plain_language import LONG_SENTENCE, ease_of, lix, plainer_words, reading_of, sentences, words
from resources.catalogue import find, keys


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # 4 words in 1 sentence, none long
        ("Vi ringer deg snart.", 4),
        # 8 words in 2 sentences: 4; «barnekoordinator» and «torsdag» are long: 100 · 2 / 8 = 25
        ("Dere får barnekoordinator. Vi ringer deg på torsdag.", 29),
        # 10 words, 1 sentence; long: «Kommunen», «tjenestene», «samarbeider», «familien» -> 10 + 40
        ("Kommunen sørger for at tjenestene samarbeider godt med hele familien.", 50),
        # a number is a word and a hyphened word is one: 6 words, 1 sentence, «helse-tjenester» long -> 6 + 16.7
        ("Ring 57 om helse-tjenester i dag.", 23),
        ("", 0),
        ("...", 0),
    ],
)
def test_the_number_is_that_of_lasbarhetsindex(text, number):
    assert lix(text) == number


@pytest.mark.parametrize(("number", "ease"), [(0, "easy"), (39, "easy"), (40, "medium"), (49, "medium"), (50, "hard")])
def test_the_number_has_a_word(number, ease):
    assert ease_of(number) == ease


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Vi møtes 1. mars kl. 13.30. Ta med f.eks. en liste.", 2),
        ("Det står i loven § 7-2 a. Vi hjelper dere.", 2),
        ("Dere skal\n– ringe oss\n– komme innom", 3),
        ("Hei! Kommer du? «Ja.» Fint …", 4),
        ("Uten punktum", 1),
    ],
)
def test_a_sentence_ends_where_a_reader_stops(text, count):
    assert len(sentences(text)) == count


def test_a_sentence_of_more_than_25_words_is_pointed_out_and_one_of_25_is_not():
    fits = " ".join(["ord"] * LONG_SENTENCE) + "."
    assert reading_of(fits, "nb").long_sentences == ()
    assert reading_of(f"Kort. Og {fits}", "nb").long_sentences == (f"Og {fits}",)


def test_a_heavy_word_is_found_in_its_forms_and_once_with_what_is_plainer():
    found = reading_of("Anmodningen vedrørende saken, og vedrørende barnet.", "nb").heavy
    assert [(one.word, one.plainer) for one in found] == [
        ("Anmodningen", "be om, eller spørsmål"),
        ("vedrørende", "om"),
    ]
    assert [one.plainer for one in reading_of("Barnet skal bistås I HENHOLD TIL loven.", "nb").heavy] == ["etter"]


def test_each_form_of_norwegian_has_its_own_words():
    assert reading_of("vedrørande", "nb").heavy == ()
    assert [one.plainer for one in reading_of("vedrørande", "nn").heavy] == ["om"]
    assert len(plainer_words("nb")) > 60
    assert len(plainer_words("nn")) > 60


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_our_own_letters_keep_what_we_ask_of_others(language):
    allowed = {"letters_complaint.own_interest": "ivareta"}  # the words of the law itself
    heavy = []
    for key in sorted(one for one in keys(language) if one.startswith("letters")):
        entry = find(key, language)
        for text in entry.values() if isinstance(entry, dict) else [entry]:
            heavy += [(key, one.word) for one in reading_of(text, language).heavy if allowed.get(key) != one.word]
    assert heavy == []


def test_a_field_is_one_short_word():
    assert words("Hei {telefon til koordinator}") == ("Hei", "telefon", "til", "koordinator")
    assert reading_of("Hei {telefon til koordinator}", "nb").words == 2


def test_a_few_words_are_not_judged():
    assert reading_of("Ring oss gjerne.", "nb").ease is None
    assert reading_of("Ring oss gjerne når du har tid. " * 4, "nb").ease == "easy"
