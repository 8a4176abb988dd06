# SPDX-License-Identifier: MIT
"""Takes a person out for good: a new database key for those who stay, and the whole database written anew under it.

The old database stands until the new one has been proved. Then three things happen, each in one step and each on the
disk before the next: the key file gets the new key beside the old one (`pending`), the new database takes the old
one's name, and the key file forgets the old key. Whoever is killed between them leaves a vault that one key opens;
`unfinished` finds out which.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from models.store import keyfile, slots
from models.store.backup import compared, facts, written_once
from models.store.database import Database
from models.store.engine import DATABASE, connect
from models.store.faults import translated
from models.store.files import replace as put_in_place
from models.store.files import sync_folder, trouble_with_files
from models.store.fit import apart, belongs
from models.store.follower import Follower
from models.store.keyfile import KeyFile
from models.store.memory import wipe
from models.store.vault_lock import no_reader
from models.values.trouble import Trouble

NEXT = "vault.db.next"
_OLD, _OLD_LOG = "-old", "-oldlog"
Progress = Callable[[int, int], None]
ROOM = 2
TRIES = 200  # each is tried once what was written during the last one is in the copy


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
    """Remove what is not the vault, or not any more."""
    for tail in ("", "-wal", "-shm", "-journal", _OLD, _OLD_LOG):
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
    """Copy it whole, and then what was written meanwhile, until so little is left that nobody notices the wait."""
    folder = database.folder
    with translated(), closing(Follower(folder, folder / NEXT, keys.old, keys.new)) as follower:
        _copy(follower.view, folder / NEXT, keys.new, at)
        follower.catch_up()
        follower.prove()
        _keep_until_later(folder)
        for _ in range(TRIES):
            follower.catch_up()
            if database.exchange(partial(_swap, folder, keys, follower)):
                return
    raise Trouble("trouble.rekey_busy")


def _copy(view: Any, target: Path, key: bytearray, at: Progress) -> None:  # noqa: ANN401
    """Write the database anew under the coming key, and prove it page by page before it counts."""
    discard(target.parent)
    told = facts(view)
    copy = written_once(target, key)
    try:
        compared(view, copy, told, at, failed="trouble.rekey_failed")
    finally:
        copy.close()
    with trouble_with_files(), target.open("rb+") as file:
        os.fsync(file.fileno())


def _swap(folder: Path, keys: Passing, follower: Follower) -> bytearray | None:
    """Put the new database in the old one's place; None when too much was written since it was copied."""
    with translated():
        if not follower.caught_up():
            return None
        follower.leave_log()
    keyfile.write(folder, keys.file)
    with trouble_with_files():
        put_in_place(folder / NEXT, folder / DATABASE)
    with suppress(OSError):  # the new key is the one in use whatever the disk says now; the key file syncs once more
        sync_folder(folder)
    return keys.new


def _keep_until_later(folder: Path) -> None:
    """A second name for the old files: a file that loses its last one is freed at once, and all would wait for that."""
    for tail, kept in (("", _OLD), ("-wal", _OLD_LOG)):
        with suppress(OSError):  # no such names on this disk: then one waits
            os.link(folder / f"{DATABASE}{tail}", folder / f"{NEXT}{kept}")
