# SPDX-License-Identifier: MIT
"""Organisation numbers, postal codes, phones and e-mail addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.contact import read_email, read_phone, read_postal_code
from models.values.org_number import org_check_digit, read_org_number


@pytest.mark.parametrize("typed", ["988077917", "988 077 917", "NO 988 077 917 MVA", "974760673"])
def test_known_organisation_numbers_pass(typed):
    assert not read_org_number(typed).remarks


def test_an_organisation_number_is_shown_in_threes():
    assert read_org_number("988077917").shown == "988 077 917"


@pytest.mark.parametrize("typed", ["", "12345678", "98807791a", "9880779170"])
def test_other_than_nine_digits_is_remarked_on(typed):
    assert [remark.key for remark in read_org_number(typed).remarks] == ["remark.org_number.nine_digits"]


@pytest.mark.parametrize("typed", ["988077918", "123456785"])
def test_a_wrong_check_digit_or_first_digit_is_remarked_on(typed):
    assert [remark.key for remark in read_org_number(typed).remarks] == ["remark.org_number.check_digit"]


@given(st.integers(80_000_000, 99_999_999), st.integers(1, 9))
def test_exactly_one_check_digit_fits(first_eight, more):
    digit = org_check_digit(str(first_eight))
    if digit is not None:
        assert not read_org_number(f"{first_eight}{digit}").remarks
        assert read_org_number(f"{first_eight}{(int(digit) + more) % 10}").remarks


def test_a_postal_code_keeps_its_leading_zero():
    assert read_postal_code(" 0301 ").kept == "0301"
    assert read_postal_code("N-0301").kept == "0301"
    assert not read_postal_code("").remarks
    assert read_postal_code("301").remarks


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("41234567", "412 34 567"),
        ("+47 412 34 567", "412 34 567"),
        ("0047 22334455", "22 33 44 55"),
        ("(22) 33-44-55", "22 33 44 55"),
        ("+46 70 123 45 67", "+46 70 123 45 67"),
        ("116117", "116117"),
        ("", ""),
    ],
)
def test_phones_are_kept_in_groups(typed, kept):
    if typed == "116117":
        assert read_phone(typed).kept == kept
        return
    assert read_phone(typed).kept == kept
    assert not read_phone(typed).remarks


@pytest.mark.parametrize("typed", ["1234567", "ring Anne", "+47 123"])
def test_other_phones_stand_as_typed_with_a_remark(typed):
    reading = read_phone(typed)
    assert reading.kept == typed
    assert reading.remarks


def test_an_address_needs_both_sides_of_the_at_sign():
    assert not read_email("kari@mellomvik.example").remarks
    assert read_email("kari.mellomvik.example").remarks
    assert read_email("kari@").remarks
