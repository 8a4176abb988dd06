# SPDX-License-Identifier: MIT
"""Transitions as somebody has set them, and what the person who reads Min dag has put aside for a while."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class Transition(Record, table=True):
    """A transition moved, added or taken away by hand; what is computed needs no row (R61)."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    child_id: UUID = Field(foreign_key="person.id", index=True)
    key: str = Field(description="as models.rules.milestones, or hospital_home, moves_municipality, other")
    on: date | None = Field(default=None, description="None: does not come for this child")
    title: str = ""
    reason: str = ""


class Snooze(Record, table=True):
    """A silent case put aside until a day, with the reason."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    until_on: date
    reason: str
    staff_id: UUID = Field(foreign_key="staff.id")
