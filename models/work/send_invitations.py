# SPDX-License-Identifier: MIT
"""The invitations of a meeting are drafted, one per recipient, and made for good when all that must be is settled."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import permissions_about
from models.queries.invitees import Invitee, invitees
from models.queries.letter_envelope import LetterBody, body_of
from models.queries.letter_meeting import kinds_told
from models.queries.meeting_facts import items_of, participants_of
from models.queries.recipients import any_protected
from models.records.consent import Sharing
from models.records.document import Document, DocumentKind, DocumentState
from models.records.meeting import TeamMeeting
from models.rules.visibility import kinds_out
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
    """One draft per recipient, the child's own first; texts changed by hand are kept, those no longer invited go.

    A letter that was finished and never sent is good still, as long as nothing of the meeting has changed since.
    """
    meeting = open_meeting(session, act, meeting_id)
    refuse_unready(session, act, meeting_id)
    drafts, ready, of = _drafts(session, meeting_id), _unsent(session, act, meeting), _stamp(session, act, meeting)
    ids = []
    for one in invitees(session, meeting_id, act.staff_id):
        kept = _for(ready, one) or _for(drafts, one)
        if kept is None:
            kept = Document(
                created_at=act.now, family_id=meeting.family_id, meeting_id=meeting.id, kind=one.kind, title=""
            )
            session.add(kept)
        if kept.state is DocumentState.DRAFT:
            revise(kept, _values(kept, one, of))
        session.flush()
        ids.append(kept.id)
    for draft in drafts:
        if draft.id not in ids:
            draft.binned_at = act.now
    note(session, act, what="meeting.invitations_drafted", family_id=meeting.family_id, object_id=meeting.id)
    return ids


@by_right
def finish_invitations(session: Session, act: Act, meeting_id: UUID, press: Press) -> list[UUID]:
    """Every draft is made for good, all of them or none; gives all that are to be sent, in their order."""
    meeting = open_meeting(session, act, meeting_id)
    refuse_unready(session, act, meeting.id)
    for draft in _drafts(session, meeting_id):
        finish_letter(session, act, draft.id, press)
    return [one.id for one in _unsent(session, act, meeting)]


@by_right
def send_invitations(session: Session, act: Act, meeting_id: UUID, on: date | None = None) -> UUID:
    """They have left the house: the meeting is invited to, and what each service was told is noted (R35)."""
    meeting = open_meeting(session, act, meeting_id)
    letters = _unsent(session, act, meeting)
    invite_to_meeting(session, act, meeting_id, on)
    for one in letters:
        revise(one, {"state": DocumentState.SENT, "sent_on": on or act.today})
        if one.family_service_id:
            session.add(_sharing(session, act, meeting, one, on or act.today))
    return meeting.id


def _values(kept: Document, one: Invitee, of: str) -> dict[str, object]:
    body = body_of(kept)
    about = {"addressee": one.addressee, "invitee": one.key, "person": str(one.person_id or ""), "of": of}
    texts = body.texts if one.language == kept.language else {}
    return {
        "language": one.language,
        "recipient": "\n".join(one.lines),
        "participant_id": one.participant_id,
        "family_service_id": one.family_service_id,
        "body": LetterBody(texts, {name: value for name, value in about.items() if value}).stored(),
    }


def _stamp(session: Session, act: Act, meeting: TeamMeeting) -> str:
    """What the letters are of: another one when the meeting, its agenda, its people or who may know has changed."""
    parts = (*items_of(session, meeting), *participants_of(session, meeting))
    known = permissions_about(session, meeting.family_id, meeting.child_id)
    told = sorted(f"{one.service_id} {kinds_out(one.information)}" for one in known if one.holds_on(act.today))
    said = "\n".join([*told, "protected" if any_protected(session, meeting.family_id) else ""])
    return " ".join([*(str(one.version) for one in (meeting, *parts)), sha256(said.encode()).hexdigest()[:16]])


def _for(letters: list[Document], one: Invitee) -> Document | None:
    return next((letter for letter in letters if body_of(letter).about.get("invitee") == one.key), None)


def _drafts(session: Session, meeting_id: UUID) -> list[Document]:
    return [one for one in _letters(session, meeting_id) if one.state is DocumentState.DRAFT]


def _unsent(session: Session, act: Act, meeting: TeamMeeting) -> list[Document]:
    """Finished and not sent, of the meeting and the consents as they stand."""
    of = _stamp(session, act, meeting)
    finished = [one for one in _letters(session, meeting.id) if one.state is DocumentState.FINAL]
    return [one for one in finished if body_of(one).about.get("of") == of]


def _letters(session: Session, meeting_id: UUID) -> list[Document]:
    asked = select(Document).where(Document.meeting_id == meeting_id, col(Document.kind).in_(KINDS))
    return list(session.exec(asked.order_by(col(Document.id))))


def _sharing(session: Session, act: Act, meeting: TeamMeeting, letter: Document, on: date) -> Sharing:
    holding = [
        one
        for one in permissions_about(session, meeting.family_id, meeting.child_id)
        if one.service_id == letter.family_service_id and one.holds_on(on)
    ]
    return Sharing(
        created_at=act.now,
        family_id=meeting.family_id,
        family_service_id=letter.family_service_id,
        recipient=", ".join(letter.recipient.splitlines()[:2]),
        shared_on=on,
        what=fill("documents.kind.invitation", letter.language),
        information=kinds_out(kinds_told(session, letter, on)),
        consent_id=holding[-1].consent_id if holding else None,
        document_id=letter.id,
    )
