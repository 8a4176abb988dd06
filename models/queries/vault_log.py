# SPDX-License-Identifier: MIT
"""The whole vault's log, a page at a time: who did what, in which family, searched in the words of the screen."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Uuid, and_, literal_column, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from models.queries.access import roles_of
from models.queries.access_log import SILENT, LogRow
from models.queries.families import FEW, search_condition
from models.queries.history import WRITES, FieldChange
from models.records.history import AuditEntry, HistoryEntry
from models.records.listing import FamilyListing
from models.records.staff import Staff
from models.rules.rights import Right, may
from models.store.sitting import NOBODY
from models.values.act import Role
from models.values.dates import OSLO
from resources.catalogue import fill, keys

PART = 100
CLOCK_SLACK = timedelta(minutes=5)
KINDS = ("all", "opened", "written", "revealed", "printed", "vault")
# What is kept of these is no case content: who works here, and the letterhead.
OPEN_RECORDS = ("staff", "municipality", "officetext")
VAULT = ("vault.%", "staff.%", "log.%")


@dataclass(frozen=True, slots=True)
class LogSearch:
    """What is asked for; every word must fit the person, what was done, or the family."""

    text: str = ""
    kind: str = "all"
    from_on: date | None = None
    to_on: date | None = None
    staff_id: UUID | None = None
    language: str = "nb"


@dataclass(frozen=True, slots=True)
class VaultLogRow(LogRow):
    """One line of the whole log; `clock_back` when the clock stood earlier than at the line before."""

    family_id: UUID | None = None
    family: str = ""
    machine: str = ""
    fields: tuple[str, ...] = ()
    clock_back: bool = False

    @property
    def id(self) -> int:
        """What the table knows the row by."""
        return self.n


_before = aliased(AuditEntry)


def vault_log(
    session: Session, staff_id: UUID, today: date, search: LogSearch, before: int | None = None, limit: int = PART
) -> tuple[VaultLogRow, ...]:
    """Newest first; go on with the last row's `n` as `before`."""
    roles = roles_of(session, staff_id)
    if not may(roles, Right.LOG):
        return ()
    sees_all = Role.COORDINATING_UNIT in roles
    conditions = [col(AuditEntry.record).not_in(SILENT), *_asked(session, today, search, sees_all)]
    if not may(roles, Right.LOG_OF_FAMILIES):
        conditions.append(_no_family())
    if before is not None:
        conditions.append(col(AuditEntry.n) < before)
    asked = (
        select(AuditEntry, FamilyListing, _before.at, HistoryEntry.changes)
        .join(FamilyListing, col(FamilyListing.family_id) == col(AuditEntry.family_id), isouter=True)
        .join(_before, col(_before.n) == col(AuditEntry.n) - 1, isouter=True)
        .join(HistoryEntry, _told_of_open_records(), isouter=True)
        .where(*conditions)
        .order_by(col(AuditEntry.n).desc())
        .limit(limit)
    )
    return tuple(
        _row(entry, _label(listing, sees_all, search.language), earlier, changes)
        for entry, listing, earlier, changes in session.exec(asked)
    )


def log_people(session: Session) -> tuple[tuple[UUID, str], ...]:
    """Everybody who has done something, by the name she had last."""
    names = session.exec(select(AuditEntry.staff_id, AuditEntry.name).distinct().order_by(AuditEntry.name)).all()
    return tuple(sorted(dict(names).items(), key=lambda one: one[1]))


def _asked(session: Session, today: date, search: LogSearch, sees_all: bool) -> list[ColumnElement[bool]]:
    asked = [_word(session, today, word, search.language, sees_all) for word in search.text.casefold().split()[:8]]
    # The sign keeps SQLite from turning the moment into a number anew for each line, at forty times the cost.
    moment = literal_column("+auditentry.at", DateTime)
    if search.kind != KINDS[0]:
        asked.append(_kind(search.kind))
    if search.from_on:
        asked.append(moment >= _midnight(search.from_on))
    if search.to_on:
        asked.append(moment < _midnight(search.to_on + timedelta(days=1)))
    if search.staff_id:
        asked.append(col(AuditEntry.staff_id) == search.staff_id)
    return asked


def _word(session: Session, today: date, wanted: str, language: str, sees_all: bool) -> ColumnElement[bool]:
    """Whoever, whatever was done, or whichever family has this word."""
    did = _keys_saying("log.did.", wanted, language) + [
        what for what in WRITES if _holds(fill(f"log.{what}", language, record=""), wanted)
    ]
    records = _keys_saying("log.record.", wanted, language)
    fits = [_in_families(session, today, wanted, sees_all)]
    if people := _named(session, wanted):
        fits.append(col(AuditEntry.staff_id).in_(people))
    if did:
        fits.append(col(AuditEntry.what).in_(did))
    if records:
        fits.append(and_(col(AuditEntry.what).in_(WRITES), col(AuditEntry.record).in_(records)))
    return or_(*fits)


def _named(session: Session, wanted: str) -> list[UUID]:
    """Asked of those who work here: to read the whole log for its names takes as long as the search itself."""
    nobody = (NOBODY, fill("vault.recovery_key", "nb"))
    return [id for id, name in (*session.exec(select(Staff.id, Staff.name)), nobody) if _holds(name, wanted)]


def _in_families(session: Session, today: date, wanted: str, sees_all: bool) -> ColumnElement[bool]:
    """By the index when few families have the word; where many have it, the newest lines soon tell enough."""
    families = select(FamilyListing.family_id).where(*search_condition(wanted, today))
    if not sees_all:
        families = families.where(~col(FamilyListing.protected))
    found = session.exec(families.limit(FEW)).all()
    if len(found) < FEW:
        return col(AuditEntry.family_id).in_(found)
    return literal_column("+auditentry.family_id", Uuid).in_(families)


def _holds(words: str, wanted: str) -> bool:
    """Whether some word begins with what is typed."""
    return any(word.startswith(wanted) for word in words.casefold().split())


def _keys_saying(under: str, wanted: str, language: str) -> list[str]:
    """What is told under a key whose words hold this word."""
    known = (key for key in keys(language) if key.startswith(under))
    return [key.removeprefix(under) for key in known if _holds(fill(key, language), wanted)]


def _kind(kind: str) -> ColumnElement[bool]:
    what = col(AuditEntry.what)
    match kind:
        case "written":
            return what.in_(WRITES)
        case "opened":
            return or_(what == "family.opened", what.like("%.read"), what.like("search.%"))
        case "revealed":
            return what.like("%reveal%")
        case "printed":
            return or_(what.like("%.printed"), what.like("%.exported"), what == "vault.copied")
        case _:
            return or_(*(what.like(one) for one in VAULT))


def _no_family() -> ColumnElement[bool]:
    """What an administrator who works with no family may read: the vault, the people and the letterhead."""
    told = or_(*(col(AuditEntry.what).like(one) for one in VAULT), col(AuditEntry.record).in_(OPEN_RECORDS))
    return and_(col(AuditEntry.family_id).is_(None), told)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, OSLO).astimezone(UTC)


def _told_of_open_records() -> ColumnElement[bool]:
    return and_(col(HistoryEntry.n) == col(AuditEntry.n), col(AuditEntry.record).in_(OPEN_RECORDS))


def _label(listing: FamilyListing | None, sees_all: bool, language: str) -> str:
    if listing is None:
        return ""
    return fill("log.sealed_family", language) if listing.protected and not sees_all else listing.label


def _row(entry: AuditEntry, family: str, earlier: datetime | None, changes: str | None) -> VaultLogRow:
    return VaultLogRow(
        n=entry.n or 0,
        at=entry.at,
        name=entry.name,
        roles=tuple(role for role in entry.roles.split(",") if role),
        what=entry.what,
        record=entry.record,
        object_id=entry.object_id,
        reason=entry.reason,
        changes=_changes(changes),
        family_id=entry.family_id,
        family=family,
        machine=entry.machine,
        fields=tuple(entry.columns.split()),
        clock_back=earlier is not None and earlier - entry.at > CLOCK_SLACK,
    )


def _changes(kept: str | None) -> tuple[FieldChange, ...]:
    found: dict[str, Sequence[object]] = json.loads(kept) if kept else {}
    return tuple(FieldChange(field, before, after) for field, (before, after) in found.items())
