# SPDX-License-Identifier: MIT
"""A child that goes on in another family: the child moves, what was written in the old family stays there."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.merge import ChildMove
from models.records.person import PersonKind
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Reason
from models.work.by_right import by_right
from models.work.reach import reach_family, reach_person, revise


class MoveChildDraft(BaseModel):
    """Which child goes where, and why."""

    person_id: UUID
    family_id: UUID
    reason: Reason


@by_right
def move_child(session: Session, act: Act, draft: MoveChildDraft) -> UUID:
    """Move the child; both families keep a line about it. Moving back is the same act the other way."""
    person = reach_person(session, act, draft.person_id)
    former_id = person.family_id
    if person.kind is not PersonKind.CHILD:
        raise Refusal("family.refused.not_a_child", "person_id")
    if former_id == draft.family_id:
        raise Refusal("family.refused.same_family", "family_id")
    reach_family(session, act, draft.family_id)
    revise(person, {"family_id": draft.family_id})
    move = ChildMove(
        family_id=draft.family_id,
        from_family_id=former_id,
        person_id=person.id,
        moved_on=act.today,
        reason=draft.reason,
    )
    session.add(move)
    for family_id, what in ((former_id, "child.moved_out"), (draft.family_id, "child.moved_in")):
        note(session, act, what=what, family_id=family_id, object_id=person.id, reason=draft.reason)
    session.flush()
    return move.id
