# SPDX-License-Identifier: MIT
"""Who comes to a meeting, to which of its items, and that they are invited (R40-R42)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, select

from models.queries.meeting_facts import invitation_facts, items_of, participants_of
from models.records.document import Document
from models.records.meeting import Attendance, MeetingParticipant, MeetingState, TeamMeeting
from models.rules.invitation_checks import what_is_missing
from models.store.meaning import note
from models.values.act import Act
from models.values.dates import add_weeks, local_day, working_day_from
from models.values.refusal import Refusal, Refusals
from models.values.typed import Name, Text
from models.work.by_right import by_right
from models.work.plan_meeting import open_meeting
from models.work.reach import revise
from models.work.right_checks import found
from models.work.who_takes_part import WhoDraft, who_is

# Minutes that come later than this are about a meeting nobody remembers.
MINUTES_WITHIN_WEEKS = 2


class CalledDraft(BaseModel):
    """To which items somebody is called, who comes instead, and why one without consent is invited all the same."""

    items: frozenset[UUID] = frozenset()
    deputy: Name = ""
    without_consent_reason: Text = ""


@by_right
def add_participant(session: Session, act: Act, meeting_id: UUID, draft: WhoDraft) -> UUID:
    """Somebody is to come who is not a member of the group, or was left out."""
    meeting = open_meeting(session, act, meeting_id)
    who = who_is(session, meeting.family_id, draft)
    for one in participants_of(session, meeting):
        same = any(who[key] and getattr(one, key) == who[key] for key in ("person_id", "staff_id"))
        if same or (one.name, one.service) == (who["name"], who["service"]):
            raise Refusal("meeting_refused.already_invited", field="who", name=one.name)
    added = MeetingParticipant(created_at=act.now, family_id=meeting.family_id, meeting_id=meeting.id, **who)
    session.add(added)
    session.flush()
    note(session, act, what="meeting.participant_added", family_id=meeting.family_id, object_id=added.id)
    return added.id


@by_right
def remove_participant(session: Session, act: Act, participant_id: UUID) -> UUID:
    """Somebody is not to come; refused once their invitation is written, or the meeting is held."""
    one, meeting = _invited_one(session, act, participant_id)
    written = session.exec(select(Document.id).where(Document.participant_id == one.id)).first()
    if written or one.attendance is not Attendance.INVITED:
        raise Refusal("meeting_refused.participant_in_use", name=one.name)
    session.delete(one)
    note(session, act, what="meeting.participant_removed", family_id=meeting.family_id, object_id=participant_id)
    return meeting.id


@by_right
def call_to_items(session: Session, act: Act, participant_id: UUID, draft: CalledDraft) -> UUID:
    """Only for some items, or for all when none is named; with deputy, and the reason where a consent lacks."""
    one, meeting = _invited_one(session, act, participant_id)
    order = [item.id for item in items_of(session, meeting)]
    called = [str(id) for id in order if id in draft.items]
    whole = len(called) == len(order)
    revise(one, draft.model_dump() | {"items": "" if whole else " ".join(called)})
    return one.id


@by_right
def invite_to_meeting(session: Session, act: Act, meeting_id: UUID, on: date | None = None) -> UUID:
    """The invitations have gone out; when the minutes are due follows from the day of the meeting."""
    meeting = open_meeting(session, act, meeting_id)
    if meeting.state is MeetingState.HELD:
        raise Refusal("meeting_refused.is_held")
    refuse_unready(session, act, meeting.id)
    due_on = working_day_from(add_weeks(local_day(meeting.starts_at), MINUTES_WITHIN_WEEKS))
    revise(meeting, {"state": MeetingState.INVITED, "invited_on": on or act.today, "minutes_due_on": due_on})
    note(session, act, what="meeting.invited", family_id=meeting.family_id, object_id=meeting.id)
    return meeting.id


def refuse_unready(session: Session, act: Act, meeting_id: UUID) -> None:
    """Everything that must be settled first, said at once."""
    facts, permissions = invitation_facts(session, meeting_id)
    if missing := what_is_missing(facts, permissions, act.today):
        raise Refusals(missing)


def _invited_one(session: Session, act: Act, participant_id: UUID) -> tuple[MeetingParticipant, TeamMeeting]:
    one = found(session, MeetingParticipant, participant_id)
    return one, open_meeting(session, act, one.meeting_id)
