# SPDX-License-Identifier: MIT
"""A polite letter to a service about what is past its day; it tells dates, and nothing of the child."""

from datetime import date

from models.queries.tasks import TaskRow
from models.records.document import DocumentKind
from models.values.refusal import Refusal
from models.work.issue_letter import LetterDraft, draft_letter
from views.pages.page import Page
from views.refused import said


def may_be_reminded(task: TaskRow, today: date) -> bool:
    """Whether a service has it and its day is past."""
    return task.family_service_id is not None and task.due_on is not None and task.due_on < today


def remind(page: Page, task: TaskRow) -> None:
    """Begin the letter, and go to it."""
    recipient = "\n".join(filter(None, (task.service, task.who)))
    kind = DocumentKind.TASK_REMINDER
    draft = LetterDraft(kind=kind, recipient=recipient, family_service_id=task.family_service_id)
    try:
        letter = page.workspace.do(draft_letter, task.family_id, draft)
    except Refusal as refused:
        page.done.emit(said(refused), None)
        return
    page.navigator.open("family", id=str(task.family_id), tab="documents", item=str(letter))
