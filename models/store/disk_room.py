# SPDX-License-Identifier: MIT
"""Why a write failed that the engine calls an I/O error: asked of the disk itself, with a small file beside."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.store.engine import DATABASE
from models.store.faults import translated
from models.store.files import trouble_key
from models.values.trouble import Trouble

PIECE = 1 << 16
_UNSURE = frozenset({"trouble.disk_fault", "trouble.vault_moved"})


@contextmanager
def translated_at(folder: Path) -> Iterator[None]:
    """As `translated`, told more exactly: the engine says «I/O error» of a quota, a lost right and a lost network."""
    try:
        with translated():
            yield
    except Trouble as trouble:
        if trouble.key not in _UNSURE:
            raise
        told = refusal_of(folder)
        if told is None or told == trouble.key:
            raise
        raise Trouble(told) from trouble


def refusal_of(folder: Path) -> str | None:
    """What the disk answers to a file as large as the vault's largest and a piece more; None when it takes it."""
    probe = folder / f".room.{os.getpid()}.tmp"
    try:
        handle = os.open(probe, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        return trouble_key(error)
    try:
        _ask(handle, max(_size(folder / name) for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")))
    except OSError as error:
        return trouble_key(error)
    finally:
        os.close(handle)
        probe.unlink(missing_ok=True)
    return None


def _ask(handle: int, size: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, size, PIECE)  # the part before is a hole that takes no room
    else:
        os.write(handle, bytes(PIECE))
        os.fsync(handle)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
