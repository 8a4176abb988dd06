# SPDX-License-Identifier: MIT
"""A program of its own that removes Berit from vaults; the machine can die, or the disk fill, at a chosen point.

A point is an operation on a file in the vault's folder, named in the order they come: each opening, renaming and
removing, and each sync. Each vault is opened in a fork of a process that has read in everything.

usage: python -m tests.store.remover [FOLDER points|kill|full START POINT ...]
the points are counted from the first whose name begins with START
"""

import os
import resource
import signal
import sys
from pathlib import Path

from models.store.vault import open_vault
from models.values.trouble import Trouble

WATCHED = ("open", "os.rename", "os.remove")


class Points:
    """Counts the operations on files, and strikes before one of them."""

    def __init__(self, folder, what, start, at):
        self.folder, self.what, self.start, self.at = str(folder), what, start, at
        self.seen, self.told, self.on, self.sync = 0, [], False, os.fsync

    def begin(self):
        """From now on."""
        sys.addaudithook(self.hear)
        os.fsync = self.fsync
        self.on = True

    def hear(self, event, given):
        """What the interpreter tells of itself before it does it."""
        if self.on and event in WATCHED and str(given[0]).startswith(self.folder):
            self.reach(f"{event} {Path(given[0]).name}")

    def fsync(self, handle):
        """A sync tells nothing of itself."""
        self.reach(f"sync {handle if isinstance(handle, int) else handle.fileno()}")
        self.sync(handle)

    def reach(self, name):
        """Die, or fill the disk, when this is the point."""
        self.told.append(name)
        self.seen += bool(self.seen) or name.startswith(self.start)
        if self.seen == self.at:
            if self.what == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))


def remove(folder, what, start, at):
    """Open and remove; says each point, or how it ended and whether the vault can be read on."""
    vault = open_vault(folder, bytearray(b"fire korte norske ord"))
    slot = next(user.slot for user in vault.users if user.name == "Berit Fjell")
    points = Points(folder, what, start, at)
    points.begin()
    try:
        vault.remove_user(slot, lambda _done, _total: None)
        ended = "done"
    except Trouble as trouble:
        ended = trouble.key
    points.on = False
    print("\n".join(points.told) if what == "points" else ended)
    if what == "full":
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        vault.set_passphrase(bytearray("ord etterpå".encode()), cost=vault.keys.slot(vault.slot).cost)
    vault.close()


def batched(given):
    """Four at a time."""
    return zip(*[iter(given)] * 4, strict=True)


def main():
    """One fork for each vault, one after the other."""
    for folder, what, start, at in batched(sys.argv[1:]):
        child = os.fork()
        if not child:
            remove(Path(folder), what, start, int(at))
            sys.stdout.flush()
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
