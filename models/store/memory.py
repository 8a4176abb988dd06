# SPDX-License-Identifier: MIT
"""Keeps secrets from lying about: overwrites them after use and closes the process's memory to others."""

import ctypes
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_PR_SET_DUMPABLE = 4
_PT_DENY_ATTACH = 31


def wipe(secret: bytearray) -> None:
    """Overwrite a secret where it lies."""
    secret[:] = bytes(len(secret))


def secret_bytes(typed: str) -> bytearray:
    """What was typed as bytes that can be wiped, the same from every keyboard: macOS may send é as two signs."""
    return bytearray(unicodedata.normalize("NFC", typed).encode())


@contextmanager
def wiped(secret: bytearray) -> Iterator[bytearray]:
    """Use a secret, and overwrite it whatever happens."""
    try:
        yield secret
    finally:
        wipe(secret)


def close_memory() -> bool:
    """No core dumps, no reading by other programs of the same user; whether the system took it."""
    if sys.platform == "win32":
        from models.store.windows_process import close_process

        return close_process()
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(libc.ptrace(_PT_DENY_ATTACH, 0, None, 0) == 0)
        return bool(libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
    except (OSError, AttributeError):
        return False
