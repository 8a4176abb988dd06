# SPDX-License-Identifier: MIT
"""Proposed passphrases and the strength told of those people make."""

import pytest

from desktop.passphrase import Strength, strength
from models.values.passphrase import WORDS, propose, words


def test_a_proposal_is_strong_and_never_the_same():
    proposals = {propose() for _ in range(50)}
    assert len(proposals) == 50
    assert all(strength(one) is Strength.STRONG and len(one.split()) == WORDS for one in proposals)


def test_the_words_are_enough_for_fifty_bits_and_easy_to_type():
    assert len(set(words())) ** WORDS > 2**49
    assert all(word.isalpha() and word.islower() and 3 <= len(word) <= 10 for word in words())


@pytest.mark.parametrize("weak", ["", "a", "hemmelig", "Sommer2026", "12345678901234567890", "Mellomvik1"])
def test_what_many_people_choose_is_weak(weak):
    assert strength(weak, ("Mellomvik",)) is Strength.WEAK


def test_a_long_text_is_judged_at_once():
    assert strength("jeg liker kaffe med melk på hytta " * 100) is Strength.STRONG
