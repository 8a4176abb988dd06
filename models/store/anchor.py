# SPDX-License-Identifier: MIT
"""How long the log was when this machine last saw it, kept outside the vault: shows a log rewritten or rolled back."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.store import audit
from models.store.database import Database
from models.store.files import shown, write_whole
from models.values.trouble import Trouble

LONGEST_LOG = (1 << 63) - 1  # the largest number a line can have


@dataclass(frozen=True, slots=True)
class Anchor:
    """The end of one vault's log at one time."""

    length: int
    head: str
    seen: str


def remember(place: Path, vault: str, database: Database, now: datetime) -> None:
    """Keep the end of the log, unless it does not fit what was kept before: then the old one goes on telling so."""
    if not warnings(place, vault, database):
        accept(place, vault, database, now)


def accept(place: Path, vault: str, database: Database, now: datetime) -> None:
    """Keep the end of the log as it is now; a machine where this cannot be written works all the same."""
    with database.reading() as session:
        state = audit.head(session.connection())
    told = {"n": state.length, "hash": state.head, "seen": now.isoformat(timespec="minutes")}
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        write_whole(place / f"{vault}.json", json.dumps(told).encode())


def recall(place: Path, vault: str) -> Anchor | None:
    """What this machine saw last, if anything."""
    try:
        told = json.loads((place / f"{vault}.json").read_text("utf-8"))
        known = Anchor(int(told["n"]), str(told["hash"]), shown(told["seen"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return known if 0 <= known.length <= LONGEST_LOG else None


def warnings(place: Path, vault: str, database: Database) -> tuple[Trouble, ...]:
    """Whether the log still holds the line this machine saw last: if not, somebody rewrote it or put back a copy."""
    known = recall(place, vault)
    if known is None or known.length == 0:
        return ()
    with database.reading() as session:
        line = audit.seal_at(session.connection(), known.length)
    if line == known.head:
        return ()
    key = "trouble.vault_rolled_back" if line is None else "trouble.log_rewritten"
    return (Trouble(key, seen=known.seen.replace("T", " ")[:16]),)
