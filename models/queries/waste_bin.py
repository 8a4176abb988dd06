# SPDX-License-Identifier: MIT
"""What lies in the waste bin: what it is, whose family, who put it there, when and why."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from models.queries.access import mine, roles_of
from models.records.base import Record
from models.records.deletion import Deletion
from models.records.determination import Determination
from models.records.document import Document
from models.records.enquiry import Enquiry
from models.records.family import Family
from models.records.history import AuditEntry
from models.records.listing import FamilyListing
from models.records.note import ContactNote
from models.records.person import Person
from models.rules.bin_rules import BinReason
from models.rules.rights import Right, may
from models.store.hidden import BIN_TOO, fetch
from models.values.act import Role
from models.values.typed import first_line
from resources.catalogue import LANGUAGES, fill

PAGE = 200
KINDS: tuple[type[Record], ...] = (Family, Person, ContactNote, Document, Determination, Enquiry)

# What a thing goes into the bin along with, by the field that points there.
_ABOVE: tuple[tuple[str, type[Record]], ...] = (
    ("family_id", Family),
    ("determination_id", Determination),
    ("corrects_id", ContactNote),
    ("scan_of_id", Document),
)


@dataclass(frozen=True, slots=True)
class BinRow:
    """One thing in the bin; `record` is its kind as its table is called."""

    id: UUID
    record: str
    family_id: UUID
    family: str
    title: str
    binned_at: datetime
    by: str = ""
    # a code of BinReason, or the words somebody else has given
    reason: str = ""


def waste_bin(
    session: Session, staff_id: UUID, family_id: UUID | None = None, after: BinRow | None = None
) -> tuple[BinRow, ...]:
    """What this person may take out again, newest first, a page at a time."""
    reached = _reached(session, staff_id)
    found: list[tuple[Record, UUID]] = []
    for kind in KINDS:
        owner = col(Family.id) if kind is Family else kind.family_id  # type: ignore[attr-defined]
        asked = select(kind, owner).where(col(kind.binned_at).is_not(None)).limit(PAGE)
        asked = asked.where(*_by_itself(kind)).order_by(col(kind.binned_at).desc(), col(kind.id).desc())
        if family_id is not None:
            asked = asked.where(owner == family_id)
        if reached is not None:
            asked = asked.where(owner.in_(reached) | col(kind.id).in_(_to_decide(session, staff_id)))
        if after is not None:
            asked = asked.where(tuple_(col(kind.binned_at), col(kind.id)) < tuple_(after.binned_at, after.id))
        found += [(one, owned_by) for one, owned_by in session.exec(asked, execution_options=BIN_TOO)]
    found.sort(key=lambda pair: (pair[0].binned_at, pair[0].id), reverse=True)
    return tuple(_rows(session, found[:PAGE]))


def _reached(session: Session, staff_id: UUID) -> Collection[UUID] | None:
    """The families whose things this person may see; None means all."""
    roles = roles_of(session, staff_id)
    if Role.COORDINATING_UNIT in roles:
        return None
    if Role.COORDINATOR not in roles:
        return ()
    binned = select(Family.id).where(Family.responsible_id == staff_id, col(Family.binned_at).is_not(None))
    return (
        *session.exec(select(FamilyListing.family_id).where(mine(staff_id))),
        *session.exec(binned, execution_options=BIN_TOO),
    )


def _to_decide(session: Session, staff_id: UUID) -> tuple[UUID, ...]:
    """What somebody has proposed to delete is seen by those who may carry it out."""
    if not may(roles_of(session, staff_id), Right.DELETE):
        return ()
    return tuple(session.exec(select(Deletion.object_id).where(col(Deletion.decided_at).is_(None))))


def _by_itself(kind: type[Record]) -> Iterator[ColumnElement[bool]]:
    """Leaves out what went into the bin with its family, its avgjørelse or its note, and comes out with it."""
    for column, above in _ABOVE:
        if column in kind.model_fields and kind is not Family:
            over = aliased(above)
            along = select(over.id).where(over.id == getattr(kind, column), col(over.binned_at) == col(kind.binned_at))
            yield ~along.exists()


def _rows(session: Session, found: Sequence[tuple[Record, UUID]]) -> Iterator[BinRow]:
    codes = {fill(f"waste_bin.reason.{one}", language): one.value for one in BinReason for language in LANGUAGES}
    told = _told(session, {family_id for _, family_id in found})
    for one, family_id in found:
        family = fetch(session, Family, family_id)
        by, reason = told.get(one.id, ("", ""))
        reason = codes.get(reason, reason)
        assert one.binned_at is not None
        yield BinRow(
            id=one.id,
            record=str(type(one).__tablename__),
            family_id=family_id,
            family=family.name if family else "",
            title=title_of(one),
            binned_at=one.binned_at,
            by=by,
            reason=reason,
        )


def _told(session: Session, families: Collection[UUID]) -> dict[UUID, tuple[str, str]]:
    """Who put each thing there and why, as the log has it."""
    lines = session.exec(
        select(AuditEntry.object_id, AuditEntry.name, AuditEntry.reason, AuditEntry.what)
        .where(
            col(AuditEntry.family_id).in_(families),
            (col(AuditEntry.what) == "bin.binned")
            | ((col(AuditEntry.what) == "edited") & col(AuditEntry.columns).contains("binned_at")),
        )
        .order_by(col(AuditEntry.n))
    )
    return {
        object_id: (name, reason if what == "bin.binned" else "")
        for object_id, name, reason, what in lines
        if object_id
    }


def title_of(one: Record) -> str:
    """What it is called or begins with."""
    match one:
        case Family():
            return one.name
        case Person():
            return f"{one.given_name} {one.family_name}".strip()
        case ContactNote():
            return first_line(one.text, 80)
        case Document():
            return one.title
        case Enquiry():
            return first_line(one.wish, 80)
        case _:
            return ""
