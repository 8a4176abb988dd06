# SPDX-License-Identifier: MIT
"""A family handed over to another coordinator or municipality in one encrypted file, or received in one."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class TransferDirection(StrEnum):
    """Whether the family went from here or came here."""

    SENT = "sent"
    RECEIVED = "received"


class Transfer(Record, table=True):
    """One family in one hand-over file, with what it rests on and the receipt that came back."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    direction: TransferDirection
    file_id: str = Field(description="the file's own number; the receipt names it")
    other_name: str = Field(default="", description="who it went to or came from")
    other_municipality: str = ""
    leaves_municipality: bool = False
    consent_on: date | None = Field(default=None, description="when the family agreed; needed outside the municipality")
    consent_told: str = Field(default="", description="who agreed, and how")
    counts: str = Field(default="{}", description="JSON: how many of each went along")
    done_at: datetime
    receipt: str = Field(default="", description="the receiver's receipt, once it is known here")
    receipt_at: datetime | None = None
