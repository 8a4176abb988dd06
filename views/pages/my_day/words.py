# SPDX-License-Identifier: MIT
"""How the lines of Min dag are written: what to do, for whom, since when, and how pressing it is."""

from datetime import date, datetime

from models.queries.due import Day
from models.queries.due_row import DueRow, TransitionRow
from models.rules.day import Press, press
from models.values.date_words import compact_date, day_and_month, from_today, over_due_badge, week_number, weekday_date
from models.values.dates import OSLO, age_on
from views.discreet import free_text, shown
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
    "consent_moved": "shield",
    "hear_child": "talk",
    "follow_up": "phone",
    "task": "task",
    "task_late": "talk",
    "silent": "question",
    "invite": "mail",
    "meeting": "calendar",
    "next_meeting": "calendar",
    "minutes": "pen",
    "child_view": "heart",
}
TICKED = frozenset({"follow_up", "task"})
ENDING = ("consent_ends", "consent_expired")


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
    if found.silent:
        made += [Head(t("my_day.silent")), *(quiet(row, today) for row in found.silent)]
    return made


def quiet(row: DueRow, today: date) -> Row:
    """«Ingen kontakt på 74 dager», and what the last one was."""
    since = row.since or today
    when = day_and_month(since, language())
    return Row(
        row.id,
        t("my_day.quiet_for", n=(today - since).days),
        second=" · ".join((_family(row, today), t(f"my_day.last.{row.name}", when=when))),
        icon=ICONS[row.kind],
        value=row,
    )


def line(row: DueRow, today: date) -> Row:
    """One row; a task, and what was agreed for a next time, can be ticked off here."""
    can_tick = row.kind in TICKED
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
    if row.kind == "task":
        return free_text(row.name) or t("tasks.a_task")
    if row.kind == "follow_up":
        return free_text(row.name) or t("my_day.row.follow_up")
    if row.kind in ("send_letter", "task_late"):
        return t(f"my_day.row.{row.kind}", title=free_text(row.name) or t("tasks.a_task"))
    said = t(f"my_day.row.{row.kind}", name=row.name or t("my_day.a_service"))
    return said[0].upper() + said[1:]


def about(row: DueRow, today: date) -> str:
    """«Familien Haugen · Emil (17) · kom 9. november»."""
    since = ""
    if row.since is not None:
        since = t(f"my_day.since.{row.kind}", when=day_and_month(row.since, language()))
    who = t("my_day.who", name=free_text(row.who)) if row.who else ""
    return " · ".join(filter(None, (_family(row, today), who, since)))


def _family(row: DueRow, today: date) -> str:
    parts = [t("my_day.family", name=shown(row.family))]
    if row.child:
        parts.append(_child(row, today))
    elif row.child_expected:
        parts.append(t("my_day.expected"))
    return " · ".join(parts)


def ending_consents(found: Day) -> list[DueRow]:
    """Those that have ended or soon will."""
    return [row for row in found.rows if row.kind in ENDING]


def consent(row: DueRow, today: date) -> Row:
    """«Deling mellom tjenester», of whom and when it ends."""
    ends_on = row.due_on or today
    return Row(
        row.id,
        t(f"my_day.consent.{row.name}"),
        second=t("my_day.family", name=shown(row.family)),
        right=day_and_month(ends_on, language()),
        value=row,
    )


def transition(row: TransitionRow, today: date) -> Row:
    """«Emil fyller 18», with when and how long it is until then."""
    name = shown(row.child) or t("my_day.child")
    parts = (t("my_day.family", name=shown(row.family)), day_and_month(row.on, language()))
    return Row(
        f"{row.key}/{row.person_id}",
        transition_title(row.key, name, row.title),
        second=" · ".join(parts),
        right=from_today(row.on, today, language()),
        value=row,
    )


def transition_title(key: str, child: str, title: str) -> str:
    """«Emil fyller 18», or what somebody has called it."""
    return free_text(title) or t(f"my_day.transition.{key}", name=child)


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
