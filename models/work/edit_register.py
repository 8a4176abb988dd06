# SPDX-License-Identifier: MIT
"""The municipality's register of services and contact persons; families linked to it follow what is changed (R12)."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select

from models.records.family import Family, FamilyState
from models.records.family_service import FamilyService, ServiceState
from models.records.service import Service, ServiceContact, ServiceLevel
from models.rules.cooperation import SECTORS
from models.rules.service_kinds import service_kinds
from models.store.meaning import note
from models.values.act import Act
from models.values.names import search_key
from models.values.org_number import read_org_number
from models.values.refusal import Refusal
from models.values.typed import Line, Name, RequiredLine, RequiredName, Text
from models.work.by_right import by_right
from models.work.reach import revise
from models.work.right_checks import found

# What a family takes over of the service itself.
_OF_SERVICE = ("name", "level", "sector", "kind")


class ServiceDraft(BaseModel):
    """A service, or a patient and user organisation."""

    name: RequiredLine
    level: ServiceLevel = ServiceLevel.MUNICIPAL
    sector: Line = ""
    kind: Line = ""
    phone: Line = ""
    email: Line = ""
    address: Line = ""
    org_number: Line = ""
    web: Line = ""
    helps_with: Text = ""


class ServiceContactDraft(BaseModel):
    """Somebody to ask for there."""

    name: RequiredName
    title: Name = ""
    phone: Line = ""
    email: Line = ""


@by_right
def add_service(session: Session, act: Act, draft: ServiceDraft) -> UUID:
    """A new service in the register."""
    service = Service.model_validate({"created_at": act.now, **_checked(draft)})
    session.add(service)
    session.flush()
    note(session, act, what="service.added", object_id=service.id, record="service")
    return service.id


@by_right
def edit_service(session: Session, act: Act, service_id: UUID, draft: ServiceDraft) -> UUID:
    """Mend it; what families have taken over unchanged follows."""
    service = found(session, Service, service_id)
    before = service.model_dump()
    revise(service, _checked(draft))
    _follow_phone(session, service, before)
    _follow(session, col(FamilyService.register_id) == service.id, _OF_SERVICE, before, service.model_dump())
    note(session, act, what="service.edited", object_id=service.id, record="service")
    return service.id


@by_right
def end_service(session: Session, act: Act, service_id: UUID) -> UUID:
    """It is no longer offered; families that have it keep it."""
    return _end(session, act, service_id, ended=True)


@by_right
def resume_service(session: Session, act: Act, service_id: UUID) -> UUID:
    """It is offered again: the inverse of end_service."""
    return _end(session, act, service_id, ended=False)


@by_right
def add_usual_services(session: Session, act: Act, language: str) -> tuple[UUID, ...]:
    """The start set; kinds and names that stand there already are passed over."""
    known = session.exec(select(Service)).all()
    kinds, names = {one.kind for one in known}, {search_key(one.name) for one in known}
    added = [
        Service(
            created_at=act.now,
            name=kind.name[language],
            level=ServiceLevel(kind.level),
            sector=kind.sector,
            kind=kind.key,
            helps_with=kind.helps[language],
        )
        for kind in service_kinds().values()
        if kind.key not in kinds and search_key(kind.name[language]) not in names
    ]
    for service in added:
        session.add(service)
    session.flush()
    note(session, act, what="service.start_set_added")
    return tuple(service.id for service in added)


@by_right
def take_out_services(session: Session, act: Act, service_ids: tuple[UUID, ...]) -> None:
    """What was just added by mistake leaves the register: the inverse of adding. What families have stays."""
    taken = session.exec(select(FamilyService.register_id).where(col(FamilyService.register_id).in_(service_ids))).all()
    if taken:
        raise Refusal("services_refused.in_use")
    for service_id in service_ids:
        found(session, Service, service_id).binned_at = act.now
    note(session, act, what="service.taken_out")


@by_right
def add_service_contact(session: Session, act: Act, service_id: UUID, draft: ServiceContactDraft) -> UUID:
    """Somebody families and coordinators meet there."""
    contact = ServiceContact(
        created_at=act.now, service_id=found(session, Service, service_id).id, **draft.model_dump()
    )
    session.add(contact)
    session.flush()
    note(session, act, what="service.contact_added", object_id=service_id, record="service")
    return contact.id


@by_right
def edit_service_contact(session: Session, act: Act, contact_id: UUID, draft: ServiceContactDraft) -> UUID:
    """Mend it; families that have this contact unchanged follow."""
    contact = found(session, ServiceContact, contact_id)
    service = found(session, Service, contact.service_id)
    before = contact_fields(service, contact)
    revise(contact, draft.model_dump())
    _follow(session, col(FamilyService.contact_id) == contact.id, before, before, contact_fields(service, contact))
    note(session, act, what="service.edited", object_id=service.id, record="service")
    return contact.id


@by_right
def note_contact_left(session: Session, act: Act, contact_id: UUID, left: bool = True) -> UUID:
    """The contact no longer works there; families are told so until they have another. False takes it back."""
    contact = found(session, ServiceContact, contact_id)
    revise(contact, {"left": left})
    what = "service.contact_left" if left else "service.contact_back"
    note(session, act, what=what, object_id=contact.service_id, record="service")
    return contact.id


def contact_fields(service: Service, contact: ServiceContact | None) -> dict[str, object]:
    """What a family takes over of whom to ask for; the service's own number where the contact has none."""
    return {
        "contact": contact.name if contact else "",
        "contact_title": contact.title if contact else "",
        "phone": (contact.phone if contact else "") or service.phone,
        "email": (contact.email if contact else "") or service.email,
    }


def _checked(draft: ServiceDraft) -> dict[str, object]:
    values = draft.model_dump()
    if draft.sector and draft.sector not in SECTORS:
        raise Refusal("services_refused.no_such_sector", field="sector")
    if draft.org_number:
        read = read_org_number(draft.org_number)
        if read.remarks:
            raise Refusal("services_refused.org_number", field="org_number")
        values["org_number"] = read.digits
    return values


def _end(session: Session, act: Act, service_id: UUID, *, ended: bool) -> UUID:
    service = found(session, Service, service_id)
    if revise(service, {"ended": ended}):
        what = "service.ended" if ended else "service.resumed"
        note(session, act, what=what, object_id=service.id, record="service")
    return service.id


def _follow_phone(session: Session, service: Service, before: Mapping[str, object]) -> None:
    """The service's own number stands with families whose contact has none, or that have no contact."""
    asked = select(ServiceContact.id).where(ServiceContact.service_id == service.id, ServiceContact.phone != "")
    reached_by_own = session.exec(asked).all()
    linked = and_(
        col(FamilyService.register_id) == service.id,
        or_(col(FamilyService.contact_id).is_(None), col(FamilyService.contact_id).not_in(reached_by_own)),
    )
    _follow(session, linked, ("phone",), before, service.model_dump())


def _follow(
    session: Session,
    linked: ColumnElement[bool],
    names: Iterable[str],
    before: Mapping[str, object],
    now: Mapping[str, object],
) -> None:
    """Field by field, and only where the family's still says what the register said: what was edited by hand stands."""
    changed = [name for name in names if before[name] != now[name]]
    if not changed:
        return
    running = and_(col(FamilyService.state) != ServiceState.ENDED, col(Family.state) == FamilyState.OPEN)
    rows = select(FamilyService).join(Family, col(Family.id) == FamilyService.family_id).where(linked, running)
    for row in session.exec(rows).all():
        revise(row, {name: now[name] for name in changed if getattr(row, name) == before[name]})
