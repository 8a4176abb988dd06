# SPDX-License-Identifier: MIT
"""What a family gets and waits for, service by service: asked for, granted, refused, begun and ended."""

import re
from datetime import date
from typing import Annotated, TypeAlias
from uuid import UUID

from pydantic import BaseModel, BeforeValidator
from sqlmodel import Session

from models.records.family_service import FamilyService, ServiceState
from models.records.person import Person
from models.records.service import Service, ServiceContact, ServiceLevel
from models.rules.service_states import DAY_OF, NEXT, refusal_complaint_due
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Day, Line, RequiredLine, RequiredText, Text, clean_line
from models.work.by_right import by_right
from models.work.reach import reach_family, revise
from models.work.reveal_protected import RevealDraft
from models.work.right_checks import found, not_before, not_in_future


def _amount(typed: object) -> float | None:
    """«7,5» as people write it; nothing is nothing."""
    text = "" if typed is None else clean_line(typed).replace(" ", "").replace(",", ".")
    if text and not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,2})?", text):
        raise ValueError("services_refused.no_such_amount")
    return float(text) if text else None


Amount: TypeAlias = Annotated[float | None, BeforeValidator(_amount)]


class FamilyServiceDraft(BaseModel):
    """A service around the family; chosen from the register, or written here."""

    name: RequiredLine
    level: ServiceLevel = ServiceLevel.MUNICIPAL
    sector: Line = ""
    kind: Line = ""
    child_id: UUID | None = None
    register_id: UUID | None = None
    contact_id: UUID | None = None
    contact: Line = ""
    contact_title: Line = ""
    phone: Line = ""
    email: Line = ""
    gives: Text = ""
    granted: Amount = None
    delivered: Amount = None
    unit: Line = ""
    note: Text = ""


class NewFamilyServiceDraft(FamilyServiceDraft):
    """The same, and how far it has come."""

    state: ServiceState = ServiceState.RUNNING
    on: Day = None


class MoveDraft(BaseModel):
    """The next state, and the day it happened; the last day to complain where no rule tells it."""

    state: ServiceState
    on: date
    complaint_due_on: Day = None


class EndServiceDraft(BaseModel):
    """From when, and why."""

    ended_on: date
    ended_reason: RequiredText


class OwnCoordinatorDraft(BaseModel):
    """The service's own coordinator beside ours: what was promised, and when we last spoke."""

    coordinates: bool = True
    contact: Line = ""
    phone: Line = ""
    promised: Text = ""
    talked_on: Day = None


@by_right
def add_family_service(session: Session, act: Act, family_id: UUID, draft: NewFamilyServiceDraft) -> UUID:
    """One more around the family, as far as it has come."""
    reach_family(session, act, family_id)
    values = draft.model_dump(exclude={"state", "on"})
    _refuse_strangers(session, family_id, draft)
    if draft.state in (ServiceState.ENDED, ServiceState.REFUSED):
        raise Refusal("services_refused.begins_with_end", field="state")
    not_in_future(act, draft.on, "on")
    service = FamilyService(created_at=act.now, family_id=family_id, state=draft.state, **values)
    setattr(service, DAY_OF[draft.state], draft.on)
    session.add(service)
    session.flush()
    note(session, act, what="family_service.added", family_id=family_id, object_id=service.id)
    return service.id


@by_right
def edit_family_service(session: Session, act: Act, service_id: UUID, draft: FamilyServiceDraft) -> UUID:
    """Mend what stands there; how far it has come is moved by itself."""
    service = _reached(session, act, service_id)
    _refuse_strangers(session, service.family_id, draft, service)
    revise(service, draft.model_dump(exclude={"state", "on"}))
    return service.id


@by_right
def move_family_service(session: Session, act: Act, service_id: UUID, draft: MoveDraft) -> UUID:
    """The next step: applied for, granted, begun, or refused with the last day to complain."""
    service = _reached(session, act, service_id)
    if draft.state.value not in NEXT[service.state.value]:
        raise Refusal("services_refused.not_next", field="state")
    not_in_future(act, draft.on, "on")
    for earlier in (ServiceState.WISHED, ServiceState.APPLIED):
        if DAY_OF[earlier] != DAY_OF[draft.state]:
            not_before(draft.on, getattr(service, DAY_OF[earlier]), "services_refused.before_earlier_step", "on")
    values: dict[str, object] = {"state": draft.state, DAY_OF[draft.state]: draft.on}
    if draft.state is ServiceState.REFUSED:
        values["complaint_due_on"] = draft.complaint_due_on or refusal_complaint_due(service.sector, draft.on)
        if values["complaint_due_on"] is None:
            raise Refusal("services_refused.complaint_day_missing", field="complaint_due_on")
        not_before(draft.complaint_due_on, draft.on, "services_refused.complaint_before_answer", "complaint_due_on")
    else:
        # asked for anew, or granted after all: the deadline of the former refusal is over
        values["complaint_due_on"] = None
    if draft.state is ServiceState.APPLIED:
        values["answered_on"] = None
    revise(service, values)
    note(session, act, f"family_service.{draft.state}", service.family_id, service.id)
    return service.id


@by_right
def end_family_service(session: Session, act: Act, service_id: UUID, draft: EndServiceDraft) -> UUID:
    """It is over, and why; it stays with the family's story."""
    service = _reached(session, act, service_id)
    if service.state is ServiceState.ENDED:
        raise Refusal("services_refused.already_ended")
    not_before(draft.ended_on, service.started_on, "services_refused.ends_before_start", "ended_on")
    revise(service, {"state": ServiceState.ENDED, **draft.model_dump()})
    note(session, act, what="family_service.ended", family_id=service.family_id, object_id=service.id)
    return service.id


@by_right
def resume_family_service(session: Session, act: Act, service_id: UUID) -> UUID:
    """It goes on after all, from where it was: the inverse of end_family_service."""
    service = _reached(session, act, service_id)
    if service.state is not ServiceState.ENDED:
        raise Refusal("services_refused.not_ended")
    revise(service, {"state": _state_before_end(service), "ended_on": None, "ended_reason": ""})
    note(session, act, what="family_service.resumed", family_id=service.family_id, object_id=service.id)
    return service.id


@by_right
def note_own_coordinator(session: Session, act: Act, service_id: UUID, draft: OwnCoordinatorDraft) -> UUID:
    """A coordinator there, beside ours (sphl § 2-5 a): two levels, one child."""
    service = _reached(session, act, service_id)
    not_in_future(act, draft.talked_on, "talked_on")
    revise(service, draft.model_dump())
    note(session, act, what="family_service.own_coordinator", family_id=service.family_id, object_id=service.id)
    return service.id


@by_right
def reveal_service(session: Session, act: Act, service_id: UUID, draft: RevealDraft) -> UUID:
    """Show which service a family with a secret address has, and whom to call; who, when and why is logged (R67)."""
    service = found(session, FamilyService, service_id)
    reach_family(session, act, service.family_id, closed_too=True, read_only=True)
    note(session, act, "family_service.revealed", service.family_id, service.id, draft.reason)
    return service.id


def _reached(session: Session, act: Act, service_id: UUID) -> FamilyService:
    service = found(session, FamilyService, service_id)
    reach_family(session, act, service.family_id)
    return service


def _refuse_strangers(
    session: Session, family_id: UUID, draft: FamilyServiceDraft, before: FamilyService | None = None
) -> None:
    """The child is the family's own, and the contact works at the service; a family from elsewhere keeps its links."""
    child = session.get(Person, draft.child_id) if draft.child_id else None
    if draft.child_id and (child is None or child.family_id != family_id):
        raise Refusal("family.refused.person_not_found", field="child_id")
    if before and (before.register_id, before.contact_id) == (draft.register_id, draft.contact_id):
        return
    if draft.register_id and session.get(Service, draft.register_id) is None:
        raise Refusal("services_refused.not_in_register", field="register_id")
    contact = session.get(ServiceContact, draft.contact_id) if draft.contact_id else None
    if draft.contact_id and (contact is None or contact.service_id != draft.register_id):
        raise Refusal("services_refused.not_contact_there", field="contact_id")


def _state_before_end(service: FamilyService) -> ServiceState:
    if service.started_on or not (service.wished_on or service.applied_on or service.answered_on):
        return ServiceState.RUNNING
    if service.answered_on:
        return ServiceState.REFUSED if service.complaint_due_on else ServiceState.GRANTED
    return ServiceState.APPLIED if service.applied_on else ServiceState.WISHED
