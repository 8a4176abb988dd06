# SPDX-License-Identifier: MIT
"""What every record of the vault has in common."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.values.ids import new_id


class Record(SQLModel):
    """A row with an identifier that sorts by time and a version that guards against lost updates."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    version: int = 1
    created_at: datetime = Field(default=None, nullable=False, description="filled by the store from the act")
