# SPDX-License-Identifier: MIT
"""Meetings as they may stand in calendars outside the vault: no name, and no place where somebody lives hidden."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, select

from models.queries.guard import of_part
from models.queries.meeting_facts import participants_of
from models.queries.meetings import coming_meetings
from models.queries.recipients import any_protected
from models.records.meeting import MeetingState, TeamMeeting
from models.records.person import Person
from models.values.calendar_event import CalendarEvent
from models.values.names import search_key
from resources.catalogue import fill


@of_part(TeamMeeting)
def calendar_event(session: Session, meeting_id: UUID, language: str, now: datetime) -> CalendarEvent:
    """One meeting."""
    meeting = session.get_one(TeamMeeting, meeting_id)
    hidden = any_protected(session, meeting.family_id)
    place = "" if hidden or _names_somebody(session, meeting) else meeting.place
    return CalendarEvent(
        uid=str(meeting.id),
        summary=fill("calendar.summary", language),
        starts_at=meeting.starts_at,
        made_at=now,
        ends_at=meeting.ends_at,
        place=place,
        description=fill("calendar.description", language),
        sequence=meeting.version,
        cancelled=meeting.state is MeetingState.CANCELLED,
    )


def own_calendar(
    session: Session, staff_id: UUID, first: date, last: date, language: str, now: datetime
) -> tuple[CalendarEvent, ...]:
    """The meetings of this person's families from the first day to the last."""
    rows = coming_meetings(session, staff_id, first, last)
    return tuple(calendar_event(session, one.row.id, language, now) for one in rows)


def _names_somebody(session: Session, meeting: TeamMeeting) -> bool:
    """«Hjemme hos Haugen», and the street they live in, say who it is about; «Liv Moes kontor» who comes."""
    people = session.exec(select(Person).where(Person.family_id == meeting.family_id)).all()
    homes = [key for one in people for line in one.address.splitlines() if (key := search_key(line))]
    names = [f"{one.given_name} {one.family_name}" for one in people]
    names += [one.name for one in participants_of(session, meeting) if one.name != one.service]
    return any(home in search_key(meeting.place) for home in homes) or _has_word_of(meeting.place, names)


def _has_word_of(place: str, names: Iterable[str]) -> bool:
    words = set(search_key(place).split())
    # «Haugens kjøkken» names them too
    words |= {word.removesuffix("s") for word in words}
    return any(words & set(search_key(name).split()) for name in names)
