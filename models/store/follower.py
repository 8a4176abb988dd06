# SPDX-License-Identifier: MIT
"""Keeps a copy under another key the same as the database it is made from, page by page, while people write on.

A view is held open all the while, so that the engine forgets nothing of its log before it is read here: what was
written since is read from there, opened with the one key and sealed with the other. Each round has less to do.
"""

import os
from contextlib import closing
from pathlib import Path
from typing import Any

from models.store.backup import end_of, open_beside
from models.store.engine import DATABASE
from models.store.files import trouble_with_files
from models.store.page_seal import SALT, PageSeal
from models.store.write_log import SIZE, Newer, WriteLog
from models.values.trouble import Trouble

MOST = 128  # pages that are written while nobody is let in: to the copy, and from the log into the file


class Follower:
    """The database in `folder`, and its copy that is still to be made."""

    def __init__(self, folder: Path, copy: Path, old: bytearray, new: bytearray) -> None:
        self._copy, self._old, self._new = copy, old, new
        self._log = WriteLog(folder / DATABASE)
        self._seals: tuple[PageSeal, PageSeal] | None = None
        self._left = 0
        self._held = open_beside(folder / DATABASE, old)
        try:
            self._next = open_beside(folder / DATABASE, old)
        except BaseException:
            self._held.close()
            raise
        self._log.since()  # what is in the log before the view begins is in the view
        self._begin(self._held)

    @property
    def view(self) -> Any:  # noqa: ANN401
        """The database as it stood when this began; the copy is made from it."""
        return self._held

    def catch_up(self) -> None:
        """Write what was committed since into the copy, and what is in the log into the file."""
        self._write(self._log.since())
        self._begin(self._next)
        self._held.execute("COMMIT")
        self._held, self._next = self._next, self._held
        _, logged, stored = self._next.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        self._left = max(logged - stored, 0)
        self._write(self._log.since())

    def prove(self) -> None:
        """The copy opens with its key and ends in a line of the log that stands in the database too."""
        with closing(open_beside(self._copy, self._new)) as copy:
            number, seal = end_of(copy)
        found = self._next.execute("SELECT hash FROM auditentry WHERE n = ?", (number,)).fetchone()
        if found != ((seal,) if number else None):
            raise Trouble("trouble.rekey_failed")

    def caught_up(self) -> bool:
        """While nobody writes: write the last few pages and hold the database alone; False when there are too many."""
        newer = self._log.since(MOST)
        self._write(newer)
        if not newer.whole or self._left + newer.frames > MOST:
            return False
        self._held.execute("COMMIT")
        self._next.close()
        return True

    def leave_log(self) -> None:
        """Leave nothing in the log, and no log: one beside the new file would be written into it."""
        # It needs the file alone: with a window left that reads, it is refused.
        self._held.execute("PRAGMA busy_timeout=500")
        if self._held.execute("PRAGMA journal_mode=delete").fetchone()[0] != "delete":
            raise Trouble("trouble.vault_read_elsewhere")
        self._held.close()

    def close(self) -> None:
        """Let go of both files."""
        self._next.close()
        self._held.close()
        for seal in self._seals or ():
            seal.wipe()

    def _begin(self, connection: Any) -> None:  # noqa: ANN401
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()

    def _write(self, newer: Newer) -> None:
        if not newer.pages:
            return
        with trouble_with_files(), self._copy.open("rb+") as file:
            old, new = self._seals = self._seals or self._both(file.read(SALT))
            for number, stored in sorted(newer.pages.items()):
                plain = old.opened(number, stored)
                if plain is None:
                    raise Trouble("trouble.vault_damaged")
                sealed = new.sealed(number, plain)
                if new.opened(number, sealed) != plain:
                    raise Trouble("trouble.rekey_failed")
                file.seek((number - 1) * SIZE)
                file.write(sealed)
            file.truncate(newer.count * SIZE)
            file.flush()
            os.fsync(file.fileno())

    def _both(self, salt: bytes) -> tuple[PageSeal, PageSeal]:
        told = bytes.fromhex(self._held.execute("PRAGMA cipher_salt").fetchone()[0])
        return PageSeal(self._old, told), PageSeal(self._new, salt)
