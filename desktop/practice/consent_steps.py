# SPDX-License-Identifier: MIT
"""What the practice families say yes and no to, what their children say, and what is shared."""

from typing import cast
from uuid import UUID

from desktop.practice.script import Step
from desktop.practice.stage import Cast, Stage
from models.rules.visibility import kinds_in
from models.work.child_views import PlannedView, WrittenView, plan_child_view, write_child_view
from models.work.consent_scopes import ConsentDraft
from models.work.consents import (
    GivenDraft,
    RefusedDraft,
    WithdrawnDraft,
    ask_consent,
    give_consent,
    refuse_consent,
    withdraw_consent,
)
from models.work.share import SharingDraft, log_sharing


def consent(stage: Stage, step: Step) -> None:
    """A question: `scopes` names services as their own steps do, with the kinds of information for each."""
    family = stage.cast(step)
    scopes = [
        {"family_service_id": family.made[f"service.{service}"], "information": kinds_in(str(kinds))}
        for service, kinds in step.table("scopes").items()
    ]
    values = {"child_id": family.people["child"], "asked_on": step.at.date(), **step.without("key", "scopes")}
    draft = ConsentDraft.model_validate(values | {"scopes": scopes})
    family.made[_key(step)] = stage.do(ask_consent, family.family_id, draft)


def consent_given(stage: Stage, step: Step) -> None:
    """A yes; `signed` holds «guardian/parent», or a name and a capacity of somebody outside the family."""
    family = stage.cast(step)
    signed = [_signed(family, who) for who in cast("list[str]", step.values.get("signed", []))]
    values = {"given_on": step.at.date(), **step.without("key", "signed"), "signed": signed}
    stage.do(give_consent, family.made[_key(step)], GivenDraft.model_validate(values))


def consent_refused(stage: Stage, step: Step) -> None:
    """A no."""
    draft = RefusedDraft.model_validate({"refused_on": step.at.date(), **step.without("key")})
    stage.do(refuse_consent, stage.cast(step).made[_key(step)], draft)


def consent_withdrawn(stage: Stage, step: Step) -> None:
    """A yes is taken back."""
    draft = WithdrawnDraft.model_validate({"withdrawn_on": step.at.date(), **step.without("key")})
    stage.do(withdraw_consent, stage.cast(step).made[_key(step)], draft)


def child_heard(stage: Stage, step: Step) -> None:
    """What the child said, or why it was not heard."""
    stage.do(write_child_view, _child(stage, step), WrittenView.model_validate(step.without("who")))


def child_to_be_heard(stage: Stage, step: Step) -> None:
    """Somebody has promised to ask the child."""
    stage.do(plan_child_view, _child(stage, step), PlannedView.model_validate(step.without("who")))


def shared(stage: Stage, step: Step) -> None:
    """Something was told to a service, on a consent that held that day."""
    family = stage.cast(step)
    values = step.without("service", "information")
    values |= {"shared_on": step.at.date(), "family_service_id": family.made[f"service.{step.text('service')}"]}
    values["information"] = kinds_in(step.text("information"))
    stage.do(log_sharing, family.family_id, SharingDraft.model_validate(values))


def _key(step: Step) -> str:
    return f"consent.{step.text('key')}"


def _child(stage: Stage, step: Step) -> UUID:
    return stage.cast(step).people[step.text("who") or "child"]


def _signed(family: Cast, who: str) -> dict[str, object]:
    name, _, capacity = who.partition("/")
    known = family.people.get(name)
    return {"person_id": known, "name": "" if known else name, "capacity": capacity}
