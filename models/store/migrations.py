# SPDX-License-Identifier: MIT
"""Brings a vault from an older schema to the newest, step by numbered step, or leaves it as it was."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, event, inspect

from models.store import audit, backups, keyfile
from models.store.engine import DATABASE, open_engine
from models.store.faults import translated
from models.store.keyfile import SCHEMA
from models.values.trouble import Trouble
from resources import path

SCRIPTS = path("schema")
ROOM = 3
MEGABYTE = 1_000_000
Watch = Callable[[int, int, str], None]


def silent(_done: int, _total: int, _stage: str = "") -> None:
    """Nobody follows."""


def script(number: int, scripts: Path = SCRIPTS) -> Iterator[str]:
    """The statements of one step; in the file each ends with a semicolon at the end of a line."""
    text = (scripts / f"{number:04}.sql").read_text("utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return (statement.strip() for statement in lines.split(";\n") if statement.strip())


@dataclass(slots=True)
class Upgrade:
    """How an older vault is brought up to date: where its copy is put, who follows, and what came of it.

    `watch(done, total, stage)` may raise to stop: what was done is undone, and the vault stays as it was.
    """

    now: datetime
    place: Path | None = None
    watch: Watch = silent
    copy: Path | None = None


def migrate(
    folder: Path, key: bytearray, found: int, upgrade: Upgrade, newest: int = SCHEMA, scripts: Path = SCRIPTS
) -> Path | None:
    """Take every step from `found` to `newest` in one transaction; gives the verified copy made first."""
    if found == newest:
        return None
    size = (folder / DATABASE).stat().st_size
    if shutil.disk_usage(folder).free < ROOM * size:
        raise Trouble("trouble.no_room_to_upgrade", megabytes=-(-ROOM * size // MEGABYTE))
    copy = _copied(folder, key, upgrade)
    engine = _engine(folder / DATABASE, key)
    try:
        with translated(), engine.execution_options(rw=True).begin() as connection:
            _take_steps(connection, found, newest, scripts, upgrade.watch)
    except Trouble:
        raise
    except BaseException:
        # stopped, or our own mistake: the vault is as it was, and its copy protects nothing
        shutil.rmtree(copy, ignore_errors=True)
        raise
    finally:
        engine.dispose()
    keys, _ = keyfile.read(folder)
    backups.rotate(copy.parent, keys.vault, upgrade.now, ())
    upgrade.copy = copy
    return copy


def _copied(folder: Path, key: bytearray, upgrade: Upgrade) -> Path:
    """The verified copy made first: at the chosen place, or beside the vault when that place cannot take it."""

    def watch(done: int, total: int) -> None:
        upgrade.watch(done, total, "upgrade.copy")

    if upgrade.place is not None:
        try:
            return backups.take(folder, key, upgrade.place, upgrade.now, watch).folder
        except Trouble as trouble:
            if not trouble.key.startswith("trouble.place_"):
                raise
    return backups.take(folder, key, folder, upgrade.now, watch).folder


def _take_steps(connection: Connection, found: int, newest: int, scripts: Path, watch: Watch) -> None:
    counts = row_counts(connection)
    for name, kind in audit.present(connection):
        connection.exec_driver_sql(f"DROP {kind.upper()} {name}")
    for number in range(found + 1, newest + 1):
        for statement in script(number, scripts):
            watch(number - found, newest - found, "upgrade.step")
            connection.exec_driver_sql(statement)
    _check(connection, counts, watch)
    audit.install(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={newest}")
    watch(1, 1, "upgrade.check")


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table holds."""
    tables = sorted(inspect(connection).get_table_names())
    return {name: _count(connection, name) for name in tables}


def _engine(database: Path, key: bytearray) -> Engine:
    """Rebuilding a table with foreign keys watched would remove every row that points at it."""
    engine = open_engine(database, key)

    def unwatched(connection: object, _record: object) -> None:
        connection.execute("pragma foreign_keys=off")  # type: ignore[attr-defined]

    event.listen(engine, "connect", unwatched)
    return engine


def _check(connection: Connection, before: dict[str, int], watch: Watch) -> None:
    """No row lost, no pointer loose, no page broken; a migration that cannot prove that is no migration."""
    lost = False
    for done, (name, count) in enumerate(before.items()):
        watch(done, len(before), "upgrade.table")
        lost |= _count(connection, name) < count if inspect(connection).has_table(name) else False
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    readable = connection.exec_driver_sql("PRAGMA cipher_status").scalar_one() == "1"
    if lost or loose or not sound or not readable:
        raise Trouble("trouble.migration_failed")


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())
