# SPDX-License-Identifier: MIT
"""An avgjørelse and its letters go together: finished in one transaction, printed, and sent in one act."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.document import Document, DocumentKind, DocumentState
from models.store.meaning import note
from models.values.act import Act
from models.values.letter import Press
from models.values.refusal import Refusal
from models.work.appeal_deadline import finished
from models.work.by_right import by_right
from models.work.finish_determination import finish_determination
from models.work.issue_letter import issue_determination_letters
from models.work.reach import revise
from models.work.send_letter import mark_sent, mark_signed, take_back_sent


@by_right
def finish_and_issue(session: Session, act: Act, determination_id: UUID, press: Press) -> list[UUID]:
    """Finish the avgjørelse and print its letters for good, or neither; the ids of the letters."""
    finish_determination(session, act, determination_id)
    session.flush()
    return issue_determination_letters(session, act, determination_id, press)


@by_right
def mark_determination_sent(session: Session, act: Act, determination_id: UUID, on: date, how: str) -> UUID:
    """Every copy is signed and has left the house that day; the estimate of the complaint deadline starts."""
    determination = finished(session, act, determination_id)
    letters = letters_of(session, determination_id)
    if not letters:
        raise Refusal("right_refused.no_letter_to_send")
    for letter in letters:
        if letter.signed_on is None:
            mark_signed(session, act, letter.id, on)
        if letter.state is not DocumentState.SENT:
            mark_sent(session, act, letter.id, on, how)
    revise(determination, {"sent_on": determination.sent_on or on})
    note(session, act, what="determination.sent", family_id=determination.family_id, object_id=determination.id)
    return determination.id


@by_right
def take_back_determination_sent(session: Session, act: Act, determination_id: UUID) -> UUID:
    """The inverse of mark_determination_sent: nothing was sent after all."""
    determination = finished(session, act, determination_id)
    for letter in letters_of(session, determination_id):
        take_back_sent(session, act, letter.id)
        mark_signed(session, act, letter.id, None)
    revise(determination, {"sent_on": None})
    note(session, act, what="determination.not_sent", family_id=determination.family_id, object_id=determination.id)
    return determination.id


def letters_of(session: Session, determination_id: UUID) -> list[Document]:
    """The finished letters of an avgjørelse, scans left out, in the order they were made."""
    found = session.exec(
        select(Document)
        .where(
            col(Document.determination_id) == determination_id,
            col(Document.kind) == DocumentKind.DETERMINATION,
            col(Document.state) != DocumentState.DRAFT,
        )
        .order_by(col(Document.id))
    )
    return list(found)
