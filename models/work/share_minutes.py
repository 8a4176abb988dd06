# SPDX-License-Identifier: MIT
"""Copies of the minutes are made for good, one per recipient, each with only what a consent that holds lets it show."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.queries.letter_envelope import LetterBody, body_of
from models.queries.letter_minutes import copy_card
from models.queries.minutes_content import newest_version
from models.queries.minutes_copies import CopyRow, copy_sheet
from models.records.document import Document, DocumentKind, DocumentState
from models.records.meeting import TeamMeeting
from models.store.meaning import note
from models.values.act import Act
from models.values.letter import Press
from models.values.refusal import Refusal
from models.work.by_right import by_right
from models.work.issue_letter import finish_letter
from models.work.reach import reach_family
from models.work.right_checks import found


class CopyDraft(BaseModel):
    """One copy: whom it is for, and the parts taken away by hand."""

    key: str
    without: frozenset[str] = frozenset()


@by_right
def issue_minutes(
    session: Session, act: Act, meeting_id: UUID, copies: Sequence[CopyDraft], press: Press
) -> list[UUID]:
    """The finished documents; the same copy of the same version is made once and printed again."""
    meeting = found(session, TeamMeeting, meeting_id)
    reach_family(session, act, meeting.family_id, closed_too=True)
    version = newest_version(session, meeting_id)
    if version is None:
        raise Refusal("minutes_refused.not_sent")
    sheet = copy_sheet(session, meeting_id, act.today, {copy.key: copy.without for copy in copies})
    rows = {row.key: row for row in sheet.rows}
    made = []
    for copy in copies:
        row = rows.get(copy.key)
        if row is None or not row.gets_copy:
            raise Refusal("minutes_refused.no_copy", who=row.name if row else "")
        parts = f"{version.number}:{' '.join(sorted(part for part, seen in row.passages.items() if seen.seen))}"
        kept = _same(session, meeting_id, row, parts)
        made.append(kept or _make(session, act, meeting, row, copy, parts, press))
    note(session, act, what="minutes.copied", family_id=meeting.family_id, object_id=meeting.id)
    return made


def _same(session: Session, meeting_id: UUID, row: CopyRow, parts: str) -> UUID | None:
    """A finished copy with exactly these parts of this version."""
    earlier = session.exec(
        select(Document)
        .where(Document.meeting_id == meeting_id, Document.kind == DocumentKind.MINUTES)
        .order_by(col(Document.id).desc())
    )
    for one in earlier:
        about = body_of(one).about
        if about.get("copy_for") == row.key and about.get("parts") == parts and one.state is not DocumentState.DRAFT:
            return one.id
    return None


def _make(
    session: Session, act: Act, meeting: TeamMeeting, row: CopyRow, copy: CopyDraft, parts: str, press: Press
) -> UUID:
    card = _with_parts(copy_card(meeting, row, copy.without, act.now), parts, act.now)
    session.add(card)
    session.flush()
    return finish_letter(session, act, card.id, press)


def _with_parts(card: Document, parts: str, now: datetime) -> Document:
    body = body_of(card)
    card.body, card.created_at = LetterBody(body.texts, body.about | {"parts": parts}).stored(), now
    return card
