# SPDX-License-Identifier: MIT
"""National identity numbers are read and remarked on, and never refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.national_id import NumberKind, check_digits, compare_with_entered, read_national_id, remainders


def keys(typed):
    return [remark.key.removeprefix("remark.national_id.") for remark in read_national_id(typed).remarks]


@pytest.mark.parametrize("digits", ["01891550061", "01891550142"])
def test_a_synthetic_number_is_well_formed_and_said_to_be_synthetic(digits):
    number = read_national_id(digits)
    assert number.well_formed
    assert number.synthetic
    assert keys(digits) == ["synthetic"]
    assert number.birth_date == date(2015, 9, 1)


def test_a_synthetic_d_number_has_no_certain_birth_date():
    number = read_national_id("418915 50055")
    assert (number.kind, number.synthetic, number.well_formed) == (NumberKind.D_NUMBER, True, True)
    assert number.birth_date is None
    assert keys("41891550055") == ["synthetic", "d_number"]


@pytest.mark.parametrize(
    ("digits", "left"), [("02013299997", (0, 0)), ("30108299920", (0, 0)), ("30108299939", (1, 0))]
)
def test_the_official_examples_of_the_rule_from_2032_are_accepted(digits, left):
    number = read_national_id(digits)
    assert remainders(digits) == left
    assert number.well_formed
    assert keys(digits) == (["unusual"] if left[0] else [])


def test_four_or_more_left_by_the_first_check_digit_is_remarked_on():
    wrong = next(
        digits
        for individual in range(500, 600)
        for first in range(10)
        for second in range(10)
        if remainders(digits := f"018915{individual}{first}{second}")[0] == 4 and remainders(digits)[1] == 0
    )
    assert "check_digits" in keys(wrong)
    assert not read_national_id(wrong).well_formed


def test_a_help_number_has_forty_added_to_the_month():
    nine = next(f"014915{n:03}" for n in range(500, 999) if check_digits(f"014915{n:03}"))
    number = read_national_id(nine + check_digits(nine))
    assert (number.kind, number.well_formed, number.synthetic) == (NumberKind.H_NUMBER, True, False)


@pytest.mark.parametrize("typed", ["018915-50061", "018915 50061", " 01891550061\n", "018915.50061"])
def test_spaces_dots_and_dashes_do_not_matter(typed):
    assert read_national_id(typed).digits == "01891550061"
    assert read_national_id(typed).shown == "018915 50061"


@pytest.mark.parametrize("typed", ["", "1234", "0189155006x", "٠١٨٩١٥٥٠٠٦١", "'; DROP TABLE", "👶" * 11, "1" * 10_000])
def test_anything_else_is_kept_as_typed_with_a_remark(typed):
    assert keys(typed) == ["eleven_digits"]


def test_a_day_that_does_not_exist_is_remarked_on():
    assert "no_such_date" in keys("32891550061")


def test_the_entered_birth_date_is_compared_and_never_replaced():
    number = read_national_id("01891550061")
    assert not compare_with_entered(number, date(2015, 9, 1))
    assert not compare_with_entered(number, None)
    [remark] = compare_with_entered(number, date(2015, 9, 2))
    assert (remark.level, remark.values["day"]) == ("note", date(2015, 9, 1))


@given(st.dates(date(1940, 1, 1), date(2039, 12, 31)), st.integers(0, 499))
def test_every_number_the_register_could_give_reads_back_to_its_date(born, individual):
    individual = individual + 500 if born.year >= 2000 else individual
    nine = f"{born.day:02}{born.month + 80:02}{born.year % 100:02}{individual:03}"
    control = check_digits(nine)
    if control is None:
        return
    number = read_national_id(nine + control)
    assert number.well_formed
    assert number.birth_date == born


@given(st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_never_read_as_the_old_rule_number(place, change):
    digits = "01891550061"
    wrong = digits[:place] + str((int(digits[place]) + change) % 10) + digits[place + 1 :] if place < 11 else digits
    assert remainders(wrong) != (0, 0)


@given(st.text(max_size=40))
def test_nothing_typed_makes_the_reader_fail(typed):
    read_national_id(typed)
