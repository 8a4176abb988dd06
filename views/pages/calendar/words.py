# SPDX-License-Identifier: MIT
"""How the weeks are written: their numbers and days, and a line for each thing."""

from collections.abc import Iterator
from datetime import date, timedelta

from models.queries.calendar_weeks import MeetingLine, Weeks
from models.queries.due_row import DueRow, TransitionRow
from models.values.date_words import compact_date, day_and_month, over_due_badge, week_number
from models.values.dates import OSLO
from views.discreet import shown
from views.pages.my_day.words import ICONS, about, transition, what_to_do
from views.texts import language, t
from views.widgets.rows import Head, Line, Row

KINDS = ("all", "meetings", "deadlines", "transitions")
Occasion = MeetingLine | DueRow | TransitionRow


def lines(found: Weeks, kind: str, today: date) -> list[Line]:
    """Everything of this kind under the heading of its week; a week without anything is left out."""
    made: list[Line] = []
    monday: date | None = None
    for on, one in sorted(_dated(found, kind), key=lambda pair: (pair[0], _order(pair[1]))):
        begins = on - timedelta(days=on.weekday())
        if begins != monday:
            monday = begins
            made.append(Head(week(begins, today)))
        made.append(_line(one, on, today))
    return made


def week(monday: date, today: date) -> str:
    """«Uke 49 · 30. november–6. desember», and whether it is this one."""
    sunday = monday + timedelta(days=6)
    number = week_number(monday, language())
    first = f"{monday.day}." if monday.month == sunday.month else day_and_month(monday, language())
    days = f"{first}–{day_and_month(sunday, language())}"
    if sunday.year != today.year:
        days = f"{days} {sunday.year}"
    now = [t("calendar_page.this_week")] if monday <= today <= sunday else []
    return " · ".join((number[0].upper() + number[1:], days, *now))


def count(found: Weeks, kind: str) -> int:
    """How many things stand behind a chip."""
    return sum(1 for _ in _dated(found, kind))


def _dated(found: Weeks, kind: str) -> Iterator[tuple[date, Occasion]]:
    if kind in ("all", "meetings"):
        yield from ((one.on, one) for one in found.meetings)
    if kind in ("all", "deadlines"):
        yield from ((one.due_on, one) for one in found.deadlines if one.due_on)
    if kind in ("all", "transitions"):
        yield from ((one.on, one) for one in found.transitions)


def _order(one: Occasion) -> tuple[int, str]:
    """On one day meetings by the clock, then deadlines, then transitions."""
    if isinstance(one, MeetingLine):
        return 0, one.starts_at.isoformat()
    return (1, one.family) if isinstance(one, DueRow) else (2, one.family)


def _line(one: Occasion, on: date, today: date) -> Row:
    day = compact_date(on, today, language())
    if isinstance(one, MeetingLine):
        return _meeting(one, day)
    if isinstance(one, TransitionRow):
        said = transition(one, today)
        second = t("my_day.family", name=shown(one.family))
        return Row(said.id, said.title, second, "flag", right=day, value=one)
    late = (over_due_badge(on, today, language()), "danger") if on < today else None
    icon = ICONS.get(one.kind, "scales")
    return Row(one.id, what_to_do(one), about(one, today), icon, badge=late, right=day, value=one)  # type: ignore[arg-type]


def _meeting(one: MeetingLine, day: str) -> Row:
    begins = one.starts_at.astimezone(OSLO)
    ends = f"–{one.ends_at.astimezone(OSLO):%H:%M}" if one.ends_at else ""
    facts = (
        t("calendar_page.at", time=f"{begins:%H:%M}{ends}"),
        one.place,
        t(f"calendar_page.state.{one.state.value}"),
    )
    title = t("my_day.meeting.of", name=shown(one.family))
    return Row(str(one.id), title, " · ".join(filter(None, facts)), "calendar", right=day, strong=True, value=one)
