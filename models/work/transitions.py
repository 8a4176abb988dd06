# SPDX-License-Identifier: MIT
"""A transition is moved, added or said not to come for a child, and its tasks are taken on (R61, R62)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, select

from models.records.person import Person, PersonKind
from models.records.task import TaskSource
from models.records.transition import Transition
from models.rules.milestones import milestones
from models.rules.transitions import ADDED
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Line, Text, gives_reason
from models.work.by_right import by_right
from models.work.reach import reach_family, reach_person, revise
from models.work.tasks import TaskDraft, add_task


class TransitionDraft(BaseModel):
    """When it comes, None when it does not, and why it is not as computed."""

    on: date | None = None
    title: Line = ""
    reason: Text = ""


@by_right
def set_transition(session: Session, act: Act, child_id: UUID, key: str, draft: TransitionDraft) -> UUID:
    """Where this child's transition lies; a reason is asked unless it lies where it would by itself."""
    child = reach_person(session, act, child_id)
    computed = _computed(child, key)
    if draft.on != computed and not gives_reason(draft.reason):
        raise Refusal("transitions.refused.reason_missing", field="reason")
    set_before = session.exec(select(Transition).where(Transition.child_id == child_id, Transition.key == key)).first()
    kept = set_before or Transition(created_at=act.now, family_id=child.family_id, child_id=child_id, key=key)
    revise(kept, {"on": draft.on, "reason": draft.reason})
    session.add(kept)
    session.flush()
    _tell(session, act, kept, "set" if draft.on else "away")
    return kept.id


@by_right
def add_transition(session: Session, act: Act, child_id: UUID, key: str, draft: TransitionDraft) -> UUID:
    """One that no birth date tells of: home from hospital, to another municipality, or in words of one's own."""
    child = reach_person(session, act, child_id)
    if child.kind is not PersonKind.CHILD or key not in ADDED:
        raise Refusal("transitions.refused.unknown")
    if draft.on is None:
        raise Refusal("transitions.refused.date_missing", field="on")
    if key == "other" and not draft.title:
        raise Refusal("transitions.refused.title_missing", field="title")
    added = Transition(created_at=act.now, family_id=child.family_id, child_id=child_id, key=key, **draft.model_dump())
    session.add(added)
    session.flush()
    _tell(session, act, added, "added")
    return added.id


@by_right
def change_added_transition(session: Session, act: Act, transition_id: UUID, draft: TransitionDraft) -> UUID:
    """One that was added comes another day, or not after all."""
    kept = session.get(Transition, transition_id)
    if kept is None or kept.key not in ADDED:
        raise Refusal("transitions.refused.gone")
    reach_family(session, act, kept.family_id)
    if draft.on is None and not gives_reason(draft.reason):
        raise Refusal("transitions.refused.reason_missing", field="reason")
    revise(kept, {"on": draft.on, "reason": draft.reason, "title": draft.title or kept.title})
    _tell(session, act, kept, "set" if draft.on else "away")
    return kept.id


@by_right
def take_on_series(
    session: Session, act: Act, child_id: UUID, transition: str, tasks: Sequence[TaskDraft]
) -> tuple[UUID, ...]:
    """The tasks somebody has ticked for a transition (its `id` for this child), all at once; undone all at once."""
    child = reach_person(session, act, child_id)
    if not tasks:
        raise Refusal("transitions.refused.nothing_ticked", field="steps")
    origin = {"child_id": child_id, "transition": transition, "source": TaskSource.TRANSITION, "agreed_on": act.today}
    made = tuple(add_task(session, act, child.family_id, draft.model_copy(update=origin)) for draft in tasks)
    note(session, act, what="transition.tasks_made", family_id=child.family_id, object_id=child.id)
    return made


def _computed(child: Person, key: str) -> date | None:
    found = {step.key: step.on for step in milestones(child.born_on)} if child.born_on else {}
    if child.kind is not PersonKind.CHILD or key not in found:
        raise Refusal("transitions.refused.unknown")
    return found[key]


def _tell(session: Session, act: Act, kept: Transition, what: str) -> None:
    meaning = {"set": "transition.set", "away": "transition.away", "added": "transition.added"}[what]
    note(session, act, what=meaning, family_id=kept.family_id, object_id=kept.id)
