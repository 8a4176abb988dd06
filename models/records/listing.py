# SPDX-License-Identifier: MIT
"""The list of families as it is searched and painted; derived from the other records, never typed."""

from datetime import date
from uuid import UUID

from sqlmodel import Field, SQLModel


class FamilyListing(SQLModel, table=True):
    """One line a family: rewritten in the same transaction as whatever it is derived from."""

    family_id: UUID = Field(primary_key=True, foreign_key="family.id")
    label: str
    children: str = Field(default="", description="one child a line: the given name; empty for an unnamed child")
    births: str = Field(default="", description="one child a line: ISO birth date, or ~ and the expected date")
    coordinator: str = ""
    coordinator_id: UUID | None = Field(default=None, index=True)
    responsible_id: UUID | None = Field(default=None, index=True)
    state: str = Field(default="", index=True)
    status: str = Field(default="", description="text key of the badge: new, assessing, ready, granted, refused …")
    due_on: date | None = Field(default=None, index=True)
    due_kind: str = ""
    protected: bool = False
    sort_key: str = Field(default="", index=True)
    search: str = ""
    search_ascii: str = ""
