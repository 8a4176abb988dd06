# SPDX-License-Identifier: MIT
"""A row in place of a family or a member of staff that is lost, so that what belongs to it can be kept."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from models.records.family import Family
from models.records.staff import Staff
from models.store.btree import GONE
from models.store.engine import stored
from models.store.survey import Survey
from resources import catalogue

TABLES = {"family": Family, "staff": Staff}


def put(connection: Any, found: Survey, table: str, key: str, now: datetime) -> None:  # noqa: ANN401
    """The row with its usual values, and the name where another table still tells it."""
    told = {"id": key, "version": 1, "created_at": stored(now), "name": _name(found, key)}
    row: dict[str, object] = {}
    for _, column, kind, needed, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
        row[column] = told.get(column, _usual(table, column, kind, now.date()) if needed else None)
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    connection.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', [*row.values()])


def _name(found: Survey, key: str) -> str:
    labels = {row["family_id"]: row["label"] for row in found.rows("familylisting")}
    label = labels.get(key, GONE)
    return str(label) if label is not GONE else catalogue.fill("rescue.unknown", "nb")


def _usual(table: str, column: str, kind: str, today: date) -> object:
    if kind.startswith("DATE"):
        return today.isoformat()
    usual = TABLES[table].model_fields[column].default
    if isinstance(usual, StrEnum):
        return usual.name
    return usual if isinstance(usual, str | int) else ""
