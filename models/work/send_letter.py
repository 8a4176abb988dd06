# SPDX-License-Identifier: MIT
"""What happens to a finished letter: printed, sent, signed, and the signed copy put in its place."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.letter_ending import determination_to_tell_of
from models.queries.letter_tasks import overdue_of
from models.records.consent import Consent, Sharing
from models.records.coordination import Coordination
from models.records.determination import Determination
from models.records.document import Document, DocumentContent, DocumentKind, DocumentState
from models.records.enquiry import Enquiry
from models.rules.file_kinds import kind_of_file
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import clean_line
from models.work.by_right import by_right
from models.work.issue_letter import reach_letter, seen_letter
from models.work.reach import reach_family, revise
from models.work.share_minutes import log_minutes_shared


@by_right
def mark_sent(session: Session, act: Act, document_id: UUID, on: date, how: str) -> UUID:
    """The letter has left the house; what waits for that day learns it too."""
    document = _finished(session, act, document_id)
    _happened(act, document, on, "sent_on")
    revise(document, {"state": DocumentState.SENT, "sent_on": on, "sent_how": how})
    _tell_the_case(session, document, on)
    if document.kind is DocumentKind.TASK_REMINDER:
        for task in overdue_of(session, document, document.dated_on or on):
            revise(task, {"reminded_on": on})
    if document.kind is DocumentKind.MINUTES and not _is_shared(session, document):
        log_minutes_shared(session, act, document.id, on)
    session.flush()
    note(session, act, what="letter.sent", family_id=document.family_id, object_id=document.id)
    return document.id


@by_right
def take_back_sent(session: Session, act: Act, document_id: UUID) -> UUID:
    """The inverse of mark_sent: it was not sent after all."""
    document = _finished(session, act, document_id)
    revise(document, {"state": DocumentState.FINAL, "sent_on": None, "sent_how": ""})
    session.flush()
    note(session, act, what="letter.not_sent", family_id=document.family_id, object_id=document.id)
    return document.id


@by_right
def mark_signed(session: Session, act: Act, document_id: UUID, on: date | None) -> UUID:
    """The paper is signed; None takes it back."""
    document = _finished(session, act, document_id)
    if on is not None:
        _happened(act, document, on, "signed_on")
    revise(document, {"signed_on": on})
    session.flush()
    note(session, act, what="letter.signed", family_id=document.family_id, object_id=document.id)
    return document.id


@by_right
def attach_scan(session: Session, act: Act, document_id: UUID, content: bytes) -> UUID:
    """The signed copy as a file of its own beside the letter it is a scan of."""
    document = _finished(session, act, document_id)
    scan = _received(session, act, document.family_id, document.title, content)
    scan.number, scan.language, scan.scan_of_id = document.number, document.language, document.id
    scan.determination_id, scan.consent_id, scan.dated_on = (
        document.determination_id,
        document.consent_id,
        document.dated_on,
    )
    if document.signed_on is None:
        revise(document, {"signed_on": act.today})
    session.flush()
    note(session, act, what="letter.scan_attached", family_id=document.family_id, object_id=document.id)
    return scan.id


@by_right
def receive_paper(
    session: Session, act: Act, family_id: UUID, title: str, content: bytes, consent_id: UUID | None = None
) -> UUID:
    """A paper from outside is put among the family's documents; a signed consent lies beside the consent itself."""
    family = reach_family(session, act, family_id)
    consent = session.get(Consent, consent_id) if consent_id else None
    if consent_id and (consent is None or consent.family_id != family.id):
        raise Refusal("documents.refused.gone")
    paper = _received(session, act, family.id, title, content)
    paper.consent_id = consent_id
    session.flush()
    note(session, act, what="letter.received", family_id=family.id, object_id=paper.id)
    return paper.id


@by_right
def log_printed(session: Session, act: Act, document_id: UUID, reason: str = "") -> None:
    """The bytes went to a printer."""
    document = _gone(session, act, document_id)
    note(session, act, what="letter.printed", family_id=document.family_id, object_id=document.id, reason=reason)


@by_right
def log_exported(session: Session, act: Act, document_id: UUID, reason: str = "") -> None:
    """The bytes were saved outside the vault."""
    document = _gone(session, act, document_id)
    note(session, act, what="letter.exported", family_id=document.family_id, object_id=document.id, reason=reason)


@by_right
def log_read(session: Session, act: Act, document_id: UUID) -> None:
    """Somebody read the whole document on the screen."""
    document = seen_letter(session, act, document_id)
    note(session, act, what="letter.read", family_id=document.family_id, object_id=document.id)


def _gone(session: Session, act: Act, document_id: UUID) -> Document:
    """The document, which is on its way out; a copy of minutes is shared by that."""
    document = seen_letter(session, act, document_id)
    if document.kind is DocumentKind.MINUTES:
        log_minutes_shared(session, act, document.id)
    return document


def _is_shared(session: Session, document: Document) -> bool:
    return session.exec(select(Sharing.id).where(Sharing.document_id == document.id)).first() is not None


def _received(session: Session, act: Act, family_id: UUID, title: str, content: bytes) -> Document:
    paper = Document(
        created_at=act.now,
        family_id=family_id,
        kind=DocumentKind.RECEIVED,
        state=DocumentState.FINAL,
        title=clean_line(title),
        dated_on=act.today,
        sha256=sha256(content).hexdigest(),
        finished_at=act.now,
        media_type=kind_of_file(content),
    )
    session.add(paper)
    session.flush()
    session.add(DocumentContent(document_id=paper.id, content=content))
    return paper


def _finished(session: Session, act: Act, document_id: UUID) -> Document:
    document = reach_letter(session, act, document_id)
    if document.state is DocumentState.DRAFT:
        raise Refusal("documents.refused.not_finished")
    return document


def _happened(act: Act, document: Document, on: date, field: str) -> None:
    if on > act.today:
        raise Refusal("documents.refused.date_in_future", field=field)
    if document.dated_on is not None and on < document.dated_on:
        raise Refusal("documents.refused.before_letter", field=field)


def _tell_the_case(session: Session, document: Document, on: date) -> None:
    """The first sending counts for the case's own dates; a second copy changes nothing."""
    if document.kind is DocumentKind.DETERMINATION and document.determination_id:
        determination = session.get_one(Determination, document.determination_id)
        if determination.sent_on is None:
            revise(determination, {"sent_on": on})
    elif document.kind is DocumentKind.COORDINATION_NOTICE and document.coordination_id:
        coordination = session.get_one(Coordination, document.coordination_id)
        if coordination.family_told_on is None:
            revise(coordination, {"family_told_on": on})
    elif document.kind is DocumentKind.INTERIM_REPLY and document.enquiry_id:
        _tell_the_enquiry(session.get_one(Enquiry, document.enquiry_id), "interim_reply_on", on)
    elif document.kind is DocumentKind.PRIOR_NOTICE:
        told_of = determination_to_tell_of(session, document.family_id)
        if told_of is not None and told_of.prior_notice_on is None:
            revise(told_of, {"prior_notice_on": on})
    elif document.kind is DocumentKind.RIGHT_INFORMATION:
        for enquiry in session.exec(select(Enquiry).where(col(Enquiry.family_id) == document.family_id)):
            _tell_the_enquiry(enquiry, "information_given_on", on)


def _tell_the_enquiry(enquiry: Enquiry, field: str, on: date) -> None:
    if getattr(enquiry, field) is None:
        revise(enquiry, {field: on})
