# SPDX-License-Identifier: MIT
"""Writes small files beside the database so that a cut leaves the old file or the new, never half of one."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.values.trouble import Trouble

# a network share that is gone, or a disk that was pulled out
_GONE_NAMES = "ESTALE EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENOTCONN ETIMEDOUT ENODEV ENXIO"
_GONE = frozenset(code for code, name in errno.errorcode.items() if name in _GONE_NAMES)
_GONE_WINDOWS = frozenset({21, 53, 55, 59, 64, 67, 121, 1231})
TRIES = 10
LONGEST = 80


@contextmanager
def trouble_with_files() -> Iterator[None]:
    """Turn what the operating system complains of into something the user can do about it."""
    try:
        yield
    except OSError as error:
        raise Trouble(trouble_key(error)) from error


def trouble_key(error: OSError) -> str:
    """The sentence for a file error."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "trouble.disk_full"
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "trouble.folder_read_only"
    if error.errno in _GONE or getattr(error, "winerror", None) in _GONE_WINDOWS:
        return "trouble.disk_gone"
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "trouble.vault_moved"
    return "trouble.disk_fault"


def shown(value: object) -> str:
    """What a small file outside the database says, fit to show and to keep; anybody may have written there."""
    return "".join(sign for sign in str(value)[:LONGEST] if sign.isprintable())


def write_whole(path: Path, content: bytes) -> None:
    """Write to a neighbour, make sure it is on the disk, and put it in the file's place."""
    neighbour = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with neighbour.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        replace(neighbour, path)
    finally:
        neighbour.unlink(missing_ok=True)
    sync_folder(path.parent)


def replace(source: Path, target: Path) -> None:
    """Rename in one step; on Windows a virus scanner may hold the file for a moment."""
    for left in reversed(range(TRIES)):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if not left or os.name != "nt":
                raise
            time.sleep(0.1)


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
