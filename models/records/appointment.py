# SPDX-License-Identifier: MIT
"""Who is coordinator for a family, from when, and on whose delegated authority (R18, R19)."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from models.records.assessment import CoordinatorKind
from models.records.base import Record


class CoordinatorAppointment(Record, table=True):
    """An appointment; the municipality has one with whole responsibility at a time, apart from an agreed overlap."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    determination_id: UUID | None = Field(default=None, foreign_key="determination.id")
    staff_id: UUID = Field(foreign_key="staff.id", index=True)
    kind: CoordinatorKind
    from_on: date
    to_on: date | None = None
    delegated_by: str = ""
    delegated_on: date | None = None
    scope: str = ""
    limits: str = ""
    ended_reason: str = ""
