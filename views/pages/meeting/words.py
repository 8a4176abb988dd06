# SPDX-License-Identifier: MIT
"""What the page of a meeting says of its people, items and tasks, in one line each."""

from datetime import date

from models.queries.care_teams import Covered
from models.queries.meeting_room import MeetingRoom
from models.queries.meetings import AgendaRow, MeetingSheet, ParticipantRow
from models.records.meeting import Attendance
from models.values.date_words import compact_date, day_and_month, weekday_date
from models.values.dates import local_day
from models.values.minutes import KeptTask
from views.discreet import free_text, shown
from views.texts import language, t
from views.widgets.basics import BadgeKind
from views.widgets.rows import Head, Line, Row

WITHOUT = (Covered.MISSING, Covered.ENDED)


def when(sheet: MeetingSheet) -> str:
    """«Torsdag 19. november 2026 kl. 13:00–14:00»."""
    day = weekday_date(local_day(sheet.row.starts_at), language())
    hours = f"{sheet.begins}–{sheet.ends}" if sheet.ends else sheet.begins
    return t("room.when", day=f"{day[:1].upper()}{day[1:]}", hours=hours)


def short_day(sheet: MeetingSheet) -> str:
    """«19. november», for the breadcrumb."""
    return day_and_month(local_day(sheet.row.starts_at), language())


def context(room: MeetingRoom) -> str:
    """When, where, and how many are there."""
    people = room.sheet.participants
    there = sum(one.attendance is Attendance.PRESENT for one in people)
    place = room.sheet.row.place or room.sheet.row.online
    return " · ".join(filter(None, (when(room.sheet), place, t("room.there", n=there, of=len(people)))))


def person(one: ParticipantRow) -> str:
    """«Liv Moe, Fjordvik vgs.»; who came instead stands first."""
    name = shown(one.name)
    if one.deputy and one.attendance is Attendance.PRESENT:
        name = t("room.deputy", deputy=shown(one.deputy), name=name)
    return ", ".join(filter(None, (name, one.service or one.role)))


def spoken(one: ParticipantRow) -> str:
    """The chip as a screen reader tells it, with what is missing."""
    basis = t("room.with_copy") if one.attendance is Attendance.COPY else ""
    consent = t("room.without_consent") if one.covered in WITHOUT else ""
    return ", ".join(filter(None, (person(one), basis, consent)))


def item_row(number: int, item: AgendaRow, spent: str = "") -> Row:
    """«3 Praksis på verksted» with its time."""
    minutes = t("room.minutes", n=item.minutes) if item.minutes else ""
    second = " · ".join(filter(None, (spent or minutes, shown(item.who))))
    return Row(item.id, f"{number} {free_text(item.title)}".strip(), second, tick=item.done, value=item)


def task_rows(room: MeetingRoom, today: date) -> list[Line]:
    """What was taken on here, then what is carried along from earlier meetings."""
    rows: list[Line] = [_task(task, today) for task in room.tasks if not task.earlier]
    earlier = [_task(task, today) for task in room.tasks if task.earlier]
    if earlier:
        rows += [Head(t("room.tasks.earlier")), *earlier]
    return rows


def _task(task: KeptTask, today: date) -> Row:
    who = shown(task.who) or t("room.tasks.no_who")
    due = compact_date(task.due_on, today, language()) if task.due_on else t("room.tasks.no_due")
    lacking = t("room.tasks.lacks") if not task.earlier and not (task.who and task.due_on) else ""
    second = " · ".join((due, ", ".join(filter(None, (who, task.service if task.who else "")))))
    kind: BadgeKind = "warning" if task.who else "danger"
    badge = (lacking, kind) if lacking else None
    return Row(
        task.id, free_text(task.what) or task.what[:1], second, badge=badge, tick=task.state == "done", value=task
    )


def made(task: KeptTask) -> str:
    """What is told when a task has been made: who and when, or what is missing."""
    if not task.who:
        return t("room.tasks.made_without_who", what=task.what)
    if task.due_on is None:
        return t("room.tasks.made_without_due", what=task.what, who=task.who)
    return t("room.tasks.made", what=task.what, who=task.who, day=task.due_on)


def readers(seen: int, of: int) -> tuple[str, bool]:
    """Who of the services may read an item in their copies, and whether it is fewer than all."""
    if not of:
        return t("room.shared.family"), False
    if seen == of:
        return t("room.shared.all"), False
    return t("room.shared.some" if seen else "room.shared.none", n=seen, of=of), True
