# SPDX-License-Identifier: MIT
"""The ansvarsgruppe: why it began, who is in it from when to when, and who leads it (R39)."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class CareTeam(Record, table=True):
    """A family's ansvarsgruppe; the family may start and end it."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    child_id: UUID | None = Field(default=None, foreign_key="person.id")
    started_on: date
    ground: str = ""
    started_by: str = Field(default="", description="family or municipality: who wished it")
    every_weeks: int = Field(default=0, description="how often it meets; 0 when not agreed")
    ended_on: date | None = None
    ended_by: str = ""
    end_reason: str = ""


class TeamMember(Record, table=True):
    """Somebody in the group: of the family, of a service, or the coordinator."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    care_team_id: UUID = Field(foreign_key="careteam.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    family_service_id: UUID | None = Field(default=None, foreign_key="familyservice.id")
    staff_id: UUID | None = Field(default=None, foreign_key="staff.id")
    name: str
    role: str = ""
    service: str = ""
    chair: bool = Field(default=False, description="leads the meetings")
    deputy: str = ""
    language: str = Field(default="", description="nb, nn or empty for the family's")
    from_on: date
    to_on: date | None = None
