# SPDX-License-Identifier: MIT
"""The first lines of a sitting in the log: who unlocked the vault, and which tries failed since the last time."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import select

from models.records.staff import Staff
from models.store import vault_mark
from models.store.attempts import Attempt
from models.store.database import Database
from models.store.keyfile import KeyFile
from models.store.meaning import note
from models.values.act import Act
from resources import catalogue

OPENED = "vault.opened"
OPENED_BY_PAPER = "vault.opened_with_recovery_key"
FAILED = "vault.unlock_failed"
NOBODY = UUID(int=0)


def begin(database: Database, keys: KeyFile, slot: str, now: datetime, failed: Sequence[Attempt]) -> None:
    """Enter the failed tries and then the unlock itself, and mark the key file that was used."""
    act = _act(database, keys, slot, now)
    with database.working(act) as session:
        vault_mark.set_mark(session, keys)
        for attempt in failed:
            note(session, act, FAILED, reason=f"{attempt.at} {attempt.factor} {attempt.machine}")
        note(session, act, OPENED if keys.slot(slot).cost else OPENED_BY_PAPER)


def mark(database: Database, keys: KeyFile, now: datetime) -> None:
    """Mark the key file of a vault that was just made."""
    with database.working(Act(NOBODY, keys.slots[0].user, frozenset(), now)) as session:
        vault_mark.set_mark(session, keys)


def tell(database: Database, keys: KeyFile, slot: str, now: datetime, what: str, reason: str = "") -> None:
    """Enter something done with the vault as a whole: a copy taken, a passphrase changed, a person let in."""
    act = _act(database, keys, slot, now)
    with database.working(act) as session:
        vault_mark.set_mark(session, keys)
        note(session, act, what, reason=reason)


def _act(database: Database, keys: KeyFile, slot: str, now: datetime) -> Act:
    """The person behind a slot; before anybody is registered, the name on it; and for the key on paper just that."""
    with database.reading() as session:
        found = session.exec(select(Staff.id, Staff.name).where(Staff.slot == slot)).first()
    held = keys.slot(slot)
    name = held.user if held.cost else catalogue.fill("vault.recovery_key", "nb")
    staff_id, name = found or (NOBODY, name)
    return Act(staff_id, name, frozenset(), now)
