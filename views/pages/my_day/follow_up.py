# SPDX-License-Identifier: MIT
"""What is done with a row of Min dag by a key: tasks, what a note agreed, and families it is quiet around."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from models.queries.due_row import DueRow
from models.values.refusal import Refusal
from models.work.snooze import SnoozeDraft, put_aside
from models.work.write_note import follow_up, follow_up_again, postpone, put_back
from views.pages.family.undoing import undone
from views.pages.page import Page
from views.pages.tasks.acts import Chosen, TaskActs
from views.pages.tasks.postponing import ask_until
from views.refused import said
from views.texts import t


class DayActs:
    """Space and U on a row; what cannot be ticked or put off here does nothing."""

    def __init__(self, page: Page) -> None:
        self._page, self._tasks = page, TaskActs(page)

    def tick_off(self, due: object, words: str) -> None:
        """It has been done."""
        if not isinstance(due, DueRow) or due.item is None:
            return
        if due.kind == "task":
            self._tasks.toggle(Chosen(due.item, due.family_id, words))
        elif due.kind == "follow_up":
            self._follow_up(due.item)

    def key(self, due: object, letter: str, words: str) -> None:
        """U puts off; V and Del belong to tasks."""
        if not isinstance(due, DueRow):
            return
        if due.kind in ("task", "task_late") and due.item is not None:
            self._tasks.key(Chosen(due.item, due.family_id, words), letter)
        elif letter == "U" and due.kind == "follow_up":
            self._put_off(due, words)
        elif letter == "U" and due.kind == "silent":
            self._put_aside(due, words)

    def _follow_up(self, note_id: UUID) -> None:
        desk = self._page.workspace
        if self._did(lambda: desk.do(follow_up, note_id)):
            self._page.done.emit(t("journal.followed_up"), lambda: desk.do(follow_up_again, note_id))

    def _put_off(self, due: DueRow, words: str) -> None:
        desk, note_id, before = self._page.workspace, due.item, due.due_on
        assert note_id is not None
        assert before is not None

        def work(day: date, _reason: str) -> None:
            desk.do(postpone, note_id, day)
            self._page.done.emit(t("my_day.postponed", day=day), lambda: desk.do(put_back, note_id, before))

        ask_until(self._page.window(), desk, words, f"postpone_note/{note_id}", work, asks_why=False)

    def _put_aside(self, due: DueRow, words: str) -> None:
        desk, family_id = self._page.workspace, due.family_id

        def work(day: date, reason: str) -> None:
            desk.do(put_aside, family_id, SnoozeDraft(until_on=day, reason=reason))
            self._page.done.emit(t("my_day.put_aside", day=day), undone(desk, family_id))

        ask_until(self._page.window(), desk, words, f"put_aside/{family_id}", work, asks_why=True, aside=True)

    def _did(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except Refusal as refused:
            self._page.done.emit(said(refused), None)
            return False
        return True
