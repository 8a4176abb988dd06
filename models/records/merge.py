# SPDX-License-Identifier: MIT
"""Two families that were one, and a child that moved: what was moved, so that it can be moved back."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class FamilyMerge(Record, table=True):
    """Everything of one family moved to another on a day, for a reason."""

    family_id: UUID = Field(foreign_key="family.id", index=True, description="the family that goes on")
    merged_id: UUID = Field(foreign_key="family.id", index=True, description="the family that points on to it")
    merged_on: date
    reason: str = ""
    former_state: str = ""
    moved: str = Field(default="{}", description="JSON: ids of the moved records by table")
    undone_at: datetime | None = None


class ChildMove(Record, table=True):
    """One child that moved from one family to another."""

    family_id: UUID = Field(foreign_key="family.id", index=True, description="the family the child moved to")
    from_family_id: UUID = Field(foreign_key="family.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    moved_on: date
    reason: str = ""
