# SPDX-License-Identifier: MIT
"""What guessing costs, and the recovery key on one sheet or two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.store import recovery
from models.store.slots import CEILING_KIB, FLOOR, USUAL, Took, calibrated
from models.values.trouble import Trouble

KEYS = st.binary(min_size=recovery.BYTES, max_size=recovery.BYTES).map(bytearray)


@given(KEYS)
def test_two_sheets_together_are_the_key_in_either_order(key):
    one, other = recovery.split(key)
    assert recovery.join(one, other) == recovery.join(other, one) == key
    for sheet in (one, other):
        assert recovery.parse(" ".join(recovery.groups(sheet))) == sheet


@given(KEYS)
def test_a_sheet_alone_says_nothing_of_the_key(key):
    """Split twice, the same key gives other sheets: neither is bound to it."""
    first, second = recovery.split(key), recovery.split(key)
    assert first[0] != second[0]
    assert first[1] != second[1]
    assert recovery.join(first[0], second[1]) != key


@given(KEYS, st.integers(0, recovery.LETTERS + 3), st.sampled_from(recovery.ALPHABET))
def test_a_letter_mistaken_on_paper_is_seen(key, at, letter):
    told = "".join(recovery.groups(key))
    mistaken = told[:at] + letter + told[at + 1 :]
    if mistaken != told:
        with pytest.raises(Trouble):
            recovery.parse(mistaken)


def took(wall, processor=None):
    """A machine that takes so many seconds for one guess at the floor's memory, on the wall and on the processor."""
    return lambda _cost: Took(wall, processor or wall)


def test_guessing_is_made_as_dear_as_the_machine_bears_but_never_cheaper_than_the_floor():
    assert calibrated(timed=took(9)) == FLOOR
    assert calibrated(timed=took(0.0001)).memory_kib == CEILING_KIB
    assert calibrated(timed=took(0.2)).memory_kib == 256 * 1024
    assert calibrated().memory_kib >= FLOOR.memory_kib


def test_a_machine_that_was_busy_is_not_taken_for_a_slow_one():
    assert calibrated(timed=took(wall=5, processor=0.2)).memory_kib == 256 * 1024
    assert calibrated(timed=took(wall=9, processor=2)) == USUAL
