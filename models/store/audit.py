# SPDX-License-Identifier: MIT
"""The triggers that write the log and the history of every table, and the check that the log is whole."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Table
from sqlmodel import SQLModel

from models.store.engine import seal

NOT_LOGGED = frozenset({"auditentry", "historyentry", "familylisting", "formdraft", "vaultmark", "vaultidentity"})
STRIDE = 2000  # lines between two reports of progress
_NOT_TOLD = frozenset({"version", "created_at"})
_TOLD = ("what", "record", "object_id", "family_id")
_ACT = ("at", "staff", "name", "roles", "machine", "program", "reason")
_STORED = ("n", "at", "staff_id", "name", "roles", "machine", "program", "reason", *_TOLD, "columns", "digest")
_NEW = ", ".join(f"NEW.{name}" for name in _TOLD)
_ACTS = ", ".join(f"act_{name}()" for name in _ACT)
_DIGEST = "CASE WHEN NEW.changes = '' THEN '' ELSE seal(NEW.nonce, NEW.changes) END"
_LAST = "coalesce((SELECT hash FROM auditentry WHERE n = NEW.n - 1), '')"
# One place for all tables: every connection reads and keeps each trigger, so what they share must not stand in each.
_SEAL = f"""
CREATE TRIGGER historyentry_sealed AFTER INSERT ON historyentry BEGIN
  INSERT INTO auditentry ({", ".join(_STORED)}, hash)
    VALUES (NEW.n, {_ACTS}, {_NEW}, json_names(NEW.changes), {_DIGEST},
      seal_line({_LAST}, NEW.n, {_NEW}, json_names(NEW.changes), {_DIGEST}));
END
"""
_ADD = f"INSERT INTO historyentry ({', '.join(_TOLD)}, act, nonce, changes) VALUES"
ADD_NOTE = f"{_ADD} (:what, :record, :object_id, :family_id, act_id(), '', '')"


@dataclass(frozen=True, slots=True)
class LogState:
    """How long the log is, the seal of its last line, and the first line that does not fit, if any."""

    length: int
    head: str
    broken_at: int | None = None


def triggers() -> dict[str, str]:
    """Every view and trigger of the log by name, made from the tables as the program declares them."""
    made = {"historyentry_sealed": _SEAL}
    for table in SQLModel.metadata.sorted_tables:
        if table.name not in NOT_LOGGED:
            made |= _of_table(table)
    for name in ("auditentry", "historyentry"):
        for verb in ("update", "delete"):
            made[f"{name}_no_{verb}"] = (
                f"CREATE TRIGGER {name}_no_{verb} BEFORE {verb.upper()} ON {name} BEGIN"
                " SELECT RAISE(ABORT, 'the log is only added to'); END"
            )
    return {name: " ".join(text.split()) for name, text in made.items()}


def install(connection: Connection) -> None:
    """Put the log's triggers in place, whatever stood there before; a migration calls this last."""
    for name, kind in present(connection):
        connection.exec_driver_sql(f"DROP {kind.upper()} IF EXISTS {name}")
    for text in triggers().values():
        connection.exec_driver_sql(text)


def installed(connection: Connection) -> bool:
    """Whether exactly the program's own triggers watch the tables."""
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    return {name: text for name, text in found} == triggers()


def present(connection: Connection) -> list[tuple[str, str]]:
    """Name and kind of every trigger and view in the vault, triggers first."""
    found = connection.exec_driver_sql("SELECT name, type FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    return sorted(((name, kind) for name, kind in found), key=lambda row: row[1])


def verify(connection: Connection) -> LogState:
    """Walk the whole log: every line must carry the seal of the line before, and the seal of its own values."""
    end = head(connection)
    broken = first_broken(connection, 0, lambda _done: None)
    return LogState(end.length, end.head, first_altered(connection, 0) if broken is None else broken)


def first_broken(connection: Connection, after: int, at: Callable[[int], None]) -> int | None:
    """The first line behind `after` that does not carry the seal of itself and of the line before it."""
    names = ", ".join(_STORED)
    found = connection.exec_driver_sql(f"SELECT {names}, hash FROM auditentry WHERE n > ? ORDER BY n", (after,))
    previous, number = seal_at(connection, after) or "", after
    for row in found:
        *values, sealed = row
        number += 1
        if values[0] != number or seal(previous, *values) != sealed:
            return number
        previous = sealed
        if number % STRIDE == 0:
            at(number - after)
    return None


def seal_at(connection: Connection, number: int) -> str | None:
    """The seal of one line; None where there is no such line."""
    found: str | None = connection.exec_driver_sql("SELECT hash FROM auditentry WHERE n = ?", (number,)).scalar()
    return found


def head(connection: Connection) -> LogState:
    """The end of the log, without reading the rest."""
    row = connection.exec_driver_sql("SELECT n, hash FROM auditentry ORDER BY n DESC LIMIT 1").first()
    return LogState(row[0], row[1]) if row else LogState(0, "")


def clock_jumps(connection: Connection) -> tuple[int, ...]:
    """The lines before which somebody set the clock back by more than five minutes."""
    found = connection.exec_driver_sql(
        "SELECT n FROM (SELECT n, unixepoch(lag(at) OVER (ORDER BY n)) - unixepoch(at) AS back FROM auditentry)"
        " WHERE back > 300 ORDER BY n"
    )
    return tuple(row[0] for row in found)


def first_altered(connection: Connection, after: int) -> int | None:
    """The first line whose kept values are not those that were sealed; erased ones are simply gone."""
    found = connection.exec_driver_sql(
        "SELECT n, digest, nonce, changes FROM auditentry JOIN historyentry USING (n)"
        " WHERE changes <> '' AND n > ? ORDER BY n",
        (after,),
    )
    return next((n for n, digest, *values in found if seal(*values) != digest), None)


def _of_table(table: Table) -> dict[str, str]:
    told = [column for column in table.columns if column.name not in _NOT_TOLD and not column.primary_key]
    names = f"'{' '.join(column.name for column in told)}'"
    old, new = _values(told, "OLD"), _values(told, "NEW")
    return {
        f"{table.name}_added": _trigger(table, "added", "INSERT", "NEW", f"{names}, {new}"),
        f"{table.name}_edited": _trigger(table, "edited", "UPDATE", "NEW", f"{names}, {old}, {new}"),
        f"{table.name}_removed": _trigger(table, "removed", "DELETE", "OLD", f"{names}, {old}"),
    }


def _trigger(table: Table, what: str, verb: str, row: str, values: str) -> str:
    key = next(iter(table.primary_key.columns)).name
    told = f"'{what}', '{table.name}', {row}.{key}, {_family(table, row)}"
    return (
        f"CREATE TRIGGER {table.name}_{what} AFTER {verb} ON {table.name} BEGIN"
        f" {_ADD} ({told}, act_id(), lower(hex(randomblob(16))), log_{what}({values})); END"
    )


def _family(table: Table, row: str) -> str:
    if table.name == "family":
        return f"{row}.id"
    if "family_id" in table.columns:
        return f"{row}.family_id"
    if "document_id" in table.columns:
        return f"(SELECT family_id FROM document WHERE id = {row}.document_id)"
    return "NULL"


def _values(columns: list[Column[object]], row: str) -> str:
    return ", ".join(f'{row}."{column.name}"' for column in columns)
