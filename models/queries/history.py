# SPDX-License-Identifier: MIT
"""What happened to a record or a family, with what stood there before and after, and who has seen the family."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, or_, select

from models.queries.guard import of_family, of_logged
from models.records.history import AuditEntry, HistoryEntry

WRITES = ("added", "edited", "removed")
PAGE = 200


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as stored; None where nothing stood."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of a history: who did what, when, in which role, and the fields that changed."""

    n: int
    at: datetime
    name: str
    roles: tuple[str, ...]
    what: str
    record: str
    object_id: UUID | None
    family_id: UUID | None
    reason: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One time somebody saw, revealed or printed something of a family."""

    n: int
    at: datetime
    name: str
    roles: tuple[str, ...]
    what: str
    object_id: UUID | None
    reason: str


@of_family
def family_history(session: Session, family_id: UUID, before: int | None = None) -> tuple[HistoryRow, ...]:
    """Every write in a family, newest first, a page at a time: go on with the last row's `n` as `before`."""
    return _history(session, col(AuditEntry.family_id) == family_id, before)


@of_logged
def record_history(session: Session, object_id: UUID) -> tuple[HistoryRow, ...]:
    """Every write of one record, newest first."""
    return _history(session, col(AuditEntry.object_id) == object_id, None)


@of_family
def family_access(session: Session, family_id: UUID) -> tuple[AccessRow, ...]:
    """Who opened, revealed or printed something of a family, newest first: pasientjournalloven § 18."""
    found = session.exec(
        select(AuditEntry)
        .where(AuditEntry.family_id == family_id, col(AuditEntry.what).not_in(WRITES))
        .order_by(col(AuditEntry.n).desc())
    )
    return tuple(
        AccessRow(
            n=entry.n or 0,
            at=entry.at,
            name=entry.name,
            roles=_roles(entry),
            what=entry.what,
            object_id=entry.object_id,
            reason=entry.reason,
        )
        for entry in found
    )


def _history(session: Session, mine: object, before: int | None) -> tuple[HistoryRow, ...]:
    asked = (
        select(AuditEntry, HistoryEntry)
        .join(HistoryEntry, col(HistoryEntry.n) == col(AuditEntry.n), isouter=True)
        .where(mine, or_(*(AuditEntry.what == what for what in WRITES)))  # type: ignore[arg-type]
        .order_by(col(AuditEntry.n).desc())
        .limit(PAGE)
    )
    if before is not None:
        asked = asked.where(col(AuditEntry.n) < before)
    return tuple(_row(entry, values) for entry, values in session.exec(asked))


def _row(entry: AuditEntry, values: HistoryEntry | None) -> HistoryRow:
    return HistoryRow(
        n=entry.n or 0,
        at=entry.at,
        name=entry.name,
        roles=_roles(entry),
        what=entry.what,
        record=entry.record,
        object_id=entry.object_id,
        family_id=entry.family_id,
        reason=entry.reason,
        changes=_changes(json.loads(values.changes)) if values and values.changes else (),
    )


def _changes(kept: Mapping[str, tuple[object, object]]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(field, before, after) for field, (before, after) in kept.items())


def _roles(entry: AuditEntry) -> tuple[str, ...]:
    return tuple(role for role in entry.roles.split(",") if role)
