# SPDX-License-Identifier: MIT
"""Contact notes of the journal: phone calls, talks and observations, corrected only by adding (R71, R80)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class ContactKind(StrEnum):
    """How the contact happened."""

    PHONE = "phone"
    TALK = "talk"
    MEETING = "meeting"
    MESSAGE = "message"
    VISIT = "visit"
    OTHER = "other"


class ContactNote(Record, table=True):
    """One note; `corrects_id` points at the note that this one mends."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    at: datetime
    kind: ContactKind = ContactKind.PHONE
    with_whom: str = ""
    text: str = ""
    agreed: str = ""
    next_on: date | None = None
    next_done_on: date | None = None
    author_id: UUID = Field(foreign_key="staff.id")
    corrects_id: UUID | None = Field(default=None, foreign_key="contactnote.id")
    minutes: int | None = Field(default=None, description="time spent, voluntary (R76)")
