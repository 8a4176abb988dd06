# SPDX-License-Identifier: MIT
"""Gathers the services around a child for paper: the overview, and «Hvem gjør hva» for the fridge.

Where somebody in the family has a secret address, a service is told by its kind alone: its name, its people and its
phone say where the child is (R67).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session, col, select

from models.queries.letter_about import child_in_question
from models.queries.letter_coordinator import appointment_for
from models.queries.letter_determination import child_of
from models.queries.letter_ending import coordinating_service
from models.queries.recipients import any_protected
from models.records.document import Document
from models.records.family_service import FamilyService, ServiceState
from models.records.staff import Staff
from models.rules.service_kinds import ServiceKind, nearness, service_kinds
from models.values.letter import Envelope
from models.values.names import full_name, sort_key
from models.values.overview_paper import DutyLine, ServiceLine, ServicesOverview, WhoDoesWhat
from models.values.picture import Nearness
from models.values.typed import first_line
from resources.catalogue import fill

SHORT = 60
# What is given, or will be: a wish and an application are nobody to call yet.
ON_PAPER = (ServiceState.RUNNING, ServiceState.GRANTED)
_NEAREST: tuple[Nearness, ...] = ("municipality", "specialist", "other")


@dataclass(frozen=True, slots=True)
class _Told:
    """One service as it may be told on this paper."""

    name: str
    nearness: Nearness
    contact: str
    phone: str
    does: str
    matter: str
    """What one rings about, in few words."""

    @property
    def who(self) -> str:
        """The contact and the service, which is not named twice."""
        return ", ".join(filter(None, (self.contact, "" if self.name == self.matter else self.name)))


def services_overview(session: Session, document: Document, envelope: Envelope) -> ServicesOverview:
    """Everyone around the child, the nearest first."""
    child = child_in_question(session, document)
    whole, called, _ = child_of(session, document.family_id, document.language)
    lines = (ServiceLine(one.name, one.nearness, one.contact, one.phone, one.does) for one in _told(session, document))
    return ServicesOverview(
        envelope=envelope,
        child=full_name(child.given_name, child.family_name) if child else whole,
        child_called=child.given_name if child else called,
        born_on=child.born_on if child else None,
        services=tuple(lines),
    )


def who_does_what(session: Session, document: Document, envelope: Envelope) -> WhoDoesWhat:
    """The coordinator first, or the service that samordner; then what each service is called about."""
    child = child_in_question(session, document)
    _, called, _ = child_of(session, document.family_id, document.language)
    first, phone, role = _first(session, document, envelope)
    duties = (DutyLine(one.matter, one.who, one.phone) for one in _told(session, document))
    return WhoDoesWhat(
        envelope=envelope,
        child_called=child.given_name if child else called,
        first=first,
        first_phone=phone,
        first_role=role,
        duties=tuple(duties),
    )


def _first(session: Session, document: Document, envelope: Envelope) -> tuple[str, str, str]:
    found = appointment_for(session, document, envelope.dated_on)
    if found:
        staff = session.get_one(Staff, found.staff_id)
        return staff.name, staff.phone, fill(f"letters_duties.role.{found.kind}", envelope.language)
    coordinating = coordinating_service(session, document.family_id)
    if coordinating and not any_protected(session, document.family_id):
        return coordinating, "", fill("letters_duties.role.coordinating", envelope.language)
    return envelope.sender.caseworker, envelope.sender.caseworker_phone, envelope.sender.caseworker_title


def _told(session: Session, document: Document) -> Iterator[_Told]:
    child, hidden = child_in_question(session, document), any_protected(session, document.family_id)
    found = session.exec(
        select(FamilyService).where(
            FamilyService.family_id == document.family_id, col(FamilyService.state).in_(ON_PAPER)
        )
    )
    rows = [one for one in found if child is None or one.child_id in (None, child.id)]
    told = [_one(row, document.language, hidden=hidden) for row in rows]
    yield from sorted(told, key=lambda one: (_NEAREST.index(one.nearness), sort_key(one.name)))


def _one(row: FamilyService, language: str, *, hidden: bool) -> _Told:
    kind: ServiceKind | None = service_kinds().get(row.kind)
    near = nearness(row.level, row.sector)
    usual = kind.helps[language].rstrip(".") if kind else ""
    if hidden:
        name = kind.name[language] if kind else fill(f"services.level.{row.level}", language)
        return _Told(name, near, "", "", usual, name)
    who = ", ".join(filter(None, (row.contact, row.contact_title)))
    amount = (
        f" ({f'{row.granted:g}'.replace('.', ',')}\u00a0{row.unit})" if row.granted is not None and row.unit else ""
    )
    gives = row.gives.strip()
    matter = first_line(gives, SHORT) or (kind.name[language] if kind else row.name)
    return _Told(row.name, near, who, row.phone, f"{gives or usual}{amount}".strip(), f"{matter}{amount}")
