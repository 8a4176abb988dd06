# SPDX-License-Identifier: MIT
"""How tasks are written in a list: what, of whom, who does it, and how pressing it is."""

from collections.abc import Callable, Sequence
from datetime import date

from models.queries.tasks import TaskRow
from models.records.task import TaskState
from models.rules.day import Press, press
from models.values.date_words import compact_date, day_and_month, over_due_badge
from models.values.names import ascii_key, matches, search_key
from views.discreet import free_text, shown
from views.texts import language, t
from views.widgets.basics import BadgeKind
from views.widgets.rows import Head, Line, Row

ORDERS = ("deadline", "family", "who")


def lines(rows: Sequence[TaskRow], order: str, today: date) -> list[Line]:
    """The tasks under their headings; those that wait for others stand apart, last."""
    ours = [row for row in rows if row.state is not TaskState.WAITING]
    waiting = [row for row in rows if row.state is TaskState.WAITING]
    made: list[Line] = []
    for heading, under in _groups(ours, order, today):
        made += [Head(heading), *(line(row, today) for row in under)]
    if waiting:
        made += [Head(t("tasks.waiting")), *(line(row, today) for row in waiting)]
    return made


def _groups(rows: Sequence[TaskRow], order: str, today: date) -> list[tuple[str, list[TaskRow]]]:
    heading_of: Callable[[TaskRow], str] = {
        "family": lambda row: t("my_day.family", name=shown(row.family)),
        "who": lambda row: shown(row.who) or t("tasks.lacks_who"),
    }.get(order, lambda row: t(f"tasks.press.{_press(row.due_on, today)}"))
    found: dict[str, list[TaskRow]] = {}
    for row in rows:
        found.setdefault(heading_of(row), []).append(row)
    return list(found.items()) if order == "deadline" else sorted(found.items(), key=lambda one: search_key(one[0]))


def _press(due_on: date | None, today: date) -> Press:
    return press(due_on, today) or Press.LATER


def line(row: TaskRow, today: date, *, with_family: bool = True) -> Row:
    """One task."""
    return Row(
        str(row.id),
        what(row.what),
        second=" · ".join(filter(None, _about(row, with_family))),
        badge=badge_of(row, today),
        right=compact_date(row.due_on, today, language()) if row.due_on and row.due_on > today else "",
        tick=not row.is_open,
        value=row,
    )


def what(text: str) -> str:
    """What is to be done; while others can see, only that it is a task."""
    return free_text(text) or t("tasks.a_task")


def badge_of(row: TaskRow, today: date) -> tuple[str, BadgeKind] | None:
    """The one thing to know of it: late, today, or without somebody to do it."""
    if row.due_on is not None and row.due_on < today:
        return over_due_badge(row.due_on, today, language()), "danger"
    if row.due_on == today:
        return t("my_day.today"), "warning"
    if row.lacks_who:
        return t("tasks.lacks_who"), "warning"
    return (t("tasks.lacks_when"), "neutral") if row.lacks_when else None


def who(row: TaskRow) -> str:
    """«Are Lien (BUP Mellomvik)»."""
    if row.who and row.service and row.staff_id is None:
        return t("tasks.who_at", name=shown(row.who), service=row.service)
    return shown(row.who) or row.service


def origin(row: TaskRow) -> str:
    """«avtalt i møte 2. november»."""
    if row.source == "own":
        return ""
    if row.agreed_on is None:
        return t(f"tasks.source.{row.source}")
    return t(f"tasks.source_on.{row.source}", when=day_and_month(row.agreed_on, language()))


def found_by(row: TaskRow, typed: str) -> bool:
    """Whether what was typed is found in the task, the family or who does it."""
    text = " ".join((row.what, row.family, row.child, row.who, row.service, row.waiting_for))
    return matches(typed, search_key(text), ascii_key(text))


def _about(row: TaskRow, with_family: bool) -> tuple[str, ...]:
    waits = t("tasks.waits_for", name=free_text(row.waiting_for)) if row.state is TaskState.WAITING else ""
    postponed = t("tasks.postponed_times", n=row.postponed) if row.postponed else ""
    family = t("my_day.family", name=shown(row.family)) if with_family else ""
    return (waits, family, shown(row.child), who(row), origin(row), postponed)
