# SPDX-License-Identifier: MIT
"""Copies of the minutes are made for good, one per recipient, each with only what a consent that holds lets it show."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.queries.consent_facts import permissions_about
from models.queries.letter_envelope import LetterBody, body_of
from models.queries.letter_minutes import copy_card
from models.queries.minutes_content import content_to_share, newest_version
from models.queries.minutes_copies import CopyRow, copy_sheet
from models.records.consent import Sharing
from models.records.document import Document, DocumentKind, DocumentState
from models.records.meeting import MeetingParticipant, TeamMeeting
from models.rules.minutes_copies import parts_of
from models.rules.visibility import Information
from models.store.meaning import note
from models.values.act import Act
from models.values.letter import Press
from models.values.refusal import Refusal
from models.work.by_right import by_right
from models.work.issue_letter import finish_letter, seen_letter
from models.work.reach import reach_family
from models.work.right_checks import found
from models.work.share import SharingDraft, log_sharing


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
        guarded = "g" if sheet.content.guarded else ""
        seen_parts = " ".join(sorted(part for part, seen in row.passages.items() if seen.seen))
        parts = f"{version.number}{guarded}:{seen_parts}"
        kept = _same(session, meeting_id, row, parts)
        made.append(kept or _make(session, act, meeting, row, copy, parts, press))
    note(session, act, what="minutes.copied", family_id=meeting.family_id, object_id=meeting.id)
    return made


@by_right
def log_minutes_shared(session: Session, act: Act, document_id: UUID, on: date | None = None) -> None:
    """A copy has left the house: what was shared with whom on which consent, once a day for the same paper (R35)."""
    document = seen_letter(session, act, document_id)
    meeting_id, about = document.meeting_id, body_of(document).about
    shared_on = on or act.today
    told = select(Sharing.id).where(Sharing.document_id == document_id, Sharing.shared_on == shared_on)
    if meeting_id is None or session.exec(told).first() is not None:
        return
    party = document.family_service_id is None
    participant = session.get(MeetingParticipant, document.participant_id) if document.participant_id else None
    seen = frozenset(about.get("parts", "").partition(":")[2].split())
    draft = SharingDraft(
        recipient=", ".join(document.recipient.splitlines()[:2]),
        shared_on=shared_on,
        what=f"{document.title} ({document.number})",
        information=_kinds(session, meeting_id, seen),
        family_service_id=document.family_service_id,
        person_id=participant.person_id if participant and party else None,
        consent_id=_consent(session, document, shared_on),
        document_id=document.id,
        party=party,
    )
    log_sharing(session, act, document.family_id, draft)


def _consent(session: Session, document: Document, on: date) -> UUID | None:
    """The oldest consent that lets this service hear of the child the meeting was about, and not of another."""
    meeting = session.get_one(TeamMeeting, document.meeting_id)
    known = permissions_about(session, meeting.family_id, meeting.child_id)
    holding = (one for one in known if one.service_id == document.family_service_id and one.holds_on(on))
    return next((one.consent_id for one in holding), None)


def _kinds(session: Session, meeting_id: UUID, seen: frozenset[str]) -> frozenset[Information]:
    """The kinds of information that stood in the parts of a copy."""
    content, _ = content_to_share(session, meeting_id)
    marks = [part.mark for part in parts_of(content) if part.id in seen]
    return frozenset(kind for mark in marks for kind in mark.reveals)


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
