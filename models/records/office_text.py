# SPDX-License-Identifier: MIT
"""What the municipality has written in the place of our standard texts, and its own letters; nothing is overwritten."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class OfficeTextKind(StrEnum):
    """What the text is for."""

    PARAGRAPH = "paragraph"
    TEMPLATE = "template"


class OfficeText(Record, table=True):
    """One version of one text in one language; the newest of a slot holds, and a slot out of use has none."""

    kind: OfficeTextKind
    slot: str = Field(index=True, description="the standard text's key, or what holds a template's versions together")
    language: str
    number: int = Field(description="counts every change the municipality has made to its texts")
    in_use: bool = Field(default=True, description="not in use: back to our standard text, or the template is gone")
    name: str = ""
    title: str = ""
    text: str = ""
    addressee: str = Field(default="family", description="a template's usual recipient: family or other")
    shipped: str = Field(default="", description="our standard text as it was when this was written")
    written_by_id: UUID | None = Field(default=None, foreign_key="staff.id")
