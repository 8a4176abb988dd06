# SPDX-License-Identifier: MIT
"""The protocol of final deletion: what, by which rule, proposed by one and carried out by another."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class Deletion(Record, table=True):
    """One thing proposed for deletion or deleted for good; it holds nothing of what was deleted."""

    record: str = Field(description="the kind of thing, as its table is called")
    object_id: UUID = Field(index=True)
    rule: str = Field(description="id of the rule in resources/law that allows it")
    reason: str = ""
    counts: str = Field(default="{}", description="JSON: rows by table that went with it")
    proposed_by_id: UUID = Field(foreign_key="staff.id")
    proposed_at: datetime
    decided_by_id: UUID | None = Field(default=None, foreign_key="staff.id")
    decided_at: datetime | None = None
    carried_out: bool = False
    backups_gone_by: datetime | None = Field(default=None, description="when the last copy that held it expires")
