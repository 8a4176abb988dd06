# SPDX-License-Identifier: MIT
"""A complaint on an avgjørelse: received, assessed anew, sent on to Statsforvalteren, answered (R21)."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.records.appeal import Appeal, Reassessment
from models.records.determination import Determination, DeterminationState
from models.rules.deadlines import latest_appeal_day
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal, Refusals
from models.values.typed import Line, RequiredLine, RequiredText, Text
from models.work.appeal_deadline import came_in_time, finished
from models.work.by_right import by_right
from models.work.decide import remove_draft, replace_determination
from models.work.reach import reach_family, revise
from models.work.right_checks import found, not_before, not_in_future


class AppealDraft(BaseModel):
    """What came, when and from whom."""

    received_on: date
    from_whom: RequiredLine
    represented_by: Line = ""
    grounds: Text = ""
    signed: bool = True


class ReassessmentDraft(BaseModel):
    """What the municipality found when it looked at the matter again (fvl § 33)."""

    reassessment: Reassessment
    reassessment_text: Text = ""
    reassessed_on: date
    child_view: Text = ""
    late_accepted_reason: Text = ""


class ForwardingDraft(BaseModel):
    """When it went to Statsforvalteren, with which papers, and when the party got the copy."""

    forwarded_on: date
    documents: RequiredText
    copy_to_party_on: date | None = None


class CountyOutcomeDraft(BaseModel):
    """What Statsforvalteren decided."""

    outcome: RequiredText
    outcome_on: date


@by_right
def receive_appeal(session: Session, act: Act, determination_id: UUID, draft: AppealDraft) -> UUID:
    """Open the folder; whether it came in time is judged when the knowledge date is known."""
    determination = finished(session, act, determination_id)
    not_in_future(act, draft.received_on, "received_on")
    not_before(draft.received_on, determination.decided_on, "right_refused.appeal_before_decided", "received_on")
    appeal = Appeal(
        created_at=act.now, family_id=determination.family_id, determination_id=determination.id, **draft.model_dump()
    )
    appeal.in_time = came_in_time(determination, draft.received_on)
    session.add(appeal)
    session.flush()
    note(session, act, what="appeal.received", family_id=appeal.family_id, object_id=appeal.id)
    return appeal.id


@by_right
def edit_appeal(session: Session, act: Act, appeal_id: UUID, draft: AppealDraft) -> UUID:
    """Mend what was written about the complaint, as long as it is not sent on."""
    appeal = _in_house(session, act, appeal_id)
    determination = finished(session, act, appeal.determination_id)
    not_in_future(act, draft.received_on, "received_on")
    not_before(draft.received_on, determination.decided_on, "right_refused.appeal_before_decided", "received_on")
    revise(appeal, draft.model_dump() | {"in_time": came_in_time(determination, draft.received_on)})
    return appeal.id


@by_right
def reassess_appeal(session: Session, act: Act, appeal_id: UUID, draft: ReassessmentDraft) -> UUID:
    """Reversed: a new avgjørelse is drafted and its id given back; else the complaint's own id."""
    appeal = _in_house(session, act, appeal_id)
    determination = finished(session, act, appeal.determination_id)
    wrong = list(_wrong_with(act, appeal, determination, draft))
    if wrong:
        raise Refusals(wrong)
    revise(appeal, draft.model_dump())
    session.flush()
    note(session, act, what=f"appeal.{draft.reassessment}", family_id=appeal.family_id, object_id=appeal.id)
    if draft.reassessment is Reassessment.REVERSED:
        return replace_determination(session, act, determination.id, appeal_id=appeal.id)
    return appeal.id


@by_right
def reopen_reassessment(session: Session, act: Act, appeal_id: UUID) -> UUID:
    """The inverse of reassess_appeal, until the complaint is sent on or a new avgjørelse is finished."""
    appeal = _in_house(session, act, appeal_id)
    for new in session.exec(select(Determination).where(col(Determination.appeal_id) == appeal.id)):
        if new.state is not DeterminationState.DRAFT:
            raise Refusal("right_refused.already_reversed")
        remove_draft(session, act, new)
    revise(appeal, {"reassessment": Reassessment.OPEN, "reassessed_on": None})
    note(session, act, what="appeal.reopened", family_id=appeal.family_id, object_id=appeal.id)
    return appeal.id


@by_right
def forward_appeal(session: Session, act: Act, appeal_id: UUID, draft: ForwardingDraft) -> UUID:
    """Sent to Statsforvalteren with the papers; the party gets a copy of the municipality's statement."""
    appeal = _in_house(session, act, appeal_id)
    if appeal.reassessment not in (Reassessment.UPHELD, Reassessment.DISMISSED):
        raise Refusal("right_refused.forward_only_upheld", field="forwarded_on")
    for day, name in ((draft.forwarded_on, "forwarded_on"), (draft.copy_to_party_on, "copy_to_party_on")):
        not_in_future(act, day, name)
        not_before(day, appeal.received_on, "right_refused.before_appeal", name)
    revise(appeal, draft.model_dump())
    note(session, act, what="appeal.forwarded", family_id=appeal.family_id, object_id=appeal.id)
    return appeal.id


@by_right
def note_copy_to_party(session: Session, act: Act, appeal_id: UUID, on: date | None) -> UUID:
    """The party got the copy that day; None takes it back."""
    appeal = found(session, Appeal, appeal_id)
    reach_family(session, act, appeal.family_id)
    not_in_future(act, on, "copy_to_party_on")
    not_before(on, appeal.received_on, "right_refused.before_appeal", "copy_to_party_on")
    revise(appeal, {"copy_to_party_on": on})
    note(session, act, what="appeal.copy_to_party", family_id=appeal.family_id, object_id=appeal.id)
    return appeal.id


@by_right
def take_back_forwarding(session: Session, act: Act, appeal_id: UUID) -> UUID:
    """It was marked as sent by mistake: the inverse of forward_appeal, until an answer is recorded."""
    appeal = found(session, Appeal, appeal_id)
    reach_family(session, act, appeal.family_id)
    if appeal.outcome_on is not None:
        raise Refusal("right_refused.county_has_answered")
    revise(appeal, {"forwarded_on": None, "copy_to_party_on": None})
    note(session, act, what="appeal.forwarding_taken_back", family_id=appeal.family_id, object_id=appeal.id)
    return appeal.id


@by_right
def record_county_outcome(session: Session, act: Act, appeal_id: UUID, draft: CountyOutcomeDraft) -> UUID:
    """Statsforvalteren's answer closes the folder."""
    appeal = found(session, Appeal, appeal_id)
    reach_family(session, act, appeal.family_id)
    if appeal.forwarded_on is None:
        raise Refusal("right_refused.not_forwarded", field="outcome_on")
    not_in_future(act, draft.outcome_on, "outcome_on")
    not_before(draft.outcome_on, appeal.forwarded_on, "right_refused.answer_before_forwarding", "outcome_on")
    revise(appeal, draft.model_dump())
    note(session, act, what="appeal.answered", family_id=appeal.family_id, object_id=appeal.id)
    return appeal.id


def _in_house(session: Session, act: Act, appeal_id: UUID) -> Appeal:
    appeal = found(session, Appeal, appeal_id)
    reach_family(session, act, appeal.family_id)
    if appeal.forwarded_on is not None:
        raise Refusal("right_refused.already_forwarded")
    return appeal


def _wrong_with(act: Act, appeal: Appeal, determination: Determination, draft: ReassessmentDraft) -> Iterator[Refusal]:
    match draft.reassessment:
        case Reassessment.OPEN:
            yield Refusal("right_refused.reassessment_missing", field="reassessment")
        case Reassessment.DISMISSED if appeal.signed and appeal.in_time is not False:
            yield Refusal("right_refused.dismissed_in_time", field="reassessment")
        case Reassessment.REVERSED if determination.state is not DeterminationState.FINAL:
            yield Refusal("right_refused.only_final_is_replaced", field="reassessment")
    if draft.reassessment in (Reassessment.REVERSED, Reassessment.UPHELD):
        yield from _wrong_when_taken_up(appeal, determination, draft)
    if draft.reassessment in (Reassessment.UPHELD, Reassessment.DISMISSED) and not draft.reassessment_text:
        yield Refusal("right_refused.reassessment_text_missing", field="reassessment_text")
    if draft.reassessed_on > act.today:
        yield Refusal("right_refused.date_in_future", field="reassessed_on")
    if draft.reassessed_on < appeal.received_on:
        yield Refusal("right_refused.before_appeal", field="reassessed_on")


def _wrong_when_taken_up(appeal: Appeal, determination: Determination, draft: ReassessmentDraft) -> Iterator[Refusal]:
    """A late complaint may be taken up with a reason (fvl § 31), yet never after a year."""
    if appeal.in_time is not False:
        return
    if determination.decided_on and appeal.received_on > latest_appeal_day(determination.decided_on):
        yield Refusal("right_refused.over_a_year", field="reassessment")
    elif not draft.late_accepted_reason:
        yield Refusal("right_refused.late_reason_missing", field="late_accepted_reason")
