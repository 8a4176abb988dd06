# SPDX-License-Identifier: MIT
"""The child is to be heard, was heard, or was not; written once and used in consent, meeting, plan and decision."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator
from sqlmodel import Session

from models.records.child_view import ChildView, Heard
from models.records.meeting import TeamMeeting
from models.records.person import PersonKind
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal, Refusals
from models.values.typed import Day, Line, RequiredLine, Text, gives_reason
from models.work.by_right import by_right
from models.work.reach import reach_family, reach_person, revise
from models.work.right_checks import found, not_in_future


class PlannedView(BaseModel):
    """Who asks the child, of what, and by when."""

    about: RequiredLine
    heard_by: RequiredLine
    prepare_by: date
    meeting_id: UUID | None = None


class WrittenView(BaseModel):
    """What the child said, or why it was not heard."""

    heard: Heard
    about: Line = ""
    heard_on: Day = None
    heard_by: Line = ""
    how: Text = ""
    told: Text = ""
    words: Text = ""
    agrees: Annotated[Literal["", "yes", "no"], BeforeValidator(lambda chosen: chosen or "")] = ""
    weight: Text = ""
    not_heard_reason: Text = ""
    best_interests: Text = ""


@by_right
def plan_child_view(session: Session, act: Act, child_id: UUID, draft: PlannedView) -> UUID:
    """A named person asks the child before a day; to speak is the child's right, not its duty."""
    child = reach_person(session, act, child_id)
    if child.kind is not PersonKind.CHILD:
        raise Refusal("consent_refused.not_a_child", field="child_id")
    _own_meeting(session, draft.meeting_id, child.family_id)
    view = ChildView(created_at=act.now, family_id=child.family_id, child_id=child.id, **draft.model_dump())
    session.add(view)
    session.flush()
    note(session, act, what="view.planned", family_id=child.family_id, object_id=view.id)
    return view.id


@by_right
def edit_planned_view(session: Session, act: Act, view_id: UUID, draft: PlannedView) -> UUID:
    """Another person, another day; not when the child has been heard."""
    view = _reached(session, act, view_id)
    if view.heard is not Heard.ASKED:
        raise Refusal("consent_refused.heard_already")
    _own_meeting(session, draft.meeting_id, view.family_id)
    revise(view, draft.model_dump())
    return view.id


@by_right
def write_child_view(session: Session, act: Act, child_id: UUID, draft: WrittenView) -> UUID:
    """A child was heard without anybody having planned it, or it was not."""
    child = reach_person(session, act, child_id)
    if child.kind is not PersonKind.CHILD:
        raise Refusal("consent_refused.not_a_child", field="child_id")
    _check(act, draft)
    view = ChildView(created_at=act.now, family_id=child.family_id, child_id=child.id, **draft.model_dump())
    session.add(view)
    session.flush()
    note(session, act, what=_meaning(draft), family_id=child.family_id, object_id=view.id)
    return view.id


@by_right
def record_child_view(session: Session, act: Act, view_id: UUID, draft: WrittenView) -> UUID:
    """What was planned is done, or what was written is mended; the history keeps what stood there."""
    view = _reached(session, act, view_id)
    _check(act, draft)
    revise(view, draft.model_dump())
    note(session, act, what=_meaning(draft), family_id=view.family_id, object_id=view.id)
    return view.id


def _reached(session: Session, act: Act, view_id: UUID) -> ChildView:
    view = found(session, ChildView, view_id)
    reach_family(session, act, view.family_id)
    return view


def _own_meeting(session: Session, meeting_id: UUID | None, family_id: UUID) -> None:
    if meeting_id is not None and found(session, TeamMeeting, meeting_id).family_id != family_id:
        raise Refusal("right_refused.gone", field="meeting_id")


def _check(act: Act, draft: WrittenView) -> None:
    """A child that was heard was heard on a day by somebody; one that was not has a reason (medvirkningsf. § 6)."""
    wrong = []
    if draft.heard is Heard.HEARD:
        if draft.heard_on is None:
            wrong.append(Refusal("consent_refused.no_day_heard", field="heard_on"))
        if not draft.heard_by:
            wrong.append(Refusal("consent_refused.nobody_heard", field="heard_by"))
    elif draft.heard is Heard.NOT_HEARD and not gives_reason(draft.not_heard_reason):
        wrong.append(Refusal("consent_refused.not_heard_reason", field="not_heard_reason", basis="bk_12"))
    if wrong:
        raise Refusals(wrong)
    not_in_future(act, draft.heard_on, "heard_on")


def _meaning(draft: WrittenView) -> str:
    return "view.not_heard" if draft.heard is Heard.NOT_HEARD else "view.written"
