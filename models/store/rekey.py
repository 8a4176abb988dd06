# SPDX-License-Identifier: MIT
"""Takes a person out for good: a new database key for those who stay, and the whole database written anew under it.

The old database stands until the new one has been proved. Then three things happen, each in one step and each on the
disk before the next: the key file gets the new key beside the old one (`pending`), the new database takes the old
one's name, and the key file forgets the old key. Whoever is killed between them leaves a vault that one key opens;
`unfinished` finds out which.
"""

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from models.store import keyfile, slots
from models.store.backup import facts, sound
from models.store.database import Database
from models.store.engine import DATABASE, connect
from models.store.faults import translated
from models.store.files import replace as put_in_place
from models.store.files import sync_folder, trouble_with_files
from models.store.fit import apart, belongs
from models.store.keyfile import KeyFile
from models.store.memory import wipe
from models.store.vault_lock import no_reader
from models.values.trouble import Trouble

NEXT = "vault.db.next"
Progress = Callable[[int, int], None]
ROOM = 2
PAGES = 256
ROUNDS = 12  # each is tried in the hope that nobody writes while it lasts
SHORT = 0.05  # seconds that nobody is let in to write: longer is felt at the keys
_CHECKS = 2  # a copy takes about as long to check as to make


@dataclass(frozen=True, slots=True)
class _Copy:
    """The database under its new key, and the connection that would know of anything written since."""

    source: Any
    seen: int


def remove(database: Database, passing: "Passing", at: Progress) -> None:
    """Write the database anew under the coming key and put it in place; the vault can be used all the while.

    `at` hears how far it has come, and stops it by raising: then everything is as before.
    """
    folder = database.folder
    with trouble_with_files():
        if shutil.disk_usage(folder).free < ROOM * (folder / DATABASE).stat().st_size:
            raise Trouble("trouble.disk_full")
    try:
        with no_reader(folder):
            _exchange(database, passing, at)
    finally:
        discard(folder)


@dataclass(frozen=True, slots=True)
class Passing:
    """The key file with both keys in it, the key in use and the key to come."""

    file: KeyFile
    old: bytearray
    new: bytearray

    def wipe(self) -> None:
        """Forget both keys."""
        wipe(self.old)
        wipe(self.new)


def passing(keys: KeyFile, key: bytearray, leaves: str) -> Passing:
    """A new database key, sealed to everybody but the one who leaves."""
    coming = bytearray(os.urandom(32))
    return Passing(slots.sealed(slots.resealed(keys, coming, leaves), key), bytearray(key), coming)


def settled(folder: Path, keys: KeyFile, found: slots.Opened) -> tuple[KeyFile, bytearray, bool]:
    """Key file and key of a vault whose removal was cut off, and whether the removal was undone.

    It is finished when the new database is in place, and undone when the old one is.
    """
    if _fits(folder, found.key):
        keys, key, undone = replace(keys, pending=()), found.key, True
    elif found.coming is None:
        raise Trouble("trouble.person_removed")
    elif _fits(folder, found.coming):
        keys, key, undone = slots.promoted(keys), found.coming, False
    else:
        raise apart(folder, keys)
    keys = slots.sealed(keys, key)
    keyfile.write(folder, keys)
    return keys, key, undone


def discard(folder: Path) -> None:
    """Remove the copy that is not the vault, or not any more."""
    for tail in ("", "-wal", "-shm", "-journal"):
        with trouble_with_files():
            (folder / f"{NEXT}{tail}").unlink(missing_ok=True)


def _fits(folder: Path, key: bytearray) -> bool:
    try:
        with translated():
            connect(folder / DATABASE, key).close()
    except Trouble as trouble:
        if trouble.key != "trouble.vault_damaged" or belongs(folder / DATABASE, key):
            raise
        return False
    return True


def _exchange(database: Database, keys: Passing, at: Progress) -> None:
    """Copy until nothing was written meanwhile.

    Only a copy that takes no time is made while nobody is let in; else who writes without a pause would have to wait.
    """
    folder = database.folder
    for _ in range(ROUNDS):
        began = time.monotonic()
        copy = _copied(folder, keys, at)
        took = time.monotonic() - began
        try:
            if database.exchange(partial(_swap, folder, keys, copy)):
                return
        finally:
            copy.source.close()
    if took > SHORT or not database.exchange(lambda: _swap(folder, keys, _copied(folder, keys, at))):
        raise Trouble("trouble.rekey_busy")


def _copied(folder: Path, keys: Passing, at: Progress) -> _Copy:
    """Write the database anew under the coming key, and prove it page by page before it counts."""
    discard(folder)
    with translated():
        source = connect(folder / DATABASE, keys.old)
        try:
            seen = _version(source)
            source.execute("BEGIN")
            told = facts(source)
            copy = connect(folder / NEXT, keys.new, create=True)
            try:
                source.backup(copy, pages=PAGES, progress=partial(_told, at))
                intact = source.execute("PRAGMA quick_check").fetchall() == [("ok",)]
                if not intact or source.execute("PRAGMA cipher_status").fetchone()[0] != "1":
                    raise Trouble("trouble.vault_damaged")
                copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                if not sound(copy) or facts(copy) != told:
                    raise Trouble("trouble.rekey_failed")
                copy.execute("PRAGMA journal_mode=delete")
            finally:
                copy.close()
            source.execute("COMMIT")
        except BaseException:
            source.close()
            raise
    with trouble_with_files(), (folder / NEXT).open("rb+") as file:
        os.fsync(file.fileno())
    return _Copy(source, seen)


def _told(at: Progress, _state: int, left: int, total: int) -> None:
    at(total - left, total * _CHECKS)


def _version(source: Any) -> int:  # noqa: ANN401
    return int(source.execute("PRAGMA data_version").fetchone()[0])


def _swap(folder: Path, keys: Passing, copy: _Copy) -> bytearray | None:
    """Put the new database in the old one's place; None when something was written since it was copied."""
    with translated():
        try:
            if _version(copy.source) != copy.seen:
                return None
            # Leaving the log behind needs the file alone: with a window left that reads, it is refused. And a log left
            # beside the new file would be written into it.
            copy.source.execute("PRAGMA busy_timeout=500")
            if copy.source.execute("PRAGMA journal_mode=delete").fetchone()[0] != "delete":
                raise Trouble("trouble.vault_read_elsewhere")
        finally:
            copy.source.close()
    keyfile.write(folder, keys.file)
    with trouble_with_files():
        put_in_place(folder / NEXT, folder / DATABASE)
    with suppress(OSError):  # the new key is the one in use whatever the disk says now; the key file syncs once more
        sync_folder(folder)
    return keys.new
