# SPDX-License-Identifier: MIT
"""A letter is drafted, its texts are changed, and it is finished: from then on its bytes are kept as they are."""

from hashlib import sha256
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.queries.letter_envelope import LetterBody, body_of, law_for
from models.queries.letters import letter_of
from models.queries.numbers import next_number
from models.queries.recipients import recipients_of
from models.records.determination import Determination
from models.records.document import SHEETS, Document, DocumentContent, DocumentKind, DocumentState
from models.store.meaning import note
from models.values.act import Act
from models.values.letter import Paper, Press
from models.values.own_letter import HEADING, TEXT, OwnLetter
from models.values.refusal import Refusal, Refusals
from models.values.typed import Line, Text
from models.work.by_right import by_right
from models.work.reach import reach_family, require_sight, revise


class LetterDraft(BaseModel):
    """A new letter: what it is, to whom and about what."""

    kind: DocumentKind
    recipient: Text = ""
    language: Line = ""
    title: Line = ""
    addressee: Line = "family"
    determination_id: UUID | None = None
    appeal_id: UUID | None = None
    enquiry_id: UUID | None = None
    coordination_id: UUID | None = None
    consent_id: UUID | None = None
    family_service_id: UUID | None = None
    sector: Line = ""
    reason: Text = ""
    copies_to: Text = ""
    person: Line = ""
    template: Line = ""


OF = ("determination_id", "appeal_id", "enquiry_id", "coordination_id", "consent_id", "family_service_id")
ABOUT = ("addressee", "sector", "reason", "copies_to", "person", "template")


@by_right
def draft_letter(session: Session, act: Act, family_id: UUID, draft: LetterDraft) -> UUID:
    """A new draft; without a recipient it goes to the family's first home."""
    family = reach_family(session, act, family_id, closed_too=True)
    recipient, language, addressee = draft.recipient, draft.language, draft.addressee
    if not recipient and draft.addressee == "family" and (found := recipients_of(session, family.id)):
        recipient, addressee = "\n".join(found[0].lines), found[0].addressee
        language = language or found[0].language
    about = draft.model_dump(include=set(ABOUT)) | {"addressee": addressee}
    document = Document(
        created_at=act.now,
        family_id=family.id,
        kind=draft.kind,
        title=draft.title,
        language=language or family.language,
        recipient=recipient,
        body=LetterBody({}, {name: value for name, value in about.items() if value}).stored(),
        **draft.model_dump(include=set(OF)),
    )
    session.add(document)
    session.flush()
    note(session, act, what="letter.drafted", family_id=family.id, object_id=document.id)
    return document.id


@by_right
def draft_letters(session: Session, act: Act, family_id: UUID, draft: LetterDraft) -> list[UUID]:
    """One draft per envelope of the family; with a recipient given, that one alone."""
    envelopes = recipients_of(session, family_id)
    if draft.recipient or draft.addressee != "family" or draft.kind in SHEETS or not envelopes:
        return [draft_letter(session, act, family_id, draft)]
    return [
        draft_letter(
            session,
            act,
            family_id,
            draft.model_copy(
                update={"recipient": "\n".join(one.lines), "language": one.language, "addressee": one.addressee}
            ),
        )
        for one in envelopes
    ]


@by_right
def edit_letter_texts(session: Session, act: Act, document_id: UUID, texts: dict[str, str]) -> UUID:
    """Change standard texts of a draft, and of every other copy of the same avgjørelse in that language."""
    document = open_letter(session, act, document_id)
    copies = [document]
    if document.kind is DocumentKind.DETERMINATION and document.determination_id:
        determination = session.get_one(Determination, document.determination_id)
        copies = [one for one in _drafts_of(session, determination) if one.language == document.language]
    for one in copies:
        revise(one, {"body": LetterBody(dict(texts), body_of(one).about).stored()})
    return document.id


@by_right
def edit_letter_about(session: Session, act: Act, document_id: UUID, about: dict[str, str]) -> UUID:
    """Change what the letter is about beside its texts: the reason for delay, the service, who gets a copy."""
    document = open_letter(session, act, document_id)
    body = body_of(document)
    kept = {name: value for name, value in (body.about | about).items() if value}
    revise(document, {"body": LetterBody(body.texts, kept).stored()})
    return document.id


@by_right
def edit_letter_address(session: Session, act: Act, document_id: UUID, recipient: str, language: str) -> UUID:
    """Another recipient or målform; texts changed by hand in the other language are let go, if we have one instead."""
    document = open_letter(session, act, document_id)
    body = body_of(document)
    texts = body.texts if language == document.language or document.kind is DocumentKind.OWN_LETTER else {}
    revise(document, {"recipient": recipient, "language": language, "body": LetterBody(texts, body.about).stored()})
    return document.id


@by_right
def discard_letter(session: Session, act: Act, document_id: UUID) -> UUID:
    """A draft nobody wants goes into the waste bin; a finished letter never does."""
    document = open_letter(session, act, document_id)
    note(session, act, what="letter.discarded", family_id=document.family_id, object_id=document.id)
    document.binned_at = act.now
    return document.family_id


@by_right
def finish_letter(session: Session, act: Act, document_id: UUID, press: Press) -> UUID:
    """Print it once for good: bytes, fingerprint, number, law edition and text edition are kept together."""
    document = open_letter(session, act, document_id)
    determination = session.get(Determination, document.determination_id) if document.determination_id else None
    # Every copy of an avgjørelse bears its number; other letters take the next free one.
    number = determination.number if determination and document.kind is DocumentKind.DETERMINATION else ""
    _refuse_unready(document)
    revise(document, {"number": number or next_number(session, act.today), "dated_on": act.today})
    session.flush()
    letter = letter_of(session, document.id, act.staff_id, act.now)
    _refuse_empty(letter)
    printed = press(letter)
    if printed.faults:
        raise Refusals([fault.refusal("texts") for fault in printed.faults])
    revise(
        document,
        {
            "state": DocumentState.FINAL,
            "title": printed.title,
            "sha256": sha256(printed.content).hexdigest(),
            "pages": printed.pages,
            "law_edition": law_for(session, act.now).edition,
            "text_edition": printed.text_edition,
            "finished_at": act.now,
        },
    )
    session.add(DocumentContent(document_id=document.id, content=printed.content))
    session.flush()
    note(session, act, what="letter.finished", family_id=document.family_id, object_id=document.id)
    return document.id


@by_right
def draft_determination_letters(session: Session, act: Act, determination_id: UUID) -> list[UUID]:
    """One draft per envelope of an avgjørelse; texts changed by hand are kept when the family has changed."""
    determination = session.get(Determination, determination_id)
    if determination is None:
        raise Refusal("documents.refused.gone")
    reach_family(session, act, determination.family_id)
    drafts = _drafts_of(session, determination)
    ids = []
    for recipient in recipients_of(session, determination.family_id):
        lines = "\n".join(recipient.lines)
        kept = next((one for one in drafts if one.recipient == lines and one.language == recipient.language), None)
        if kept is None:
            same = next((one for one in drafts if one.language == recipient.language), None)
            kept = Document(
                created_at=act.now,
                family_id=determination.family_id,
                kind=DocumentKind.DETERMINATION,
                title="",
                language=recipient.language,
                recipient=lines,
                determination_id=determination.id,
                body=LetterBody(body_of(same).texts if same else {}, {"addressee": recipient.addressee}).stored(),
            )
            session.add(kept)
            session.flush()
        ids.append(kept.id)
    for one in drafts:
        if one.id not in ids:
            session.delete(one)
    return ids


@by_right
def issue_determination_letters(session: Session, act: Act, determination_id: UUID, press: Press) -> list[UUID]:
    """Finish the letters of a finished avgjørelse, in the same transaction; without an envelope nothing is finished."""
    ids = draft_determination_letters(session, act, determination_id)
    if not ids:
        raise Refusal("documents.refused.nobody_to_write_to", field="recipient")
    return [finish_letter(session, act, document_id, press) for document_id in ids]


def open_letter(session: Session, act: Act, document_id: UUID) -> Document:
    """The letter with this id, when it may still be written on."""
    document = reach_letter(session, act, document_id)
    if document.state is not DocumentState.DRAFT:
        raise Refusal("documents.refused.final_is_locked")
    return document


def reach_letter(session: Session, act: Act, document_id: UUID) -> Document:
    """The letter with this id, in a family this act may work with."""
    document = session.get(Document, document_id)
    if document is None:
        raise Refusal("documents.refused.gone")
    reach_family(session, act, document.family_id, closed_too=True)
    return document


def seen_letter(session: Session, act: Act, document_id: UUID) -> Document:
    """A document whoever may read its family may look at."""
    document = session.get(Document, document_id)
    if document is None:
        raise Refusal("documents.refused.gone")
    require_sight(session, act, document.family_id)
    return document


def _drafts_of(session: Session, determination: Determination) -> list[Document]:
    found = session.exec(
        select(Document).where(
            col(Document.determination_id) == determination.id,
            col(Document.kind) == DocumentKind.DETERMINATION,
            col(Document.state) == DocumentState.DRAFT,
        )
    )
    return list(found)


def _refuse_empty(letter: Paper) -> None:
    """A letter of the office's own says something, and what it is about."""
    if not isinstance(letter, OwnLetter):
        return
    ready = {"title": letter.envelope.own_texts.get(HEADING, ""), "text": letter.envelope.own_texts.get(TEXT, "")}
    for part, text in (ready | letter.envelope.changed_texts).items():
        if not text.strip():
            raise Refusal(f"documents.refused.{part}_missing", field=part)


def _refuse_unready(document: Document) -> None:
    """A letter goes to somebody, and one to a service names the law that binds that service."""
    if not document.recipient.strip() and document.kind not in SHEETS:
        raise Refusal("documents.refused.recipient_missing", field="recipient")
    if document.kind is DocumentKind.SERVICE_INFORMATION and not body_of(document).about.get("sector"):
        raise Refusal("documents.refused.sector_missing", field="sector")
