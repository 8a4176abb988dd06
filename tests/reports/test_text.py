# SPDX-License-Identifier: MIT
"""Words are made ready for paper without being changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.flow.lines import lines_of
from reports.style import LETTER
from reports.text import clean, paragraphs, seams, syllables


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("1. mars 2027", "1.~mars~2027"),
        ("den 15. okt. 2026 kl. 12.30", "den 15.~okt.~2026 kl.~12.30"),
        ("§ 13 og §§ 7 til 9", "§~13 og §§~7 til 9"),
        ("75 00 12 34", "75~00~12~34"),
        ("2. klasse", "2. klasse"),
        ("10 000 kr", "10~000~kr"),
        ("1. marsj", "1. marsj"),
    ],
)
def test_dates_numbers_and_provisions_hold_together(typed, held):
    assert clean(typed) == held.replace("~", "\u00a0")


def test_compounds_break_between_their_parts():
    assert "hjelpemiddelsentralen".index("sentralen") in seams("hjelpemiddelsentralen")
    assert "barnekoordinator".index("koordinator") in seams("barnekoordinator")


def test_other_words_break_by_sound():
    word, places = "fysioterapeut", syllables("fysioterapeut")
    assert [word[a:b] for a, b in zip([0, *places], [*places, len(word)], strict=True)] == [
        "fy",
        "sio",
        "te",
        "ra",
        "peut",
    ]


def test_blank_lines_part_paragraphs():
    assert paragraphs("en\n \n\nto\ntre\n") == ["en", "to\ntre"]


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="abcæøåkjsv-§ 1.\u00ad", max_size=40))
def test_no_place_to_break_lies_outside_the_word(word):
    assert all(0 < at < len(word) for at in seams(word) + syllables(word))


@pytest.mark.timeout(10)
@pytest.mark.parametrize("measure", [-4.8, 0.0, 0.5, 3.0])
def test_words_without_room_get_a_line_for_each_letter_and_the_end_is_reached(measure):
    said = lines_of("f 37", LETTER.body, measure)
    assert [line for line in said if line] == ["f", "3", "7"]
