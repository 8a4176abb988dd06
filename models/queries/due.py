# SPDX-License-Identifier: MIT
"""What needs one person now and soon: every deadline and loose end of their families, for Min dag (R60)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.queries.due_consents import consents_due
from models.queries.due_meetings import meetings_due
from models.queries.due_right import right_due
from models.queries.due_row import DueRow, Loose, Scope, TransitionRow
from models.queries.due_services import services_due
from models.queries.due_tasks import tasks_due
from models.queries.families import read_children
from models.queries.next_meeting import NextMeeting, next_meeting
from models.queries.scope import may_see_all, scope_of
from models.queries.silent import silent_families
from models.queries.transitions import Ahead, transitions_ahead
from models.records.coordination import Coordination
from models.records.document import SHEETS, Document, DocumentKind, DocumentState
from models.records.listing import FamilyListing
from models.records.note import ContactNote
from models.records.person import Person, PersonKind
from models.records.staff import Staff
from models.rules.day import needs_today, press
from models.values.dates import OSLO, add_working_days, local_day
from models.values.typed import first_line

# What is told by the name of a service: a school or nursery tells where a protected child is found (R67).
REVEALS = frozenset({"consent_missing", "service_refused", "service_granted", "service_wished"})


@dataclass(frozen=True, slots=True)
class Day:
    """All of Min dag: rows by date with those without one last, quiet families, transitions by date."""

    rows: tuple[DueRow, ...]
    silent: tuple[DueRow, ...]
    transitions: tuple[TransitionRow, ...]
    next_on: date | None
    families: int
    meeting: NextMeeting | None = None
    name: str = ""
    may_see_all: bool = False

    def need_today(self, today: date) -> int:
        """How many rows are over their deadline or due today."""
        return sum(needs_today(row.due_on, today) for row in self.rows)


def day(session: Session, staff_id: UUID, today: date, everyone: bool = False, now: datetime | None = None) -> Day:
    """What is due in this person's families; for the coordinating unit also in those that nobody has, or in all."""
    scope = scope_of(session, staff_id, everyone)
    ends = [*_daily_ends(session, scope, today), *tasks_due(session, scope, today, staff_id, everyone)]
    quiet = list(silent_families(session, scope, today))
    ahead = list(transitions_ahead(session, scope, today))
    known = _known(session, {one.family_id for one in (*ends, *quiet)} | {one.family_id for one in ahead})
    rows = [_row(end, known[end.family_id]) for end in ends]
    rows.sort(key=lambda row: (row.due_on or date.max, row.family, row.kind, str(row.item)))
    silent = sorted(
        (_row(one, known[one.family_id]) for one in quiet), key=lambda row: (row.since or today, row.family)
    )
    shown = tuple(row for row in rows if press(row.due_on, today) is not None)
    coming = [_coming(one, known[one.family_id]) for one in ahead]
    coming.sort(key=lambda row: (row.on, row.family, row.child))
    days = [row.due_on for row in rows if row.due_on and row.due_on > today] + [one.on for one in coming]
    staff = session.get(Staff, staff_id)
    return Day(
        shown,
        tuple(silent),
        tuple(coming),
        min(days, default=None),
        session.exec(select(func.count()).select_from(scope.subquery())).one(),
        next_meeting(session, scope, now or datetime.combine(today, time.min, OSLO)),
        staff.name if staff else "",
        may_see_all(session, staff_id),
    )


def deadlines(session: Session, staff_id: UUID, today: date, last: date, everyone: bool = False) -> tuple[DueRow, ...]:
    """Everything with a date until the last day, soonest first; meetings themselves are told by the calendar."""
    scope = scope_of(session, staff_id, everyone)
    ends = [*_daily_ends(session, scope, today), *tasks_due(session, scope, today, staff_id, everyone, last)]
    dated = [one for one in ends if one.due_on is not None and one.due_on <= last and one.kind != "meeting"]
    known = _known(session, {one.family_id for one in dated})
    rows = [_row(one, known[one.family_id]) for one in dated]
    return tuple(sorted(rows, key=lambda row: (row.due_on or last, row.family, row.kind, str(row.item))))


def _daily_ends(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    for ends in (loose_ends, consents_due, services_due, meetings_due):
        yield from ends(session, scope, today)


def loose_ends(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    """Every loose end of the families in scope, in no order; only what is loose is read, never the families."""
    yield from right_due(session, scope, today)
    yield from _letters(session, scope)
    yield from _follow_ups(session, scope)
    yield from _coordination(session, scope)
    yield from _births(session, scope, today)


@dataclass(frozen=True, slots=True)
class Known:
    """What a row tells of its family."""

    label: str
    child: str
    born_on: date | None
    expected: bool
    protected: bool


def _known(session: Session, families: set[UUID]) -> dict[UUID, Known]:
    wanted, found = sorted(families), {}
    for start in range(0, len(wanted), 500):
        part = select(FamilyListing).where(col(FamilyListing.family_id).in_(wanted[start : start + 500]))
        for one in session.exec(part):
            children = read_children(one.children, one.births)
            first = next((child for child in children if child.name), None)
            name, born_on = (first.name, first.born_on) if first else ("", None)
            expected = any(child.expected_on for child in children)
            found[one.family_id] = Known(one.label, name, born_on, expected, one.protected)
    return found


def _row(loose: Loose, family: Known) -> DueRow:
    return DueRow(
        kind=loose.kind,
        due_on=loose.due_on,
        family_id=loose.family_id,
        family=family.label,
        child=family.child,
        child_born_on=family.born_on,
        child_expected=family.expected,
        tab=loose.tab,
        item=loose.item,
        name="" if family.protected and loose.kind in REVEALS else loose.name,
        since=loose.since,
        who=loose.who,
    )


def _coming(one: Ahead, family: Known) -> TransitionRow:
    return TransitionRow(one.key, one.on, one.family_id, family.label, one.child_id, one.child, one.title)


def _letters(session: Session, scope: Scope) -> Iterator[Loose]:
    finished = session.exec(
        select(Document).where(col(Document.family_id).in_(scope), Document.state == DocumentState.FINAL)
    )
    for document in finished:
        if document.kind in SHEETS or document.kind is DocumentKind.RECEIVED:
            continue
        ready_on = local_day(document.finished_at) if document.finished_at else document.dated_on
        due_on = add_working_days(ready_on, 1) if ready_on else None
        yield Loose("send_letter", due_on, document.family_id, "documents", document.id, document.title, ready_on)


def _follow_ups(session: Session, scope: Scope) -> Iterator[Loose]:
    notes = session.exec(
        select(ContactNote).where(
            col(ContactNote.family_id).in_(scope),
            col(ContactNote.next_on).is_not(None),
            col(ContactNote.next_done_on).is_(None),
        )
    )
    for note in notes:
        matter = first_line(note.agreed, 120) or note.with_whom
        since = local_day(note.at)
        yield Loose("follow_up", note.next_on, note.family_id, "journal", note.id, matter, since)


def _coordination(session: Session, scope: Scope) -> Iterator[Loose]:
    for one in session.exec(select(Coordination).where(col(Coordination.family_id).in_(scope))):
        if one.family_told_on is None and one.to_on is None:
            yield Loose("tell_family", one.from_on, one.family_id, "right", one.id, one.service, one.from_on)
        if one.lifted_on and one.lifted_result_on is None:
            yield Loose("lifted", None, one.family_id, "right", one.id, one.lifted_to, one.lifted_on)


def _births(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    expected = session.exec(
        select(Person).where(
            col(Person.family_id).in_(scope),
            col(Person.kind) == PersonKind.CHILD,
            col(Person.born_on).is_(None),
            col(Person.expected_on) <= today,
            col(Person.left_on).is_(None),
        )
    )
    for child in expected:
        yield Loose("born", child.expected_on, child.family_id, "overview", child.id, since=child.expected_on)
