# SPDX-License-Identifier: MIT
"""Minutes are sent, objected to and made final; each version is kept as it was and never written over (R44)."""

from datetime import date, timedelta
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.queries.minutes_content import content_of, newest_version
from models.records.meeting import MinutesObjection, MinutesState, MinutesVersion, TeamMeeting
from models.rules.minutes_checks import MinutesFacts, what_minutes_lack
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal, Refusals
from models.values.typed import RequiredLine, RequiredText
from models.work.by_right import by_right
from models.work.hold_meeting import open_minutes
from models.work.reach import reach_family, revise
from models.work.right_checks import found, not_in_future

TIME_FOR_OBJECTIONS = timedelta(days=14)


class ObjectionDraft(BaseModel):
    """What somebody says is wrong or missing."""

    from_whom: RequiredLine
    words: RequiredText
    made_on: date


class AnswerDraft(BaseModel):
    """What was done with it."""

    answer: RequiredText


@by_right
def send_minutes(session: Session, act: Act, meeting_id: UUID, objections_by: date | None = None) -> UUID:
    """A version to send out, with everything that is missing said at once; gives the version."""
    meeting = open_minutes(session, act, meeting_id)
    _refuse_unready(session, act, meeting)
    version = _keep(session, act, meeting, MinutesState.SENT, objections_by or act.today + TIME_FOR_OBJECTIONS)
    note(session, act, what="minutes.sent", family_id=meeting.family_id, object_id=meeting.id)
    return version.id


@by_right
def make_minutes_final(session: Session, act: Act, meeting_id: UUID) -> UUID:
    """The time for objections is over, and each has its answer: the last version."""
    meeting = open_minutes(session, act, meeting_id)
    if newest_version(session, meeting_id) is None:
        raise Refusal("minutes_refused.not_sent")
    _refuse_unready(session, act, meeting)
    unanswered = [one for one in _objections(session, meeting_id) if not one.answer.strip()]
    if unanswered:
        raise Refusals(
            [
                Refusal("minutes_refused.unanswered", field=f"objection/{one.id}", who=one.from_whom)
                for one in unanswered
            ]
        )
    version = _keep(session, act, meeting, MinutesState.FINAL, None)
    note(session, act, what="minutes.final", family_id=meeting.family_id, object_id=meeting.id)
    return version.id


@by_right
def object_to_minutes(session: Session, act: Act, meeting_id: UUID, draft: ObjectionDraft) -> UUID:
    """Somebody says that something is wrong in the version that was sent."""
    meeting = open_minutes(session, act, meeting_id)
    version = newest_version(session, meeting_id)
    if version is None:
        raise Refusal("minutes_refused.not_sent")
    not_in_future(act, draft.made_on, "made_on")
    made = MinutesObjection(
        created_at=act.now, family_id=meeting.family_id, version_id=version.id, **draft.model_dump()
    )
    session.add(made)
    session.flush()
    note(session, act, what="minutes.objected_to", family_id=meeting.family_id, object_id=made.id)
    return made.id


@by_right
def answer_objection(session: Session, act: Act, objection_id: UUID, draft: AnswerDraft) -> UUID:
    """What was done with an objection; the minutes themselves are mended in the next version."""
    made = found(session, MinutesObjection, objection_id)
    reach_family(session, act, made.family_id)
    revise(made, draft.model_dump())
    note(session, act, what="minutes.objection_answered", family_id=made.family_id, object_id=made.id)
    return made.id


def _refuse_unready(session: Session, act: Act, meeting: TeamMeeting) -> None:
    lacks = what_minutes_lack(MinutesFacts(content_of(session, meeting.id), meeting.held_on, act.today))
    if lacks:
        raise Refusals(lacks)


def _keep(
    session: Session, act: Act, meeting: TeamMeeting, state: MinutesState, objections_by: date | None
) -> MinutesVersion:
    before = newest_version(session, meeting.id)
    version = MinutesVersion(
        created_at=act.now,
        family_id=meeting.family_id,
        meeting_id=meeting.id,
        number=before.number + 1 if before else 1,
        state=state,
        made_at=act.now,
        made_by_id=act.staff_id,
        objections_by=objections_by,
        content=content_of(session, meeting.id).stored(),
    )
    session.add(version)
    session.flush()
    return version


def _objections(session: Session, meeting_id: UUID) -> list[MinutesObjection]:
    return list(
        session.exec(
            select(MinutesObjection)
            .join(MinutesVersion, col(MinutesVersion.id) == MinutesObjection.version_id)
            .where(MinutesVersion.meeting_id == meeting_id)
            .order_by(col(MinutesObjection.id))
        )
    )
