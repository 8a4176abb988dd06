# SPDX-License-Identifier: MIT
"""The chosen task in full beside the list, with all that can be done with it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from models.queries.tasks import PostponementRow, TaskRow
from models.records.task import TaskState
from models.values.date_words import day_and_month, weekday_date
from views.discreet import free_text, shown
from views.pages.tasks.acts import Chosen, TaskActs
from views.pages.tasks.reminding import may_be_reminded
from views.pages.tasks.words import badge_of, origin, what, who
from views.texts import language, t
from views.widgets.basics import Piece, badge, button, column, label, line
from views.widgets.card import Card
from views.widgets.flow import flow


class TaskCard(Card):
    """Rebuilt for each task that is chosen."""

    def __init__(self, acts: TaskActs, go: Callable[[TaskRow], object], remind: Callable[[TaskRow], object]) -> None:
        super().__init__(t("tasks.chosen"), icon_name="task")
        self._acts, self._go, self._remind = acts, go, remind

    def show_nothing(self) -> None:
        """No task is chosen."""
        self.empty()
        self.add(label(t("tasks.choose"), "body", "muted", wrap=True))

    def show_task(self, task: TaskRow, put_off: Sequence[PostponementRow], today: date) -> None:
        """All that is known of it."""
        self.empty()
        self.add(label(what(task.what), "lead", wrap=True))
        if (told := badge_of(task, today)) is not None:
            self.add(flow(badge(*told)))
        self.add(*_facts(task), *_postponed(put_off), line(), self._buttons(task, today))

    def _buttons(self, task: TaskRow, today: date) -> QWidget:
        chosen = Chosen(task.id, task.family_id, what(task.what))
        waits = task.state is TaskState.WAITING
        acts = self._acts
        made: list[QPushButton] = [
            button(t("tasks.do.finish"), "check", run=lambda: acts.toggle(chosen)),
            button(t("tasks.do.postpone"), "clock", run=lambda: acts.postpone(chosen)),
            button(t("tasks.do.edit"), "pen", run=lambda: acts.edit(chosen)),
            button(t("tasks.do.go_on" if waits else "tasks.do.wait"), "talk", run=lambda: acts.wait(chosen)),
            button(t("tasks.do.drop"), "bin", "flat", lambda: acts.drop(chosen)),
            button(t(f"tasks.open.{_where(task)}"), "right", "flat", lambda: self._go(task)),
        ]
        if may_be_reminded(task, today):
            made.insert(4, button(t("tasks.do.remind"), "mail", run=lambda: self._remind(task)))
        return flow(*made)


def _where(task: TaskRow) -> str:
    return "meeting" if task.meeting_id else "determination" if task.determination_id else "family"


def _facts(task: TaskRow) -> Iterator[Piece]:
    due = weekday_date(task.due_on, language()) if task.due_on else t("tasks.lacks_when")
    told = {
        "family": " · ".join(filter(None, (t("my_day.family", name=shown(task.family)), shown(task.child)))),
        "who": who(task) or t("tasks.lacks_who"),
        "due_on": due,
        "waiting_for": free_text(task.waiting_for) if task.state is TaskState.WAITING else "",
        "origin": origin(task),
        "reminded": day_and_month(task.reminded_on, language()) if task.reminded_on else "",
        "note": free_text(task.note),
    }
    for key, text in told.items():
        if text:
            yield column(label(t(f"tasks.fact.{key}"), "caption", "muted"), label(text, wrap=True), gap=0)


def _postponed(put_off: Sequence[PostponementRow]) -> Iterator[Piece]:
    if not put_off:
        return
    yield label(t("tasks.fact.postponed"), "caption", "muted")
    for one in put_off:
        to_on = day_and_month(one.to_on, language()) if one.to_on else ""
        said = t(
            "tasks.put_off_line", made=day_and_month(one.made_on, language()), to=to_on, reason=free_text(one.reason)
        )
        yield label(said, wrap=True)
