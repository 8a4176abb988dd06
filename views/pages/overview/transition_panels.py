# SPDX-License-Identifier: MIT
"""Over the page: the tasks before a transition to tick off, and when it comes, or that it does not."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtWidgets import QWidget

from models.queries.responsible import services_by_kind
from models.queries.transitions import FamilyTransition
from models.rules.transition_series import COORDINATOR, SeriesStep, steps_of
from models.rules.transitions import ADDED
from models.values.date_words import compact_date, long_date
from models.values.refusal import Refusal
from models.values.typed import Day, Line, Text
from models.work.tasks import TaskDraft
from models.work.transitions import (
    TransitionDraft,
    add_transition,
    change_added_transition,
    set_transition,
    take_on_series,
)
from views.discreet import shown
from views.form.choice_editors import choice, combo
from views.form.date_editor import DateEditor
from views.form.editor import Around, Editor
from views.form.field import Field
from views.form.question import Question, ask
from views.form.text_editors import long_text
from views.form.tick_list import TickListEditor
from views.pages.my_day.words import transition_title
from views.texts import language, t
from views.widgets.rows import Row
from views.workspace import Workspace

COMES, AWAY = "comes", "away"


class TypedSeries(BaseModel):
    """Which tasks are taken on."""

    steps: list[str] = []


class TypedMove(BaseModel):
    """When it comes, or that it does not, and why."""

    answer: str = COMES
    on: Day = None
    reason: Text = ""

    def draft(self) -> TransitionDraft:
        """What the use-case asks for."""
        if self.answer == COMES and self.on is None:
            raise Refusal("transitions.refused.date_missing", field="on")
        return TransitionDraft(on=self.on if self.answer == COMES else None, reason=self.reason)


class TypedAdded(BaseModel):
    """What comes, for which child, and when."""

    child: str
    key: str
    title: Line = ""
    on: Day = None


def title_of(one: FamilyTransition) -> str:
    """«Emil begynner på skolen»."""
    own = one.coming.own.title if one.coming.own else ""
    return transition_title(one.coming.key, shown(one.child) or t("my_day.child"), own)


def ask_series(
    window: QWidget, workspace: Workspace, one: FamilyTransition, family_id: UUID, tell: Callable[[str], None]
) -> None:
    """The proposed tasks with their dates; all are ticked that are not past being useful."""
    on, today = one.coming.on, workspace.today()
    assert on is not None
    steps = {step.key: step for step in steps_of(one.coming.key)}
    offered = [_offered(step, on, today) for step in steps.values()]

    def work(typed: TypedSeries) -> None:
        services = workspace.read(services_by_kind, family_id, one.child_id)
        drafts = [_task(workspace, steps[key], on, services) for key in typed.steps if key in steps]
        workspace.do(take_on_series, one.child_id, one.coming.id, drafts)
        tell(t("transitions.made", n=len(drafts)))

    def editor(around: Around) -> Editor:
        return TickListEditor(around, offered)

    question = Question(
        t("transitions.series"),
        t("transitions.take_on"),
        f"series/{one.coming.id}/{one.child_id}",
        f"{title_of(one)} · {long_date(on, language())}",
        {"steps": list(steps)},
    )
    ask(window, workspace, question, TypedSeries, [Field("steps", "transitions.steps", editor, width="full")], work)


def ask_when(window: QWidget, workspace: Workspace, one: FamilyTransition, tell: Callable[[str], None]) -> None:
    """Moved to another day, or not for this child; the computed day needs no reason."""

    def work(typed: TypedMove) -> None:
        if one.coming.key in ADDED and one.coming.own is not None:
            workspace.do(change_added_transition, one.coming.own.id, typed.draft())
        else:
            workspace.do(set_transition, one.child_id, one.coming.key, typed.draft())
        tell(t("transitions.moved" if typed.answer == COMES else "transitions.away"))

    own = one.coming.own
    start = {
        "answer": AWAY if one.coming.on is None else COMES,
        "on": one.coming.on or one.coming.computed_on,
        "reason": own.reason if own else "",
    }
    computed = one.coming.computed_on
    about = title_of(one)
    if computed is not None:
        about = f"{about} · {t('transitions.computed', day=long_date(computed, language()))}"
    fields = [
        Field("answer", "transitions.answer", choice((COMES, AWAY), "transitions.answers"), width="full"),
        Field("on", "transitions.on", DateEditor, when=lambda values: values["answer"] == COMES),
        Field("reason", "transitions.reason", long_text(2, 4), width="full", hint="transitions.reason_hint"),
    ]
    draft_id = f"transition/{one.coming.id}/{one.child_id}"
    question = Question(t("transitions.move_title"), t("transitions.save"), draft_id, about, start)
    ask(window, workspace, question, TypedMove, fields, work)


def ask_added(
    window: QWidget, workspace: Workspace, children: list[tuple[str, str]], tell: Callable[[str], None]
) -> None:
    """One that no birth date tells of."""

    def work(typed: TypedAdded) -> None:
        draft = TransitionDraft(on=typed.on, title=typed.title)
        workspace.do(add_transition, UUID(typed.child), typed.key, draft)
        tell(t("transitions.added"))

    kinds = choice(ADDED, "transitions.kinds")
    fields = [
        Field("key", "transitions.kind", kinds, width="full", missing="transitions.kind_missing"),
        Field("child", "transitions.child", combo(lambda: children, "")),
        Field("on", "transitions.on", DateEditor, hint="tasks.field.due_on_hint"),
        Field("title", "transitions.title", width="full", when=lambda values: values["key"] == "other"),
    ]
    question = Question(t("transitions.add_title"), t("transitions.save"), f"new_transition/{children[0][0]}")
    ask(window, workspace, question, TypedAdded, fields, work)


def _offered(step: SeriesStep, on: date, today: date) -> Row:
    due = compact_date(step.due_on(on, today), today, language())
    return Row(step.key, t(step.text), t("transitions.usually", who=_usually(step)), right=due, tick=True)


def _usually(step: SeriesStep) -> str:
    return t(f"transitions.who.{step.who}")


def _task(workspace: Workspace, step: SeriesStep, on: date, services: Mapping[str, UUID]) -> TaskDraft:
    """We have what a coordinator usually does; a service of that kind around the child has its own; else nobody yet."""
    due_on, said = step.due_on(on, workspace.today()), t(step.text)
    if step.who == COORDINATOR:
        return TaskDraft(what=said, due_on=due_on, staff_id=workspace.staff_id)
    if step.who in services:
        return TaskDraft(what=said, due_on=due_on, family_service_id=services[step.who])
    return TaskDraft(what=said, due_on=due_on, note=t("transitions.usually", who=_usually(step)))
