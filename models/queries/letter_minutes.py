# SPDX-License-Identifier: MIT
"""Gathers the minutes as one recipient gets them: the smaller minutes, and a list of copies that hints at nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlmodel import Session

from models.queries.consent_facts import permissions_about
from models.queries.guard import of_part
from models.queries.letter_determination import child_of
from models.queries.letter_envelope import LetterBody, body_of, envelope_of
from models.queries.letter_values import letter_values
from models.queries.minutes_copies import CopyRow, CopySheet, copy_sheet
from models.records.document import Document, DocumentKind
from models.records.family import Family
from models.records.meeting import TeamMeeting
from models.records.person import Person
from models.rules.minutes_copies import narrowed
from models.rules.visibility import Permission
from models.values.consent_paper import ChildView
from models.values.date_words import long_date
from models.values.dates import local_day
from models.values.letter import Envelope
from models.values.meeting_paper import (
    Distribution,
    MeetingOccasion,
    MeetingParticipant,
    MinutesItem,
    MinutesPaper,
    Objection,
    TaskLine,
)
from models.values.minutes import KeptItem, KeptTask, MinutesContent
from models.values.names import full_name
from models.values.refusal import Refusal
from resources.catalogue import fill

STATUS = {"waiting": "open"}


def minutes_paper(session: Session, document: Document, envelope: Envelope) -> MinutesPaper:
    """The copy a document is: its recipient and what was taken away by hand stand in its body."""
    if document.meeting_id is None:
        raise Refusal("minutes_refused.gone")
    about = body_of(document).about
    key = about.get("copy_for", "")
    sheet = copy_sheet(
        session, document.meeting_id, envelope.dated_on, {key: frozenset(about.get("without", "").split())}
    )
    row = next((one for one in sheet.rows if one.key == key and one.gets_copy), None)
    if row is None:
        raise Refusal("minutes_refused.no_copy", who=envelope.recipient[0] if envelope.recipient else "")
    return _paper(session, session.get_one(TeamMeeting, document.meeting_id), sheet, row, envelope)


@of_part(TeamMeeting)
def minutes_copy(
    session: Session, meeting_id: UUID, key: str, without: frozenset[str], staff_id: UUID, now: datetime
) -> MinutesPaper:
    """The copy as it would be printed now, for the preview."""
    meeting = session.get_one(TeamMeeting, meeting_id)
    row = next(one for one in copy_sheet(session, meeting_id, local_day(now)).rows if one.key == key)
    card = copy_card(meeting, row, without, now)
    with session.no_autoflush:
        envelope = envelope_of(session, card, staff_id, now)
        return minutes_paper(session, card, replace(envelope, fields=letter_values(session, card, envelope)))


def copy_card(meeting: TeamMeeting, row: CopyRow, without: frozenset[str], now: datetime) -> Document:
    """The card of a copy that is not kept yet."""
    about = {"addressee": row.addressee, "copy_for": row.key, "without": " ".join(sorted(without))}
    return Document(
        created_at=now,
        family_id=meeting.family_id,
        kind=DocumentKind.MINUTES,
        title="",
        language=row.language or "nb",
        recipient="\n".join(row.lines),
        meeting_id=meeting.id,
        participant_id=row.participant_id,
        family_service_id=row.reader.service_id,
        body=LetterBody({}, {name: value for name, value in about.items() if value}).stored(),
    )


def _paper(session: Session, meeting: TeamMeeting, sheet: CopySheet, row: CopyRow, envelope: Envelope) -> MinutesPaper:
    content = narrowed(sheet.content, row.passages)
    if content is None:
        raise Refusal("minutes_refused.no_copy", who=row.name)
    child, called = _child(session, meeting, envelope.language)
    permissions = permissions_about(session, meeting.family_id, meeting.child_id)
    view = content.child_view
    heard: Literal["", "heard", "not_heard"] = "heard" if view.heard == "heard" else "not_heard" if view.heard else ""
    return MinutesPaper(
        envelope,
        _occasion(content, child),
        sheet.state.value,
        sheet.version,
        sheet.state_on,
        tuple(_people(content, row, permissions, envelope.dated_on)),
        consent=_consent(content, envelope.language),
        previous=content.previous,
        child_called=called,
        child_view=ChildView(heard, view.words, view.how, view.by, view.heard_on, view.not_heard_reason),
        parents_view=content.parents_view,
        earlier_tasks=tuple(_task(content, one) for one in content.tasks if one.earlier),
        items=tuple(_item(one) for one in content.items),
        tasks=tuple(_task(content, one) for one in content.tasks if not one.earlier),
        plan=content.plan_note,
        review_on=content.review_on,
        next_meeting=content.next_meeting,
        objections_by=sheet.objections_by,
        objections=tuple(Objection(one.from_whom, one.words, one.made_on) for one in content.objections),
        distribution=tuple(_distribution(sheet, row, envelope.language)),
    )


def _child(session: Session, meeting: TeamMeeting, language: str) -> tuple[str, str]:
    person = session.get(Person, meeting.child_id) if meeting.child_id else None
    if person is not None:
        return full_name(person.given_name, person.family_name), person.given_name
    child, called, _ = child_of(session, meeting.family_id, language)
    return child or session.get_one(Family, meeting.family_id).name, called


def _occasion(content: MinutesContent, child: str) -> MeetingOccasion:
    """Where it was is left out when somebody in the family may not be found (R67)."""
    place, online = ("", "") if content.guarded else (content.place, content.online)
    times = (content.starts_at, content.ends_at)
    return MeetingOccasion(child, *times, place, online, content.number, content.leader, content.recorder)


def _people(
    content: MinutesContent, row: CopyRow, permissions: tuple[Permission, ...], day: date
) -> Iterator[MeetingParticipant]:
    """Those who were there; a service that was not and has no consent is told of to nobody but the family."""
    known = {one.service_id for one in permissions if one.holds_on(day)}
    for one in content.participants:
        there = one.attendance if one.attendance in ("present", "absent", "copy") else "absent"
        hidden = one.service_id is not None and one.service_id not in known and there != "present"
        if hidden and not row.reader.party:
            continue
        name, deputy_for = (one.deputy, one.name) if one.deputy and there == "present" else (one.name, "")
        service = "" if content.guarded else one.service
        yield MeetingParticipant(name, one.role, service, there, deputy_for)  # type: ignore[arg-type]


def _item(item: KeptItem) -> MinutesItem:
    agreed = tuple(line.strip(" \t•-–") for line in item.agreed.splitlines() if line.strip(" \t•-–"))
    return MinutesItem(
        item.title, child_view=item.child_view, said=item.text, agreed=agreed, disagreement=item.disagreement
    )


def _task(content: MinutesContent, task: KeptTask) -> TaskLine:
    status = STATUS.get(task.state, task.state)
    service = "" if content.guarded else task.service
    return TaskLine(task.what, task.who, service, task.due_on, status, task.done_on)  # type: ignore[arg-type]


def _consent(content: MinutesContent, language: str) -> str:
    if content.consent_on is None:
        return ""
    return fill("minutes.paper.consent", language, day=long_date(content.consent_on, language))


def _distribution(sheet: CopySheet, row: CopyRow, language: str) -> Iterator[Distribution]:
    """Who gets it; on which ground is for the family to read, and nobody reads of one who gets nothing."""
    for one in sheet.rows:
        if one.gets_copy:
            # the name of a service tells where somebody with a graded address is found: the last line is the person
            lines = one.lines[-1:] if sheet.content.guarded else one.lines
            ground = "party" if one.reader.party else "consent"
            basis = fill(f"minutes.paper.ground.{ground}", language) if row.reader.party else ""
            yield Distribution(one.name if one.reader.party else ", ".join(lines), basis=basis)
