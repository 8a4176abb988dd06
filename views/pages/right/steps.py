# SPDX-License-Identifier: MIT
"""Sums and reasons of the rules as sentences on the screen."""

from collections.abc import Mapping

from models.queries.right_picture import RightPicture
from models.rules.entitlement import Proposal
from models.rules.step import Step
from models.values.remark import Remark
from views.texts import t


def said(step: Step | Remark) -> str:
    """One step or remark, with dates written out."""
    return t(step.key, **step.values)


def proposal_said(proposal: Proposal, picture: RightPicture) -> str:
    """What the answers point at and why, as a proposal that a person may leave."""
    head = t("right.determination.no_proposal")
    if proposal.outcome is not None:
        head = t("right.determination.proposed", outcome=t(f"right.outcome.{proposal.outcome}").lower())
    titles = {one.condition: one.title for one in picture.conditions}
    lines = [_why(step, titles) for step in proposal.why]
    if proposal.consider_coordinator:
        lines.append(t("right.determination.consider_coordinator"))
    return "\n".join([head, *lines])


def _why(step: Step, titles: Mapping[str, str]) -> str:
    about = titles.get(str(step.values.get("condition", "")), "")
    return f"{about}: {said(step)}" if about else said(step)
