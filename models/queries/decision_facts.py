# SPDX-License-Identifier: MIT
"""What the rules need to know of an avgjørelse and the assessment behind it."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.assessment import Assessment, ConditionAnswer, CoordinatorKind
from models.records.determination import Determination
from models.records.person import Person, PersonKind
from models.rules.decision_checks import ConditionFacts, DecisionFacts
from models.rules.entitlement import Proposal, coordinator_proposal, propose


def findings_of(session: Session, assessment_id: UUID) -> dict[str, str]:
    """What is found of each condition somebody has answered."""
    return {one.condition: one.finding.value for one in _answers(session, assessment_id)}


def proposal_for(kind: CoordinatorKind, findings: Mapping[str, str], has_coordinator: bool) -> Proposal:
    """What the answers point at for the kind of coordinator the family wants."""
    if kind is CoordinatorKind.COORDINATOR and not has_coordinator:
        return coordinator_proposal(findings)
    return propose(findings, has_coordinator)


def decision_facts(session: Session, determination: Determination, today: date) -> DecisionFacts:
    """The avgjørelse as the checks see it."""
    assessment = session.get(Assessment, determination.assessment_id) if determination.assessment_id else None
    about = assessment.model_dump(include=_FROM_ASSESSMENT) if assessment else {}
    return DecisionFacts(
        has_coordinator=determination.coordinator_id is not None,
        decided_on=today,
        child_expected=_only_expected(session, determination.family_id),
        conditions=_conditions(session, assessment.id) if assessment else {},
        **determination.model_dump(include=_FROM_DETERMINATION),
        **about,
    )


_FROM_ASSESSMENT = {"child_heard", "child_view", "not_heard_reason", "best_interests"}
_FROM_DETERMINATION = {
    "outcome",
    "kind",
    "grounds",
    "complaint_notice",
    "signer_name",
    "signer_title",
    "effective_on",
    "reason_code",
} | {"delegated_by", "delegated_on", "overlap_to", "prior_notice_on", "family_comment", "alternatives"}


def _conditions(session: Session, assessment_id: UUID) -> dict[str, ConditionFacts]:
    return {
        one.condition: ConditionFacts(one.finding.value, bool(one.facts.strip() or one.judgement.strip()))
        for one in _answers(session, assessment_id)
    }


def _answers(session: Session, assessment_id: UUID) -> list[ConditionAnswer]:
    return list(session.exec(select(ConditionAnswer).where(col(ConditionAnswer.assessment_id) == assessment_id)))


def _only_expected(session: Session, family_id: UUID) -> bool:
    children = session.exec(
        select(Person).where(
            col(Person.family_id) == family_id, col(Person.kind) == PersonKind.CHILD, col(Person.left_on).is_(None)
        )
    ).all()
    return bool(children) and all(child.born_on is None for child in children)
