# SPDX-License-Identifier: MIT
"""What a family gets, has asked for and was refused, service by service, and the services' own plans."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record
from models.records.service import ServiceLevel


class ServiceState(StrEnum):
    """How far it has come, from wish to end."""

    WISHED = "wished"
    APPLIED = "applied"
    GRANTED = "granted"
    RUNNING = "running"
    REFUSED = "refused"
    ENDED = "ended"


class FamilyService(Record, table=True):
    """A service around a family; name and contact stand here too, so that the family tells of it by itself."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    child_id: UUID | None = Field(default=None, foreign_key="person.id", description="None: for the whole family")
    register_id: UUID | None = Field(default=None, description="the service in the register; no key: families move")
    contact_id: UUID | None = Field(default=None, description="the contact in the register")
    name: str
    level: ServiceLevel = ServiceLevel.MUNICIPAL
    sector: str = ""
    kind: str = ""
    contact: str = ""
    contact_title: str = ""
    phone: str = ""
    email: str = ""
    gives: str = ""
    state: ServiceState = ServiceState.RUNNING
    wished_on: date | None = None
    applied_on: date | None = None
    answered_on: date | None = Field(default=None, description="when it was granted or refused")
    complaint_due_on: date | None = None
    started_on: date | None = None
    ended_on: date | None = None
    ended_reason: str = ""
    granted: float | None = Field(default=None, description="how much was granted, in `unit`")
    delivered: float | None = Field(default=None, description="how much is given now, in `unit`")
    unit: str = ""
    coordinates: bool = Field(default=False, description="has a coordinator of its own, as the hospital (sphl § 2-5 a)")
    promised: str = Field(default="", description="what that coordinator has promised")
    talked_on: date | None = Field(default=None, description="when we last spoke with it")
    note: str = ""


class Subplan(Record, table=True):
    """A plan of one service that the individual plan coordinates: where it is kept, not what it says (R48)."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    child_id: UUID | None = Field(default=None, foreign_key="person.id")
    family_service_id: UUID | None = Field(default=None, foreign_key="familyservice.id")
    title: str
    owner: str = ""
    kept_at: str = ""
    valid_to: date | None = None
