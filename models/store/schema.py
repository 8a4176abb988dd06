# SPDX-License-Identifier: MIT
"""Makes the tables of a new vault, and says which schema a vault has."""

from pathlib import Path

from sqlmodel import SQLModel

import models.records as _declared  # every table must be declared before they are made
from models.store.database import Database
from models.store.engine import DATABASE, open_engine

SCHEMA = 1
__all__ = ["SCHEMA", "_declared", "create_database"]


def create_database(folder: Path, key: bytearray) -> Database:
    """A new, empty, encrypted database in `folder` with the newest schema."""
    engine = open_engine(folder / DATABASE, key, create=True)
    with engine.execution_options(rw=True).begin() as connection:
        SQLModel.metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    engine.dispose()
    return Database(folder, key)
