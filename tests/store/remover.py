# SPDX-License-Identifier: MIT
"""A program of its own that removes Berit from a vault, and may be killed at a chosen line of the exchange.

usage: python -m tests.store.remover FOLDER count|kill|run [LINE]
"""

import os
import signal
import sys
from pathlib import Path

from models.store.vault import open_vault

WATCHED = ("rekey.py", "keyfile.py", "files.py", "opened.py")


class Killer:
    """Counts the lines that run in the modules of the exchange, and kills the program at one of them."""

    def __init__(self, line):
        self.seen, self.line = 0, line

    def __call__(self, frame, event, _what):
        if not frame.f_code.co_filename.endswith(WATCHED):
            return None
        if event == "line":
            self.seen += 1
            if self.seen == self.line:
                os.kill(os.getpid(), signal.SIGKILL)
        return self


def main():
    """Open, remove, and say how many lines it took."""
    folder, what = Path(sys.argv[1]), sys.argv[2]
    vault = open_vault(folder, bytearray(b"fire korte norske ord"))
    slot = next(user.slot for user in vault.users if user.name == "Berit Fjell")
    killer = Killer(int(sys.argv[3]) if what == "kill" else 0)
    if what != "run":
        sys.settrace(killer)
    vault.remove_user(slot, lambda _done, _total: None)
    sys.settrace(None)
    print(killer.seen)
    vault.close()


if __name__ == "__main__":
    main()
