# SPDX-License-Identifier: MIT
"""What the records know that a coming meeting should talk of, and what its invitation must be checked for."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import permissions_about, team_permissions
from models.queries.guard import of_family, of_part
from models.queries.meeting_readers import readers_of
from models.queries.recipients import any_protected
from models.queries.transitions import transitions_of_family
from models.records.child_view import ChildView, Heard
from models.records.consent import Consent
from models.records.meeting import AgendaItem, MeetingParticipant, MeetingState, TeamMeeting
from models.records.task import UNFINISHED, Task
from models.rules.agenda import (
    CONSENTS_END_WITHIN,
    GENERAL,
    TRANSITIONS_WITHIN,
    AgendaFacts,
    heading_mark,
)
from models.rules.invitation_checks import ChildAnswers, InvitationFacts, InvitedFacts, ItemFacts, what_is_missing
from models.rules.transitions import Transition
from models.rules.visibility import Mark, Permission, kinds_in
from models.values.dates import add_days, local_day
from models.values.refusal import Refusal
from resources.catalogue import LANGUAGES, fill


@of_family
def agenda_facts(session: Session, family_id: UUID, child_id: UUID | None, on: date, today: date) -> AgendaFacts:
    """What a meeting that day should talk of; `child_id` None is the whole family."""
    last = last_held(session, family_id, child_id)
    coming = _transitions(session, family_id, child_id, on, today)
    return AgendaFacts(
        first_meeting=last is None,
        open_tasks=len(open_meeting_tasks(session, family_id, child_id)),
        consents_ending=_consents_ending(session, family_id, on, today),
        transitions=tuple({one.key: one.on for one in coming if one.on}.items()),
        own_transitions=tuple(one.own.title for one in coming if one.key == "other" and one.own),
        child_raises=_child_raises(session, family_id, child_id, local_day(last.starts_at) if last else None),
    )


@of_family
def open_meeting_tasks(session: Session, family_id: UUID, child_id: UUID | None) -> list[Task]:
    """What was agreed at meetings and is not finished, the soonest due first."""
    found = session.exec(
        select(Task)
        .where(Task.family_id == family_id, col(Task.meeting_id).is_not(None), col(Task.state).in_(UNFINISHED))
        .order_by(col(Task.due_on).is_(None), col(Task.due_on), col(Task.id))
    )
    return [one for one in found if child_id is None or one.child_id in (None, child_id)]


@of_family
def last_held(session: Session, family_id: UUID, child_id: UUID | None) -> TeamMeeting | None:
    """The meeting before the one that is planned."""
    found = session.exec(
        select(TeamMeeting)
        .where(TeamMeeting.family_id == family_id, TeamMeeting.state == MeetingState.HELD)
        .order_by(col(TeamMeeting.starts_at).desc())
    )
    return next((one for one in found if child_id is None or one.child_id in (None, child_id)), None)


def is_general(title: str) -> bool:
    """Whether a heading is one of ours that tells nothing of anybody, in whichever language."""
    return general_key(title) != ""


def general_key(title: str) -> str:
    """Which of our general headings this is; empty for any other words."""
    found = (key for key in GENERAL for language in LANGUAGES if fill(f"agenda.{key}", language) == title)
    return next(found, "")


def items_of(session: Session, meeting: TeamMeeting) -> list[AgendaItem]:
    """The agenda in its order."""
    found = session.exec(select(AgendaItem).where(AgendaItem.meeting_id == meeting.id))
    return sorted(found, key=lambda one: (one.position, one.id))


def participants_of(session: Session, meeting: TeamMeeting) -> list[MeetingParticipant]:
    """Those invited, in the order they were added."""
    asked = select(MeetingParticipant).where(MeetingParticipant.meeting_id == meeting.id)
    return list(session.exec(asked.order_by(col(MeetingParticipant.id))))


def item_facts(items: Iterable[AgendaItem]) -> tuple[ItemFacts, ...]:
    """The agenda as the checks see it: what the headings reveal, and what will be talked of."""
    return tuple(
        ItemFacts(
            one.id,
            one.title,
            heading_mark(one.information, general=is_general(one.title)),
            Mark(kinds_in(one.information)),
        )
        for one in items
    )


@of_part(TeamMeeting)
def invitation_facts(session: Session, meeting_id: UUID) -> tuple[InvitationFacts, tuple[Permission, ...]]:
    """A planned meeting as the checks see it, and what the family's consents allow."""
    meeting = session.get_one(TeamMeeting, meeting_id)
    people = participants_of(session, meeting)
    readers = readers_of(session, meeting.family_id, people, meeting.child_id, local_day(meeting.starts_at))
    invited = tuple(
        InvitedFacts(
            one.id,
            one.name,
            reader,
            frozenset(UUID(word) for word in one.items.split()),
            one.without_consent_reason,
        )
        for one, reader in zip(people, readers, strict=True)
    )
    on, of = local_day(meeting.starts_at), (meeting.family_id, meeting.child_id)
    facts = InvitationFacts(
        on=on,
        place=meeting.place or meeting.online,
        leader=meeting.leader,
        recorder=meeting.recorder,
        child=ChildAnswers(
            meeting.child_takes_part, meeting.child_how, meeting.child_prepared_by, meeting.child_view_by
        ),
        items=item_facts(items_of(session, meeting)),
        invited=invited,
        may_join=frozenset(one.service_id for one in team_permissions(session, *of) if one.holds_on(on)),
        place_is_secret=any_protected(session, meeting.family_id),
    )
    return facts, permissions_about(session, *of)


@of_part(TeamMeeting)
def still_missing(session: Session, meeting_id: UUID, today: date) -> tuple[Refusal, ...]:
    """What must be settled before anybody is invited, as it stands now."""
    facts, permissions = invitation_facts(session, meeting_id)
    return tuple(what_is_missing(facts, permissions, today))


def _consents_ending(session: Session, family_id: UUID, on: date, today: date) -> int:
    ending = session.exec(
        select(Consent.id).where(
            Consent.family_id == family_id,
            col(Consent.given_on).is_not(None),
            col(Consent.withdrawn_on).is_(None),
            col(Consent.expires_on).between(today, add_days(on, CONSENTS_END_WITHIN)),
        )
    )
    return len(ending.all())


def _transitions(session: Session, family_id: UUID, child_id: UUID | None, on: date, today: date) -> list[Transition]:
    """What comes between now and well after the meeting, as it was moved, added or taken away by hand."""
    last = add_days(on, TRANSITIONS_WITHIN)
    found = transitions_of_family(session, family_id, today)
    ours = [one.coming for one in found if child_id in (None, one.child_id)]
    return [one for one in ours if one.on is not None and today <= one.on <= last]


def _child_raises(session: Session, family_id: UUID, child_id: UUID | None, since: date | None) -> str:
    """What the child has said since the last meeting, in its own words."""
    heard = session.exec(
        select(ChildView)
        .where(ChildView.family_id == family_id, ChildView.heard == Heard.HEARD, col(ChildView.words) != "")
        .order_by(col(ChildView.heard_on))
    )
    words = [
        one.words
        for one in heard
        if child_id in (None, one.child_id) and (since is None or (one.heard_on or date.max) > since)
    ]
    return "\n".join(words)
