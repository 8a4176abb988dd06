# SPDX-License-Identifier: MIT
"""Sums with dates: weeks, months and years, working days and the Norwegian public holidays (R63)."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def local_day(moment: datetime) -> date:
    """The date in Norway at that moment."""
    return moment.astimezone(OSLO).date()


def add_days(start: date, days: int) -> date:
    """That many days later."""
    return start + timedelta(days=days)


def add_weeks(start: date, weeks: int) -> date:
    """The same weekday that many weeks later (domstolloven § 148)."""
    return start + timedelta(weeks=weeks)


def add_months(start: date, months: int) -> date:
    """The same day of the month, or the month's last where it is shorter (domstolloven § 148)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def add_years(start: date, years: int) -> date:
    """The same date that many years later; 29 February becomes the 28th."""
    return add_months(start, 12 * years)


def easter_sunday(year: int) -> date:
    """First day of Easter by the Gregorian computus (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    moon = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * moon) // 451
    month, day = divmod(h + moon - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def public_holidays(year: int) -> dict[date, str]:
    """Helligdager, and 1 and 17 May that the law treats alike, each with the key of its name."""
    easter = easter_sunday(year)
    movable = {
        -3: "maundy_thursday",
        -2: "good_friday",
        0: "easter_sunday",
        1: "easter_monday",
        39: "ascension_day",
        49: "whit_sunday",
        50: "whit_monday",
    }
    fixed = {
        date(year, 1, 1): "new_year",
        date(year, 5, 1): "labour_day",
        date(year, 5, 17): "constitution_day",
        date(year, 12, 25): "christmas_day",
        date(year, 12, 26): "second_christmas_day",
    }
    return dict(sorted((fixed | {add_days(easter, days): name for days, name in movable.items()}).items()))


def holiday_name(day: date) -> str | None:
    """The key of the holiday's name, or None on an ordinary day."""
    return public_holidays(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Neither Saturday, Sunday nor public holiday (domstolloven § 149)."""
    return day.weekday() < 5 and holiday_name(day) is None


def working_day_from(day: date) -> date:
    """The day itself when it is a working day, else the next one (domstolloven § 149)."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def last_working_day(day: date) -> date:
    """The day itself when it is a working day, else the one before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def add_working_days(start: date, days: int) -> date:
    """That many working days later; the start is not counted."""
    day = start
    for _ in range(days):
        day = working_day_from(day + timedelta(days=1))
    return day


def age_on(born_on: date, day: date) -> int:
    """Whole years; somebody born on 29 February turns a year older on 1 March in ordinary years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def birthday(born_on: date, years: int) -> date:
    """The day somebody turns that age, so that `age_on` agrees with it."""
    return make_date(born_on.year + years, born_on.month, born_on.day) or date(born_on.year + years, 3, 1)


def months_between(earlier: date, later: date) -> int:
    """Whole months from the one to the other."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (add_months(earlier, months) > later)
