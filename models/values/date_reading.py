# SPDX-License-Identifier: MIT
"""Reading a date the way people type it: 14.4.09, 140409, 14. april, «i morgen», «om 2 veker», «på fredag»."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from models.values.dates import add_days, add_months, add_weeks, add_years, make_date
from models.values.language import WRITTEN, words
from models.values.remark import Remark

FIRST_YEAR, LAST_YEAR = 1900, 2150
# Two digits reach this many years ahead, unless the date is known to lie in the past.
YEARS_AHEAD = 20


@dataclass(frozen=True, slots=True)
class DateReading:
    """The date that was meant, or why none could be read; both are empty for an empty text."""

    day: date | None = None
    reason: Remark | None = None


def read_date(typed: str, today: date, past: bool = False) -> DateReading:
    """Read a date in bokmål or nynorsk; `past` says that it cannot lie ahead, as a birth date."""
    text = " ".join(typed.casefold().split()).strip(" .,")
    if not text:
        return DateReading()
    found = (
        _numbers(text, today, past)
        or _named_month(text, today, past)
        or _relative_word(text, today)
        or _span(text, today)
        or _named_weekday(text, today, past)
    )
    return found or DateReading(reason=Remark("remark.date.unreadable"))


def _numbers(text: str, today: date, past: bool) -> DateReading | None:
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, day = map(int, found.groups())
        return _checked(year, month, day)
    if found := re.fullmatch(r"(\d{2})(\d{2})(\d{4}|\d{2})", text):
        return _checked(_year(found[3], today, past), int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})(?:\s*[./\- ]\s*(\d{4}|\d{2}))?", text):
        day, month = int(found[1]), int(found[2])
        return _checked(_year(found[3], today, past), month, day) if found[3] else _nearest(day, month, today, past)
    return None


def _named_month(text: str, today: date, past: bool) -> DateReading | None:
    found = re.fullmatch(r"(?:\w+dag(?: den)? )?(\d{1,2})\.? ?([a-zæøå]{3,9})\.?(?: (\d{4}|\d{2}))?", text)
    month = _month(found[2]) if found else None
    if found is None or month is None:
        return None
    if found[3]:
        return _checked(_year(found[3], today, past), month, int(found[1]))
    return _nearest(int(found[1]), month, today, past)


def _month(word: str) -> int | None:
    names = words("nb").months
    matches = [place for place, name in enumerate(names, start=1) if name.startswith(word.rstrip("."))]
    if not matches and word == "sept":
        return 9
    return matches[0] if len(matches) == 1 else None


def _relative_word(text: str, today: date) -> DateReading | None:
    for language in WRITTEN:
        for days, word in words(language).relative.items():
            if days.lstrip("-").isdecimal() and text in (word, word.removeprefix("i ")):
                return DateReading(add_days(today, int(days)))
    return DateReading(add_days(today, -2)) if text in ("i forgår", "i førgårs") else None


_UNITS: tuple[tuple[str, Callable[[date, int], date]], ...] = (
    (r"dag|dager|dagar", add_days),
    (r"uke|uker|veke|veker", add_weeks),
    (r"måned|måneder|månad|månader|mnd\.?|md\.?", add_months),
    (r"år", add_years),
)
_COUNTS = {"en": 1, "ei": 1, "ein": 1, "et": 1, "eit": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "åtte": 8}


def _span(text: str, today: date) -> DateReading | None:
    found = re.fullmatch(r"(om|for|\+)? ?(\d{1,4}|[a-zå]+) (.+?)( siden| sidan)?", text)
    if found is None or (found[1] in ("for", None)) != (found[4] is not None):
        return None
    count = int(found[2]) if found[2].isdecimal() else _COUNTS.get(found[2])
    for names, add in _UNITS:
        if count is not None and re.fullmatch(names, found[3]):
            moved = _moved(add, today, -count if found[4] else count)
            return moved or DateReading(reason=Remark("remark.date.far_away"))
    return None


def _moved(add: Callable[[date, int], date], today: date, count: int) -> DateReading | None:
    try:
        day = add(today, count)
    except (ValueError, OverflowError):
        return None
    return _checked(day.year, day.month, day.day)


def _named_weekday(text: str, today: date, past: bool) -> DateReading | None:
    found = re.fullmatch(r"(på |førstkommende |førstkomande |neste |sist |siste |forrige |førre )?(\w+)", text)
    if found is None:
        return None
    names = [name for language in WRITTEN for name in words(language).weekdays] + ["sundag"]
    wanted = [place % 7 if name != "sundag" else 6 for place, name in enumerate(names) if name == found[2]]
    if not wanted:
        return None
    ahead = (wanted[0] - today.weekday() - 1) % 7 + 1
    back = found[1] in ("sist ", "siste ", "forrige ", "førre ") or (past and found[1] is None)
    if not back:
        return DateReading(add_days(today, ahead + _a_week_more(found[1], ahead, today)))
    return DateReading(add_days(today, ahead - 7 if ahead < 7 else -7))


def _a_week_more(word: str | None, ahead: int, today: date) -> int:
    # «Neste fredag» said on a Monday is the one in the week to come, not the one in four days.
    return 7 if word == "neste " and today.weekday() + ahead <= 6 else 0


def _year(digits: str, today: date, past: bool) -> int:
    if len(digits) == 4:
        return int(digits)
    latest = today.year if past else today.year + YEARS_AHEAD
    year = latest - latest % 100 + int(digits)
    return year if year <= latest else year - 100


def _nearest(day: int, month: int, today: date, past: bool) -> DateReading:
    """Day and month alone: the nearest such day, or the latest one where the date lies in the past."""
    first = _checked(today.year, month, day)
    found = [read for year in (-1, 0, 1) if (read := make_date(today.year + year, month, day))]
    usable = [read for read in found if not past or read <= today]
    if not usable:
        return first
    return DateReading(min(usable, key=lambda read: abs((read - today).days)))


def _checked(year: int, month: int, day: int) -> DateReading:
    if not 1 <= month <= 12:
        return DateReading(reason=Remark("remark.date.no_such_month", values={"month": month}))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return DateReading(reason=Remark("remark.date.far_away"))
    last = monthrange(year, month)[1]
    if (month, day) == (2, 29) and last == 28:
        return DateReading(reason=Remark("remark.date.no_leap_day", values={"year": year}))
    if not 1 <= day <= last:
        return DateReading(reason=Remark("remark.date.no_such_day", values={"day": day, "last": last, "month": month}))
    return DateReading(date(year, month, day))
