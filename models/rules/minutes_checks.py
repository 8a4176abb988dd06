# SPDX-License-Identifier: MIT
"""What minutes must hold before they are sent: every task with person and day, the consent, and the child's view."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.values.minutes import MinutesContent
from models.values.refusal import Refusal

PRESENT = "present"


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """The minutes as the checks see them."""

    content: MinutesContent
    held_on: date | None
    today: date


def what_minutes_lack(facts: MinutesFacts) -> list[Refusal]:
    """Everything that stops sending, in the order of the page; `field` leads to the place."""
    return [*_meeting(facts), *_child(facts.content), *_tasks(facts.content)]


def _meeting(facts: MinutesFacts) -> Iterator[Refusal]:
    if facts.held_on is None or facts.held_on > facts.today:
        yield Refusal("minutes_refused.not_held", field="attendance")
    elif not any(one.attendance == PRESENT for one in facts.content.participants):
        yield Refusal("minutes_refused.nobody_present", field="attendance")
    shared = any(one.service_id and one.attendance != "absent" for one in facts.content.participants)
    if shared and facts.content.consent_on is None:
        # without one the group itself has no ground to talk of the family (domain § 5)
        yield Refusal("minutes_refused.no_consent", field="consent", basis="hol_12_1")


def _child(content: MinutesContent) -> Iterator[Refusal]:
    view = content.child_view
    said = view.words.strip() or any(item.child_view.strip() for item in content.items)
    if not said and not view.not_heard_reason.strip():
        yield Refusal("minutes_refused.child_view", field="child_view", basis="bk_12")


def _tasks(content: MinutesContent) -> Iterator[Refusal]:
    for task in content.tasks:
        if task.earlier:
            continue
        if not task.who.strip():
            yield Refusal("minutes_refused.task_without_person", field=f"who/{task.id}", what=task.what)
        if task.due_on is None:
            yield Refusal("minutes_refused.task_without_date", field=f"due/{task.id}", what=task.what)
