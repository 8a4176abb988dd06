# SPDX-License-Identifier: MIT
"""The lock file of a vault: one window writes at a time, and the others are told who."""

import json
import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from io import FileIO
from pathlib import Path

from models.store.files import shown, trouble_with_files
from models.values.trouble import Trouble

LOCK = "vault.lock"
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


def _try_lock(file: FileIO) -> bool:
    try:
        _system_lock()(file)
    except OSError:
        return False
    return True


def _system_lock() -> Callable[[FileIO], None]:
    if sys.platform == "win32":
        return _lock_windows
    return _lock_posix


def _lock_posix(file: FileIO) -> None:
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_windows(file: FileIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
