# SPDX-License-Identifier: MIT
"""A family that nobody works with any more, and one that comes back; both with a reason."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.family import FamilyState
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Day, Reason
from models.work.by_right import by_right
from models.work.reach import reach_family, revise


class CloseDraft(BaseModel):
    """Why and from when the family is closed."""

    reason: Reason
    closed_on: Day = None


class ReopenDraft(BaseModel):
    """Why the family is opened again."""

    reason: Reason


@by_right
def close_family(session: Session, act: Act, family_id: UUID, draft: CloseDraft) -> UUID:
    """Close the family; nothing is deleted, and it is found under «Avsluttede»."""
    family = reach_family(session, act, family_id)
    closed_on = draft.closed_on or act.today
    if closed_on > act.today:
        raise Refusal("family.refused.closed_in_future", "closed_on")
    if closed_on < family.opened_on:
        raise Refusal("family.refused.closed_before_opened", "closed_on")
    revise(family, {"state": FamilyState.CLOSED, "closed_on": closed_on, "closed_reason": draft.reason})
    note(session, act, what="family.closed", family_id=family.id, reason=draft.reason)
    return family.id


@by_right
def reopen_family(session: Session, act: Act, family_id: UUID, draft: ReopenDraft) -> UUID:
    """Take up the work again; the closing stays in the history."""
    family = reach_family(session, act, family_id, closed_too=True)
    if family.state is not FamilyState.CLOSED:
        raise Refusal("family.refused.not_closed")
    revise(family, {"state": FamilyState.OPEN, "closed_on": None, "closed_reason": ""})
    note(session, act, what="family.reopened", family_id=family.id, reason=draft.reason)
    return family.id
