# SPDX-License-Identifier: MIT
"""From when the family knew enough to complain, and a deadline a person set instead of the counted one (R22)."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.appeal import Appeal, Reassessment
from models.records.determination import Determination, DeterminationState
from models.rules.deadlines import complaint_deadline
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.work.by_right import by_right
from models.work.reach import reach_family, revise
from models.work.right_checks import found, not_before, not_in_future


@by_right
def set_knowledge_date(session: Session, act: Act, determination_id: UUID, on: date | None) -> UUID:
    """The day the family had, or should have had, enough knowledge to complain (pbrl § 7-5); None: not known yet."""
    determination = finished(session, act, determination_id)
    not_in_future(act, on, "knowledge_on")
    not_before(on, determination.decided_on, "right_refused.known_before_decided", "knowledge_on")
    revise(determination, {"knowledge_on": on})
    session.flush()
    _judge_open_appeals(session, determination)
    meaning = "determination.known" if on else "determination.knowledge_taken_back"
    note(session, act, what=meaning, family_id=determination.family_id, object_id=determination.id)
    return determination.id


@by_right
def override_complaint_deadline(
    session: Session, act: Act, determination_id: UUID, on: date | None, reason: str
) -> UUID:
    """Another last day than the counted one, with the reason beside it; None goes back to the counted one."""
    determination = finished(session, act, determination_id)
    if on is not None and not reason.strip():
        raise Refusal("right_refused.override_needs_reason", field="due_override_reason")
    not_before(on, determination.decided_on, "right_refused.due_before_decided", "due_override_on")
    revise(determination, {"due_override_on": on, "due_override_reason": reason.strip() if on else ""})
    session.flush()
    _judge_open_appeals(session, determination)
    note(
        session,
        act,
        what="determination.deadline_overridden" if on else "determination.deadline_counted_again",
        family_id=determination.family_id,
        object_id=determination.id,
    )
    return determination.id


def finished(session: Session, act: Act, determination_id: UUID, *, closed_too: bool = False) -> Determination:
    """The avgjørelse with this id, when it is finished and thus can be known, sent and complained on."""
    determination = found(session, Determination, determination_id)
    reach_family(session, act, determination.family_id, closed_too=closed_too)
    if determination.state is DeterminationState.DRAFT:
        raise Refusal("right_refused.not_finished")
    return determination


def came_in_time(determination: Determination, received_on: date) -> bool | None:
    """Whether a complaint of that day is within the deadline; None as long as the knowledge date is unknown."""
    due_on = last_day(determination)
    return None if due_on is None else received_on <= due_on


def last_day(determination: Determination) -> date | None:
    """The last day for a complaint: set by hand, or counted from the knowledge date."""
    if determination.due_override_on is not None:
        return determination.due_override_on
    if determination.knowledge_on is None:
        return None
    return complaint_deadline(determination.knowledge_on, decided_on=determination.decided_on).due_on


def _judge_open_appeals(session: Session, determination: Determination) -> None:
    appeals = session.exec(
        select(Appeal).where(
            col(Appeal.determination_id) == determination.id, col(Appeal.reassessment) == Reassessment.OPEN
        )
    )
    for appeal in appeals:
        revise(appeal, {"in_time": came_in_time(determination, appeal.received_on)})
