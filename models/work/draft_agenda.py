# SPDX-License-Identifier: MIT
"""The sheet on the table: the agenda as all of those invited may read it."""

from uuid import UUID

from sqlmodel import Session, select

from models.records.document import Document, DocumentKind, DocumentState
from models.records.family import Family
from models.store.meaning import note
from models.values.act import Act
from models.work.by_right import by_right
from models.work.plan_meeting import open_meeting


@by_right
def draft_agenda(session: Session, act: Act, meeting_id: UUID) -> UUID:
    """A draft of it, the one there is when it is not finished; it follows the meeting until then."""
    meeting = open_meeting(session, act, meeting_id)
    of_meeting = select(Document).where(Document.meeting_id == meeting_id, Document.kind == DocumentKind.AGENDA)
    kept = session.exec(of_meeting.where(Document.state == DocumentState.DRAFT)).first()
    if kept is not None:
        return kept.id
    made = Document(
        created_at=act.now,
        family_id=meeting.family_id,
        kind=DocumentKind.AGENDA,
        title="",
        language=session.get_one(Family, meeting.family_id).language,
        meeting_id=meeting.id,
    )
    session.add(made)
    session.flush()
    note(session, act, what="letter.drafted", family_id=meeting.family_id, object_id=made.id)
    return made.id
