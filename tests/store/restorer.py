# SPDX-License-Identifier: MIT
"""A program of its own that takes a copy back and kills itself on entering the n-th rename, sync or removal.

usage: python -m tests.store.restorer COPY VAULT N
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from models.store.restore import Secret, prepare, put_in_place

if __name__ == "__main__":
    now = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
    copy, vault, at = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    room = prepare(copy, vault, Secret(bytearray(b"fire korte norske ord")), now)
    calls = []

    def watched(event, _arguments):
        if event in ("os.rename", "os.remove", "open"):
            calls.append(event)
            if len(calls) == at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watched)
    put_in_place(room, vault, now)
