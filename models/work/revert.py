# SPDX-License-Identifier: MIT
"""Puts the lines of an act back: fields as they were, what was added into the bin, what was taken away restored."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Session, col, select

from models.queries.stored_row import stored_row
from models.queries.undoable import ActLine
from models.records.base import Record
from models.records.family import Family
from models.records.history import AuditEntry
from models.rules.undo_limits import why_settled
from models.store.hidden import fetch
from models.values.act import Act
from models.values.refusal import Refusal
from models.work.write_note import is_mendable

Row = Mapping[str, object]


def kinds() -> dict[str, type[Record]]:
    """Families and everything that belongs to one, by table."""
    return {
        str(kind.__tablename__): kind
        for kind in Record.__subclasses__()
        if kind is Family or "family_id" in kind.model_fields
    }


def revert(session: Session, act: Act, lines: Sequence[ActLine]) -> None:
    """All of them, newest first; refused whole if one of them stands otherwise than this act left it."""
    known = kinds()
    for line in reversed([line for line in lines if line.writes]):
        kind = known.get(line.record)
        if kind is None or line.object_id is None:
            raise Refusal("undo_refused.not_here")
        match line.what:
            case "added":
                _take_away(session, act, kind, line)
            case "edited":
                _put_back(session, act, kind, line)
            case _:
                _bring_back(session, kind, line)
        session.flush()


def _put_back(session: Session, act: Act, kind: type[Record], line: ActLine) -> None:
    record, now = _as_left(session, kind, line)
    _refuse_settled(act, line.record, record, now, [*line.changes])
    for name, (before, _) in line.changes.items():
        _set(session, record, name, before)


def _take_away(session: Session, act: Act, kind: type[Record], line: ActLine) -> None:
    record, now = _as_left(session, kind, line)
    _refuse_settled(act, line.record, record, now, ["binned_at"])
    if _leaning(session, kind, record.id):
        raise Refusal("undo_refused.more_hangs_on_it", record=line.record)
    record.binned_at = act.now


def _bring_back(session: Session, kind: type[Record], line: ActLine) -> None:
    """A removed row is written anew under its own id; bytes are known by their fingerprint alone and are gone."""
    values = {name: before for name, (before, _) in line.changes.items()}
    if any(str(value).startswith("sha256:") for value in values.values()):
        raise Refusal("undo_refused.bytes_gone")
    assert line.object_id is not None
    record = fetch(session, kind, line.object_id)
    if record is None:
        record = kind(id=line.object_id, created_at=_made(session, line))
        session.add(record)
    for name in _columns(kind):
        _set(session, record, name, values.get(name, _nothing(kind, name)))
    record.binned_at = None


def _as_left(session: Session, kind: type[Record], line: ActLine) -> tuple[Record, Row]:
    """The record and its row as stored, when every field of the line stands as the act left it."""
    assert line.object_id is not None
    record = fetch(session, kind, line.object_id)
    now = stored_row(session, line.record, line.object_id)
    if record is None or now is None:
        raise Refusal("undo_refused.gone")
    for name, (_, after) in line.changes.items():
        if name in now and now[name] != after:
            raise Refusal("undo_refused.changed_later", field_name=name, record=line.record)
    if line.what == "added" and now["binned_at"] is not None:
        raise Refusal("undo_refused.gone")
    return record, now


def _refuse_settled(act: Act, table: str, record: Record, now: Row, fields: list[str]) -> None:
    key = why_settled(table, now, fields, mendable=is_mendable(record.created_at, act.now))
    if key:
        raise Refusal(key)


def _leaning(session: Session, kind: type[Record], id: UUID) -> bool:
    """Whether something in view points at this record, so that it would be left hanging."""
    target = str(kind.__tablename__)
    for other in kinds().values():
        for column in _table_columns(other):
            if any(key.column.table.name == target for key in column.foreign_keys):
                found = session.exec(select(other.id).where(column == id, col(other.id) != id)).first()
                if found is not None:
                    return True
    return False


def _set(session: Session, record: Record, name: str, stored: object) -> None:
    """A stored value as the record holds it."""
    column = type(record).__table__.columns[name]  # type: ignore[attr-defined]
    dialect = session.get_bind().dialect
    read = column.type.dialect_impl(dialect).result_processor(dialect, None)
    value = read(stored) if read is not None and stored is not None else stored
    if getattr(record, name) != value:
        setattr(record, name, value)


def _columns(kind: type[Record]) -> list[str]:
    return [column.name for column in _table_columns(kind) if column.name not in ("id", "version", "created_at")]


def _nothing(kind: type[Record], name: str) -> object:
    """What stood in a field that the history does not mention: nothing, or an empty text."""
    column = kind.__table__.columns[name]  # type: ignore[attr-defined]
    return None if column.nullable else ""


def _table_columns(kind: type[Record]) -> list[Column[Any]]:
    return list(kind.__table__.columns)  # type: ignore[attr-defined]


def _made(session: Session, line: ActLine) -> datetime:
    """When the row was first made, as the log has it."""
    first = session.exec(
        select(AuditEntry.at).where(AuditEntry.object_id == line.object_id).order_by(col(AuditEntry.n))
    ).first()
    return first or line.at
