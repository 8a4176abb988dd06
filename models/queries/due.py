# SPDX-License-Identifier: MIT
"""What needs one person now and soon: every deadline and loose end of their families, for Min dag (R60)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from models.queries.due_consents import consents_due
from models.queries.due_right import right_due
from models.queries.due_row import DueRow, Loose, Scope, TransitionRow
from models.queries.due_services import services_due
from models.queries.due_tasks import tasks_due
from models.queries.families import read_children
from models.queries.next_meeting import NextMeeting, next_meeting
from models.queries.scope import may_see_all, scope_of
from models.queries.silent import silent_families
from models.records.coordination import Coordination
from models.records.document import SHEETS, Document, DocumentKind, DocumentState
from models.records.listing import FamilyListing
from models.records.note import ContactNote
from models.records.person import Person, PersonKind
from models.records.staff import Staff
from models.rules.day import needs_today, press
from models.rules.milestones import birth_windows, coming_milestones
from models.values.dates import OSLO, add_working_days, local_day
from models.values.typed import first_line

# Birthdays are told two months ahead, what takes long to prepare half a year.
TOLD_AHEAD = {"turns_18": 365, "before_18": 365, "school_start": 270, "upper_secondary_application": 120}
USUALLY_AHEAD = 60
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
    ends = [*loose_ends(session, scope, today), *tasks_due(session, scope, today, staff_id, everyone)]
    ends += [*consents_due(session, scope, today), *services_due(session, scope, today)]
    quiet = list(silent_families(session, scope, today))
    children = list(_children(session, scope, today))
    known = _listings(session, {end.family_id for end in (*ends, *quiet)} | {child.family_id for child in children})
    rows = [_row(end, known[end.family_id]) for end in ends]
    rows.sort(key=lambda row: (row.due_on or date.max, row.family, row.kind, str(row.item)))
    silent = sorted(
        (_row(one, known[one.family_id]) for one in quiet), key=lambda row: (row.since or today, row.family)
    )
    shown = tuple(row for row in rows if press(row.due_on, today) is not None)
    coming = [one for child in children for one in _coming(child, known[child.family_id].label, today)]
    coming.sort(key=lambda row: (row.on, row.family, row.child))
    ahead = [row.due_on for row in rows if row.due_on and row.due_on > today] + [one.on for one in coming]
    staff = session.get(Staff, staff_id)
    return Day(
        shown,
        tuple(silent),
        tuple(coming),
        min(ahead, default=None),
        session.exec(select(func.count()).select_from(scope.subquery())).one(),
        next_meeting(session, scope, now or datetime.combine(today, time.min, OSLO)),
        staff.name if staff else "",
        may_see_all(session, staff_id),
    )


def loose_ends(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    """Every loose end of the families in scope, in no order; only what is loose is read, never the families."""
    yield from right_due(session, scope, today)
    yield from _letters(session, scope)
    yield from _follow_ups(session, scope)
    yield from _coordination(session, scope)
    yield from _births(session, scope, today)


def _listings(session: Session, families: set[UUID]) -> dict[UUID, FamilyListing]:
    wanted, found = sorted(families), {}
    for start in range(0, len(wanted), 500):
        part = select(FamilyListing).where(col(FamilyListing.family_id).in_(wanted[start : start + 500]))
        found.update({one.family_id: one for one in session.exec(part)})
    return found


def _row(loose: Loose, family: FamilyListing) -> DueRow:
    children = read_children(family.children, family.births)
    first = next((child for child in children if child.name), None)
    return DueRow(
        kind=loose.kind,
        due_on=loose.due_on,
        family_id=loose.family_id,
        family=family.label,
        child=first.name if first else "",
        child_born_on=first.born_on if first else None,
        child_expected=any(child.expected_on for child in children),
        tab=loose.tab,
        item=loose.item,
        name="" if family.protected and loose.kind in REVEALS else loose.name,
        since=loose.since,
        who=loose.who,
    )


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


def _children(session: Session, scope: Scope, today: date) -> Iterator[Person]:
    """Those whose birth date lets something come within its time; the vault is asked only for these."""
    near = [col(Person.born_on).between(first, last) for first, last in birth_windows(today, TOLD_AHEAD, USUALLY_AHEAD)]
    yield from session.exec(
        select(Person).where(
            col(Person.family_id).in_(scope),
            col(Person.kind) == PersonKind.CHILD,
            or_(*near),
            col(Person.left_on).is_(None),
            col(Person.died_on).is_(None),
        )
    )


def _coming(child: Person, family: str, today: date) -> Iterator[TransitionRow]:
    steps = coming_milestones(child.born_on, today, max(TOLD_AHEAD.values())) if child.born_on else ()
    for step in steps:
        if (step.on - today).days <= TOLD_AHEAD.get(step.key, USUALLY_AHEAD):
            yield TransitionRow(step.key, step.on, child.family_id, family, child.id, child.given_name)
