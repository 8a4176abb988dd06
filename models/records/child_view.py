# SPDX-License-Identifier: MIT
"""What a child says, and what is best for it, written once and used in consent, meeting, plan and decision."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class Heard(StrEnum):
    """Whether the child was heard; a right, not a duty (Barnekonv. art. 12)."""

    ASKED = "asked"
    HEARD = "heard"
    NOT_HEARD = "not_heard"


class ChildView(Record, table=True):
    """One time a child was, or is to be, heard (bvl § 1-4 and medvirkningsforskriften § 6 as a model)."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    child_id: UUID = Field(foreign_key="person.id", index=True)
    about: str = Field(default="", description="what it was heard on")
    heard: Heard = Heard.ASKED
    prepare_by: date | None = Field(default=None, description="by when its view is to be collected")
    heard_on: date | None = None
    heard_by: str = ""
    how: str = ""
    told: str = Field(default="", description="what the child was told of what its words are used for, and by whom")
    words: str = ""
    agrees: str = Field(default="", description="yes, no or empty: whether the child knows itself in the words")
    weight: str = ""
    not_heard_reason: str = ""
    best_interests: str = ""
    meeting_id: UUID | None = Field(default=None, foreign_key="teammeeting.id")
