# SPDX-License-Identifier: MIT
"""Identifiers that sort by the time they were made (UUID version 7, RFC 9562)."""

import os
import time
from threading import Lock
from uuid import UUID

_lock = Lock()
_last = 0


def new_id() -> UUID:
    """A fresh identifier, later than every earlier one in this process even if the clock is set back."""
    global _last
    with _lock:
        _last = max(time.time_ns() >> 8, _last + 1)
        ticks = _last
    milliseconds, rest = divmod(ticks << 8, 1_000_000)
    fraction = (rest << 12) // 1_000_000
    value = milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62
    return UUID(int=value | int.from_bytes(os.urandom(8)) >> 2)
