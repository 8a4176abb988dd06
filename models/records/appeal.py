# SPDX-License-Identifier: MIT
"""A complaint on an avgjørelse, from the day it came to the county governor's answer (R21, pbrl ch. 7)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class Reassessment(StrEnum):
    """What the municipality did with the complaint (fvl § 33)."""

    OPEN = "open"
    REVERSED = "reversed"
    UPHELD = "upheld"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


class Appeal(Record, table=True):
    """One complaint folder."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    determination_id: UUID = Field(foreign_key="determination.id", index=True)
    received_on: date
    from_whom: str = ""
    represented_by: str = Field(default="", description="representative with written fullmakt (pbrl § 7-2)")
    grounds: str = ""
    signed: bool = True
    in_time: bool | None = None
    late_accepted_reason: str = ""
    reassessment: Reassessment = Reassessment.OPEN
    reassessment_text: str = ""
    reassessed_on: date | None = None
    child_view: str = ""
    documents: str = Field(default="", description="one document a line")
    forwarded_on: date | None = None
    copy_to_party_on: date | None = None
    outcome: str = ""
    outcome_on: date | None = None
