# SPDX-License-Identifier: MIT
"""What a newly planned meeting starts with: who is invited, and which agenda is proposed."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlmodel import Session

from models.queries.meeting_facts import agenda_facts
from models.queries.meeting_readers import readers_of
from models.queries.recipients import present
from models.records.meeting import AgendaItem, ItemKind, MeetingParticipant, TeamMeeting
from models.rules.agenda import propose
from models.values.act import Act
from models.values.dates import local_day
from models.values.names import full_name
from models.work.care_team import members_on
from models.work.who_takes_part import WhoDraft, who_is
from resources.catalogue import fill


def first_invited(session: Session, act: Act, meeting: TeamMeeting) -> list[MeetingParticipant]:
    """The members of the group; before there is one the family itself and whoever plans."""
    made: dict[str, Any] = {"created_at": act.now, "family_id": meeting.family_id, "meeting_id": meeting.id}
    if meeting.care_team_id:
        return [
            MeetingParticipant(
                **made,
                member_id=one.id,
                **one.model_dump(
                    include={"person_id", "family_service_id", "staff_id", "name", "role", "service", "language"}
                ),
            )
            for one in members_on(session, meeting.care_team_id, local_day(meeting.starts_at))
        ]
    drafts = [WhoDraft(staff_id=act.staff_id), *_family(session, meeting)]
    return [MeetingParticipant(**made, **who_is(session, meeting.family_id, draft)) for draft in drafts]


def first_agenda(session: Session, act: Act, meeting: TeamMeeting, language: str) -> Iterator[AgendaItem]:
    """The proposed items, in the family's målform."""
    on = local_day(meeting.starts_at)
    facts = agenda_facts(session, meeting.family_id, meeting.child_id, on, act.today)
    for position, one in enumerate(propose(facts), start=1):
        yield AgendaItem(
            created_at=act.now,
            family_id=meeting.family_id,
            meeting_id=meeting.id,
            position=position,
            kind=ItemKind(one.kind),
            title=one.title or fill(f"agenda.{one.key}", language),
            minutes=one.minutes,
            information=one.information,
            child_view=one.child_view,
        )


def _family(session: Session, meeting: TeamMeeting) -> Iterator[WhoDraft]:
    """Those of the family who are parties, and have a name."""
    people = [one for one in present(session, meeting.family_id) if full_name(one.given_name, one.family_name)]
    pointed = [WhoDraft(person_id=one.id) for one in people]
    readers = readers_of(session, meeting.family_id, pointed, meeting.child_id, local_day(meeting.starts_at))
    yield from (one for one, reader in zip(pointed, readers, strict=True) if reader.party and not reader.kept_from)


def chair_of(session: Session, care_team_id: UUID | None, meeting: TeamMeeting) -> str:
    """Who leads the group's meetings."""
    members = members_on(session, care_team_id, local_day(meeting.starts_at)) if care_team_id else []
    return next((one.name for one in members if one.chair), "")
