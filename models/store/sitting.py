# SPDX-License-Identifier: MIT
"""The first lines of a sitting in the log: who unlocked the vault, and which tries failed since the last time."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import select

from models.records.staff import Staff
from models.store.attempts import Attempt
from models.store.database import Database
from models.store.meaning import note
from models.values.act import Act

OPENED = "vault.opened"
FAILED = "vault.unlock_failed"
NOBODY = UUID(int=0)


def begin(database: Database, slot: str, user: str, now: datetime, failed: Sequence[Attempt]) -> None:
    """Enter the failed tries and then the unlock itself."""
    act = _act(database, slot, user, now)
    with database.working(act) as session:
        for attempt in failed:
            note(session, act, FAILED, reason=f"{attempt.at} {attempt.factor} {attempt.machine}")
        note(session, act, OPENED)


def tell(database: Database, slot: str, user: str, now: datetime, what: str) -> None:
    """Enter something done with the vault as a whole: a copy taken, a passphrase changed, a person let in."""
    act = _act(database, slot, user, now)
    with database.working(act) as session:
        note(session, act, what)


def _act(database: Database, slot: str, user: str, now: datetime) -> Act:
    """The person behind a slot; before anybody is registered, the name on the slot."""
    with database.reading() as session:
        found = session.exec(select(Staff.id, Staff.name).where(Staff.slot == slot)).first()
    staff_id, name = found or (NOBODY, user)
    return Act(staff_id, name, frozenset(), now)
