# SPDX-License-Identifier: MIT
"""Dates, times, spans and ages in words, in bokmål and nynorsk."""

from datetime import date, datetime

from models.values.dates import OSLO, add_months, age_on, months_between
from models.values.language import words

# Spans longer than this many days are told in months: nobody counts 142 days in the head.
DAYS_UNTIL_MONTHS = 60


def long_date(day: date, language: str) -> str:
    """«14. april 2009»."""
    return f"{day.day}. {words(language).months[day.month - 1]} {day.year}"


def weekday_date(day: date, language: str) -> str:
    """«tirsdag 14. april 2009»."""
    return f"{weekday(day, language)} {long_date(day, language)}"


def weekday(day: date, language: str) -> str:
    """«tirsdag», «tysdag»."""
    return words(language).weekdays[day.weekday()]


def day_and_month(day: date, language: str) -> str:
    """«14. april»."""
    return f"{day.day}. {words(language).months[day.month - 1]}"


def short_date(day: date) -> str:
    """«14.04.2009», as it stands in fields."""
    return f"{day:%d.%m.%Y}"


def compact_date(day: date, today: date, language: str) -> str:
    """«ons. 25. nov.» for a list; with the year when it is another than this."""
    known = words(language)
    text = f"{known.weekdays_short[day.weekday()]} {day.day}. {known.months_short[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def week_number(day: date, language: str) -> str:
    """«uke 48», «veke 48»."""
    return words(language).week_number.format(n=day.isocalendar().week)


def clock_time(moment: datetime, language: str) -> str:
    """«kl. 13:00» in Norway."""
    local = moment.astimezone(OSLO) if moment.tzinfo else moment
    return words(language).clock.format(time=f"{local:%H:%M}")


def moment_text(moment: datetime, language: str) -> str:
    """«14. april 2009 kl. 13:00» in Norway."""
    local = moment.astimezone(OSLO) if moment.tzinfo else moment
    return f"{long_date(local.date(), language)} {clock_time(local, language)}"


def short_moment(moment: datetime) -> str:
    """«14.04.2009 13:00» in Norway, for columns."""
    local = moment.astimezone(OSLO) if moment.tzinfo else moment
    return f"{short_date(local.date())} {local:%H:%M}"


def span(n: int, unit: str, language: str) -> str:
    """«1 dag», «7 dager», «2 veker»; unit is day, week, month or year."""
    return words(language).spans[unit]["one" if n == 1 else "other"].format(n=n)


def from_today(day: date, today: date, language: str) -> str:
    """«i dag», «i morgen», «om 7 dager», «for 3 dager siden», «om 5 måneder»."""
    relative, days = words(language).relative, (day - today).days
    if str(days) in relative:
        return relative[str(days)]
    frame = relative["ahead"] if days > 0 else relative["ago"]
    return frame.format(span=_longish_span(today, day, language))


def over_due_badge(due_on: date, today: date, language: str) -> str:
    """«4 dager over», for a badge."""
    return words(language).relative["over"].format(span=_longish_span(due_on, today, language))


def age_text(born_on: date, today: date, language: str) -> str:
    """«6 år»; the youngest in days, weeks and months. Nothing before the birth."""
    if born_on > today:
        return ""
    if age_on(born_on, today) >= 2:
        return span(age_on(born_on, today), "year", language)
    months = months_between(born_on, today)
    if months >= 2:
        return span(months, "month", language)
    days = (today - born_on).days
    return span(days // 7, "week", language) if days >= 14 else span(days, "day", language)


def _longish_span(one: date, other: date, language: str) -> str:
    earlier, later = sorted((one, other))
    days = (later - earlier).days
    if days <= DAYS_UNTIL_MONTHS:
        return span(days, "day", language)
    months = months_between(earlier, later)
    if months >= 24:
        return span(months // 12, "year", language)
    # More than half a month on top is told as the next month.
    months += (later - add_months(earlier, months)).days > 15
    return span(months, "month", language)
