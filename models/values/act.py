# SPDX-License-Identifier: MIT
"""Who does something, in which role, when and why: handed to every use-case."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from models.values.dates import local_day
from models.values.refusal import Refusal


class Role(StrEnum):
    """What a person may do in the program (decisions.md, Roles)."""

    COORDINATOR = "coordinator"
    COORDINATING_UNIT = "coordinating_unit"
    ADMINISTRATOR = "administrator"
    ARCHIVIST = "archivist"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Act:
    """One intention of one person at one moment; rules never ask the clock, they are told."""

    staff_id: UUID
    name: str
    roles: frozenset[Role]
    now: datetime
    reason: str = ""
    program: str = field(default="")

    @property
    def today(self) -> date:
        """The date in Norway at the moment of the act."""
        return local_day(self.now)

    def require(self, *roles: Role) -> None:
        """Refuse when the person has none of these roles."""
        if not self.roles.intersection(roles):
            raise Refusal("refusal.role_missing")
