# SPDX-License-Identifier: MIT
"""The list of families: what one person finds by name, birth date or coordinator, and how many stand in each group."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Date, and_, func, literal_column, or_, tuple_
from sqlmodel import Session, col, select

from models.queries.access import mine, roles_of, visible
from models.records.family import FamilyState
from models.records.listing import FamilyListing
from models.store.listing_status import NEEDS_ACTION
from models.values.act import Role
from models.values.date_reading import read_date
from models.values.names import ascii_key, search_key

# A deadline within a week counts as work; so does one that is past.
SOON = timedelta(days=7)
FIRST_PART = 100


class Chip(StrEnum):
    """The groups above the list."""

    ALL = "all"
    MINE = "mine"
    NEEDS_ACTION = "needs_action"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ChildInRow:
    """A child as the list tells of it; without a name when it is expected."""

    name: str
    born_on: date | None
    expected_on: date | None


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One line of the list."""

    id: UUID
    name: str
    children: tuple[ChildInRow, ...]
    coordinator: str
    status: str
    due_on: date | None
    due_kind: str
    protected: bool
    sort_key: str = ""


@dataclass(frozen=True, slots=True)
class FamilyRows:
    """The first lines that match, and how many match in all."""

    rows: tuple[FamilyRow, ...]
    total: int


_COLUMNS = (
    FamilyListing.family_id,
    FamilyListing.label,
    FamilyListing.children,
    FamilyListing.births,
    FamilyListing.coordinator,
    FamilyListing.status,
    FamilyListing.due_on,
    FamilyListing.due_kind,
    FamilyListing.protected,
    FamilyListing.sort_key,
)


_ROWID: ColumnElement[int] = literal_column("familylisting.rowid")
_ORDER = (col(FamilyListing.sort_key), col(FamilyListing.family_id))
# So many rows can be named one by one in a question.
FEW = 300


def family_rows(
    session: Session,
    staff_id: UUID,
    today: date,
    text: str = "",
    chip: Chip = Chip.ALL,
    limit: int = FIRST_PART,
    after: FamilyRow | None = None,
) -> FamilyRows:
    """The families this person may see that hold every word typed, in Norwegian order; those after a row, if given."""
    conditions = _conditions(session, staff_id, today, text, chip)
    total: int | None = None
    if text.strip() and after is None:
        # One pass over the whole list is three times as quick as walking it by its order (measured at 20 000).
        matching = session.connection().execute(select(_ROWID).where(*conditions)).scalars().all()
        total = len(matching)
        if total <= FEW:
            conditions = [_ROWID.in_(matching)]
    if after is not None:
        conditions.append(tuple_(FamilyListing.sort_key, FamilyListing.family_id) > (after.sort_key, after.id))
    ordered = select(*_COLUMNS).where(*conditions).order_by(*_ORDER).limit(limit)  # type: ignore[call-overload]
    rows = tuple(_row(*line) for line in session.connection().execute(ordered).all())
    if total is None:
        total = len(rows) if len(rows) < limit else _count(session, conditions)
    return FamilyRows(rows, total)


def _count(session: Session, conditions: list[ColumnElement[bool]]) -> int:
    return session.exec(select(func.count()).select_from(FamilyListing).where(*conditions)).one()


def family_counts(session: Session, staff_id: UUID, today: date) -> dict[Chip, int]:
    """How many families stand behind each chip."""
    return {chip: _count(session, _conditions(session, staff_id, today, "", chip)) for chip in Chip}


def family_hits(session: Session, staff_id: UUID, today: date, text: str, limit: int = 8) -> tuple[FamilyRow, ...]:
    """The families the palette offers, open and closed; nothing before something is typed."""
    if not _terms(text, today):
        return ()
    open_ones = family_rows(session, staff_id, today, text, Chip.ALL, limit).rows
    closed = family_rows(session, staff_id, today, text, Chip.CLOSED, limit).rows
    return (open_ones + closed)[:limit]


def search_condition(text: str, today: date) -> list[ColumnElement[bool]]:
    """One condition a word: each must begin a word of the family's line."""
    return [_begins(term, today) for term in _terms(text, today)]


def _conditions(session: Session, staff_id: UUID, today: date, text: str, chip: Chip) -> list[ColumnElement[bool]]:
    conditions = [_in_chip(chip, staff_id, today), *search_condition(text, today)]
    seen = visible(session, staff_id)
    return conditions if seen is None else [seen, *conditions]


def _in_chip(chip: Chip, staff_id: UUID, today: date) -> ColumnElement[bool]:
    closed = col(FamilyListing.state).in_((FamilyState.CLOSED.value, FamilyState.HANDED_OVER.value))
    match chip:
        case Chip.CLOSED:
            return closed
        case Chip.MINE:
            return and_(~closed, mine(staff_id))
        case Chip.NEEDS_ACTION:
            # The sign keeps SQLite from turning the day into a number anew for each row, at thirty times the cost.
            due = literal_column("+familylisting.due_on", Date)
            waits = or_(due <= today + SOON, col(FamilyListing.status).in_(sorted(NEEDS_ACTION)))
            return and_(~closed, waits)
        case _:
            return ~closed


def _terms(text: str, today: date) -> list[str]:
    """The words of a search; «14. april 2009» is one of them when it reads as a date."""
    typed = text.strip()[:200]
    if re.search(r"\d", typed) and (whole := _read_day(typed, today)):
        return [whole.isoformat()]
    return typed.split()


def _read_day(typed: str, today: date) -> date | None:
    # Day and month alone would be given a year; while somebody types that is too early.
    if not re.search(r"\d{6}|\d{4}|\d\D+\d{1,2}\D+\d{2}", typed):
        return None
    return read_date(typed, today, past=True).day


def _begins(term: str, today: date) -> ColumnElement[bool]:
    if re.fullmatch(r"[./-]*\d[\d./-]*", term):
        day = _read_day(term, today)
        number = col(FamilyListing.search_ascii).like(f"% {term.replace('/', '.')}%")
        if day is None:
            return number
        return or_(number, col(FamilyListing.search_ascii).like(f"% {day.isoformat()} %"))
    # A word with æ, ø or å means that letter; any other word is met by the ASCII fold, which holds both.
    norwegian, plain = search_key(term), ascii_key(term)
    words = norwegian.split() if norwegian != plain else plain.split()
    column = col(FamilyListing.search if norwegian != plain else FamilyListing.search_ascii)
    return and_(*(column.like(f"% {word}%") for word in words)) if words else column.like("%")


def _row(
    id: UUID,
    label: str,
    children: str,
    births: str,
    coordinator: str,
    status: str,
    due_on: date | None,
    due_kind: str,
    protected: bool,
    sort_key: str,
) -> FamilyRow:
    found = read_children(children, births)
    return FamilyRow(id, label, found, coordinator, status, due_on, due_kind, protected, sort_key)


def read_children(names: str, births: str) -> tuple[ChildInRow, ...]:
    """The children as the line keeps them, one a line in two columns."""
    if not (names or births):
        return ()
    return tuple(_child(name, birth) for name, birth in zip(names.split("\n"), births.split("\n"), strict=False))


def _child(name: str, birth: str) -> ChildInRow:
    if birth.startswith("~"):
        return ChildInRow(name, None, date.fromisoformat(birth[1:]))
    return ChildInRow(name, date.fromisoformat(birth) if birth else None, None)


def may_register(session: Session, staff_id: UUID) -> bool:
    """Whether this person works with families at all."""
    return bool(roles_of(session, staff_id) & {Role.COORDINATOR, Role.COORDINATING_UNIT})
