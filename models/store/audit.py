# SPDX-License-Identifier: MIT
"""The triggers that write the log and the history of every table, and the check that the log is whole."""

from dataclasses import dataclass

from sqlalchemy import Column, Connection, LargeBinary, Table
from sqlmodel import SQLModel

from models.store.engine import seal

NOT_LOGGED = frozenset({"auditentry", "historyentry", "familylisting", "formdraft"})
_NOT_TOLD = frozenset({"version", "created_at"})
_ENTRY = (
    "n", "at", "clock_back", "staff_id", "name", "roles", "machine", "program", "what", "record", "object_id",
    "family_id", "columns", "reason", "digest", "previous",
)  # fmt: skip

_FEED = """
CREATE VIEW audit_feed AS
SELECT what, record, object_id, family_id, columns, NULL AS before, NULL AS after FROM auditentry
"""

_FEED_IN = f"""
CREATE TRIGGER audit_feed_in INSTEAD OF INSERT ON audit_feed BEGIN
  INSERT INTO historyentry (n, nonce, before, after)
    SELECT (SELECT coalesce(max(n), 0) + 1 FROM auditentry), lower(hex(randomblob(16))), NEW.before, NEW.after
    WHERE NEW.after IS NOT NULL;
  INSERT INTO auditentry ({", ".join(_ENTRY)}, hash)
    SELECT {", ".join(_ENTRY)}, seal({", ".join(_ENTRY)}) FROM (
      SELECT coalesce(last.n, 0) + 1 AS n, act_at() AS at,
        coalesce(unixepoch(last.at) - unixepoch(act_at()) > 300, 0) AS clock_back, act_staff() AS staff_id,
        act_name() AS name, act_roles() AS roles, act_machine() AS machine, act_program() AS program,
        NEW.what AS what, NEW.record AS record, NEW.object_id AS object_id, NEW.family_id AS family_id,
        NEW.columns AS columns, act_reason() AS reason,
        coalesce((SELECT seal(nonce, before, after) FROM historyentry WHERE n = coalesce(last.n, 0) + 1), '') AS digest,
        coalesce(last.hash, '') AS previous
      FROM (SELECT 1) LEFT JOIN (SELECT n, at, hash FROM auditentry ORDER BY n DESC LIMIT 1) AS last);
END
"""


@dataclass(frozen=True, slots=True)
class LogState:
    """How long the log is, the seal of its last line, and the first line that does not fit, if any."""

    length: int
    head: str
    broken_at: int | None = None


def triggers() -> dict[str, str]:
    """Every view and trigger of the log by name, made from the tables as the program declares them."""
    made = {"audit_feed": _FEED, "audit_feed_in": _FEED_IN}
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
    names = ", ".join(_ENTRY)
    found = connection.exec_driver_sql(f"SELECT {names}, hash FROM auditentry ORDER BY n")
    previous, length = "", 0
    for row in found:
        *values, sealed = row
        length += 1
        if values[0] != length or values[-1] != previous or seal(*values) != sealed:
            return LogState(length, previous, length)
        previous = sealed
    return LogState(length, previous, _broken_history(connection))


def head(connection: Connection) -> LogState:
    """The end of the log, without reading the rest."""
    row = connection.exec_driver_sql("SELECT n, hash FROM auditentry ORDER BY n DESC LIMIT 1").first()
    return LogState(row[0], row[1]) if row else LogState(0, "")


def _broken_history(connection: Connection) -> int | None:
    """The first line whose kept values are not those that were sealed; erased ones are simply gone."""
    found = connection.exec_driver_sql(
        "SELECT n, digest, nonce, before, after FROM auditentry JOIN historyentry USING (n) ORDER BY n"
    )
    return next((n for n, digest, *values in found if seal(*values) != digest), None)


def _of_table(table: Table) -> dict[str, str]:
    told = [column for column in table.columns if column.name not in _NOT_TOLD and not column.primary_key]
    differs = " OR ".join(f'OLD."{column.name}" IS NOT NEW."{column.name}"' for column in told)
    return {
        f"{table.name}_added": f"CREATE TRIGGER {table.name}_added AFTER INSERT ON {table.name} BEGIN"
        + _feed("added", table, "NEW", "''", "'{}'", _whole(told, "NEW")),
        f"{table.name}_edited": f"CREATE TRIGGER {table.name}_edited AFTER UPDATE ON {table.name} WHEN {differs} BEGIN"
        + _feed("edited", table, "NEW", _changed_names(told), _changed(told, "OLD"), _changed(told, "NEW")),
        f"{table.name}_removed": f"CREATE TRIGGER {table.name}_removed AFTER DELETE ON {table.name} BEGIN"
        + _feed("removed", table, "OLD", "''", _whole(told, "OLD"), "'{}'"),
    }


def _feed(what: str, table: Table, row: str, columns: str, before: str, after: str) -> str:
    key = next(iter(table.primary_key.columns)).name
    return (
        " INSERT INTO audit_feed (what, record, object_id, family_id, columns, before, after) VALUES"
        f" ('{what}', '{table.name}', {row}.\"{key}\", {_family(table, row)}, {columns}, {before}, {after}); END"
    )


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


def _changed(columns: list[Column[object]], row: str) -> str:
    same = ", ".join(
        f"CASE WHEN OLD.\"{column.name}\" IS NEW.\"{column.name}\" THEN '$.{column.name}' ELSE '$._' END"
        for column in columns
    )
    pairs = ", ".join(f"'{column.name}', {_value(column, row)}" for column in columns)
    return f"json_remove(json_object({pairs}), {same})"


def _changed_names(columns: list[Column[object]]) -> str:
    names = " || ".join(
        f"CASE WHEN OLD.\"{column.name}\" IS NEW.\"{column.name}\" THEN '' ELSE '{column.name} ' END"
        for column in columns
    )
    return f"rtrim({names})"
