# SPDX-License-Identifier: MIT
"""Items come to a meeting's agenda, are mended, moved and taken away."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import Session, select

from models.queries.meeting_facts import items_of, participants_of
from models.records.meeting import AgendaItem, ItemKind, TeamMeeting
from models.records.task import Task
from models.rules.visibility import Information, kinds_out
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Name, RequiredLine
from models.work.by_right import by_right
from models.work.plan_meeting import open_meeting
from models.work.reach import revise
from models.work.right_checks import found

A_DAY = 480


class AgendaItemDraft(BaseModel):
    """What is to be talked of, who brings it up, how long it may take, and what it reveals."""

    title: RequiredLine
    who: Name = ""
    minutes: int = Field(default=0, ge=0, le=A_DAY)
    information: frozenset[Information] = frozenset()

    def values(self) -> dict[str, Any]:
        """Everything as the record keeps it."""
        return self.model_dump() | {"information": kinds_out(self.information)}


@by_right
def add_agenda_item(session: Session, act: Act, meeting_id: UUID, draft: AgendaItemDraft) -> UUID:
    """A new item, before the summary that ends the meeting."""
    meeting = open_meeting(session, act, meeting_id)
    items = items_of(session, meeting)
    last = items[-1] if items and items[-1].kind is ItemKind.SUMMARY else None
    item = AgendaItem(
        created_at=act.now,
        family_id=meeting.family_id,
        meeting_id=meeting.id,
        position=last.position if last else len(items) + 1,
        **draft.values(),
    )
    session.add(item)
    if last:
        revise(last, {"position": last.position + 1})
    session.flush()
    note(session, act, what="meeting.item_added", family_id=meeting.family_id, object_id=item.id)
    return item.id


@by_right
def edit_agenda_item(session: Session, act: Act, item_id: UUID, draft: AgendaItemDraft) -> UUID:
    """Mend an item; one that has been talked of already keeps what was written."""
    item, _ = _open_item(session, act, item_id)
    revise(item, draft.values())
    return item.id


@by_right
def move_agenda_item(session: Session, act: Act, item_id: UUID, by: int) -> UUID:
    """So many places down, or up when it is negative; the others make room."""
    item, meeting = _open_item(session, act, item_id)
    items = items_of(session, meeting)
    place = items.index(item)
    items.insert(min(max(place + by, 0), len(items) - 1), items.pop(place))
    _number(items)
    return item.id


@by_right
def remove_agenda_item(session: Session, act: Act, item_id: UUID) -> UUID:
    """Taken off the agenda; refused once something is written or agreed on it."""
    item, meeting = _open_item(session, act, item_id)
    agreed = session.exec(select(Task.id).where(Task.item_id == item.id)).first()
    if item.text or item.agreed or item.disagreement or agreed:
        raise Refusal("meeting_refused.item_in_use")
    for one in participants_of(session, meeting):
        called = [word for word in one.items.split() if word != str(item.id)]
        if one.items and not called:
            raise Refusal("meeting_refused.item_somebody_s_only", name=one.name)
        revise(one, {"items": " ".join(called)})
    session.delete(item)
    session.flush()
    _number([one for one in items_of(session, meeting) if one.id != item_id])
    note(session, act, what="meeting.item_removed", family_id=meeting.family_id, object_id=item_id)
    return meeting.id


def _open_item(session: Session, act: Act, item_id: UUID) -> tuple[AgendaItem, TeamMeeting]:
    item = found(session, AgendaItem, item_id)
    return item, open_meeting(session, act, item.meeting_id)


def _number(items: list[AgendaItem]) -> None:
    for position, one in enumerate(items, start=1):
        revise(one, {"position": position})
