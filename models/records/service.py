# SPDX-License-Identifier: MIT
"""The municipality's register of services with their contact persons (hol § 7-2 a c and d, R12)."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class ServiceLevel(StrEnum):
    """Who runs the service."""

    MUNICIPAL = "municipal"
    COUNTY = "county"
    STATE = "state"
    PRIVATE = "private"
    ORGANISATION = "organisation"


class Service(Record, table=True):
    """A service, or a patient and user organisation, that families of the municipality meet."""

    name: str
    level: ServiceLevel = ServiceLevel.MUNICIPAL
    sector: str = Field(default="", description="key of resources/law/sectors.toml: which duty to cooperate binds it")
    kind: str = Field(default="", description="key of resources/law/service_kinds.toml: school, BUP, NAV …")
    phone: str = ""
    email: str = ""
    address: str = ""
    org_number: str = ""
    web: str = ""
    helps_with: str = ""
    ended: bool = False


class ServiceContact(Record, table=True):
    """Somebody families and coordinators meet at a service."""

    service_id: UUID = Field(foreign_key="service.id", index=True)
    name: str
    title: str = ""
    phone: str = ""
    email: str = ""
    left: bool = False
