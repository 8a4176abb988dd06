# SPDX-License-Identifier: MIT
"""Dates read the way people type them, in bokmål and nynorsk, and written in words."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values import date_words
from models.values.date_reading import read_date

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("14.4.09", date(2009, 4, 14)),
        ("140409", date(2009, 4, 14)),
        ("14042009", date(2009, 4, 14)),
        ("14.04.2009", date(2009, 4, 14)),
        ("14/4-2009", date(2009, 4, 14)),
        ("14 4 2009", date(2009, 4, 14)),
        ("2009-04-14", date(2009, 4, 14)),
        ("14. april 2009", date(2009, 4, 14)),
        ("14 apr 09", date(2009, 4, 14)),
        ("tirsdag 14. april 2009", date(2009, 4, 14)),
        ("tysdag den 14. april 2009", date(2009, 4, 14)),
        ("  14.4.09. ", date(2009, 4, 14)),
        ("14.4.88", date(1988, 4, 14)),
        ("1.3.30", date(2030, 3, 1)),
        ("29.2.2028", date(2028, 2, 29)),
        ("1.12", date(2026, 12, 1)),
        ("5. januar", date(2027, 1, 5)),
        ("i dag", MONDAY),
        ("I morgen", date(2026, 11, 24)),
        ("i morgon", date(2026, 11, 24)),
        ("morgen", date(2026, 11, 24)),
        ("i går", date(2026, 11, 22)),
        ("i forgårs", date(2026, 11, 21)),
        ("i førgår", date(2026, 11, 21)),
        ("i overmorgon", date(2026, 11, 25)),
        ("om 2 uker", date(2026, 12, 7)),
        ("om 2 veker", date(2026, 12, 7)),
        ("om ei veke", date(2026, 11, 30)),
        ("om en måned", date(2026, 12, 23)),
        ("om 3 månader", date(2027, 2, 23)),
        ("om to år", date(2028, 11, 23)),
        ("for 3 dager siden", date(2026, 11, 20)),
        ("for 3 dagar sidan", date(2026, 11, 20)),
        ("om 10 dager", date(2026, 12, 3)),
        ("fredag", date(2026, 11, 27)),
        ("på laurdag", date(2026, 11, 28)),
        ("mandag", date(2026, 11, 30)),
        ("neste fredag", date(2026, 12, 4)),
        ("sist fredag", date(2026, 11, 20)),
        ("førre måndag", date(2026, 11, 16)),
    ],
)
def test_a_typed_date_is_read(typed, day):
    reading = read_date(typed, MONDAY)
    assert reading.day == day
    assert reading.reason is None


@pytest.mark.parametrize(
    ("typed", "day"),
    [("1.3.30", date(1930, 3, 1)), ("1.12", date(2025, 12, 1)), ("fredag", date(2026, 11, 20))],
)
def test_a_date_known_to_be_past_is_read_backwards(typed, day):
    assert read_date(typed, MONDAY, past=True).day == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("31.4.2026", "no_such_day"),
        ("32.1.2026", "no_such_day"),
        ("0.1.2026", "no_such_day"),
        ("29.2.2027", "no_leap_day"),
        ("1.13.2026", "no_such_month"),
        ("14.4.1066", "far_away"),
        ("1.1.9999", "far_away"),
        ("om 9999 år", "far_away"),
        ("snart", "unreadable"),
        ("14.", "unreadable"),
        ("14.4.2", "unreadable"),
        ("<b>14.4.09</b>", "unreadable"),
        ("🙂" * 5000, "unreadable"),
    ],
)
def test_what_is_no_date_gets_a_reason(typed, reason):
    reading = read_date(typed, MONDAY)
    assert reading.day is None
    assert reading.reason.key == f"remark.date.{reason}"


def test_an_empty_field_is_neither_a_date_nor_wrong():
    reading = read_date("  ", MONDAY)
    assert (reading.day, reading.reason) == (None, None)


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.sampled_from(["nb", "nn"]))
def test_every_date_in_words_reads_back(day, language):
    for written in (
        date_words.long_date(day, language),
        date_words.weekday_date(day, language),
        date_words.short_date(day),
    ):
        assert read_date(written, MONDAY).day == day


@given(st.text(max_size=60))
def test_nothing_typed_makes_the_reader_fail(typed):
    reading = read_date(typed, MONDAY)
    assert reading.day is None or reading.reason is None


@pytest.mark.parametrize(
    ("day", "nb", "nn"),
    [
        (date(2026, 11, 23), "i dag", "i dag"),
        (date(2026, 11, 24), "i morgen", "i morgon"),
        (date(2026, 11, 22), "i går", "i går"),
        (date(2026, 11, 30), "om 7 dager", "om 7 dagar"),
        (date(2026, 11, 20), "for 3 dager siden", "for 3 dagar sidan"),
        (date(2027, 4, 14), "om 5 måneder", "om 5 månader"),
        (date(2029, 11, 23), "om 3 år", "om 3 år"),
    ],
)
def test_spans_from_today_in_words(day, nb, nn):
    assert date_words.from_today(day, MONDAY, "nb") == nb
    assert date_words.from_today(day, MONDAY, "nn") == nn


def test_dates_in_words():
    day = date(2009, 4, 14)
    assert date_words.long_date(day, "nb") == "14. april 2009"
    assert date_words.weekday_date(day, "nb") == "tirsdag 14. april 2009"
    assert date_words.weekday_date(day, "nn") == "tysdag 14. april 2009"
    assert date_words.compact_date(date(2026, 11, 25), MONDAY, "nb") == "ons. 25. nov."
    assert date_words.compact_date(date(2027, 1, 3), MONDAY, "nn") == "søn. 3. jan. 2027"
    assert date_words.week_number(MONDAY, "nn") == "veke 48"
    assert date_words.moment_text(datetime(2026, 7, 1, 11, 5, tzinfo=UTC), "nb") == "1. juli 2026 kl. 13:05"


@pytest.mark.parametrize(
    ("born", "nb", "nn"),
    [
        (date(2009, 4, 14), "17 år", "17 år"),
        (date(2025, 9, 23), "14 måneder", "14 månader"),
        (date(2026, 11, 1), "3 uker", "3 veker"),
        (date(2026, 11, 22), "1 dag", "1 dag"),
        (date(2026, 12, 1), "", ""),
    ],
)
def test_ages_in_words(born, nb, nn):
    assert date_words.age_text(born, MONDAY, "nb") == nb
    assert date_words.age_text(born, MONDAY, "nn") == nn
