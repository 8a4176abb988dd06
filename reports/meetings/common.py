# SPDX-License-Identifier: MIT
"""What the papers of a meeting share: when and where, who, and the items with what this reader may not see left out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from models.values.date_words import clock_time, weekday
from models.values.dates import OSLO
from models.values.letter import Envelope
from models.values.meeting_paper import AgendaItem, MeetingOccasion, MeetingParticipant, OmittedItem
from reports.letters.common import whom_to_ask
from reports.parts import Say, day


def date_and_time(moment: datetime, language: str, until: datetime | None = None) -> str:
    """«torsdag 3. desember 2026 kl. 13:00–14:00» in Norwegian time."""
    local = moment.astimezone(OSLO)
    clock = clock_time(local, language).replace(" ", "\u00a0")
    end = f"–{until.astimezone(OSLO):%H:%M}" if until else ""
    return f"{weekday(local.date(), language)} {day(local.date())} {clock}{end}"


def when(occasion: MeetingOccasion, language: str) -> str:
    """The day and hours of the meeting."""
    return date_and_time(occasion.starts_at, language, occasion.ends_at)


def where(say: Say, envelope: Envelope, occasion: MeetingOccasion) -> str:
    """The place, on line or in a room; where it must not stand on paper, whom to ask."""
    known = ", ".join(filter(None, (occasion.place, occasion.online)))
    return known or say("letters_meeting.ask_where", whom=whom_to_ask(say, envelope.sender))


def about(say: Say, occasion: MeetingOccasion) -> str:
    """Whom it is about, and which meeting of the group."""
    key = "about_number" if occasion.number else "about"
    return say(f"letters_meeting.{key}", child=occasion.child, number=occasion.number)


def person(participant: MeetingParticipant) -> str:
    """«Liv Moe (kontaktlærer, Mellomvik skole)»."""
    role = ", ".join(filter(None, (participant.role, participant.service)))
    return f"{participant.name} ({role})" if role else participant.name


def in_order(items: Sequence[AgendaItem | OmittedItem]) -> Iterator[AgendaItem | OmittedItem]:
    """The items with the child's own first."""
    mine = [item for item in items if isinstance(item, AgendaItem) and item.of_child]
    yield from mine
    yield from (item for item in items if item not in mine)


def known(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The facts that have a value."""
    return tuple(row for row in rows if row[1])
