# SPDX-License-Identifier: MIT
"""The wish for a barnekoordinator is written down, and what the municipality answered meanwhile (R13)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.enquiry import Channel, Enquiry
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Line, Text
from models.work.by_right import by_right
from models.work.reach import reach_family, revise
from models.work.right_checks import found, not_before, not_in_future, set_fields


class EnquiryDraft(BaseModel):
    """A wish, oral or written, or the municipality's own initiative."""

    received_on: date
    channel: Channel = Channel.ORAL
    received_by_id: UUID | None = None
    from_whom: Line = ""
    wish: Text = ""


class EnquiryChanges(BaseModel):
    """Only what is set is changed."""

    received_on: date | None = None
    channel: Channel | None = None
    received_by_id: UUID | None = None
    from_whom: Line | None = None
    wish: Text | None = None
    expected_answer_on: date | None = None


@by_right
def record_enquiry(session: Session, act: Act, family_id: UUID, draft: EnquiryDraft) -> UUID:
    """Keep the wish; the clock for a preliminary answer runs from the day it came."""
    reach_family(session, act, family_id)
    not_in_future(act, draft.received_on, "received_on")
    enquiry = Enquiry(created_at=act.now, family_id=family_id, **draft.model_dump())
    enquiry.received_by_id = draft.received_by_id or act.staff_id
    session.add(enquiry)
    session.flush()
    note(session, act, what="enquiry.recorded", family_id=family_id, object_id=enquiry.id)
    return enquiry.id


@by_right
def edit_enquiry(session: Session, act: Act, enquiry_id: UUID, changes: EnquiryChanges) -> UUID:
    """Mend what was written about the wish; the history keeps what stood there."""
    enquiry = _open(session, act, enquiry_id)
    not_in_future(act, changes.received_on, "received_on")
    promised = changes.expected_answer_on
    not_before(promised, enquiry.interim_reply_on, "right_refused.expected_before_reply", "expected_answer_on")
    revise(enquiry, set_fields(changes, may_be_emptied=frozenset({"received_by_id", "expected_answer_on"})))
    return enquiry.id


@by_right
def withdraw_enquiry(session: Session, act: Act, enquiry_id: UUID, on: date) -> UUID:
    """The family no longer wishes it; nothing is erased."""
    enquiry = _open(session, act, enquiry_id)
    not_in_future(act, on, "withdrawn_on")
    not_before(on, enquiry.received_on, "right_refused.before_received", "withdrawn_on")
    revise(enquiry, {"withdrawn_on": on})
    note(session, act, what="enquiry.withdrawn", family_id=enquiry.family_id, object_id=enquiry.id)
    return enquiry.id


@by_right
def resume_enquiry(session: Session, act: Act, enquiry_id: UUID) -> UUID:
    """The withdrawal was a mistake, or the family changed its mind: the inverse of withdraw_enquiry."""
    enquiry = _open(session, act, enquiry_id)
    revise(enquiry, {"withdrawn_on": None})
    note(session, act, what="enquiry.resumed", family_id=enquiry.family_id, object_id=enquiry.id)
    return enquiry.id


@by_right
def note_interim_reply(
    session: Session, act: Act, enquiry_id: UUID, on: date | None, expected_on: date | None = None
) -> UUID:
    """A foreløpig svar was sent that day and named this date for the answer; None takes it back."""
    enquiry = _open(session, act, enquiry_id)
    not_in_future(act, on, "interim_reply_on")
    not_before(on, enquiry.received_on, "right_refused.before_received", "interim_reply_on")
    not_before(expected_on, on, "right_refused.expected_before_reply", "expected_answer_on")
    revise(enquiry, {"interim_reply_on": on, "expected_answer_on": expected_on if on else None})
    meaning = "enquiry.interim_reply_sent" if on else "enquiry.interim_reply_taken_back"
    note(session, act, what=meaning, family_id=enquiry.family_id, object_id=enquiry.id)
    return enquiry.id


@by_right
def note_information_given(session: Session, act: Act, enquiry_id: UUID, on: date | None) -> UUID:
    """The family was told about the right that day; None takes it back."""
    enquiry = _open(session, act, enquiry_id)
    not_in_future(act, on, "information_given_on")
    revise(enquiry, {"information_given_on": on})
    meaning = "enquiry.information_given" if on else "enquiry.information_taken_back"
    note(session, act, what=meaning, family_id=enquiry.family_id, object_id=enquiry.id)
    return enquiry.id


def _open(session: Session, act: Act, enquiry_id: UUID) -> Enquiry:
    enquiry = found(session, Enquiry, enquiry_id)
    reach_family(session, act, enquiry.family_id)
    if enquiry.answered_on is not None:
        raise Refusal("right_refused.enquiry_answered")
    return enquiry
