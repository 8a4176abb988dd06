# SPDX-License-Identifier: MIT
"""What is done with a task from any list: done, put off, waits, dropped, mended; each with the way back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from models.queries.tasks import task_of
from models.records.task import TaskState
from models.values.refusal import Refusal
from models.values.typed import Reason, RequiredLine
from models.work.tasks import (
    DropDraft,
    PostponeDraft,
    WaitDraft,
    drop_task,
    finish_task,
    postpone_task,
    reopen_task,
    stop_waiting,
    take_up_task,
    wait_for,
)
from views.form.field import Field
from views.form.question import Question, ask
from views.form.text_editors import long_text
from views.pages.family.undoing import undone
from views.pages.tasks.postponing import ask_until
from views.pages.tasks.task_panel import open_task_panel
from views.refused import said
from views.texts import t
from views.workspace import Workspace

Typed = TypeVar("Typed", bound=BaseModel)


class ListPage(Protocol):
    """A page with a list of tasks on it."""

    workspace: Workspace

    @property
    def done(self) -> SignalInstance: ...
    def window(self) -> QWidget: ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """The task a key was pressed on."""

    id: UUID
    family_id: UUID
    what: str


class TypedWait(BaseModel):
    """Whom it waits for."""

    waiting_for: RequiredLine


class TypedDrop(BaseModel):
    """Why it is not to be done."""

    reason: Reason


class TaskActs:
    """Does for a page what its rows and buttons ask for."""

    def __init__(self, page: ListPage) -> None:
        self._page, self._workspace = page, page.workspace

    def toggle(self, task: Chosen, done: bool = False) -> None:
        """Space: done, or not done after all."""
        work, words = (reopen_task, "tasks.reopened") if done else (finish_task, "tasks.finished")
        self._at_once(task, lambda: self._workspace.do(work, task.id), t(words))

    def postpone(self, task: Chosen) -> None:
        """U: until when, and why."""

        def work(day: date, reason: str) -> None:
            self._workspace.do(postpone_task, task.id, PostponeDraft(to_on=day, reason=reason))
            self._tell(task, t("tasks.postponed", day=day))

        ask_until(self._page.window(), self._workspace, task.what, f"postpone_task/{task.id}", work, asks_why=True)

    def wait(self, task: Chosen) -> None:
        """V: for whom; a task that waits already goes on."""
        known = self._workspace.read(task_of, task.id)
        if known is not None and known.state is TaskState.WAITING:
            self._at_once(task, lambda: self._workspace.do(stop_waiting, task.id), t("tasks.goes_on"))
            return

        def work(typed: TypedWait) -> None:
            self._workspace.do(wait_for, task.id, WaitDraft(waiting_for=typed.waiting_for))
            self._tell(task, t("tasks.waits_now", name=typed.waiting_for))

        field = Field("waiting_for", "tasks.wait.whom", missing="tasks.wait.missing", width="full")
        self._ask(task, "wait", TypedWait, field, work)

    def drop(self, task: Chosen) -> None:
        """Del: not to be done after all, because."""

        def work(typed: TypedDrop) -> None:
            self._workspace.do(drop_task, task.id, DropDraft(reason=typed.reason))
            self._tell(task, t("tasks.dropped"))

        field = Field("reason", "tasks.drop.reason", long_text(2, 4), missing="tasks.drop.missing", width="full")
        self._ask(task, "drop", TypedDrop, field, work)

    def take_up(self, task: Chosen) -> None:
        """A dropped one is to be done all the same."""
        self._at_once(task, lambda: self._workspace.do(take_up_task, task.id), t("tasks.taken_up"))

    def edit(self, task: Chosen) -> None:
        """F2: mend it."""
        known = self._workspace.read(task_of, task.id)
        if known is not None:
            open_task_panel(self._page.window(), self._workspace, task.family_id, known)

    def key(self, task: Chosen, letter: str) -> bool:
        """A letter pressed on its row; tells whether it meant anything."""
        does = {"U": self.postpone, "V": self.wait, "Delete": self.drop}.get(letter)
        if does is not None:
            does(task)
        return does is not None

    def _at_once(self, task: Chosen, work: Callable[[], object], words: str) -> None:
        try:
            work()
        except Refusal as refused:
            self._page.done.emit(said(refused), None)
            return
        self._tell(task, words)

    def _tell(self, task: Chosen, words: str) -> None:
        self._page.done.emit(words, undone(self._workspace, task.family_id))

    def _ask(self, task: Chosen, key: str, typed: type[Typed], field: Field, work: Callable[[Typed], object]) -> None:
        question = Question(t(f"tasks.{key}.title"), t(f"tasks.{key}.save"), f"{key}_task/{task.id}", task.what)
        ask(self._page.window(), self._workspace, question, typed, [field], work)
