# SPDX-License-Identifier: MIT
"""One line of Min dag, and the loose end it tells of."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel.sql.expression import SelectOfScalar

Scope = SelectOfScalar[UUID]


@dataclass(frozen=True, slots=True)
class Loose:
    """Something in a family that waits for somebody; without a date it is only waiting."""

    kind: str
    due_on: date | None
    family_id: UUID
    tab: str
    item: UUID | None = None
    name: str = ""
    since: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class DueRow:
    """The loose end with the family it belongs to; `kind` chooses the words, `tab` and `item` the exact place."""

    kind: str
    due_on: date | None
    family_id: UUID
    family: str
    child: str
    child_born_on: date | None
    child_expected: bool
    tab: str
    item: UUID | None
    name: str
    since: date | None
    who: str = ""

    @property
    def id(self) -> str:
        """The same loose end has the same id the next time it is read."""
        return f"{self.kind}/{self.item or self.family_id}"


@dataclass(frozen=True, slots=True)
class TransitionRow:
    """A birthday or a step at school that lies ahead."""

    key: str
    on: date
    family_id: UUID
    family: str
    person_id: UUID
    child: str
    title: str = ""
