# SPDX-License-Identifier: MIT
"""What is agreed as a table: what, who, by when and how far, with what is past due told in words and first."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.values.date_words import over_due_badge
from models.values.meeting_paper import ReminderLine, TaskLine, TaskListPaper, TaskReminder
from reports.blocks import Column, Heading, Paragraph, StatusCell, Table
from reports.drawn import Status
from reports.letters.common import contact
from reports.parts import Part, Say, Section, day, signature, speaker

SIGNS: dict[str, Status] = {"open": "planned", "running": "running", "done": "reached", "dropped": "ended"}


def list_title(paper: TaskListPaper) -> str:
    """Oppgaveliste."""
    return speaker(paper.envelope.language)("letters_tasks.title")


def list_parts(paper: TaskListPaper) -> Iterator[Part]:
    """One compact table."""
    say = speaker(paper.envelope.language)
    yield Heading(list_title(paper), 1)
    yield Paragraph(say("letters_meeting.about", child=paper.about), "subtitle")
    yield Section("result", say("letters_tasks.lead"), role="lead")
    if paper.tasks:
        yield table(say, paper.tasks, paper.envelope.dated_on, paper.envelope.language)
    else:
        yield Paragraph(say("letters_tasks.empty"))


def table(say: Say, tasks: Sequence[TaskLine], today: date, language: str) -> Table:
    """Those past due first, then by due day; what is done or dropped stands last."""
    columns = (
        Column(say("letters_tasks.what"), 3.2),
        Column(say("letters_tasks.who"), 1.9),
        Column(say("letters_tasks.due"), 1.3),
        Column(say("letters_tasks.status"), 1.5),
    )
    rows = tuple(
        (_what(say, task), _who(task), _due(say, task), _status(say, task, today, language))
        for task in sorted(tasks, key=lambda task: (task.done, task.due_on or date.max))
    )
    return Table(columns, rows, row_heads=True)


def _what(say: Say, task: TaskLine) -> str:
    goal = say("letters_tasks.goal", goal=task.goal) if task.goal else ""
    met = say("letters_tasks.met", day=day(task.met_on)) if task.met_on else ""
    return "\n".join(filter(None, (task.what, goal, met)))


def _who(task: TaskLine) -> str:
    return ", ".join(filter(None, (task.who, task.service)))


def _due(say: Say, task: TaskLine) -> str:
    return day(task.due_on) if task.due_on else say("letters_tasks.no_due")


def _status(say: Say, task: TaskLine, today: date, language: str) -> StatusCell:
    if task.due_on and task.due_on < today and not task.done:
        return StatusCell(over_due_badge(task.due_on, today, language), "review")
    if task.status == "done" and task.done_on and task.due_on:
        key = "done_in_time" if task.done_on <= task.due_on else "done_late"
        return StatusCell(say(f"letters_tasks.{key}"), "reached")
    return StatusCell(say(f"letters_tasks.state.{task.status}"), SIGNS[task.status])


def reminder_title(letter: TaskReminder) -> str:
    """A reminder, without saying of what."""
    return speaker(letter.envelope.language)("letters_reminder.title")


def reminder_parts(letter: TaskReminder) -> Iterator[Part]:
    """Which agreement is past due, a friendly question, and nothing on what it is about."""
    say, sender = speaker(letter.envelope.language), letter.envelope.sender
    yield Heading(reminder_title(letter), 1)
    yield Paragraph(say("letters_meeting.about", child=letter.child_initials), "subtitle")
    yield Section("result", say("letters_reminder.lead", n=len(letter.tasks)), role="lead")
    columns = (
        Column(say("letters_reminder.what"), 1.6),
        Column(say("letters_reminder.agreed"), 1.2),
        Column(say("letters_reminder.due"), 1.2),
        Column(say("letters_reminder.late"), 1.2),
    )
    yield Table(columns, tuple(_reminder_row(say, letter, line) for line in letter.tasks))
    until = letter.reply_by
    ask = say("letters_reminder.ask", day=day(until)) if until else say("letters_reminder.ask_soon")
    yield Section("answer", ask)
    yield contact(say, letter.envelope, title="")
    yield Paragraph(say("letters_reminder.secrecy"), "note")
    yield signature(say, sender.caseworker, sender.caseworker_title)


def _reminder_row(say: Say, letter: TaskReminder, line: ReminderLine) -> tuple[str | StatusCell, ...]:
    late = over_due_badge(line.due_on, letter.envelope.dated_on, letter.envelope.language)
    what, agreed = line.label or say("letters_reminder.in_minutes"), day(line.agreed_on) if line.agreed_on else "–"
    return what, agreed, day(line.due_on), StatusCell(late, "review")
