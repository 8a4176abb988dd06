# SPDX-License-Identifier: MIT
"""Half-typed text, kept encrypted so that nothing typed is lost; not part of audit, history or search."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel


class FormDraft(SQLModel, table=True):
    """What stood in a form that was not finished: one row per form and record, for one person."""

    form: str = Field(primary_key=True, description="form id and record id, such as new_note/018f…")
    staff_id: UUID = Field(primary_key=True)
    body: str = Field(description="JSON: field values")
    place: str = Field(default="", description="JSON: focused field and caret")
    saved_at: datetime
