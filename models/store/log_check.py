# SPDX-License-Identifier: MIT
"""Checks the log against itself, and against what this machine remembers of it outside the vault."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from models.store import anchor, audit
from models.store.anchor import Anchor
from models.store.database import Database
from models.values.log_state import LogCheck, LogFault

Progress = Callable[[int, int], None]
# A longer log is read whole only when somebody asks: at opening from the line this machine last saw (3.4 µs a line).
WHOLE_BELOW = 50_000


def check_log(database: Database, anchors: Path | None, vault: str, at: Progress, *, whole: bool) -> LogCheck:
    """Every seal and every kept value from the first line, or from the line this machine last saw."""
    known = anchor.recall(anchors, vault) if anchors is not None else None
    with database.reading() as session:
        connection = session.connection()
        length = audit.head(connection).length
        after = 0 if whole or length < WHOLE_BELOW or known is None else min(known.length, length)
        broken = audit.first_broken(connection, after, lambda done: at(done, length - after))
        seen = known.seen if known else ""
        if broken is not None:
            return LogCheck(length, length - after, LogFault.LINE, broken, seen)
        values = audit.first_altered(connection, after)
        if values is not None:
            return LogCheck(length, length - after, LogFault.VALUES, values, seen)
        fault = _against(connection, known)
        line = known.length if fault and known else 0
        return LogCheck(length, length - after, fault, line, seen)


def _against(connection: Connection, known: Anchor | None) -> LogFault | None:
    """A log with every seal in place may still be another one than before: whoever has the key can seal it anew."""
    if known is None or known.length == 0:
        return None
    found = audit.seal_at(connection, known.length)
    if found == known.head:
        return None
    return LogFault.ROLLED_BACK if found is None else LogFault.REWRITTEN
