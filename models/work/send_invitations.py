# SPDX-License-Identifier: MIT
"""The invitations of a meeting are drafted, one per recipient, and made for good when all that must be is settled."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import permissions_of
from models.queries.invitees import Invitee, invitees
from models.queries.letter_envelope import LetterBody, body_of
from models.records.consent import Sharing
from models.records.document import Document, DocumentKind, DocumentState
from models.records.meeting import TeamMeeting
from models.rules.visibility import Information
from models.store.meaning import note
from models.values.act import Act
from models.values.letter import Press
from models.work.by_right import by_right
from models.work.invite import invite_to_meeting, refuse_unready
from models.work.issue_letter import finish_letter
from models.work.plan_meeting import open_meeting
from models.work.reach import revise
from resources.catalogue import fill

KINDS = (DocumentKind.INVITATION, DocumentKind.CHILD_INVITATION)


@by_right
def draft_invitations(session: Session, act: Act, meeting_id: UUID) -> list[UUID]:
    """One draft per recipient, the child's own first; texts changed by hand are kept, those no longer invited go."""
    meeting = open_meeting(session, act, meeting_id)
    refuse_unready(session, act, meeting_id)
    drafts, ids = _drafts(session, meeting_id), []
    for one in invitees(session, meeting_id, act.staff_id):
        kept = next((draft for draft in drafts if body_of(draft).about.get("invitee") == one.key), None)
        if kept is None:
            kept = _new(act, meeting, one)
            session.add(kept)
        else:
            recipient = "\n".join(one.lines)
            revise(kept, {"recipient": recipient, "language": one.language, "participant_id": one.participant_id})
        session.flush()
        ids.append(kept.id)
    for draft in drafts:
        if draft.id not in ids:
            draft.binned_at = act.now
    note(session, act, what="meeting.invitations_drafted", family_id=meeting.family_id, object_id=meeting.id)
    return ids


@by_right
def finish_invitations(session: Session, act: Act, meeting_id: UUID, press: Press) -> list[UUID]:
    """Every draft is made for good, all of them or none."""
    meeting = open_meeting(session, act, meeting_id)
    refuse_unready(session, act, meeting.id)
    return [finish_letter(session, act, draft.id, press) for draft in _drafts(session, meeting_id)]


@by_right
def send_invitations(session: Session, act: Act, meeting_id: UUID, on: date | None = None) -> UUID:
    """They have left the house: the meeting is invited to, and what each service was told is noted (R35)."""
    meeting = open_meeting(session, act, meeting_id)
    invite_to_meeting(session, act, meeting_id, on)
    for one in _finished(session, meeting_id):
        revise(one, {"state": DocumentState.SENT, "sent_on": on or act.today})
        if one.family_service_id:
            session.add(_sharing(session, act, meeting, one, on or act.today))
    return meeting.id


def _new(act: Act, meeting: TeamMeeting, one: Invitee) -> Document:
    about = {"addressee": one.addressee, "invitee": one.key, "person": str(one.person_id or "")}
    return Document(
        created_at=act.now,
        family_id=meeting.family_id,
        kind=one.kind,
        title="",
        language=one.language,
        recipient="\n".join(one.lines),
        meeting_id=meeting.id,
        participant_id=one.participant_id,
        family_service_id=one.family_service_id,
        body=LetterBody({}, {name: value for name, value in about.items() if value}).stored(),
    )


def _drafts(session: Session, meeting_id: UUID) -> list[Document]:
    return [one for one in _letters(session, meeting_id) if one.state is DocumentState.DRAFT]


def _finished(session: Session, meeting_id: UUID) -> list[Document]:
    return [one for one in _letters(session, meeting_id) if one.state is DocumentState.FINAL]


def _letters(session: Session, meeting_id: UUID) -> list[Document]:
    asked = select(Document).where(Document.meeting_id == meeting_id, col(Document.kind).in_(KINDS))
    return list(session.exec(asked.order_by(col(Document.id))))


def _sharing(session: Session, act: Act, meeting: TeamMeeting, letter: Document, on: date) -> Sharing:
    holding = [
        one
        for one in permissions_of(session, meeting.family_id, meeting.child_id)
        if one.service_id == letter.family_service_id and one.holds_on(on)
    ]
    return Sharing(
        created_at=act.now,
        family_id=meeting.family_id,
        family_service_id=letter.family_service_id,
        recipient=", ".join(letter.recipient.splitlines()[:2]),
        shared_on=on,
        what=fill("documents.kind.invitation", letter.language),
        information=Information.PRACTICAL.value,
        consent_id=holding[-1].consent_id if holding else None,
        document_id=letter.id,
    )
