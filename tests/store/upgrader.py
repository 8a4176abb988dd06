# SPDX-License-Identifier: MIT
"""A program of its own that upgrades a vault until something stops it.

usage: python -m tests.store.upgrader FOLDER tick NUMBER     killed when so many signs of progress have been given
       python -m tests.store.upgrader FOLDER size BYTES      killed at the write that makes a file larger than this
"""

import itertools
import os
import signal
import sys
from pathlib import Path

from models.store.migrations import Upgrade
from models.store.vault import open_vault, utc_now


def main(folder, what, number):
    """Open the vault, which upgrades it."""
    ticks = itertools.count(1)

    def watch(*_told):
        if what == "tick" and next(ticks) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    if what == "size":
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (number, resource.RLIM_INFINITY))
    open_vault(folder, bytearray(b"fire korte norske ord"), upgrade=Upgrade(utc_now(), watch=watch)).close()
    os.write(1, f"{next(ticks)}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
