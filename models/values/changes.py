# SPDX-License-Identifier: MIT
"""What a finished transaction touched, so that pages know when to read again."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class ChangeKind(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    EDITED = "edited"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One record that a transaction added, edited or removed, and the family it belongs to."""

    record: type
    id: UUID
    kind: ChangeKind
    family_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All that one transaction touched."""

    changes: frozenset[Change] = frozenset()

    def touches(self, *records: type) -> bool:
        """Whether a record of one of these types was touched."""
        return any(change.record in records for change in self.changes)

    def touches_family(self, family_id: UUID) -> bool:
        """Whether something of this family was touched."""
        return any(family_id in (change.family_id, change.id) for change in self.changes)

    def __bool__(self) -> bool:
        return bool(self.changes)
