# SPDX-License-Identifier: MIT
"""Takes rows out of the file for good: the rows, their values in the history, and what half-typed forms hold of them.

The log keeps its lines, which have no values, and stays whole: each line seals a digest that nobody can guess from
once the nonce is gone. Nothing else in the program may call this than deletion by rule.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, text
from sqlmodel import Session, SQLModel, select

from models.records.draft import FormDraft
from models.records.history import HistoryEntry
from models.store import audit
from models.store.hidden import BIN_TOO

ERASED = "erased"
_WATCH = "historyentry_no_update"


def erase(session: Session, doomed: Mapping[type[SQLModel], Collection[UUID]]) -> dict[str, int]:
    """Everything of these records; gives how many rows of each table went. Committed with the rest of the act."""
    counts: Counter[str] = Counter()
    session.connection().exec_driver_sql("PRAGMA secure_delete=ON")
    for kind, ids in doomed.items():
        for id in ids:
            record = session.get(kind, id, execution_options=BIN_TOO)
            if record is not None:
                session.delete(record)
                counts[str(kind.__tablename__)] += 1
    session.flush()
    every = [id for ids in doomed.values() for id in ids]
    counts["historyentry"] = _erase_history(session.connection(), every)
    counts["formdraft"] = _erase_drafts(session, every)
    # After the commit the database moves the log of writes into the file and empties it.
    session.info[ERASED] = True
    return {table: count for table, count in sorted(counts.items()) if count}


def _erase_history(connection: Connection, ids: Sequence[UUID]) -> int:
    """The one place where the history is written over; the trigger that forbids it stands again at once."""
    watch = audit.triggers()[_WATCH]
    table = HistoryEntry.__tablename__
    gone = 0
    connection.exec_driver_sql(f"DROP TRIGGER {_WATCH}")
    for id in ids:
        done = connection.execute(
            text(f"UPDATE {table} SET changes = '', nonce = '' WHERE object_id = :id AND changes <> ''"), {"id": id.hex}
        )
        gone += done.rowcount
    connection.exec_driver_sql(watch)
    return gone


def _erase_drafts(session: Session, ids: Sequence[UUID]) -> int:
    """Half-typed forms are named by what they are about, and hold its id where they point at it."""
    names = {str(id) for id in ids} | {id.hex for id in ids}
    found = [
        draft
        for draft in session.exec(select(FormDraft)).all()
        if any(name in draft.form or name in draft.body for name in names)
    ]
    for draft in found:
        session.delete(draft)
    return len(found)
