# SPDX-License-Identifier: MIT
"""Sums with dates and the Norwegian public holidays."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values import dates

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("year", range(1990, 2051))
def test_the_holidays_are_those_of_an_independent_calendar(year):
    # The other calendar counts Sundays only when told to.
    assert set(dates.public_holidays(year)) == set(holidays.country_holidays("NO", years=year, categories=("public",)))


def test_the_holidays_of_2026_by_the_almanac():
    assert [f"{day:%d.%m}" for day in dates.public_holidays(2026)] == [
        "01.01", "02.04", "03.04", "05.04", "06.04", "01.05", "14.05", "17.05", "24.05", "25.05", "25.12", "26.12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 4, 2), date(2026, 4, 7)),
        (date(2026, 12, 25), date(2026, 12, 28)),
        (date(2026, 12, 24), date(2026, 12, 24)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2027, 5, 17), date(2027, 5, 18)),
    ],
)
def test_a_day_off_moves_to_the_next_working_day(day, moved):
    """domstolloven § 149"""
    assert dates.working_day_from(day) == moved


@given(DAYS)
def test_the_next_working_day_is_one_and_is_near(day):
    found = dates.working_day_from(day)
    assert dates.is_working_day(found)
    assert timedelta(0) <= found - day <= timedelta(days=5)


@given(DAYS, DAYS)
def test_a_later_day_never_gives_an_earlier_working_day(one, other):
    earlier, later = sorted((one, other))
    assert dates.working_day_from(earlier) <= dates.working_day_from(later)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 22), 1, date(2026, 12, 22)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last(start, months, end):
    """domstolloven § 148"""
    assert dates.add_months(start, months) == end


@given(DAYS, st.integers(1, 60))
def test_weeks_end_on_the_same_weekday(start, weeks):
    end = dates.add_weeks(start, weeks)
    assert end.weekday() == start.weekday()
    assert (end - start).days == 7 * weeks


def test_working_days_step_over_easter():
    assert dates.add_working_days(date(2026, 4, 1), 1) == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2009, 4, 14), date(2026, 11, 23), 17),
        (date(2009, 4, 14), date(2027, 4, 13), 17),
        (date(2009, 4, 14), date(2027, 4, 14), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
    ],
)
def test_age_is_whole_years(born, day, age):
    assert dates.age_on(born, day) == age


@given(DAYS, st.integers(1, 18))
def test_the_birthday_is_the_first_day_of_the_new_age(born, years):
    day = dates.birthday(born, years)
    assert dates.age_on(born, day) == years
    assert dates.age_on(born, day - timedelta(days=1)) == years - 1
