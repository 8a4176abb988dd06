# SPDX-License-Identifier: MIT
"""What the answers to the five conditions point at: a proposal with its why, never a verdict (R14)."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.rules.conditions import CONDITIONS, Condition
from models.rules.step import Step

__all__ = ["CONDITIONS", "Condition", "Proposal", "coordinator_proposal", "propose"]

MET, NOT_MET, UNCLEAR, OPEN = "met", "not_met", "unclear", "open"
WISH = "family_wishes"
# What an alminnelig koordinator asks is less: no serious condition, no second kind of services, no age (hol § 7-2).
SHARED_WITH_COORDINATOR = "lasting_needs"


@dataclass(frozen=True, slots=True)
class Proposal:
    """`outcome` is granted, refused, changed, ended or None where the answers do not suffice; a person decides."""

    outcome: str | None
    why: tuple[Step, ...]
    not_met: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    consider_coordinator: bool = False


def propose(findings: Mapping[str, str], has_coordinator: bool = False) -> Proposal:
    """The outcome that the findings point at; with a coordinator in place «ended» stands for «refused»."""
    not_met = tuple(id for id in CONDITIONS if findings.get(id) == NOT_MET)
    unclear = tuple(id for id in CONDITIONS if findings.get(id) == UNCLEAR)
    unanswered = tuple(id for id in CONDITIONS if findings.get(id, OPEN) == OPEN)
    if not_met:
        return Proposal(
            "ended" if has_coordinator else "refused",
            tuple(Step(_why_not(id), "hol_7_2a", {"condition": id}) for id in not_met),
            not_met=not_met,
            unanswered=(*unclear, *unanswered),
            consider_coordinator=_coordinator_instead(findings, not_met),
        )
    if unclear or unanswered:
        why = [Step("entitlement.why.unclear", "hol_7_2a", {"condition": id}) for id in unclear]
        why += [Step("entitlement.why.open", "hol_7_2a", {"condition": id}) for id in unanswered]
        return Proposal(None, tuple(why), unanswered=(*unclear, *unanswered))
    outcome = "changed" if has_coordinator else "granted"
    return Proposal(outcome, (Step("entitlement.why.all_met", "hol_7_2a"),))


def coordinator_proposal(findings: Mapping[str, str]) -> Proposal:
    """The same for an alminnelig koordinator: lasting and coordinated needs, and the wish (hol § 7-2)."""
    asked = (SHARED_WITH_COORDINATOR, WISH)
    not_met = tuple(id for id in asked if findings.get(id) == NOT_MET)
    waiting = tuple(id for id in asked if findings.get(id, OPEN) in (OPEN, UNCLEAR))
    if not_met:
        return Proposal("refused", tuple(Step(_why_not(id), "hol_7_2", {"condition": id}) for id in not_met), not_met)
    if waiting:
        why = tuple(Step("entitlement.why.open", "hol_7_2", {"condition": id}) for id in waiting)
        return Proposal(None, why, unanswered=waiting)
    return Proposal("granted", (Step("entitlement.why.all_met", "hol_7_2"),))


def _why_not(condition: str) -> str:
    return "entitlement.why.not_wished" if condition == WISH else "entitlement.why.not_met"


def _coordinator_instead(findings: Mapping[str, str], not_met: tuple[str, ...]) -> bool:
    return findings.get(SHARED_WITH_COORDINATOR) != NOT_MET and WISH not in not_met
