# SPDX-License-Identifier: MIT
"""The right is assessed: facts, judgement and finding for each condition, and what child and family say (R14, R15)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.records.assessment import Assessment, ConditionAnswer, CoordinatorKind, Finding, Heard
from models.records.enquiry import Enquiry
from models.rules.entitlement import CONDITIONS
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Line, Text
from models.work.by_right import by_right
from models.work.reach import reach_family, revise
from models.work.right_checks import found, not_in_future, set_fields


class AnswerDraft(BaseModel):
    """One condition as far as it is answered; only what is set is changed."""

    facts: Text | None = None
    judgement: Text | None = None
    finding: Finding | None = None


class AssessmentDraft(BaseModel):
    """The child's view and the rest around the conditions; only what is set is changed, a date may be emptied."""

    wished_kind: CoordinatorKind | None = None
    child_heard: Heard | None = None
    child_view: Text | None = None
    child_view_how: Text | None = None
    child_view_on: date | None = None
    not_heard_reason: Text | None = None
    best_interests: Text | None = None
    family_view: Text | None = None
    person_wish: Line | None = None
    consent_to_assess_on: date | None = None
    consent_note: Text | None = None


_DATES = frozenset({"child_view_on", "consent_to_assess_on"})
_LASTING = {"wished_kind", "family_view", "person_wish"}
_CHILD = {"child_heard", "child_view", "child_view_how", "child_view_on", "not_heard_reason", "best_interests"}


@by_right
def start_assessment(session: Session, act: Act, family_id: UUID, like: UUID | None = None) -> UUID:
    """The assessment under way, or a new one for the newest wish; nobody needs to ask for it first.

    A new one starts from what was found of the conditions last time, yet the child is to be heard anew; `like` names
    an assessment that is to be done over and is copied whole.
    """
    family = reach_family(session, act, family_id)
    under_way = open_assessment(session, family.id)
    if under_way is not None:
        return under_way.id
    enquiry = open_enquiry(session, family.id)
    assessment = Assessment(
        created_at=act.now, family_id=family.id, enquiry_id=enquiry.id if enquiry else None, started_on=act.today
    )
    before = session.get(Assessment, like) if like else _last_closed(session, family.id)
    session.add(assessment)
    session.flush()
    if before is not None:
        _carry_over(session, act, before, assessment, _LASTING | (_CHILD if like else set()))
    note(session, act, what="assessment.started", family_id=family.id, object_id=assessment.id)
    return assessment.id


@by_right
def answer_condition(session: Session, act: Act, family_id: UUID, condition: str, draft: AnswerDraft) -> UUID:
    """Keep what is found of one condition, half answered or whole."""
    if condition not in CONDITIONS:
        raise Refusal("right_refused.no_such_condition", field=condition)
    assessment_id = start_assessment(session, act, family_id)
    answer = session.exec(
        select(ConditionAnswer).where(
            col(ConditionAnswer.assessment_id) == assessment_id, col(ConditionAnswer.condition) == condition
        )
    ).first()
    if answer is None:
        answer = ConditionAnswer(
            created_at=act.now, family_id=family_id, assessment_id=assessment_id, condition=condition
        )
        session.add(answer)
    revise(answer, draft.model_dump(exclude_unset=True, exclude_none=True))
    return answer.id


@by_right
def edit_assessment(session: Session, act: Act, family_id: UUID, draft: AssessmentDraft) -> UUID:
    """Keep the child's view, best interests, the family's wish and the consent to assess."""
    assessment = found(session, Assessment, start_assessment(session, act, family_id))
    not_in_future(act, draft.child_view_on, "child_view_on")
    not_in_future(act, draft.consent_to_assess_on, "consent_to_assess_on")
    revise(assessment, set_fields(draft, may_be_emptied=_DATES))
    return assessment.id


def open_assessment(session: Session, family_id: UUID) -> Assessment | None:
    """The assessment that no avgjørelse has closed yet."""
    return session.exec(
        select(Assessment)
        .where(col(Assessment.family_id) == family_id, col(Assessment.closed_on).is_(None))
        .order_by(col(Assessment.id).desc())
    ).first()


def open_enquiry(session: Session, family_id: UUID) -> Enquiry | None:
    """The newest wish that is neither withdrawn nor answered."""
    return session.exec(
        select(Enquiry)
        .where(
            col(Enquiry.family_id) == family_id,
            col(Enquiry.withdrawn_on).is_(None),
            col(Enquiry.answered_on).is_(None),
        )
        .order_by(col(Enquiry.received_on).desc(), col(Enquiry.id).desc())
    ).first()


def _last_closed(session: Session, family_id: UUID) -> Assessment | None:
    return session.exec(
        select(Assessment).where(col(Assessment.family_id) == family_id).order_by(col(Assessment.id).desc())
    ).first()


def _carry_over(session: Session, act: Act, before: Assessment, new: Assessment, names: set[str]) -> None:
    revise(new, before.model_dump(include=names))
    answers = session.exec(select(ConditionAnswer).where(col(ConditionAnswer.assessment_id) == before.id)).all()
    for answer in answers:
        kept = answer.model_dump(include={"family_id", "condition", "facts", "judgement", "finding"})
        session.add(ConditionAnswer(created_at=act.now, assessment_id=new.id, **kept))
