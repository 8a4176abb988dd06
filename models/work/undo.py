# SPDX-License-Identifier: MIT
"""Undoing and doing again, one act at a time and across saves: the inverse of what the log says was done."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from models.queries.undoable import REDONE, UNDONE, ActLine, lines_of, stacks, undoing_of
from models.rules.undo_limits import why_final
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.work.by_right import by_right
from models.work.merge_families import undo_merge
from models.work.reach import reach_family
from models.work.revert import revert


@by_right
def undo_act(session: Session, act: Act, family_id: UUID, wanted: UUID | None = None) -> UUID:
    """Take back the newest act of this person in this family; `wanted` says which one she saw there."""
    reach_family(session, act, family_id, closed_too=True)
    done = stacks(session, family_id, act.staff_id).done
    if not done:
        raise Refusal("undo_refused.nothing")
    if wanted not in (None, done[0]):
        raise Refusal("undo_refused.not_newest")
    lines = lines_of(session, done[0])
    if final := why_final([line.what for line in lines]):
        raise Refusal(final)
    _reach_all(session, act, lines, family_id)
    merge = next((line.object_id for line in lines if line.what == "family.merged"), None)
    if merge is not None:
        # Moving back what was moved is more than putting fields back: it leaves what was written since.
        undo_merge(session, act, merge)
    else:
        revert(session, act, lines)
    _tell(session, act, UNDONE, done[0], lines)
    return done[0]


@by_right
def redo_act(session: Session, act: Act, family_id: UUID) -> UUID:
    """Do again what was undone last: the undoing is undone."""
    reach_family(session, act, family_id, closed_too=True)
    undone = stacks(session, family_id, act.staff_id).undone
    undoing = undoing_of(session, undone[0]) if undone else None
    if undoing is None:
        raise Refusal("undo_refused.nothing_to_redo")
    lines = lines_of(session, undoing)
    _reach_all(session, act, lines, family_id)
    revert(session, act, lines)
    _tell(session, act, REDONE, undone[0], lines)
    return undone[0]


def _families(lines: Sequence[ActLine]) -> list[UUID]:
    return list(dict.fromkeys(line.family_id for line in lines if line.family_id))


def _reach_all(session: Session, act: Act, lines: Sequence[ActLine], here: UUID) -> None:
    """An act may have touched two families; both must be this person's to work with."""
    merged = any(line.what in ("family.merged", "family.merge_undone") for line in lines)
    for family_id in _families(lines):
        if family_id != here and not merged:
            reach_family(session, act, family_id, closed_too=True)


def _tell(session: Session, act: Act, what: str, object_id: UUID, lines: Sequence[ActLine]) -> None:
    for family_id in _families(lines):
        note(session, act, what=what, family_id=family_id, object_id=object_id)
