# SPDX-License-Identifier: MIT
"""Families with a coordinator that nobody has heard from or spoken with for long: the silent ones (peers, idea 29)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, true
from sqlmodel import Session, col, select

from models.queries.due_row import Loose, Scope
from models.queries.plain_day import as_text, stored
from models.records.document import Document
from models.records.family import Family
from models.records.listing import FamilyListing
from models.records.meeting import MeetingState, TeamMeeting
from models.records.municipality import Municipality
from models.records.note import ContactNote
from models.records.transition import Snooze
from models.rules.day import SILENT_DAYS
from models.values.dates import local_day

Last = dict[UUID, tuple[date, str]]


def silent_families(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    """One line a family, however long it has been; `name` says what the last contact was, `since` when."""
    coordinated = scope.where(col(FamilyListing.coordinator_id).is_not(None))
    last = _last_contact(session, coordinated)
    long = timedelta(days=session.exec(select(Municipality.silent_days)).first() or SILENT_DAYS)
    quiet = {id for id, (on, _) in last.items() if today - on > long}
    for family_id in quiet - _awaited(session, coordinated, today) - _put_aside(session, coordinated, today):
        on, what = last[family_id]
        yield Loose("silent", None, family_id, "journal", None, what, on)


def _last_contact(session: Session, scope: Scope) -> Last:
    """The newest of notes, meetings that were held, letters that were sent, and the day the family was registered."""
    held = col(TeamMeeting.state) == MeetingState.HELD
    told: tuple[tuple[str, Any, Any, Any], ...] = (
        ("opened", Family.id, Family.opened_on, true()),
        ("letter", Document.family_id, Document.sent_on, true()),
        ("meeting", TeamMeeting.family_id, TeamMeeting.held_on, held),
        ("note", ContactNote.family_id, ContactNote.at, true()),
    )
    found: Last = {}
    for what, family, day, which in told:
        newest = select(family, func.max(day)).where(family.in_(scope), which).group_by(family)
        _keep_newest(found, dict(session.exec(newest).all()), what)
    return found


def _keep_newest(found: Last, days: Mapping[UUID, date | datetime | None], what: str) -> None:
    for family_id, at in days.items():
        if at is None:
            continue
        on = local_day(at) if isinstance(at, datetime) else at
        if family_id not in found or on >= found[family_id][0]:
            found[family_id] = (on, what)


def _awaited(session: Session, scope: Scope, today: date) -> set[UUID]:
    """Somebody has agreed on a next time, or a meeting is planned: then it is quiet, and not forgotten."""
    agreed = select(ContactNote.family_id).where(
        col(ContactNote.family_id).in_(scope),
        as_text(ContactNote.next_on) >= stored(today),
        col(ContactNote.next_done_on).is_(None),
    )
    planned = select(TeamMeeting.family_id).where(
        col(TeamMeeting.family_id).in_(scope),
        col(TeamMeeting.state).in_((MeetingState.PLANNED, MeetingState.INVITED)),
        as_text(TeamMeeting.starts_at) >= stored(today),
    )
    return {*session.exec(agreed), *session.exec(planned)}


def _put_aside(session: Session, scope: Scope, today: date) -> set[UUID]:
    asked = select(Snooze.family_id).where(col(Snooze.family_id).in_(scope))
    return set(session.exec(asked.where(as_text(Snooze.until_on) > stored(today))))
