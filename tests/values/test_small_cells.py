# SPDX-License-Identifier: MIT
"""No small figure can be read from a report, nor worked out from those beside it."""

from itertools import product

import pytest

from models.values.small_cells import TOTAL, Hidden, shown_alone, shown_parts


@pytest.mark.parametrize(("n", "shown"), [(0, 0), (1, Hidden.FEW), (4, Hidden.FEW), (5, 5), (112, 112)])
def test_from_one_to_four_is_said_to_be_few(n, shown):
    assert shown_alone(n) == shown


def test_a_lonely_small_part_takes_the_next_smallest_with_it():
    shown = shown_parts({"granted": 16, "refused": 2, "ended": 9})
    assert shown == {"granted": 16, "refused": Hidden.FEW, "ended": Hidden.WITH_ANOTHER, TOTAL: 27}


def test_a_part_whose_rest_is_nought_takes_the_sum_with_it():
    assert shown_parts({"a": 0, "b": 1, "c": 5})[TOTAL] is Hidden.WITH_ANOTHER


def test_parts_large_enough_stand_as_they_are():
    assert shown_parts({"a": 5, "b": 0}) == {"a": 5, "b": 0, TOTAL: 5}


def guesses(shown, place):
    """What somebody who reads the figures can think a part to be."""
    *parts, total = shown.values()
    ranges = {Hidden.FEW: range(1, 5), Hidden.WITH_ANOTHER: range(5, 16)}
    for guess in product(*(ranges.get(n, [n]) if isinstance(n, Hidden) else [n] for n in parts)):
        whole = sum(guess)
        if whole == total or (total is Hidden.FEW and whole < 5) or (total is Hidden.WITH_ANOTHER and whole >= 5):
            yield guess[place]


def test_no_small_part_can_be_worked_out():
    for figures in product(range(7), repeat=3):
        shown = shown_parts(dict(zip("abc", figures, strict=True)))
        for place, n in enumerate(figures):
            if 0 < n < 5:
                assert len(set(guesses(shown, place))) > 1, (figures, shown)
