# SPDX-License-Identifier: MIT
"""Makes the tables of a new vault, and opens a vault only when its schema is known."""

from pathlib import Path

from sqlmodel import SQLModel

import models.records as _declared  # every table must be declared before they are made
from models.store import audit, migrations
from models.store.database import Database
from models.store.engine import DATABASE, open_engine
from models.store.faults import translated
from models.store.keyfile import SCHEMA
from models.store.migrations import Upgrade
from models.store.opened import utc_now
from models.values.trouble import Trouble

__all__ = ["SCHEMA", "_declared", "create_database", "open_database"]


def create_database(folder: Path, key: bytearray) -> Database:
    """A new, empty, encrypted database in `folder` with the newest schema."""
    with translated():
        engine = open_engine(folder / DATABASE, key, create=True)
        with engine.execution_options(rw=True).begin() as connection:
            SQLModel.metadata.create_all(connection)
            audit.install(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
        engine.dispose()
    return Database(folder, key)


def open_database(folder: Path, key: bytearray, *, read_only: bool = False, upgrade: Upgrade | None = None) -> Database:
    """The database of a vault whose key is known to be right, brought to the newest schema first."""
    database = Database(folder, key, read_only=read_only)
    try:
        found = _schema(database)
        if found > SCHEMA:
            raise Trouble("trouble.vault_newer")
        if found < 1:
            raise Trouble("trouble.vault_damaged")
        if found < SCHEMA:
            if read_only:
                raise Trouble("trouble.vault_older")
            database.close()
            migrations.migrate(folder, key, found, upgrade or Upgrade(utc_now()))
            database = Database(folder, key)
        with database.reading() as session:
            watched = audit.installed(session.connection())
        if not watched:
            raise Trouble("trouble.schema_altered")
    except BaseException:
        database.close()
        raise
    return database


def _schema(database: Database) -> int:
    with database.reading() as session:
        return int(session.connection().exec_driver_sql("PRAGMA user_version").scalar_one())
