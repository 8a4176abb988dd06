# SPDX-License-Identifier: MIT
"""Brings a vault from an older schema to the newest, step by numbered step, or leaves it as it was."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, event, inspect

from models.store import audit
from models.store.backup import back_up
from models.store.engine import DATABASE, open_engine
from models.store.faults import translated
from models.store.keyfile import SCHEMA
from models.values.trouble import Trouble
from resources import path

SCRIPTS = path("schema")
ROOM = 3


def script(number: int, scripts: Path = SCRIPTS) -> Iterator[str]:
    """The statements of one step; in the file each ends with a semicolon at the end of a line."""
    text = (scripts / f"{number:04}.sql").read_text("utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return (statement.strip() for statement in lines.split(";\n") if statement.strip())


def migrate(folder: Path, key: bytearray, found: int, newest: int = SCHEMA, scripts: Path = SCRIPTS) -> Path | None:
    """Take every step from `found` to `newest` in one transaction; gives the verified copy made first."""
    if found == newest:
        return None
    size = (folder / DATABASE).stat().st_size
    if shutil.disk_usage(folder).free < ROOM * size:
        raise Trouble("trouble.disk_full")
    copy = folder / f"kopi-skjema-{found}"
    back_up(folder, key, copy)
    engine = _engine(folder / DATABASE, key)
    try:
        with translated(), engine.execution_options(rw=True).begin() as connection:
            counts = row_counts(connection)
            for name, kind in audit.present(connection):
                connection.exec_driver_sql(f"DROP {kind.upper()} {name}")
            for number in range(found + 1, newest + 1):
                for statement in script(number, scripts):
                    connection.exec_driver_sql(statement)
            _check(connection, counts)
            audit.install(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={newest}")
    finally:
        engine.dispose()
    return copy


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table holds."""
    tables = sorted(inspect(connection).get_table_names())
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in tables}


def _engine(database: Path, key: bytearray) -> Engine:
    """Rebuilding a table with foreign keys watched would remove every row that points at it."""
    engine = open_engine(database, key)

    def unwatched(connection: object, _record: object) -> None:
        connection.execute("pragma foreign_keys=off")  # type: ignore[attr-defined]

    event.listen(engine, "connect", unwatched)
    return engine


def _check(connection: Connection, before: dict[str, int]) -> None:
    after = row_counts(connection)
    lost = [name for name, count in before.items() if after.get(name, count) < count]
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    readable = connection.exec_driver_sql("PRAGMA cipher_status").scalar_one() == "1"
    if lost or loose or not sound or not readable:
        raise Trouble("trouble.migration_failed")
