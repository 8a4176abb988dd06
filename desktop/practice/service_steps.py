# SPDX-License-Identifier: MIT
"""What the practice families get from services, wait for and were refused."""

from sqlmodel import Session, col, select

from desktop.practice.script import Step
from desktop.practice.stage import Stage
from models.records.service import Service, ServiceContact
from models.values.act import Act
from models.work.edit_register import contact_fields
from models.work.edit_subplan import SubplanDraft, add_subplan
from models.work.family_services import (
    EndServiceDraft,
    MoveDraft,
    NewFamilyServiceDraft,
    OwnCoordinatorDraft,
    add_family_service,
    end_family_service,
    move_family_service,
    note_own_coordinator,
)


def service(stage: Stage, step: Step) -> None:
    """One more around the family; `service` is a kind of the register, `key` what later steps call it."""
    cast, kind = stage.cast(step), step.text("service")
    values = step.without("service", "key", "child")
    if child := step.text("child"):
        values["child_id"] = cast.people[child]
    known = stage.do(_from_register, kind)
    made = stage.do(add_family_service, cast.family_id, NewFamilyServiceDraft.model_validate(known | values))
    cast.made[_key(step) or f"service.{kind}"] = made


def service_moves(stage: Stage, step: Step) -> None:
    """Applied for, granted, begun or refused."""
    draft = MoveDraft.model_validate({"on": step.at.date(), **step.without("key")})
    stage.do(move_family_service, stage.cast(step).made[_key(step)], draft)


def service_ends(stage: Stage, step: Step) -> None:
    """It is over, and why."""
    draft = EndServiceDraft.model_validate({"ended_on": step.at.date(), **step.without("key")})
    stage.do(end_family_service, stage.cast(step).made[_key(step)], draft)


def own_coordinator(stage: Stage, step: Step) -> None:
    """The hospital's coordinator beside ours."""
    draft = OwnCoordinatorDraft.model_validate(step.without("key"))
    stage.do(note_own_coordinator, stage.cast(step).made[_key(step)], draft)


def subplan(stage: Stage, step: Step) -> None:
    """A plan one of the services has of its own."""
    cast, values = stage.cast(step), step.without("key")
    values["family_service_id"] = cast.made[_key(step)]
    stage.do(add_subplan, cast.family_id, SubplanDraft.model_validate(values))


def _key(step: Step) -> str:
    return f"service.{step.text('key')}" if step.text("key") else ""


def _from_register(session: Session, _act: Act, kind: str) -> dict[str, object]:
    """What a family takes over of a service and its first contact."""
    found = session.exec(select(Service).where(Service.kind == kind)).one()
    first = select(ServiceContact).where(ServiceContact.service_id == found.id).order_by(col(ServiceContact.id))
    contact = session.exec(first).first()
    plain = {name: getattr(found, name) for name in ("name", "level", "sector", "kind")}
    links = {"register_id": found.id, "contact_id": contact.id if contact else None}
    return plain | links | contact_fields(found, contact)
