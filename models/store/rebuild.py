# SPDX-License-Identifier: MIT
"""Makes lost rows anew from the history in the log, which keeps what every row held before and after."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.store.audit import NOT_LOGGED
from models.store.btree import GONE, Plain, Value
from models.store.layout import Column, Layout
from models.store.survey import HISTORY, LINES, Row, Survey

_VERBS = ("added", "edited", "removed")


@dataclass(slots=True)
class _Life:
    """One record as its lines in the log tell it."""

    values: dict[str, Value] = field(default_factory=dict)
    version: int = 0
    at: Value = None
    alive: bool = False
    whole: bool = True


def mend(found: Survey) -> dict[str, int]:
    """Fill in rows and values that are gone, where the log knows them for certain; gives how many rows per table."""
    lives = _lives(found)
    certain = not any(found.tables[name].lost for name in (LINES, HISTORY))
    _pad_history(found)
    mended: dict[str, int] = {}
    for name, table in found.tables.items():
        mine = {key: life for (record, key), life in lives.items() if record == name}
        sure = set(mine) if certain else table.known.copy()
        # A line that tells of a removal may itself be lost: then a row counts as lost, and is not made anew.
        table.known |= {key for key, life in mine.items() if life.alive}
        for key in [*table.lost, *(row[table.layout.key] for row in table.torn)]:
            life = mine.get(str(key))
            row = _row(table.layout, key, life) if life and life.alive and life.whole and key in sure else None
            if row is not None:
                readable = [one for one in table.rows.get(key, {}).items() if one[1] is not GONE]
                table.rows[key] = {**row, **dict(readable)}
                mended[name] = mended.get(name, 0) + 1
    return mended


def _pad_history(found: Survey) -> None:
    """A line of the log whose values are lost keeps its place, as one whose values were erased by rule does."""
    history, audit = found.tables[HISTORY], found.tables[LINES]
    for number in history.lost | {row["n"] for row in history.torn}:
        line = audit.rows.get(number, {})
        if line and GONE not in line.values():
            told = {name: line[name] for name in ("n", "what", "record", "object_id", "family_id")}
            history.rows[number] = told | {"nonce": "", "changes": ""}


def _lives(found: Survey) -> dict[tuple[str, str], _Life]:
    lives: dict[tuple[str, str], _Life] = {}
    for line, values, at in _lines(found):
        verb, record, key = (str(line[name]) for name in ("what", "record", "object_id"))
        if verb not in _VERBS or record in NOT_LOGGED:
            continue
        life = lives.setdefault((record, key), _Life())
        life.alive = verb != "removed"
        life.version += 1
        life.whole = (life.whole or verb == "added") and values is not None
        if verb == "added":
            life.values, life.version, life.at = {}, 1, at
        life.values.update({name: after for name, (_, after) in (values or {}).items()})
    return lives


def _lines(found: Survey) -> Iterator[tuple[Row, dict[str, list[Plain]] | None, Value]]:
    """Each line of the log in order, with its values unless they are gone or erased."""
    audit = {row["n"]: row for row in found.rows(LINES)}
    history = {row["n"]: row for row in found.rows(HISTORY)}
    for number in sorted(n for n in {*audit, *history} if isinstance(n, int)):
        line, kept = audit.get(number), history.get(number)
        changes = kept["changes"] if kept else GONE
        told = json.loads(changes) if isinstance(changes, str) and changes else None
        row = line or kept
        if row is not None and GONE not in (row["what"], row["record"], row["object_id"]):
            yield row, told, line["at"] if line else None


def _row(layout: Layout, key: Value, life: _Life) -> Row | None:
    """The whole row, or nothing when a value it must have is in no line: the bytes of a document, for one."""
    known: dict[str, Value] = {**life.values, layout.key: key, "version": life.version, "created_at": life.at}
    row = {column.name: known.get(column.name, _blank(column)) for column in layout.columns}
    missing = any(column.needed and row[column.name] is None for column in layout.columns)
    fingerprints = any(column.kind == "BLOB" and row[column.name] is not None for column in layout.columns)
    return None if missing or fingerprints else row


def _blank(column: Column) -> Value:
    """The log leaves out what is empty."""
    return "" if column.needed and column.free_text else None
