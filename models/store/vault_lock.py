# SPDX-License-Identifier: MIT
"""The lock file of a vault: one window writes at a time, and the others are told who."""

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import FileIO
from pathlib import Path

from models.store.files import shown, trouble_with_files
from models.values.trouble import Trouble

LOCK = "vault.lock"
READERS = "vault.readers"
_SEATS = 64  # windows that may read at the same time on Windows, where every lock is for one alone
_FAR = 1 << 30  # Windows locks bytes, also against reading: one far behind what is written


class VaultLock:
    """Held from opening to closing; the system lets go of it by itself when the process dies."""

    def __init__(self, folder: Path, now: datetime, *, take_over: bool = False) -> None:
        path = folder / LOCK
        with trouble_with_files():
            self._file = FileIO(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+")
        holder = _holder(self._file)
        if not _try_lock(self._file):
            self._file.close()
            raise _taken(holder)
        elsewhere = holder.get("host", "") not in ("", socket.gethostname())
        if elsewhere and not take_over:
            self._file.close()
            raise _taken(holder)
        with trouble_with_files():
            self._tell({"pid": os.getpid(), "host": socket.gethostname(), "since": now.isoformat(timespec="minutes")})

    def release(self) -> None:
        """Say that nobody holds the vault, and let go."""
        if self._file.closed:
            return
        with suppress(OSError):
            self._tell({})
        self._file.close()

    def _tell(self, holder: dict[str, object]) -> None:
        self._file.seek(0)
        self._file.write(json.dumps(holder).encode() if holder else b"")
        self._file.truncate()


class ReadLock:
    """Held by a window that only reads: while one does, the database is not exchanged under it."""

    def __init__(self, folder: Path) -> None:
        self._file = _readers(folder)
        if not _try_share(self._file):
            self._file.close()
            raise Trouble("trouble.vault_busy")

    def release(self) -> None:
        """Let go."""
        self._file.close()


@contextmanager
def no_reader(folder: Path) -> Iterator[None]:
    """Keep windows that only read away; refused while there is one."""
    file = _readers(folder)
    try:
        if not _try_lock(file, _SEATS):
            raise Trouble("trouble.vault_read_elsewhere")
        yield
    finally:
        file.close()


def _readers(folder: Path) -> FileIO:
    with trouble_with_files():
        return FileIO(os.open(folder / READERS, os.O_RDWR | os.O_CREAT, 0o600), "r+")


def refuse_if_held(folder: Path) -> None:
    """Raise when somebody has the vault open; writes nothing, so that a check leaves no trace."""
    try:
        file = FileIO(os.open(folder / LOCK, os.O_RDWR), "r+")
    except OSError:
        return
    try:
        holder = _holder(file)
        if not _try_lock(file) or holder.get("host", "") not in ("", socket.gethostname()):
            raise _taken(holder)
    finally:
        file.close()


def _taken(holder: dict[str, str]) -> Trouble:
    host, since = holder.get("host", ""), holder.get("since", "")
    if host in ("", socket.gethostname()):
        return Trouble("trouble.vault_in_use")
    return Trouble("trouble.vault_other_machine", host=host, since=since.replace("T", " ")[:16])


def _holder(file: FileIO) -> dict[str, str]:
    try:
        found = json.loads(file.read(4096) or b"{}")
    except (ValueError, OSError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): shown(value) for name, value in found.items()}


def _try_lock(file: FileIO, seats: int = 1) -> bool:
    try:
        if sys.platform == "win32":
            _lock_windows(file, _FAR, seats)
        else:
            _lock_posix(file, alone=True)
    except OSError:
        return False
    return True


def _try_share(file: FileIO) -> bool:
    if sys.platform != "win32":
        with suppress(OSError):
            _lock_posix(file, alone=False)
            return True
        return False
    for seat in range(_SEATS):
        with suppress(OSError):
            _lock_windows(file, _FAR + seat, 1)
            return True
    return False


def _lock_posix(file: FileIO, *, alone: bool) -> None:
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)


def _lock_windows(file: FileIO, start: int, length: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(start)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, length)
        file.seek(0)
