# SPDX-License-Identifier: MIT
"""How the lines of Min dag are written: what to do, for whom, since when, and how pressing it is."""

from datetime import date, datetime

from models.queries.due import Day
from models.queries.due_row import DueRow, TransitionRow
from models.rules.day import Press, press
from models.values.date_words import compact_date, day_and_month, from_today, over_due_badge, week_number, weekday_date
from models.values.dates import OSLO, age_on
from views.discreet import shown
from views.texts import language, t
from views.widgets.basics import BadgeKind
from views.widgets.rows import Head, Line, Row

MORNING_ENDS, DAY_ENDS = 10, 18
ICONS = {
    "send_letter": "mail",
    "send_determination": "mail",
    "forward": "mail",
    "copy_to_party": "copy",
    "interim_reply": "clock",
    "answer": "clock",
    "knowledge": "question",
    "complaint_ends": "clock",
    "reassess": "flag",
    "first_meeting": "family",
    "turned_18": "flag",
    "tell_family": "talk",
    "lifted": "up",
    "born": "heart",
    "service_refused": "clock",
    "service_granted": "network",
    "service_wished": "network",
    "consent_asked": "question",
    "consent_ends": "clock",
    "consent_expired": "clock",
    "consent_at_12": "shield",
    "consent_at_15": "shield",
    "consent_at_16": "shield",
    "consent_missing": "shield",
    "hear_child": "talk",
}


def greeting(name: str, now: datetime) -> str:
    """«God morgen, Kari»."""
    hour = now.astimezone(OSLO).hour
    when = "morning" if hour < MORNING_ENDS else "day" if hour < DAY_ENDS else "evening"
    first = shown(name.split()[0]) if name.split() else ""
    return t(f"my_day.greeting.{when}", name=first) if first else t("my_day.title")


def context(found: Day, today: date) -> str:
    """«Mandag 23. november 2026 · uke 48 · 5 saker trenger deg i dag»."""
    said = weekday_date(today, language())
    n = found.need_today(today)
    need = t("my_day.need", n=n) if n else t("my_day.need_nothing")
    return " · ".join((said[0].upper() + said[1:], week_number(today, language()), need))


def lines(found: Day, today: date) -> list[Line]:
    """The rows under their headings; a heading without rows is left out."""
    made: list[Line] = []
    for heading in Press:
        under = [row for row in found.rows if press(row.due_on, today) is heading]
        if under:
            made += [Head(t(f"my_day.press.{heading}")), *(line(row, today) for row in under)]
    return made


def line(row: DueRow, today: date) -> Row:
    """One row; only what was agreed for a next time can be ticked off here."""
    can_tick = row.kind == "follow_up"
    return Row(
        row.id,
        what_to_do(row),
        second=about(row, today),
        icon="" if can_tick else ICONS.get(row.kind, "scales"),
        badge=_badge(row.due_on, today),
        right=_right(row.due_on, today),
        tick=False if can_tick else None,
        value=row,
    )


def what_to_do(row: DueRow) -> str:
    """What to do, with a verb."""
    if row.kind == "follow_up":
        return row.name or t("my_day.row.follow_up")
    if row.kind == "send_letter":
        return t("my_day.row.send_letter", title=row.name)
    return t(f"my_day.row.{row.kind}", name=row.name)


def about(row: DueRow, today: date) -> str:
    """«Familien Haugen · Emil (17) · kom 9. november»."""
    parts = [t("my_day.family", name=shown(row.family))]
    if row.child:
        parts.append(_child(row, today))
    elif row.child_expected:
        parts.append(t("my_day.expected"))
    if row.since is not None:
        parts.append(t(f"my_day.since.{row.kind}", when=day_and_month(row.since, language())))
    return " · ".join(parts)


def transition(row: TransitionRow, today: date) -> Row:
    """«Emil fyller 18», with when and how long it is until then."""
    name = shown(row.child) or t("my_day.child")
    parts = (t("my_day.family", name=shown(row.family)), day_and_month(row.on, language()))
    return Row(
        f"{row.key}/{row.person_id}",
        t(f"my_day.transition.{row.key}", name=name),
        second=" · ".join(parts),
        right=from_today(row.on, today, language()),
        value=row,
    )


def nothing_urgent(found: Day) -> str:
    """«Neste frist er tirsdag 1. desember 2026», or that there is none."""
    if found.next_on is None:
        return t("my_day.no_deadline") if found.families else t("my_day.no_families")
    return t("my_day.next_deadline", day=weekday_date(found.next_on, language()))


def _child(row: DueRow, today: date) -> str:
    name = shown(row.child)
    if row.child_born_on is None or row.child_born_on > today:
        return name
    return f"{name} ({age_on(row.child_born_on, today)})"


def _badge(due_on: date | None, today: date) -> tuple[str, BadgeKind] | None:
    match press(due_on, today):
        case Press.OVER if due_on is not None:
            return over_due_badge(due_on, today, language()), "danger"
        case Press.TODAY:
            return t("my_day.today"), "warning"
        case _:
            return None


def _right(due_on: date | None, today: date) -> str:
    if due_on is None or due_on <= today:
        return ""
    return compact_date(due_on, today, language())
