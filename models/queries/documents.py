# SPDX-License-Identifier: MIT
"""A family's documents: drafts, finished and sent letters with their signed copies, and papers received."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family, of_part
from models.queries.letter_envelope import body_of
from models.queries.recipients import recipients_of
from models.records.determination import Determination, DeterminationState
from models.records.document import Document, DocumentContent, DocumentKind, DocumentState


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document's card; `signed_copy_id` is the scan that lies beside it."""

    id: UUID
    kind: DocumentKind
    state: DocumentState
    title: str
    number: str
    language: str
    recipient: str
    created_at: datetime
    dated_on: date | None
    sent_on: date | None
    sent_how: str
    signed_on: date | None
    pages: int
    sha256: str
    law_edition: str
    text_edition: str
    media_type: str
    determination_id: UUID | None
    changed_texts: int
    signed_copy_id: UUID | None = None
    waits_for_determination: bool = False


@dataclass(frozen=True, slots=True)
class DocumentBytes:
    """The bytes as they were finished or received."""

    id: UUID
    number: str
    title: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class LetterAbout:
    """What a draft can be changed in beside its texts."""

    id: UUID
    kind: DocumentKind
    recipient: str
    language: str
    texts: dict[str, str]
    about: dict[str, str]
    protected: bool = False


_OWN = frozenset(DocumentRow.__slots__) - {"changed_texts", "signed_copy_id", "waits_for_determination"}


@of_family
def document_list(session: Session, family_id: UUID) -> tuple[DocumentRow, ...]:
    """Drafts first, then the newest; a signed copy stands on its letter's line and not on one of its own."""
    found = session.exec(
        select(Document)
        .where(col(Document.family_id) == family_id)
        .order_by(col(Document.state) != DocumentState.DRAFT, col(Document.id).desc())
    ).all()
    copies = {one.scan_of_id: one.id for one in reversed(found) if one.scan_of_id}
    return tuple(_row(one, copies.get(one.id)) for one in found if one.scan_of_id is None)


@of_part(Document)
def document_row(session: Session, document_id: UUID) -> DocumentRow:
    """One card, with the newest signed copy."""
    copy = session.exec(
        select(Document.id).where(col(Document.scan_of_id) == document_id).order_by(col(Document.id).desc())
    ).first()
    document = session.get_one(Document, document_id)
    determination = session.get(Determination, document.determination_id) if document.determination_id else None
    waits = determination is not None and determination.state is DeterminationState.DRAFT
    return replace(_row(document, copy), waits_for_determination=waits)


@of_part(Document)
def document_bytes(session: Session, document_id: UUID) -> DocumentBytes:
    """The kept bytes; what was sent is read, never made again."""
    document = session.get_one(Document, document_id)
    content = session.get_one(DocumentContent, document_id).content
    return DocumentBytes(document.id, document.number, document.title, document.media_type, content)


@of_part(Document)
def letter_about(session: Session, document_id: UUID) -> LetterAbout:
    """What a person has changed in a draft, and what it is about."""
    document = session.get_one(Document, document_id)
    body = body_of(document)
    envelopes = recipients_of(session, document.family_id)
    protected = any(one.protected and one.lines[0] == document.recipient.partition("\n")[0] for one in envelopes)
    return LetterAbout(
        document.id, document.kind, document.recipient, document.language, body.texts, body.about, protected
    )


def _row(document: Document, signed_copy_id: UUID | None) -> DocumentRow:
    return DocumentRow(
        **document.model_dump(include=set(_OWN)),
        changed_texts=len(body_of(document).texts),
        signed_copy_id=signed_copy_id,
    )
