# SPDX-License-Identifier: MIT
"""A short question over the page, answered in a field or two: until when, why, for whom.

ask(window, workspace, Question(title, save, draft_id, about), TypedDrop, [field], work)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel
from PySide6.QtWidgets import QWidget

from views.form.field import Field
from views.form.form import Form
from views.form.panel import FormPanel, show_panel
from views.texts import t
from views.workspace import Workspace

Draft = TypeVar("Draft", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Question:
    """What stands around the fields; `about` says what it is asked of, `start` what the fields begin with."""

    title: str
    save: str
    draft_id: str
    about: str = ""
    start: Mapping[str, object] = field(default_factory=dict)


class QuestionPanel(FormPanel[Draft]):
    """`work` is handed the answer, and may raise a Refusal: it stands beside the field it names."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        question: Question,
        typed: type[Draft],
        fields: Sequence[Field],
        work: Callable[[Draft], object],
    ) -> None:
        form: Form[Draft] = Form(typed, fields, workspace, draft_id=question.draft_id, before="form.panel.before")
        if question.start:
            form.set_value(question.start)
        super().__init__(window, question.title, form, question.save, question.about, t("form.panel.cancel"))
        self._work = work
        self._again: Callable[[], None] = lambda: ask(self.over, workspace, question, typed, fields, work)

    def write(self, typed: Draft) -> object:
        return self._work(typed)

    def reopen(self) -> None:
        self._again()


def ask(
    window: QWidget,
    workspace: Workspace,
    question: Question,
    typed: type[Draft],
    fields: Sequence[Field],
    work: Callable[[Draft], object],
) -> None:
    """Ask it; the caret stands in the first field."""

    def make(over: QWidget) -> QuestionPanel[Draft]:
        return QuestionPanel(over, workspace, question, typed, fields, work)

    show_panel(window, make, fields[0].name)
