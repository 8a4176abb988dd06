# SPDX-License-Identifier: MIT
"""Failed unlocks: written beside the vault while it is closed, and entered in its log at the next opening."""

import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.store.files import shown

ATTEMPTS = "vault.attempts"
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
    with suppress(OSError), (folder / ATTEMPTS).open("ab") as file:
        if file.tell() < _KEPT:
            file.write(line.encode() + b"\n")
            os.fsync(file.fileno())


def waiting(folder: Path) -> tuple[Attempt, ...]:
    """The failed unlocks that are not in the log yet."""
    try:
        lines = (folder / ATTEMPTS).read_bytes()[:_KEPT].splitlines()
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
