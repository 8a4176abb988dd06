# SPDX-License-Identifier: MIT
"""The acts of one person in one family, newest first, and which of them are undone: read from the log alone."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.access_log import SILENT, LogRow, field_in
from models.queries.guard import of_family
from models.queries.history import WRITES, FieldChange
from models.records.history import AuditEntry, HistoryEntry
from models.records.person import Person
from models.rules.undo_limits import why_final
from models.store.hidden import fetch

STEPS = 50
UNDONE, REDONE = "act.undone", "act.redone"
# Acts that write in another family than the one where this line of them stands.
CROSSING = ("child.moved_out", "child.moved_in", "family.merged", "family.merge_undone")
# So far back one looks for fifty acts and what was undone and redone between them.
LINES = 4000


@dataclass(frozen=True, slots=True)
class ActLine:
    """One line of an act, with the stored values before and after."""

    n: int
    at: datetime
    name: str
    what: str
    record: str
    object_id: UUID | None
    family_id: UUID | None
    changes: Mapping[str, Sequence[object]]

    @property
    def writes(self) -> bool:
        """Whether a record was touched, beyond lists derived from others."""
        return self.what in WRITES and self.record not in SILENT


@dataclass(frozen=True, slots=True)
class Stacks:
    """Ids of acts, the next to be undone and the next to be done again first."""

    done: tuple[UUID, ...]
    undone: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act in words: «Endret adresse for Emma»."""

    id: UUID
    n: int
    at: datetime
    undone: bool
    blocked: str
    name: str
    lines: tuple[LogRow, ...]

    def told_in(self, language: str) -> str:
        """What it meant where somebody has said so, else what was written."""
        meant = [line for line in self.lines if line.what not in WRITES]
        written = [line for line in self.lines if line.what in WRITES]
        return (meant or written)[0].told_in(language)

    def fields_in(self, language: str) -> str:
        """The fields of the person that were changed, when that is all the act did."""
        if not self.name or any(line.what != "edited" for line in self.lines):
            return ""
        changed = dict.fromkeys(change.field for line in self.lines for change in line.changes)
        # The day something was said or came about is part of the same change.
        said = [field for field in changed if not (field.endswith("_on") and field.removesuffix("_on") in changed)]
        fields = dict.fromkeys(field_in(field, language) for field in said)
        return ", ".join(field for field in fields if field)


@of_family
def stacks(session: Session, family_id: UUID, staff_id: UUID) -> Stacks:
    """Replays the log: a new act empties what could be done again."""
    found = session.exec(
        select(HistoryEntry.act, AuditEntry.what, AuditEntry.record, AuditEntry.object_id)
        .join(AuditEntry, col(AuditEntry.n) == col(HistoryEntry.n))
        .where(
            AuditEntry.family_id == family_id,
            AuditEntry.staff_id == staff_id,
            col(HistoryEntry.act).is_not(None),
        )
        .order_by(col(AuditEntry.n).desc())
        .limit(LINES)
    ).all()
    acts: dict[UUID, tuple[bool, dict[str, UUID]]] = {}
    for act, what, record, object_id in reversed(found):
        if act is None:
            continue
        writes, marks = acts.get(act, (False, {}))
        if what in (UNDONE, REDONE) and object_id is not None:
            marks = {**marks, what: object_id}
        acts[act] = (writes or what in CROSSING or (what in WRITES and record not in SILENT), marks)
    return _replayed(acts)


def _replayed(acts: Mapping[UUID, tuple[bool, Mapping[str, UUID]]]) -> Stacks:
    done: list[UUID] = []
    undone: list[UUID] = []
    for act, (writes, marks) in acts.items():
        if UNDONE in marks:
            _move(marks[UNDONE], done, undone)
        elif REDONE in marks:
            _move(marks[REDONE], undone, done)
        elif writes:
            done.append(act)
            undone.clear()
    return Stacks(tuple(reversed(done[-STEPS:])), tuple(reversed(undone)))


def _move(act: UUID, source: list[UUID], target: list[UUID]) -> None:
    if act in source:
        source.remove(act)
        target.append(act)


def lines_of(session: Session, act: UUID) -> tuple[ActLine, ...]:
    """Every line of an act, in whichever family, oldest first."""
    return _lines(session, (act,)).get(act, ())


def undoing_of(session: Session, act: UUID) -> UUID | None:
    """The act that last undid this one."""
    return session.exec(
        select(HistoryEntry.act)
        .where(HistoryEntry.what == UNDONE, HistoryEntry.object_id == act)
        .order_by(col(HistoryEntry.n).desc())
    ).first()


@of_family
def recent_acts(session: Session, family_id: UUID, staff_id: UUID) -> tuple[ActRow, ...]:
    """What can be done again, then what can be undone; up to fifty lines, each with its words."""
    known = stacks(session, family_id, staff_id)
    # The act that was undone last is the next to be done again: it stands nearest to what is still done.
    ids = (*reversed(known.undone), *known.done)[-STEPS:]
    lines = _lines(session, ids)
    return tuple(_row(session, id, lines[id], undone=id in known.undone) for id in ids if lines.get(id))


@of_family
def newest_act(session: Session, family_id: UUID, staff_id: UUID) -> UUID | None:
    """The act that «Angre» would take back now, if it may be."""
    done = stacks(session, family_id, staff_id).done
    if not done or why_final([line.what for line in lines_of(session, done[0])]):
        return None
    return done[0]


@of_family
def next_steps(session: Session, family_id: UUID, staff_id: UUID) -> tuple[ActRow | None, ActRow | None]:
    """What undoing would take back now, and what redoing would do again."""
    known = stacks(session, family_id, staff_id)
    done, undone = next(iter(known.done), None), next(iter(known.undone), None)
    lines = _lines(session, [id for id in (done, undone) if id])
    back = _row(session, done, lines[done], undone=False) if done else None
    again = _row(session, undone, lines[undone], undone=True) if undone else None
    return back, again


def _lines(session: Session, acts: Collection[UUID]) -> dict[UUID, tuple[ActLine, ...]]:
    found: dict[UUID, list[ActLine]] = {}
    asked = (
        select(HistoryEntry, AuditEntry.at, AuditEntry.name)
        .join(AuditEntry, col(AuditEntry.n) == col(HistoryEntry.n))
        .where(col(HistoryEntry.act).in_(acts))
        .order_by(col(HistoryEntry.n))
    )
    for entry, at, name in session.exec(asked):
        if entry.act is not None:
            changes = json.loads(entry.changes) if entry.changes else {}
            line = ActLine(entry.n or 0, at, name, entry.what, entry.record, entry.object_id, entry.family_id, changes)
            found.setdefault(entry.act, []).append(line)
    return {act: tuple(lines) for act, lines in found.items()}


def _row(session: Session, id: UUID, lines: Sequence[ActLine], *, undone: bool) -> ActRow:
    persons = {line.object_id for line in lines if line.record == "person" and line.object_id}
    person = fetch(session, Person, next(iter(persons))) if len(persons) == 1 else None
    told = [line for line in lines if line.what not in WRITES or line.record not in SILENT]
    return ActRow(
        id=id,
        n=lines[0].n,
        at=lines[0].at,
        undone=undone,
        blocked="" if undone else why_final([line.what for line in lines]),
        name=person.given_name if person else "",
        lines=tuple(_told(line) for line in told),
    )


def _told(line: ActLine) -> LogRow:
    changes = tuple(FieldChange(field, before, after) for field, (before, after) in line.changes.items())
    return LogRow(line.n, line.at, line.name, (), line.what, line.record, line.object_id, "", changes)
