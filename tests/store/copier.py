# SPDX-License-Identifier: MIT
"""A program of its own that takes one copy under a full disk, without rights, or until it is killed.

usage: python -m tests.store.copier FOLDER KEY PLACE ROOM|nobody|killN
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from models.store.backups import take
from models.values.trouble import Trouble
from tests.store.writer import limit, say

if __name__ == "__main__":
    folder, key, place, how = Path(sys.argv[1]), bytearray.fromhex(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
    calls = []

    def progress(done, _total):
        calls.append(done)
        if how == f"kill{len(calls)}":
            os.kill(os.getpid(), signal.SIGKILL)

    if how == "nobody":
        os.setuid(65534)
    elif how.isdigit():
        limit(int(how))
    try:
        say(str(take(folder, key, place, datetime(2026, 3, 16, 9, 0, tzinfo=UTC), progress).folder.name))
    except Trouble as trouble:
        say(trouble.key)
