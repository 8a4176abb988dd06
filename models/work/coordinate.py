# SPDX-License-Identifier: MIT
"""Somebody samordner for a family without barnekoordinator, and leaders settle what services disagree on (R23)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.records.coordination import Coordination
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Line, RequiredLine, RequiredText, Text
from models.work.by_right import by_right
from models.work.reach import reach_family, revise
from models.work.right_checks import found, not_before, not_in_future


class CoordinationDraft(BaseModel):
    """Which service samordner, whom to ring, and why this service."""

    service: RequiredLine
    contact: Line = ""
    phone: Line = ""
    from_on: date
    basis: Text = ""


class LiftDraft(BaseModel):
    """What services disagree on, and which leader is asked."""

    lifted_on: date
    lifted_to: RequiredLine
    lifted_matter: RequiredText


class LiftResultDraft(BaseModel):
    """What the leader decided."""

    lifted_result: RequiredText
    lifted_result_on: date


@by_right
def settle_coordination(session: Session, act: Act, family_id: UUID, draft: CoordinationDraft) -> UUID:
    """This service samordner from now on; the one before it stops that day."""
    reach_family(session, act, family_id)
    for earlier in _running(session, family_id):
        if draft.from_on < earlier.from_on:
            raise Refusal("right_refused.before_earlier_service", field="from_on")
        revise(earlier, {"to_on": draft.from_on})
    coordination = Coordination(created_at=act.now, family_id=family_id, **draft.model_dump())
    session.add(coordination)
    session.flush()
    note(session, act, what="coordination.settled", family_id=family_id, object_id=coordination.id)
    return coordination.id


@by_right
def edit_coordination(session: Session, act: Act, coordination_id: UUID, draft: CoordinationDraft) -> UUID:
    """Mend who samordner; the history keeps what stood there."""
    coordination = _running_one(session, act, coordination_id)
    revise(coordination, draft.model_dump())
    return coordination.id


@by_right
def tell_family_who_coordinates(session: Session, act: Act, coordination_id: UUID, on: date | None) -> UUID:
    """The family was told that day; None takes it back."""
    coordination = _running_one(session, act, coordination_id)
    not_in_future(act, on, "family_told_on")
    revise(coordination, {"family_told_on": on})
    meaning = "coordination.family_told" if on else "coordination.family_told_taken_back"
    note(session, act, what=meaning, family_id=coordination.family_id, object_id=coordination.id)
    return coordination.id


@by_right
def lift_to_leader(session: Session, act: Act, coordination_id: UUID, draft: LiftDraft) -> UUID:
    """Services disagree: the matter goes to line management by the written routine."""
    coordination = _running_one(session, act, coordination_id)
    not_in_future(act, draft.lifted_on, "lifted_on")
    revise(coordination, draft.model_dump() | {"lifted_result": "", "lifted_result_on": None})
    note(session, act, what="coordination.lifted", family_id=coordination.family_id, object_id=coordination.id)
    return coordination.id


@by_right
def record_lift_result(session: Session, act: Act, coordination_id: UUID, draft: LiftResultDraft) -> UUID:
    """The leader's answer is kept beside the question."""
    coordination = _running_one(session, act, coordination_id)
    if coordination.lifted_on is None:
        raise Refusal("right_refused.not_lifted", field="lifted_on")
    not_in_future(act, draft.lifted_result_on, "lifted_result_on")
    not_before(draft.lifted_result_on, coordination.lifted_on, "right_refused.result_before_lift", "lifted_result_on")
    revise(coordination, draft.model_dump())
    note(session, act, what="coordination.lift_answered", family_id=coordination.family_id, object_id=coordination.id)
    return coordination.id


@by_right
def end_coordination(session: Session, act: Act, coordination_id: UUID, on: date | None) -> UUID:
    """The service no longer samordner; None takes it back when no other service has taken over."""
    coordination = found(session, Coordination, coordination_id)
    reach_family(session, act, coordination.family_id)
    if on is None and _running(session, coordination.family_id):
        raise Refusal("right_refused.another_service_coordinates")
    not_before(on, coordination.from_on, "right_refused.ends_before_start", "to_on")
    revise(coordination, {"to_on": on})
    meaning = "coordination.ended" if on else "coordination.resumed"
    note(session, act, what=meaning, family_id=coordination.family_id, object_id=coordination.id)
    return coordination.id


def _running(session: Session, family_id: UUID) -> list[Coordination]:
    return list(
        session.exec(
            select(Coordination).where(col(Coordination.family_id) == family_id, col(Coordination.to_on).is_(None))
        )
    )


def _running_one(session: Session, act: Act, coordination_id: UUID) -> Coordination:
    coordination = found(session, Coordination, coordination_id)
    reach_family(session, act, coordination.family_id)
    if coordination.to_on is not None:
        raise Refusal("right_refused.coordination_ended")
    return coordination
