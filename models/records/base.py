# SPDX-License-Identifier: MIT
"""What every record of the vault has in common."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.values.ids import new_id

# Constraints have names of their own, so that a later migration can find them in any database engine.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Record(SQLModel):
    """A row with an identifier that sorts by time and a version that guards against lost updates."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    version: int = 1
    created_at: datetime = Field(default=None, nullable=False, description="filled by the store from the act")
    binned_at: datetime | None = Field(default=None, description="in the waste bin since then; hidden from every query")
