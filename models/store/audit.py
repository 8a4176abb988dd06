# SPDX-License-Identifier: MIT
"""The triggers that write the log and the history of every table, and the check that the log is whole."""

from dataclasses import dataclass

from sqlalchemy import Column, Connection, LargeBinary, Table
from sqlmodel import SQLModel

from models.store.engine import seal

NOT_LOGGED = frozenset({"auditentry", "historyentry", "familylisting", "formdraft"})
_NOT_TOLD = frozenset({"version", "created_at"})
_NONCE = "lower(hex(randomblob(16)))"
_NEXT = "(SELECT coalesce(max(n), 0) + 1 FROM auditentry)"
_LAST = "(SELECT hash FROM auditentry ORDER BY n DESC LIMIT 1)"
_DIGEST = f"coalesce((SELECT seal(nonce, before, after) FROM historyentry WHERE n = {_NEXT}), '')"
_NAMES = f"(SELECT json_names(after) FROM historyentry WHERE n = {_NEXT})"
_TOLD = ("what", "record", "object_id", "family_id", "columns")
_ACT = ("at", "staff", "name", "roles", "machine", "program", "reason")
_SEALED = ("n", *_ACT, *_TOLD, "digest")
_STORED = ("n", "at", "staff_id", "name", "roles", "machine", "program", "reason", *_TOLD, "digest")


@dataclass(frozen=True, slots=True)
class LogState:
    """How long the log is, the seal of its last line, and the first line that does not fit, if any."""

    length: int
    head: str
    broken_at: int | None = None


def triggers() -> dict[str, str]:
    """Every view and trigger of the log by name, made from the tables as the program declares them."""
    made: dict[str, str] = {}
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
    names = ", ".join(_STORED)
    found = connection.exec_driver_sql(f"SELECT {names}, hash FROM auditentry ORDER BY n")
    previous, length = "", 0
    for row in found:
        *values, sealed = row
        length += 1
        if values[0] != length or seal(previous, *values) != sealed:
            return LogState(length, previous, length)
        previous = sealed
    return LogState(length, previous, _broken_history(connection))


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


def _broken_history(connection: Connection) -> int | None:
    """The first line whose kept values are not those that were sealed; erased ones are simply gone."""
    found = connection.exec_driver_sql(
        "SELECT n, digest, nonce, before, after FROM auditentry JOIN historyentry USING (n) ORDER BY n"
    )
    return next((n for n, digest, *values in found if seal(*values) != digest), None)


def entry(what: str, record: str, object_id: str, family_id: str, columns: str) -> str:
    """The statement that adds one line, given what is told as SQL expressions.

    Scalar questions only: a join or a subquery in FROM makes SQLite build a table in memory for each line, which the
    locked memory of an encrypted connection makes three times as dear.
    """
    told = f"{what}, {record}, {object_id}, {family_id}, {columns}, {_DIGEST}"
    act = ", ".join(f"act_{name}()" for name in _ACT)
    return (
        f"INSERT INTO auditentry ({', '.join(_STORED)}, hash) VALUES ({_NEXT}, {act}, {told},"
        f" seal_line(coalesce({_LAST}, ''), {_NEXT}, {told}))"
    )


def _of_table(table: Table) -> dict[str, str]:
    told = [column for column in table.columns if column.name not in _NOT_TOLD and not column.primary_key]
    name = table.name
    return {
        f"{name}_added": _trigger(
            f"{name}_added AFTER INSERT ON {name}",
            f"VALUES ({_NEXT}, {_NONCE}, '{{}}', {_whole(told, 'NEW')})",
            _about("added", table, "NEW", "''"),
        ),
        f"{name}_edited": _trigger(
            f"{name}_edited AFTER UPDATE ON {name}",
            f"SELECT {_NEXT}, {_NONCE}, json_group_object(k, b), json_group_object(k, a) FROM ({_changed(told)})",
            _about("edited", table, "NEW", _NAMES),
        ),
        f"{name}_removed": _trigger(
            f"{name}_removed AFTER DELETE ON {name}",
            f"VALUES ({_NEXT}, {_NONCE}, {_whole(told, 'OLD')}, '{{}}')",
            _about("removed", table, "OLD", "''"),
        ),
    }


def _trigger(when: str, values: str, line: str) -> str:
    return f"CREATE TRIGGER {when} BEGIN INSERT INTO historyentry (n, nonce, before, after) {values}; {line}; END"


def _about(what: str, table: Table, row: str, columns: str) -> str:
    key = next(iter(table.primary_key.columns)).name
    return entry(f"'{what}'", f"'{table.name}'", f'{row}."{key}"', _family(table, row), columns)


def _family(table: Table, row: str) -> str:
    if table.name == "family":
        return f"{row}.id"
    if "family_id" in table.columns:
        return f"{row}.family_id"
    if "document_id" in table.columns:
        return f"(SELECT family_id FROM document WHERE id = {row}.document_id)"
    return "NULL"


def _value(column: Column[object], row: str) -> str:
    value = f'{row}."{column.name}"'
    return f"fingerprint({value})" if isinstance(column.type, LargeBinary) else value


def _whole(columns: list[Column[object]], row: str) -> str:
    """Every value that is there, as JSON; merging into an empty object leaves the nulls out."""
    pairs = ", ".join(f"'{column.name}', {_value(column, row)}" for column in columns)
    return f"json_patch('{{}}', json_object({pairs}))"


def _changed(columns: list[Column[object]]) -> str:
    """One row a changed column; cheaper than taking the unchanged ones out of two whole objects."""
    return " UNION ALL ".join(
        f"SELECT '{column.name}' AS k, {_value(column, 'OLD')} AS b, {_value(column, 'NEW')} AS a"
        f' WHERE OLD."{column.name}" IS NOT NEW."{column.name}"'
        for column in columns
    )
