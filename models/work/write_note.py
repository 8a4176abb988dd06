# SPDX-License-Identifier: MIT
"""A contact note is written, mended by its author for a day, and after that corrected by adding (R71)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import Session

from models.records.note import ContactKind, ContactNote
from models.store.meaning import note as note_meaning
from models.values.act import Act
from models.values.dates import OSLO, local_day
from models.values.refusal import Refusal
from models.values.typed import Line, RequiredText, Text
from models.work.by_right import by_right
from models.work.reach import reach_family, revise

MENDABLE_FOR = timedelta(hours=24)
MIDDAY = time(12, 0)


class NoteDraft(BaseModel):
    """What is written down of a phone call, a talk or a visit."""

    kind: ContactKind = ContactKind.PHONE
    on: date | None = None
    with_whom: Line = ""
    text: RequiredText
    agreed: Text = ""
    next_on: date | None = None
    minutes: int | None = Field(default=None, ge=0, le=1440)


@by_right
def write_note(session: Session, act: Act, family_id: UUID, draft: NoteDraft) -> UUID:
    """A new note on the family; the day is today unless another was given."""
    family = reach_family(session, act, family_id, closed_too=True)
    _sensible(act, draft)
    written = ContactNote(
        created_at=act.now, family_id=family.id, at=_moment(act, draft), author_id=act.staff_id, **_content(draft)
    )
    session.add(written)
    session.flush()
    note_meaning(session, act, what="note.written", family_id=family.id, object_id=written.id)
    return written.id


@by_right
def mend_note(session: Session, act: Act, note_id: UUID, draft: NoteDraft) -> UUID:
    """The author writes it better within a day; the former words stay in the history."""
    found = _reached(session, act, note_id)
    if found.author_id != act.staff_id:
        raise Refusal("journal.refused.not_author")
    if not is_mendable(found.created_at, act.now):
        raise Refusal("journal.refused.too_old")
    _sensible(act, draft)
    moment = found.at if draft.on in (None, local_day(found.at)) else _moment(act, draft)
    if revise(found, {**_content(draft), "at": moment}):
        session.flush()
        note_meaning(session, act, what="note.mended", family_id=found.family_id, object_id=found.id)
    return found.id


@by_right
def correct_note(session: Session, act: Act, note_id: UUID, draft: NoteDraft) -> UUID:
    """Something added to an older note that tells what was wrong in it; the note itself stands."""
    found = _reached(session, act, note_id)
    _sensible(act, draft)
    first = found.corrects_id or found.id
    added = ContactNote(
        created_at=act.now,
        family_id=found.family_id,
        at=act.now,
        author_id=act.staff_id,
        corrects_id=first,
        **_content(draft),
    )
    session.add(added)
    session.flush()
    note_meaning(session, act, what="note.corrected", family_id=found.family_id, object_id=first)
    return added.id


@by_right
def follow_up(session: Session, act: Act, note_id: UUID) -> UUID:
    """What was agreed for the next time has been done."""
    found = _reached(session, act, note_id)
    if found.next_on is None:
        raise Refusal("journal.refused.nothing_agreed")
    revise(found, {"next_done_on": act.today})
    return found.id


@by_right
def follow_up_again(session: Session, act: Act, note_id: UUID) -> UUID:
    """The inverse of follow_up: it was not done after all."""
    found = _reached(session, act, note_id)
    revise(found, {"next_done_on": None})
    return found.id


@by_right
def postpone(session: Session, act: Act, note_id: UUID, day: date) -> UUID:
    """The next time is moved to another day."""
    found = _reached(session, act, note_id)
    if day < act.today:
        raise Refusal("journal.refused.next_in_past", field="next_on")
    revise(found, {"next_on": day})
    return found.id


@by_right
def put_back(session: Session, act: Act, note_id: UUID, day: date) -> UUID:
    """The inverse of postpone: the next time stands on its former day again, also one that is past."""
    found = _reached(session, act, note_id)
    revise(found, {"next_on": day})
    return found.id


def is_mendable(created_at: datetime, now: datetime) -> bool:
    """Whether less than a day has gone since the note was written."""
    return now - created_at < MENDABLE_FOR


def _reached(session: Session, act: Act, note_id: UUID) -> ContactNote:
    found = session.get(ContactNote, note_id)
    if found is None:
        raise Refusal("journal.refused.gone")
    reach_family(session, act, found.family_id, closed_too=True)
    return found


def _sensible(act: Act, draft: NoteDraft) -> None:
    if draft.on is not None and draft.on > act.today:
        raise Refusal("journal.refused.in_future", field="on")
    if draft.next_on is not None and draft.next_on < (draft.on or act.today):
        raise Refusal("journal.refused.next_in_past", field="next_on")


def _moment(act: Act, draft: NoteDraft) -> datetime:
    """Now for what happened today; the middle of the day for what is written down later."""
    if draft.on is None or draft.on == act.today:
        return act.now
    return datetime.combine(draft.on, MIDDAY, OSLO).astimezone(UTC)


def _content(draft: NoteDraft) -> dict[str, Any]:
    return draft.model_dump(exclude={"on"})
