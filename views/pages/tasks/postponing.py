# SPDX-License-Identifier: MIT
"""«Utsett»: tomorrow, next week or a date, and why; the same question for a task and for what a note agreed."""

from collections.abc import Callable
from datetime import date, timedelta

from pydantic import BaseModel
from PySide6.QtWidgets import QWidget

from models.values.date_words import compact_date
from models.values.dates import working_day_from
from models.values.refusal import Refusal
from models.values.typed import Day, Reason, Text
from views.form.choice_editors import ChoiceEditor
from views.form.date_editor import DateEditor
from views.form.editor import Around, Editor
from views.form.field import Field
from views.form.question import Question, ask
from views.form.text_editors import long_text
from views.texts import language, t
from views.workspace import Workspace

TOMORROW, NEXT_WEEK, DATE = "tomorrow", "next_week", "date"


class TypedDelay(BaseModel):
    """Until when; why is asked of tasks alone."""

    until: str = TOMORROW
    to_on: Day = None
    reason: Text = ""

    def day(self, today: date) -> date:
        """The new date."""
        if self.until == TOMORROW:
            return tomorrow(today)
        if self.until == NEXT_WEEK:
            return next_week(today)
        if self.to_on is None:
            raise Refusal("tasks.postpone.date_missing", field="to_on")
        return self.to_on


class TypedDelayWithReason(TypedDelay):
    """The same where it is asked why."""

    reason: Reason


def tomorrow(today: date) -> date:
    """The next working day."""
    return working_day_from(today + timedelta(days=1))


def next_week(today: date) -> date:
    """Monday next week, or the first working day after it."""
    return working_day_from(today + timedelta(days=7 - today.weekday()))


def ask_until(
    window: QWidget,
    workspace: Workspace,
    about: str,
    draft_id: str,
    work: Callable[[date, str], object],
    *,
    asks_why: bool,
    aside: bool = False,
) -> None:
    """`work` puts it off and tells of it; a refusal stands beside the date."""
    title, save = (
        ("tasks.aside.title", "tasks.aside.save") if aside else ("tasks.postpone.title", "tasks.postpone.save")
    )
    question = Question(t(title), t(save), draft_id, about, {"until": NEXT_WEEK if aside else TOMORROW})
    fields = [
        Field("until", "tasks.postpone.until", _until, width="full"),
        Field("to_on", "tasks.postpone.to_on", DateEditor, when=lambda values: values["until"] == DATE),
    ]
    if asks_why:
        why = long_text(2, 4)
        fields.append(Field("reason", "tasks.postpone.reason", why, width="full", missing="tasks.postpone.why_missing"))
    typed = TypedDelayWithReason if asks_why else TypedDelay
    today = workspace.today
    ask(window, workspace, question, typed, fields, lambda answer: work(answer.day(today()), answer.reason))


def _until(around: Around) -> Editor:
    today = around.today()
    days = {TOMORROW: tomorrow(today), NEXT_WEEK: next_week(today)}
    offered = [(key, t(f"tasks.postpone.{key}", day=compact_date(day, today, language()))) for key, day in days.items()]
    # I, N and D choose without leaving the keyboard.
    keys = {t(f"tasks.postpone.letter.{one}"): one for one in (*days, DATE)}
    return ChoiceEditor(around, [*offered, (DATE, t("tasks.postpone.date"))], keys)
