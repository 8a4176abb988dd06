# SPDX-License-Identifier: MIT
"""What was agreed for a next time is ticked off or put off a week, both with the way back."""

from collections.abc import Callable
from datetime import timedelta

from models.queries.due_row import DueRow
from models.values.refusal import Refusal
from models.work.write_note import follow_up, follow_up_again, postpone, put_back
from views.pages.page import Page
from views.refused import said
from views.texts import t

A_WEEK = timedelta(days=7)


def tick_off(page: Page, due: object) -> None:
    """It has been done."""
    if not isinstance(due, DueRow) or due.kind != "follow_up" or due.item is None:
        return
    desk, note_id = page.workspace, due.item
    if _did(page, lambda: desk.do(follow_up, note_id)):
        page.done.emit(t("journal.followed_up"), lambda: desk.do(follow_up_again, note_id))


def put_off(page: Page, due: object) -> None:
    """A week from today."""
    if not isinstance(due, DueRow) or due.kind != "follow_up" or due.item is None or due.due_on is None:
        return
    desk, note_id, before, later = page.workspace, due.item, due.due_on, page.workspace.today() + A_WEEK
    if _did(page, lambda: desk.do(postpone, note_id, later)):
        page.done.emit(t("my_day.postponed", day=later), lambda: desk.do(put_back, note_id, before))


def _did(page: Page, work: Callable[[], object]) -> bool:
    try:
        work()
    except Refusal as refused:
        page.done.emit(said(refused), None)
        return False
    return True
