# SPDX-License-Identifier: MIT
"""What an avgjørelse must contain before it can be finished (R15, R16): one sentence beside each field that lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from models.rules.conditions import CONDITIONS
from models.rules.entitlement import MET, NOT_MET, SHARED_WITH_COORDINATOR, WISH
from models.rules.reasons import REASON_REQUIRED
from models.values.refusal import Refusal
from models.values.remark import Remark

GIVES = frozenset({"granted", "changed", "person_changed"})
ASSESSES = frozenset({"granted", "refused"})


@dataclass(frozen=True, slots=True)
class ConditionFacts:
    """What is found of one condition, and whether it is reasoned."""

    finding: str = "open"
    reasoned: bool = False


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """An avgjørelse as the checks see it; texts are whether and what, dates are as entered."""

    outcome: str
    kind: str = "child_coordinator"
    grounds: str = ""
    complaint_notice: bool = True
    signer_name: str = ""
    signer_title: str = ""
    has_coordinator: bool = False
    effective_on: date | None = None
    decided_on: date | None = None
    reason_code: str = ""
    child_expected: bool = False
    child_heard: str = "open"
    child_view: str = ""
    not_heard_reason: str = ""
    best_interests: str = ""
    delegated_by: str = ""
    delegated_on: date | None = None
    overlap_to: date | None = None
    prior_notice_on: date | None = None
    family_comment: str = ""
    alternatives: str = ""
    conditions: Mapping[str, ConditionFacts] = field(default_factory=dict)


def what_is_missing(decision: DecisionFacts) -> list[Refusal]:
    """Everything that stops finishing, in the order of the form; empty when it can be finished."""
    return [
        *_conditions(decision),
        *_child(decision),
        *_texts(decision),
        *_coordinator(decision),
        *_signature(decision),
    ]


def worth_a_thought(decision: DecisionFacts) -> list[Remark]:
    """What good practice asks and the law does not: said, never a stop."""
    found = []
    if decision.outcome in ("ended", "changed") and decision.prior_notice_on is None:
        found.append(Remark("checks.thought.prior_notice", "note", "prior_notice_on", "fvl_16"))
    if decision.outcome in ("refused", "ended") and not decision.alternatives.strip():
        found.append(Remark("checks.thought.alternatives", "note", "alternatives", "hol_7_2"))
    if decision.outcome in ("changed", "person_changed") and decision.overlap_to is None:
        found.append(Remark("checks.thought.overlap", "note", "overlap_to", "hol_7_2a"))
    return found


def _conditions(decision: DecisionFacts) -> Iterator[Refusal]:
    if decision.outcome not in ASSESSES:
        return
    asked = tuple(CONDITIONS) if decision.kind == "child_coordinator" else (SHARED_WITH_COORDINATOR, WISH)
    facts = {id: decision.conditions.get(id, ConditionFacts()) for id in asked}
    for id, answer in facts.items():
        if decision.outcome == "granted" and answer.finding != MET:
            yield Refusal("checks.condition_not_met", field=id, basis="hol_7_2a")
        elif answer.finding in (MET, NOT_MET) and not answer.reasoned:
            yield Refusal("checks.condition_reason", field=id, basis="fvl_25")
    if decision.outcome == "refused" and all(answer.finding != NOT_MET for answer in facts.values()):
        yield Refusal("checks.no_condition_failed", field=asked[0], basis="hol_7_2a")


def _child(decision: DecisionFacts) -> Iterator[Refusal]:
    if not decision.child_expected:
        if decision.child_heard == "open":
            yield Refusal("checks.child_heard", field="child_heard", basis="bk_12")
        elif decision.child_heard == "heard" and not decision.child_view.strip():
            yield Refusal("checks.child_view", field="child_view", basis="bk_12")
        elif decision.child_heard == "not_heard" and not decision.not_heard_reason.strip():
            yield Refusal("checks.not_heard_reason", field="not_heard_reason", basis="bk_12")
    if not decision.best_interests.strip():
        yield Refusal("checks.best_interests", field="best_interests", basis="grl_104")


def _texts(decision: DecisionFacts) -> Iterator[Refusal]:
    if not decision.grounds.strip():
        yield Refusal("checks.grounds", field="grounds", basis="fvl_25")
    if decision.outcome in REASON_REQUIRED and not decision.reason_code:
        yield Refusal("checks.reason_code", field="reason_code", basis="fvl_25")
    if not decision.complaint_notice:
        yield Refusal("checks.complaint_notice", field="complaint_notice", basis="fvl_27")


def _coordinator(decision: DecisionFacts) -> Iterator[Refusal]:
    if decision.outcome in GIVES:
        if not decision.has_coordinator:
            yield Refusal("checks.coordinator", field="coordinator_id", basis="hol_7_2a")
        if not decision.delegated_by.strip():
            yield Refusal("checks.delegated_by", field="delegated_by", basis="kommunel_13_1")
        if decision.delegated_on is None:
            yield Refusal("checks.delegated_on", field="delegated_on", basis="kommunel_13_1")
    if decision.outcome != "refused" and decision.effective_on is None:
        yield Refusal("checks.effective_on", field="effective_on")
    if decision.overlap_to and decision.effective_on and decision.overlap_to < decision.effective_on:
        yield Refusal("checks.overlap_before_start", field="overlap_to")


def _signature(decision: DecisionFacts) -> Iterator[Refusal]:
    if not decision.signer_name.strip():
        yield Refusal("checks.signer_name", field="signer_name")
    if not decision.signer_title.strip():
        yield Refusal("checks.signer_title", field="signer_title")
