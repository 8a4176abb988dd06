# SPDX-License-Identifier: MIT
"""What would leave in a hand-over file, and what a family has been through of hand-overs."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.family import Family, FamilyState
from models.records.person import AddressProtection, Person
from models.records.transfer import Transfer, TransferDirection
from models.rules.protection import is_graded
from models.store.belonging import Values, rows_of
from models.values.refusal import Refusal

# Notes to be followed up are the open tasks of today.
OPEN_STEPS = "open_steps"


@dataclass(frozen=True, slots=True)
class Leaving:
    """One family that may be handed over: how much of it there is, and how careful one must be."""

    id: UUID
    name: str
    counts: Mapping[str, int]
    protected: tuple[str, ...]
    strict: bool


@dataclass(frozen=True, slots=True)
class TransferRow:
    """One hand-over of a family, out or in."""

    id: UUID
    direction: TransferDirection
    other_name: str
    other_municipality: str
    done_at: datetime
    consent_on: date | None
    consent_told: str
    counts: Mapping[str, int]
    receipt: str
    receipt_at: datetime | None


def leaving(session: Session, family_ids: Sequence[UUID]) -> tuple[Leaving, ...]:
    """What goes along with each of these families, but those that the reader may not see."""
    found: list[Leaving] = []
    for id in family_ids:
        with suppress(Refusal):
            found += _leaving(session, id)
    return tuple(found)


@of_family
def transfers_of(session: Session, family_id: UUID) -> tuple[TransferRow, ...]:
    """The family's hand-overs, newest first."""
    found = session.exec(select(Transfer).where(Transfer.family_id == family_id).order_by(col(Transfer.id).desc()))
    return tuple(_row(one) for one in found)


@of_family
def waiting_for_receipt(session: Session, family_id: UUID) -> TransferRow | None:
    """The newest file that is sent while nobody has told that it was taken in."""
    family = session.get(Family, family_id)
    newest = next(iter(transfers_of(session, family_id)), None)
    waits = newest is not None and newest.direction is TransferDirection.SENT and not newest.receipt
    return newest if waits and family is not None and family.state is not FamilyState.HANDED_OVER else None


def counts(rows: Mapping[str, list[Values]]) -> dict[str, int]:
    """How many of each kind come along, and how many of the notes wait to be followed up."""
    found = {name: len(each) for name, each in rows.items() if name not in ("family", "documentcontent") and each}
    waiting = sum(1 for note in rows["contactnote"] if note["next_on"] and not note["next_done_on"])
    return found | ({OPEN_STEPS: waiting} if waiting else {})


@of_family
def _leaving(session: Session, family_id: UUID) -> tuple[Leaving, ...]:
    family = session.get(Family, family_id)
    if family is None:
        return ()
    people = session.exec(select(Person).where(Person.family_id == family.id).order_by(col(Person.id))).all()
    graded = [person for person in people if is_graded(person.address_protection.value)]
    told = Leaving(
        family.id,
        family.name,
        counts(rows_of(session, family.id)),
        tuple(person.given_name or person.family_name for person in graded),
        any(person.address_protection is AddressProtection.STRICT for person in graded),
    )
    return (told,)


def _row(one: Transfer) -> TransferRow:
    told = {name: getattr(one, name) for name in TransferRow.__slots__ if name != "counts"}
    return TransferRow(**told, counts=json.loads(one.counts))
