# SPDX-License-Identifier: MIT
"""The family: the rights holder for barnekoordinator (pbrl § 2-5 c)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class FamilyState(StrEnum):
    """Whether somebody works with the family now."""

    OPEN = "open"
    CLOSED = "closed"
    MERGED = "merged"
    HANDED_OVER = "handed_over"


class CareArrangement(StrEnum):
    """Who has the daily care, and on what ground (bvl §§ 3-2, 5-1, 5-4; domain § 2)."""

    HOME = "home"
    TWO_HOMES = "two_homes"
    VOLUNTARY_PLACEMENT = "voluntary_placement"
    CARE_ORDER_FOSTER = "care_order_foster"
    CARE_ORDER_INSTITUTION = "care_order_institution"


class Family(Record, table=True):
    """A family with one or more children; `name` is what the office calls it."""

    name: str
    state: FamilyState = FamilyState.OPEN
    opened_on: date
    closed_on: date | None = None
    closed_reason: str = ""
    merged_into_id: UUID | None = Field(default=None, foreign_key="family.id")
    responsible_id: UUID | None = Field(default=None, foreign_key="staff.id")
    case_number: str = ""
    language: str = Field(default="nb", description="målform of letters to the family")
    care: CareArrangement = CareArrangement.HOME
    care_since: date | None = None
    care_municipality: str = Field(default="", description="omsorgskommune, or the other municipality involved")
    coordinating_municipality: str = ""
    child_welfare_contact: str = ""
    note: str = ""
