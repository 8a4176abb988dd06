# SPDX-License-Identifier: MIT
"""Failed unlocks: written beside the vault while it is closed, and entered in its log at the next opening."""

import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from models.store.files import shown

ATTEMPTS = "vault.attempts"
FREE = 3  # a slip of the finger costs nothing
LONGEST = 60
_KEPT = 1 << 16


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try that opened nothing: when, with what, and on which machine."""

    at: str
    factor: str
    machine: str


def record(folder: Path, factor: str, now: datetime) -> None:
    """Note a failed unlock; where the folder cannot be written the refusal itself must still be shown."""
    line = json.dumps({"at": now.isoformat(timespec="seconds"), "factor": factor, "machine": socket.gethostname()})
    with suppress(OSError), (folder / ATTEMPTS).open("a+b") as file:
        if file.tell() > _KEPT:  # the newest tell how long to wait; the middle of a long siege can go
            file.seek(0)
            lines = file.read().splitlines(keepends=True)
            file.truncate(0)
            file.writelines(lines[: len(lines) // 4] + lines[-len(lines) // 4 :])
        file.write(line.encode() + b"\n")
        os.fsync(file.fileno())


def wait(folder: Path, now: datetime) -> int:
    """The seconds until the next try: none after a few, then 1, 2, 4 … 60, also after a restart.

    The file is nobody's seal: who can remove it can copy the vault too, and guess elsewhere.
    """
    failed = waiting(folder)
    if len(failed) < FREE:
        return 0
    pause = min(LONGEST, 1 << min(len(failed) - FREE, 6))
    try:
        left = datetime.fromisoformat(failed[-1].at) + timedelta(seconds=pause) - now
    except (ValueError, TypeError, OverflowError):
        return 0
    # never longer than the pause itself, though the clock was set back
    return max(0, min(pause, -(-left // timedelta(seconds=1))))


def waiting(folder: Path) -> tuple[Attempt, ...]:
    """The failed unlocks that are not in the log yet."""
    try:
        lines = (folder / ATTEMPTS).read_bytes()[: 2 * _KEPT].splitlines()
    except OSError:
        return ()
    found = []
    for line in lines:
        with suppress(ValueError, KeyError, TypeError, RecursionError):
            told = json.loads(line)
            found.append(Attempt(shown(told["at"]), shown(told["factor"]), shown(told["machine"])))
    return tuple(found)


def entered(folder: Path) -> None:
    """Forget the attempts once the log has them."""
    with suppress(OSError):
        (folder / ATTEMPTS).unlink(missing_ok=True)
