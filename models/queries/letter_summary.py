# SPDX-License-Identifier: MIT
"""Gathers the summary for a new coordinator: what the family's pages show, without what the notes say."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.determinations import determinations
from models.queries.due import loose_ends
from models.queries.family import family_remarks, family_sheet
from models.queries.letter_ending import coordinating_service
from models.queries.next_steps import next_steps
from models.queries.people import PersonRow, people_of
from models.queries.right import appointment_rows
from models.records.determination import DeterminationState
from models.records.document import Document, DocumentKind, DocumentState
from models.records.listing import FamilyListing
from models.records.note import ContactNote
from models.records.person import Answer, PersonKind
from models.rules.milestones import coming_milestones
from models.values.dates import add_months, local_day
from models.values.family_papers import Voice
from models.values.family_summary import CoordinatorLine, HandoverSummary, Matter, PersonLine
from models.values.letter import Envelope

MONTHS_BACK, DAYS_AHEAD, MOST_PAPERS = 6, 365, 10


def handover_summary(session: Session, document: Document, envelope: Envelope) -> HandoverSummary:
    """As the family stands on the day of the paper."""
    id, today = document.family_id, envelope.dated_on
    sheet, listing = family_sheet(session, id), session.get_one(FamilyListing, id)
    people = tuple(one for one in people_of(session, id) if one.left_on is None and one.died_on is None)
    return HandoverSummary(
        envelope=envelope,
        family=sheet.name if sheet else "",
        people=tuple(_person(one) for one in people),
        voices=tuple(Voice(one.given_name, one.what_matters) for one in people if one.what_matters),
        remarks=tuple(family_remarks(sheet, people)) if sheet else (),
        determinations=tuple(_determinations(session, id)),
        coordinators=tuple(
            CoordinatorLine(one.name, one.kind.value, one.from_on, one.to_on) for one in appointment_rows(session, id)
        ),
        coordinating=coordinating_service(session, id),
        clocks=_clocks(session, id, today),
        steps=tuple(Matter(one.key, one.due_on, one.name) for one in next_steps(session, listing, people, today)),
        ahead=tuple(_ahead(people, today)),
        papers=tuple(_papers(session, id)),
        notes=tuple(_notes(session, id, today)),
    )


def _person(one: PersonRow) -> PersonLine:
    relation = one.relation.value if one.relation else ""
    answers = {"responsibility": one.parental_responsibility, "daily_care": one.daily_care}
    return PersonLine(
        who=one.name,
        what="child" if one.kind is PersonKind.CHILD else relation,
        flags=tuple(flag for flag, answer in answers.items() if answer is Answer.YES),
        born_on=one.born_on if one.kind is PersonKind.CHILD else None,
        expected_on=one.expected_on if one.born_on is None else None,
        phone=one.phone,
        protected=one.protected,
        language=one.language,
        interpreter=one.interpreter,
        aac=one.aac,
    )


def _determinations(session: Session, family_id: UUID) -> Iterator[Matter]:
    """The draft under way first, then those made, newest first."""
    for one in determinations(session, family_id):
        key = "draft" if one.state is DeterminationState.DRAFT else one.outcome.value
        yield Matter(key, one.decided_on, one.number)


def _clocks(session: Session, family_id: UUID, today: date) -> tuple[Matter, ...]:
    scope = select(FamilyListing.family_id).where(FamilyListing.family_id == family_id)
    found = (Matter(one.kind, one.due_on, one.name) for one in loose_ends(session, scope, today))
    return tuple(sorted(found, key=lambda one: (one.on or date.max, one.key, one.name)))


def _ahead(people: tuple[PersonRow, ...], today: date) -> list[Matter]:
    born = [one for one in people if one.kind is PersonKind.CHILD and one.born_on]
    found = [
        Matter(step.key, step.on, one.given_name)
        for one in born
        for step in coming_milestones(one.born_on or today, today, DAYS_AHEAD)
    ]
    return sorted(found, key=lambda one: (one.on or today, one.name))


def _papers(session: Session, family_id: UUID) -> Iterator[Matter]:
    """Drafts first, then the newest; a received paper by the name it was given."""
    found = session.exec(
        select(Document)
        .where(Document.family_id == family_id, col(Document.scan_of_id).is_(None))
        .order_by(col(Document.state) != DocumentState.DRAFT, col(Document.id).desc())
        .limit(MOST_PAPERS)
    )
    for one in found:
        if one.kind is not DocumentKind.HANDOVER_SUMMARY:
            yield Matter(one.kind.value, one.dated_on, one.title if one.kind is DocumentKind.RECEIVED else one.number)


def _notes(session: Session, family_id: UUID, today: date) -> Iterator[Matter]:
    """When, how and with whom; what was said stays in the journal."""
    found = session.exec(
        select(ContactNote)
        .where(ContactNote.family_id == family_id, col(ContactNote.corrects_id).is_(None))
        .order_by(col(ContactNote.at).desc())
    )
    for one in found:
        if local_day(one.at) >= add_months(today, -MONTHS_BACK):
            yield Matter(one.kind.value, local_day(one.at), one.with_whom)
