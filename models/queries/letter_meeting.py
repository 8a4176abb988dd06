# SPDX-License-Identifier: MIT
"""Gathers invitation, the child's own invitation and agenda, each with only what its reader may be told (R40, R42)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import permissions_about
from models.queries.letter_envelope import body_of
from models.queries.meeting_facts import (
    general_key,
    invitation_facts,
    is_general,
    items_of,
    open_meeting_tasks,
    participants_of,
)
from models.queries.meeting_readers import readers_of
from models.queries.recipients import any_protected, present
from models.records.document import Document
from models.records.meeting import AgendaItem, ItemKind, MeetingParticipant, TeamMeeting
from models.records.person import Person, PersonKind
from models.records.task import Task
from models.rules.agenda import heading_mark
from models.rules.invitation_checks import Standing, standing
from models.rules.minutes_copies import PRACTICAL
from models.rules.visibility import Information, Mark, Permission, Reader, kinds_in, passage
from models.values import meeting_paper as paper
from models.values.dates import local_day
from models.values.letter import Envelope
from models.values.names import initials
from resources.catalogue import fill

STATUS: dict[str, paper.TaskStatus] = {"open": "open", "running": "running", "waiting": "running"}


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A meeting with all that its papers choose from."""

    record: TeamMeeting
    people: Sequence[MeetingParticipant]
    readers: Sequence[Reader]
    items: Sequence[AgendaItem]
    permissions: tuple[Permission, ...]

    def reader(self, participant_id: UUID | None) -> tuple[MeetingParticipant, Reader] | None:
        """One of those invited, and as whom this one reads."""
        pairs = zip(self.people, self.readers, strict=True)
        return next((pair for pair in pairs if pair[0].id == participant_id), None)


def invitation_letter(session: Session, document: Document, envelope: Envelope) -> paper.InvitationLetter:
    """The letter to one participant; of others nothing is told to somebody no consent covers."""
    meeting = _gather(session, document, envelope.dated_on)
    found = meeting.reader(document.participant_id)
    one, reader = found or (None, Reader())
    told = passage(PRACTICAL, reader, meeting.permissions, envelope.dated_on).seen
    seen = _seen(meeting, one, reader, envelope.dated_on)
    record = meeting.record
    return paper.InvitationLetter(
        envelope=envelope,
        occasion=_occasion(session, record),
        items=tuple(_line(item, envelope.language) for item in seen),
        participants=_people(session, meeting, reader, envelope.dated_on) if told else (),
        purpose=record.purpose if told else "",
        list_decided_by=record.list_decided_by if told else "",
        consent=_consent(session, record, reader) if told else "",
        child_part=_child_part(record) if told else paper.ChildPart(),
        called_to=tuple(_title(item, envelope.language) for item in seen) if one and one.items else (),
        prepare=_prepare(session, meeting, one, reader, envelope),
        items_by=record.reply_by,
        reply_by=record.reply_by,
        interpreter=record.interpreter if told else "",
        # who sees the list can count
        people_in_room=0 if told else len(meeting.people),
    )


def child_invitation(session: Session, document: Document, envelope: Envelope) -> paper.ChildInvitation:
    """The child's own: everything on the agenda, for the child is a party, and who comes."""
    meeting = _gather(session, document, envelope.dated_on)
    record, wanted = meeting.record, body_of(document).about.get("person", "")
    child = session.get(Person, UUID(wanted)) if wanted else None
    hidden = any_protected(session, record.family_id)
    # another child of the family who comes is no party: it reads no more than its name on the list lets it
    _, reader = meeting.reader(document.participant_id) or (None, Reader(party=True))
    told = passage(PRACTICAL, reader, meeting.permissions, envelope.dated_on).seen
    seen = _seen(meeting, None, reader, envelope.dated_on)
    general = [item for item in seen if item.kind not in (ItemKind.CHILD, ItemKind.SUMMARY)]
    return paper.ChildInvitation(
        envelope=envelope,
        occasion=_occasion(session, record),
        child_called=child.given_name if child else "",
        topics=tuple(_title(item, envelope.language) for item in general),
        participants=tuple(
            paper.MeetingParticipant(one.name, one.role, "" if hidden else one.service)
            for one in meeting.people
            if told and (child is None or one.person_id != child.id)
        ),
        adult=record.child_prepared_by,
        reply_by=record.child_view_by,
    )


def agenda_paper(session: Session, document: Document, envelope: Envelope) -> paper.AgendaPaper:
    """The sheet on the table: what every one of those invited may read, and nothing else."""
    meeting = _gather(session, document, envelope.dated_on)
    # it is read when they meet, and may be left lying from the day it is printed
    days = {envelope.dated_on, local_day(meeting.record.starts_at)}

    def for_all(mark: Mark) -> bool:
        return all(passage(mark, one, meeting.permissions, on).seen for one in meeting.readers for on in days)

    items = [item for item in meeting.items if item.kind is not ItemKind.SUMMARY]
    tasks = open_meeting_tasks(session, meeting.record.family_id, meeting.record.child_id)
    hidden = any_protected(session, meeting.record.family_id)
    return paper.AgendaPaper(
        envelope=envelope,
        occasion=_occasion(session, meeting.record),
        items=tuple(_line(item, envelope.language) for item in items if for_all(_heading(item))),
        tasks=tuple(_task(one, hide=hidden) for one in tasks if for_all(Mark(kinds_in(one.information)))),
        purpose=meeting.record.purpose if for_all(Mark()) else "",
    )


def kinds_told(session: Session, document: Document, on: date) -> frozenset[Information]:
    """The kinds of information in the headings of a letter to one at a service, for the log of what was shared."""
    meeting = _gather(session, document, on)
    one, reader = meeting.reader(document.participant_id) or (None, Reader())
    seen = _seen(meeting, one, reader, on)
    return PRACTICAL.information.union(*(_heading(item).reveals for item in seen))


def _gather(session: Session, document: Document, on: date) -> _Meeting:
    record = session.get_one(TeamMeeting, document.meeting_id)
    people = participants_of(session, record)
    return _Meeting(
        record,
        people,
        readers_of(session, record.family_id, people, record.child_id, on),
        items_of(session, record),
        permissions_about(session, record.family_id, record.child_id),
    )


def _occasion(session: Session, record: TeamMeeting) -> paper.MeetingOccasion:
    """Initials only; where somebody in the family may not be found, no place stands on any paper (R67)."""
    hidden = any_protected(session, record.family_id)
    return paper.MeetingOccasion(
        child=child_initials(session, record),
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        place="" if hidden else record.place,
        online="" if hidden else record.online,
        number=record.number,
        leader=record.leader,
        recorder=record.recorder,
    )


def child_initials(session: Session, record: TeamMeeting) -> str:
    """«E.H.», or of all the family's children."""
    children = [one for one in present(session, record.family_id) if one.kind is PersonKind.CHILD]
    ours = [one for one in children if record.child_id in (None, one.id)]
    return ", ".join(filter(None, (initials(one.given_name, one.family_name) for one in ours)))


def _seen(meeting: _Meeting, one: MeetingParticipant | None, reader: Reader, on: date) -> list[AgendaItem]:
    called = set(one.items.split()) if one else set()
    return [
        item
        for item in meeting.items
        if (not called or str(item.id) in called) and passage(_heading(item), reader, meeting.permissions, on).seen
    ]


def _heading(item: AgendaItem) -> Mark:
    return heading_mark(item.information, general=is_general(item.title))


def _title(item: AgendaItem, language: str) -> str:
    """Our own headings in the reader's målform, others as they were written."""
    key = general_key(item.title)
    return fill(f"agenda.{key}", language) if key else item.title


def _line(item: AgendaItem, language: str) -> paper.AgendaItem:
    return paper.AgendaItem(_title(item, language), item.who, item.minutes, of_child=item.kind is ItemKind.CHILD)


def _people(session: Session, meeting: _Meeting, reader: Reader, on: date) -> tuple[paper.MeetingParticipant, ...]:
    """Everybody by name, children by initials; no service where somebody may not be found, as in the minutes.

    That a family has to do with a service no consent covers is for the family alone to know.
    """
    hidden = any_protected(session, meeting.record.family_id)
    known = {None, *(one.service_id for one in meeting.permissions if one.holds_on(on))}
    ids = {one.person_id for one in meeting.people}
    children = set(session.exec(select(Person.id).where(col(Person.id).in_(ids), Person.kind == PersonKind.CHILD)))
    return tuple(
        paper.MeetingParticipant(
            initials(one.name) if one.person_id in children else one.name, one.role, "" if hidden else one.service
        )
        for one in meeting.people
        if reader.party or one.family_service_id in known
    )


def _hears_all(reader: Reader) -> bool:
    """A party from whom nothing is kept (barnelova § 47, pbrl § 3-4)."""
    return reader.party and not reader.kept_from


def _consent(session: Session, record: TeamMeeting, reader: Reader) -> Literal["", "whole", "part"]:
    """That some are there for a part only is for the family to read: it tells others of items they do not know."""
    facts, permissions = invitation_facts(session, record.id)
    stands = [standing(one, facts, permissions)[0] for one in facts.invited]
    if any(how in (Standing.WITHOUT, Standing.PARTLY) for how in stands):
        return ""
    return "part" if _hears_all(reader) and any(one.items for one in facts.invited) else "whole"


def _child_part(record: TeamMeeting) -> paper.ChildPart:
    takes = cast('Literal["", "whole", "part", "represented", "not"]', record.child_takes_part)
    # why a child is not there is for the municipality to know
    how = "" if takes == "not" else record.child_how
    return paper.ChildPart(takes, how, record.child_prepared_by, record.child_view_by)


def _prepare(
    session: Session, meeting: _Meeting, one: MeetingParticipant | None, reader: Reader, envelope: Envelope
) -> tuple[str, ...]:
    """What this one took on last time and has not finished."""
    if one is None:
        return ()
    record = meeting.record
    mine = [task for task in open_meeting_tasks(session, record.family_id, record.child_id) if _is_of(task, one)]
    return tuple(task.what for task in mine if passage(_own(task), reader, meeting.permissions, envelope.dated_on).seen)


def _is_of(task: Task, one: MeetingParticipant) -> bool:
    pairs = ("person_id", "family_service_id", "staff_id")
    return any(getattr(one, key) and getattr(task, key) == getattr(one, key) for key in pairs)


def _own(task: Task) -> Mark:
    return Mark(kinds_in(task.information), frozenset({task.family_service_id} if task.family_service_id else ()))


def _task(task: Task, *, hide: bool) -> paper.TaskLine:
    service = "" if hide else task.service
    return paper.TaskLine(task.what, task.who, service, task.due_on, STATUS.get(task.state.value, "open"))
