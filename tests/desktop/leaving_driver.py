# SPDX-License-Identifier: MIT
"""A person who saves, types half a word more, and leaves; the machine can die at a chosen point of the day's copy.

A point is a sign of progress in copying the pages, or an operation on a file at the place of the copies. Each home
holds a vault, a place for its copies, and what the program keeps; each is left in a fork of a process that has read
in everything.

usage: python -m tests.desktop.leaving_driver [HOME points|kill|go close|lock START:POINT ...]
the points are counted from the first whose name begins with START
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from desktop.application import make_application
from desktop.paths import settings_file
from desktop.program import Program
from desktop.settings import Settings
from models.store.vault import open_vault
from models.work.edit_staff import StaffDraft, add_staff
from tests.eye import Eye
from tests.store.remover import Points, batched

PASSPHRASE = b"hest katt mus bil bok"
SAVED, TYPED = "Torunn Vik", "Sigrid halvskr"
PAGES = "pages"


def leave(home, what, way, at):
    """Open, save, type, and leave by this way; never comes back when the machine dies."""
    os.environ["LAGET_HOME"] = str(home)
    settings = Settings(settings_file())
    application = make_application(settings)
    program = Program(application, settings)
    program.enter(open_vault(home / "hvelv", bytearray(PASSPHRASE)))
    program.frame.open()
    workspace = program.sitting.workspace
    program.sitting.backups.use_place(home / "plass")
    start, _, count = at.rpartition(":")
    points = Points(home / "plass", what, start, int(count))
    # on the worker's own thread, in the middle of its work
    direct = Qt.ConnectionType.DirectConnection
    workspace.started.connect(lambda job: job.progressed.connect(lambda *_: points.reach(PAGES), direct))
    if what != "go":
        workspace.do(add_staff, StaffDraft(name=SAVED))
        program.sitting.main.navigator.open("settings")
        Eye(program.frame).write("Navn", TYPED)
    QTimer.singleShot(0, lambda: begin(program, points, way))
    application.exec()
    points.on = False
    print("\n".join(points.told) if what == "points" else "left")


def begin(program, points, way):
    """The last key: from now on the machine may die."""
    points.begin()
    if way == "lock":
        program.lock()
    else:
        program.frame.close()


def main():
    """One fork for each home, one after the other."""
    for home, what, way, at in batched(sys.argv[1:]):
        child = os.fork()
        if not child:
            leave(Path(home), what, way, at)
            sys.stdout.flush()
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
