# SPDX-License-Identifier: MIT
"""Two families in the vault that are one: everything moves to the one that goes on, the other points on to it."""

import json
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.records.base import Record
from models.records.family import Family, FamilyState
from models.records.merge import ChildMove, FamilyMerge
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Reason
from models.work.by_right import by_right
from models.work.reach import reach_family, revise


class MergeDraft(BaseModel):
    """Which of the two goes on, and how one knows that they are the same."""

    keep_id: UUID
    merge_id: UUID
    reason: Reason


@by_right
def merge_families(session: Session, act: Act, draft: MergeDraft) -> UUID:
    """Move everything to the family that goes on; what moved is remembered, so that it can be undone."""
    if draft.keep_id == draft.merge_id:
        raise Refusal("family.refused.same_family", "keep_id")
    kept = reach_family(session, act, draft.keep_id)
    merged = reach_family(session, act, draft.merge_id, closed_too=True)
    moved = {table: _move_all(session, kind, merged.id, kept.id) for table, kind in _belonging().items()}
    merge = FamilyMerge(
        family_id=kept.id,
        merged_id=merged.id,
        merged_on=act.today,
        reason=draft.reason,
        former_state=merged.state.value,
        moved=json.dumps({table: ids for table, ids in moved.items() if ids}),
    )
    session.add(merge)
    revise(merged, {"state": FamilyState.MERGED, "merged_into_id": kept.id})
    for family in (kept, merged):
        note(session, act, what="family.merged", family_id=family.id, object_id=merge.id, reason=draft.reason)
    session.flush()
    return merge.id


@by_right
def undo_merge(session: Session, act: Act, merge_id: UUID) -> UUID:
    """Move back what the merge moved; what was written since stays with the family that went on."""
    merge = session.get(FamilyMerge, merge_id)
    if merge is None or merge.undone_at is not None:
        raise Refusal("family.refused.merge_undone")
    reach_family(session, act, merge.family_id, closed_too=True)
    merged = session.get(Family, merge.merged_id)
    if merged is None or merged.merged_into_id != merge.family_id:
        raise Refusal("family.refused.merge_undone")
    kinds = _belonging()
    for table, ids in json.loads(merge.moved).items():
        for id in ids:
            _move_back(session, kinds[table], UUID(id), merge)
    revise(merged, {"state": FamilyState(merge.former_state), "merged_into_id": None})
    revise(merge, {"undone_at": act.now})
    for family_id in (merge.family_id, merged.id):
        note(session, act, what="family.merge_undone", family_id=family_id, object_id=merge.id)
    session.flush()
    return merged.id


def _belonging() -> dict[str, type[Record]]:
    """Every kind of record that belongs to a family, except the memory of merges and moves itself."""
    return {
        str(kind.__tablename__): kind
        for kind in Record.__subclasses__()
        if "family_id" in kind.model_fields and kind not in (FamilyMerge, ChildMove)
    }


def _move_all(session: Session, kind: type[Record], source: UUID, target: UUID) -> list[str]:
    found = session.exec(select(kind).where(col(kind.family_id) == source)).all()  # type: ignore[attr-defined]
    for record in found:
        revise(record, {"family_id": target})
    return [str(record.id) for record in found]


def _move_back(session: Session, kind: type[Record], id: UUID, merge: FamilyMerge) -> None:
    record = session.get(kind, id)
    if record is not None and getattr(record, "family_id", None) == merge.family_id:
        revise(record, {"family_id": merge.merged_id})
