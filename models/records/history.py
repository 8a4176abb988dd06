# SPDX-License-Identifier: MIT
"""The log nobody can write in by hand: what was done by whom, and what stood there before and after."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel


class AuditEntry(SQLModel, table=True):
    """One line of the log: no values, only what was done; each line seals the one before it."""

    n: int | None = Field(default=None, primary_key=True)
    at: datetime
    staff_id: UUID
    name: str
    roles: str
    machine: str
    program: str
    what: str = Field(description="added, edited, removed, or what a use-case meant, such as family.opened")
    record: str
    object_id: UUID | None = None
    family_id: UUID | None = Field(default=None, index=True)
    columns: str
    reason: str
    digest: str = Field(description="seal of the values in the history, which may be erased without breaking the log")
    hash: str = Field(description="seal of this line and of the one before it")


class HistoryEntry(SQLModel, table=True):
    """The values of one line of the log, before and after; the nonce keeps erased values from being guessed.

    Triggers write here, and one more trigger makes the sealed line of it; a note has no values.
    """

    n: int | None = Field(default=None, primary_key=True)
    what: str
    record: str
    object_id: UUID | None = None
    family_id: UUID | None = None
    act: UUID | None = Field(default=None, description="the same for all lines of one transaction")
    nonce: str
    changes: str = Field(description="JSON: field name to [before, after]; bytes as their SHA-256")
