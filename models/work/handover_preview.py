# SPDX-License-Identifier: MIT
"""What a hand-over file would bring, told before it is taken in: from whom, how much, and what is here already."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, select

from models.queries.duplicates import Duplicate, Sought, duplicates
from models.records.person import PersonKind
from models.records.vault_identity import KnownSender
from models.rules.handover_merge import Kinship
from models.values.handover import fingerprint
from models.values.refusal import Refusal
from models.work.handover_compare import FieldConflict, compare
from models.work.handover_reading import Arrived, FamilyIncoming
from models.work.take_in import target_of


class Standing(StrEnum):
    """How a family in the file stands to those here."""

    NEW = "new"
    KNOWN = "known"
    BARRED = "barred"


@dataclass(frozen=True, slots=True)
class FamilyArrival:
    """One family of the file beside what is here."""

    id: UUID
    name: str
    children: tuple[str, ...]
    counts: Mapping[str, int]
    documents: tuple[str, ...]
    masked: bool
    standing: Standing
    why_barred: Refusal | None
    duplicates: tuple[Duplicate, ...]


@dataclass(frozen=True, slots=True)
class Against:
    """What taking a family in would mean: rows that are new, the same, newer there, newer here, and open fields."""

    target_id: UUID
    new: int
    same: int
    theirs_newer: int
    ours_newer: int
    conflicts: tuple[FieldConflict, ...]
    # what the newer rows there would change here, without a choice
    taken: tuple[FieldConflict, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """The whole file."""

    fingerprint: str
    known_as: str
    families: tuple[FamilyArrival, ...]
    # a municipality that files have come from before, then signed with another key
    other_key: str = ""


def look_in(session: Session, staff_id: UUID, arrived: Arrived) -> Arrival:
    """Everything the receiver should see before accepting."""
    public = arrived.manifest.origin.public
    known = session.exec(select(KnownSender).where(KnownSender.public == public)).first()
    known_as = f"{known.name}, {known.municipality}".strip(", ") if known else ""
    families = tuple(_arrival(session, staff_id, family) for family in arrived.families)
    return Arrival(fingerprint(public), known_as, families, "" if known else _under_another_key(session, arrived))


def _under_another_key(session: Session, arrived: Arrived) -> str:
    """The name tells who a sender says she is; only the key tells that she is the one from before."""
    name = " ".join(arrived.manifest.origin.municipality.casefold().split())
    senders = session.exec(select(KnownSender)).all()
    same = (one.municipality for one in senders if " ".join(one.municipality.casefold().split()) == name)
    return next(same, "") if name else ""


def look_against(session: Session, staff_id: UUID, family: FamilyIncoming, chosen: UUID | None) -> Against:
    """The family against the one it would be taken into."""
    target = target_of(session, staff_id, family, chosen)
    found = compare(session, family, target)
    return Against(
        found.target_id,
        found.count(Kinship.NEW),
        found.count(Kinship.SAME),
        found.count(Kinship.THEIRS_NEWER),
        found.count(Kinship.OURS_NEWER),
        found.conflicts,
        found.taken,
    )


def _arrival(session: Session, staff_id: UUID, family: FamilyIncoming) -> FamilyArrival:
    barred: Refusal | None = None
    standing = Standing.NEW
    try:
        target = target_of(session, staff_id, family, None)
        compare(session, family, target)
        standing = Standing.KNOWN if target is not None else Standing.NEW
    except Refusal as refused:
        barred, standing = refused, Standing.BARRED
    return FamilyArrival(
        id=family.told.id,
        name=family.told.name,
        children=tuple(_children(family)),
        counts=family.told.counts,
        documents=family.told.documents,
        masked=family.told.masked,
        standing=standing,
        why_barred=barred,
        duplicates=_duplicates(session, staff_id, family) if standing is Standing.NEW else (),
    )


def _children(family: FamilyIncoming) -> list[str]:
    rows = [row.values for row in family.rows["person"] if row.values["kind"] is PersonKind.CHILD]
    return [str(row["given_name"]) for row in rows if row["given_name"]]


def _duplicates(session: Session, staff_id: UUID, family: FamilyIncoming) -> tuple[Duplicate, ...]:
    found: dict[UUID | None, Duplicate] = {}
    for row in (row.values for row in family.rows["person"]):
        if row["kind"] is PersonKind.CHILD:
            sought = Sought(
                str(row["given_name"]),
                str(row["family_name"]),
                row["born_on"],  # type: ignore[arg-type]  # a date or None, as the table has it
                str(row["national_id"]),
            )
            found |= {one.family_id: one for one in duplicates(session, staff_id, sought) if one.family_id not in found}
    return tuple(found.values())
