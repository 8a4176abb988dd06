# SPDX-License-Identifier: MIT
"""Plans of single services that the individual plan coordinates: which there are, whose, and where they lie (R48)."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.family_service import FamilyService, Subplan
from models.records.person import Person
from models.store.hidden import fetch
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Day, Line, RequiredLine
from models.work.by_right import by_right
from models.work.reach import reach_family, revise
from models.work.right_checks import found


class SubplanDraft(BaseModel):
    """What it is called, who owns it and where it lies; never what it says."""

    title: RequiredLine
    owner: Line = ""
    kept_at: Line = ""
    valid_to: Day = None
    child_id: UUID | None = None
    family_service_id: UUID | None = None


@by_right
def add_subplan(session: Session, act: Act, family_id: UUID, draft: SubplanDraft) -> UUID:
    """One more plan to know of."""
    reach_family(session, act, family_id)
    _refuse_strangers(session, family_id, draft)
    plan = Subplan(created_at=act.now, family_id=family_id, **draft.model_dump())
    session.add(plan)
    session.flush()
    note(session, act, what="subplan.added", family_id=family_id, object_id=plan.id)
    return plan.id


@by_right
def edit_subplan(session: Session, act: Act, subplan_id: UUID, draft: SubplanDraft) -> UUID:
    """Mend what we know of it."""
    plan = found(session, Subplan, subplan_id)
    reach_family(session, act, plan.family_id)
    _refuse_strangers(session, plan.family_id, draft)
    revise(plan, draft.model_dump())
    return plan.id


@by_right
def remove_subplan(session: Session, act: Act, subplan_id: UUID) -> UUID:
    """Out of the list; it can be put back."""
    plan = found(session, Subplan, subplan_id)
    reach_family(session, act, plan.family_id)
    plan.binned_at = act.now
    note(session, act, what="subplan.removed", family_id=plan.family_id, object_id=plan.id)
    return plan.id


@by_right
def put_back_subplan(session: Session, act: Act, subplan_id: UUID) -> UUID:
    """In the list again: the inverse of remove_subplan."""
    plan = fetch(session, Subplan, subplan_id)
    if plan is None or plan.binned_at is None:
        raise Refusal("right_refused.gone")
    reach_family(session, act, plan.family_id)
    plan.binned_at = None
    note(session, act, what="subplan.put_back", family_id=plan.family_id, object_id=plan.id)
    return plan.id


def _refuse_strangers(session: Session, family_id: UUID, draft: SubplanDraft) -> None:
    child = session.get(Person, draft.child_id) if draft.child_id else None
    if draft.child_id and (child is None or child.family_id != family_id):
        raise Refusal("family.refused.person_not_found", field="child_id")
    service = session.get(FamilyService, draft.family_service_id) if draft.family_service_id else None
    if draft.family_service_id and (service is None or service.family_id != family_id):
        raise Refusal("right_refused.gone", field="family_service_id")
