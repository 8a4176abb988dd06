# SPDX-License-Identifier: MIT
"""Looks through a vault that is open, on a connection of its own; the window goes on beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.store import audit
from models.store.engine import DATABASE, open_engine
from models.store.faults import translated
from models.values.trouble import Trouble

Progress = Callable[[int, int, str], None]
STEPS = 4


@dataclass(frozen=True, slots=True)
class OpenCheck:
    """What was found; the pages are named as the engine names them."""

    pages: tuple[int, ...]
    whole: bool
    log_broken_at: int | None
    rows: int
    triggers_in_place: bool = True

    @property
    def damaged(self) -> bool:
        """Whether the file itself is hit: then nothing in it may be trusted to be shown."""
        return bool(self.pages) or not self.whole


def check_open(folder: Path, key: bytearray, progress: Progress, *, thorough: bool = True) -> OpenCheck:
    """The seal of every page; when thorough also every tree, every pointer, the log and the number of rows.

    The seals are checked past the write-ahead log, so that is moved into the file first. `progress` may raise to stop.
    """
    engine = open_engine(folder / DATABASE, key)
    try:
        with translated(), engine.connect() as connection:
            progress(0, STEPS, "vault_check.stage.pages")
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            named = raw.execute("PRAGMA cipher_integrity_check").fetchall()
            pages = tuple(int(row[0].rsplit(" ", 1)[1]) for row in named if row[0].rsplit(" ", 1)[1].isdigit())
            if named or not thorough:
                return OpenCheck(pages, not named, None, 0)
            progress(1, STEPS, "vault_check.stage.trees")
            whole = raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            whole &= raw.execute("PRAGMA foreign_key_check").fetchone() is None
            progress(2, STEPS, "vault_check.stage.log")
            log = audit.verify(connection)
            watched = audit.installed(connection)
            progress(3, STEPS, "vault_check.stage.rows")
            tables = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            rows = sum(raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables)
            whole &= str(raw.execute("PRAGMA cipher_status").fetchone()[0]) == "1"
            progress(STEPS, STEPS, "vault_check.stage.rows")
            return OpenCheck((), whole, log.broken_at, rows, watched)
    except Trouble as trouble:
        if trouble.key == "trouble.vault_busy":
            raise Trouble("trouble.copy_busy") from trouble
        if trouble.key != "trouble.vault_damaged":
            raise
        return OpenCheck((), whole=False, log_broken_at=None, rows=0)
    finally:
        engine.dispose()
