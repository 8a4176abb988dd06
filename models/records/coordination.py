# SPDX-License-Identifier: MIT
"""Which service samordner for a family without barnekoordinator, and a lift to leaders when services disagree (R23)."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class Coordination(Record, table=True):
    """The service that coordinates, that the family was told, and what was lifted to line management."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    service: str
    contact: str = ""
    phone: str = ""
    from_on: date
    to_on: date | None = None
    basis: str = ""
    family_told_on: date | None = None
    lifted_on: date | None = None
    lifted_to: str = ""
    lifted_matter: str = ""
    lifted_result: str = ""
    lifted_result_on: date | None = None
