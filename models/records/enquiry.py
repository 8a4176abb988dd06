# SPDX-License-Identifier: MIT
"""The wish: how the municipality came to know that a family may have a right (R13)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class Channel(StrEnum):
    """How the wish came."""

    ORAL = "oral"
    WRITTEN = "written"
    OWN_INITIATIVE = "own_initiative"


class Enquiry(Record, table=True):
    """A wish for a barnekoordinator, or the municipality's own initiative; starts the one-month clock."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    received_on: date
    channel: Channel = Channel.ORAL
    received_by_id: UUID | None = Field(default=None, foreign_key="staff.id")
    from_whom: str = ""
    wish: str = ""
    interim_reply_on: date | None = None
    expected_answer_on: date | None = None
    information_given_on: date | None = None
    withdrawn_on: date | None = None
    answered_on: date | None = None
