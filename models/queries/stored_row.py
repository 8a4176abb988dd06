# SPDX-License-Identifier: MIT
"""One row as it stands in the file: the values that the history writes down, with no types of Python's in between."""

from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, SQLModel

from models.store.told import plain


def stored_row(session: Session, table: str, id: UUID) -> dict[str, object] | None:
    """Column to value, bytes as their fingerprint; nothing when there is no such row."""
    known = SQLModel.metadata.tables[table]
    found = session.execute(text(f'SELECT * FROM "{known.name}" WHERE id = :id'), {"id": id.hex}).mappings().first()
    return {str(name): plain(value) for name, value in found.items()} if found else None
