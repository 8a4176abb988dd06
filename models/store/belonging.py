# SPDX-License-Identifier: MIT
"""Which tables belong to a family, found from the tables themselves, and the states each row has been in."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from uuid import UUID

from pydantic_core import PydanticUndefined
from sqlalchemy import LargeBinary, Table, select
from sqlmodel import Session, SQLModel, col

from models.records.base import Record
from models.records.history import AuditEntry, HistoryEntry

# Derived from other rows, or each vault's own memory of what it merged, moved and sent.
LEFT_OUT = frozenset({"familylisting", "familymerge", "childmove", "transfer"})
_MOST_STATES = 500
# What differs from vault to vault without the record being another.
_OF_THE_VAULT = frozenset({"version", "created_at", "binned_at", "family_id"})
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Kind:
    """A table whose rows go along with a family."""

    name: str
    record: type[SQLModel]
    key: str
    reach: str
    parent: str
    points: Mapping[str, tuple[str, bool]]
    """Column to the table it points at, and whether it may be empty."""

    @property
    def staff(self) -> tuple[str, ...]:
        """The columns that name somebody in the municipality's service."""
        return tuple(column for column, (table, _) in self.points.items() if table == "staff")

    @property
    def contents(self) -> tuple[str, ...]:
        """The columns that hold bytes."""
        return tuple(column.name for column in _table(self.record).columns if isinstance(column.type, LargeBinary))


@cache
def kinds() -> dict[str, Kind]:
    """Every table with rows of a family, parents before children; a new table comes along by being one."""
    records = {str(record.__tablename__): record for record in (*SQLModel.__subclasses__(), *Record.__subclasses__())}
    tables = {name: record for name, record in records.items() if name in SQLModel.metadata.tables}
    found: dict[str, Kind] = {}
    waiting = [name for name in tables if name not in LEFT_OUT]
    while True:
        fresh = [kind for name in waiting if name not in found and (kind := _kind(tables[name], found))]
        if not fresh:
            return found
        found |= {kind.name: kind for kind in fresh}


def rows_of(session: Session, family_id: UUID) -> dict[str, list[Values]]:
    """Every row of the family by table, without what lies in the waste bin and what hangs on it."""
    read: dict[str, list[Values]] = {}
    for kind in kinds().values():
        column = getattr(kind.record, kind.reach)
        parents: list[object] = [family_id]
        if kind.parent and kind.reach != "family_id":
            parents = [row[kinds()[kind.parent].key] for row in read[kind.parent]]
        statement = select(kind.record).where(col(column).in_(parents)).order_by(getattr(kind.record, kind.key))
        rows = [record.model_dump() for record in session.scalars(statement)]
        read[kind.name] = [row for row in rows if row.get("binned_at") is None]
    return whole(read)


def digest(kind: Kind, values: Mapping[str, object]) -> str:
    """The fingerprint of what a row says, the same in every vault."""
    return _digest(kind, {name: stored(value) for name, value in values.items()})


def states(kind: Kind, values: Mapping[str, object], edits: Iterable[str]) -> tuple[str, ...]:
    """The fingerprints of all that the row has said, newest first; `edits` is its history, newest first."""
    state = {name: stored(value) for name, value in values.items()}
    found = [_digest(kind, state)]
    for edit in edits:
        state |= {name: before for name, (before, _) in json.loads(edit).items() if name in state}
        found.append(_digest(kind, state))
    return tuple(dict.fromkeys(found))[:_MOST_STATES]


def edits_of(session: Session, family_id: UUID) -> dict[tuple[str, UUID], list[str]]:
    """What was changed in each record of the family, newest first."""
    lines = session.execute(
        select(col(HistoryEntry.record), col(HistoryEntry.object_id), col(HistoryEntry.changes))
        .join(AuditEntry, col(AuditEntry.n) == col(HistoryEntry.n))
        .where(col(AuditEntry.family_id) == family_id, col(HistoryEntry.what) == "edited")
        .where(col(HistoryEntry.changes) != "")
        .order_by(col(HistoryEntry.n).desc())
    )
    found: dict[tuple[str, UUID], list[str]] = {}
    for record, object_id, changes in lines:
        found.setdefault((record, object_id), []).append(changes)
    return found


def stored(value: object) -> object:
    """A value as the database and its history keep it."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, datetime):
        plain = value.astimezone(UTC) if value.tzinfo else value
        return f"{plain:%Y-%m-%d %H:%M:%S.%f}"
    if isinstance(value, bytes):
        return f"sha256:{hashlib.sha256(value).hexdigest()}"
    plain_day = value.isoformat() if isinstance(value, date) else value
    return int(plain_day) if isinstance(plain_day, bool) else plain_day


def said(kind: Kind, values: Mapping[str, object]) -> Values:
    """What a row says as it is stored: without keys, without who works with it, without what was left as it begins.

    A field that a later version adds is therefore no difference until something stands in it.
    """
    apart = _OF_THE_VAULT | {kind.key, *kind.staff} | ({"state", "merged_into_id"} if kind.name == "family" else set())
    return {
        name: stored(value)
        for name, value in values.items()
        if name not in apart and stored(value) not in (None, _beginning(kind, name))
    }


def _beginning(kind: Kind, name: str) -> object:
    default = kind.record.model_fields[name].default
    return None if default is PydanticUndefined else stored(default)


def _digest(kind: Kind, state: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(said(kind, state), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _kind(record: type[SQLModel], found: Mapping[str, Kind]) -> Kind | None:
    table = _table(record)
    points = {
        column.name: (key.column.table.name, bool(column.nullable))
        for column in table.columns
        for key in column.foreign_keys
    }
    key = next(iter(table.primary_key.columns)).name
    if table.name == "family":
        return Kind("family", record, key, key, "", points)
    reach = [name for name, (target, empty) in points.items() if target in found and not empty]
    if not reach:
        return None
    column = "family_id" if "family_id" in reach else reach[0]
    return Kind(table.name, record, key, column, points[column][0], points)


def whole(read: dict[str, list[Values]]) -> dict[str, list[Values]]:
    """Without pointers to rows that stay behind, and without rows that are nothing without one of them."""
    while True:
        ids = {(name, row[kinds()[name].key]) for name, rows in read.items() for row in rows}
        lost = False
        for name, rows in read.items():
            kept = [row for row in rows if _cut_loose(kinds()[name], row, ids)]
            lost |= len(kept) < len(rows)
            read[name] = kept
        if not lost:
            return read


def _cut_loose(kind: Kind, row: Values, ids: set[tuple[str, object]]) -> bool:
    for column, (target, may_be_empty) in kind.points.items():
        if target not in kinds() or row[column] is None or (target, row[column]) in ids:
            continue
        if not may_be_empty:
            return False
        row[column] = None
    return True


def _table(record: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(record.__tablename__)]
