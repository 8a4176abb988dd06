# SPDX-License-Identifier: MIT
"""What somebody has taken on in a practice family, and how far it has come."""

from desktop.practice.script import Step
from desktop.practice.stage import Stage
from models.work.tasks import PostponeDraft, TaskDraft, WaitDraft, add_task, finish_task, postpone_task, wait_for


def task(stage: Stage, step: Step) -> None:
    """Somebody takes something on; `person` is one of the family, `key` what later steps call it."""
    cast = stage.cast(step)
    values = stage.named(step.without("key", "person"))
    if step.text("person"):
        values["person_id"] = cast.people[step.text("person")]
    if values.get("child"):
        values["child_id"] = cast.people[str(values.pop("child"))]
    made = stage.do(add_task, cast.family_id, TaskDraft.model_validate(values))
    cast.made[step.text("key") or "task"] = made


def task_done(stage: Stage, step: Step) -> None:
    """It has been done."""
    stage.do(finish_task, stage.cast(step).made[step.text("key") or "task"])


def task_postponed(stage: Stage, step: Step) -> None:
    """It is put off, with a reason."""
    draft = PostponeDraft.model_validate(step.without("key"))
    stage.do(postpone_task, stage.cast(step).made[step.text("key") or "task"], draft)


def task_waits(stage: Stage, step: Step) -> None:
    """Somebody else must act first."""
    draft = WaitDraft.model_validate(step.without("key"))
    stage.do(wait_for, stage.cast(step).made[step.text("key") or "task"], draft)
