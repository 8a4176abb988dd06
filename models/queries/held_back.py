# SPDX-License-Identifier: MIT
"""Copies that were made for a service and may not go out any more: what they hold is no longer covered (R28)."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from models.queries.guard import of_part
from models.queries.letter_envelope import body_of
from models.queries.minutes_copies import copy_sheet
from models.records.document import Document, DocumentKind


@of_part(Document)
def is_held_back(session: Session, document_id: UUID, day: date) -> bool:
    """Whether a copy of minutes would not be made like this that day: withdrawn, run out or narrowed since."""
    document = session.get_one(Document, document_id)
    if document.kind is not DocumentKind.MINUTES or not (document.family_service_id and document.meeting_id):
        return False
    about = body_of(document).about
    sheet = copy_sheet(session, document.meeting_id, day)
    row = next((one for one in sheet.rows if one.key == about.get("copy_for")), None)
    if row is None or not row.gets_copy:
        return True
    held = about.get("parts", "").partition(":")[2].split()
    return any(not row.passages[part].seen for part in held if part in row.passages)
