# SPDX-License-Identifier: MIT
"""A person who types, locks, and unlocks again: run as a process of its own, which locking replaces.

Started with a folder it makes a vault there, types the line it is given into a form and leaves in the way the next
line names; the process that takes its place is started with --vault, waits for a line, unlocks, tells what stands in
the form, and goes on in the same manner.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from desktop.application import make_application
from desktop.crash import catch
from desktop.opening import make_vault
from desktop.paths import settings_file
from desktop.program import Program
from desktop.session_events import watch_session
from desktop.settings import Settings
from models.queries.drafts import drafts
from tests.eye import TEXT, Eye, settle

PASSPHRASE = "hest katt mus bil bok"


def main() -> int:
    """The first half of the story, or the second in the process that took over."""
    settings = Settings(settings_file())
    application = make_application(settings)
    program = Program(application, settings)
    if sys.argv[1] == "--vault":
        second(program, Path(sys.argv[2]))
    else:
        first(program, Path(sys.argv[1]))
    return application.exec()


def first(program: Program, folder: Path) -> None:
    """Make a vault, type half a form, and lock with Ctrl+L's own command."""
    from models.store import recovery_change
    from models.work.edit_staff import StaffDraft
    from models.work.set_up import MunicipalityDraft
    from views.start.guide import Filled

    person = StaffDraft(name="Kari Nordvik", title="barnekoordinator")
    vault = make_vault(Filled(MunicipalityDraft(name="Mellomvik kommune"), person, PASSPHRASE, folder))
    recovery_change.confirm(vault, ["".join(sheet) for sheet in vault.recovery_sheets])
    program.enter(vault)
    program.frame.open()
    program.sitting.main.navigator.open("settings")
    type_and_leave(program)


def type_and_leave(program: Program) -> None:
    """Type the line that comes, and what the line after it says: nothing has time to be kept in between."""
    line = sys.stdin.readline().strip()
    if not line:
        return
    Eye(program.frame).write("Navn", line)
    print("typed", flush=True)
    WAYS[sys.stdin.readline().strip()](program)


def idle(program: Program) -> None:
    """Nobody has touched the program for as long as is allowed."""
    program.sitting.watch.allow(0)
    program.sitting.watch.check()


def sleep(program: Program) -> None:
    """The machine tells that it is about to sleep."""
    watch_session(program.sitting.watch.lock_at_once.emit).told(True)


def crash(program: Program) -> None:
    """A mistake of our own, caught as the program catches it."""
    catch(program.tell, program.crashed)
    QTimer.singleShot(0, lambda: 1 / 0)
    settle()
    kept = program.sitting.workspace.read(drafts, program.sitting.workspace.staff_id)
    print("kept", [one.values for one in kept], flush=True)


WAYS = {"lock": lambda program: Eye(program.frame).press("Lås"), "idle": idle, "sleep": sleep, "crash": crash}


def second(program: Program, folder: Path) -> None:
    """Wait locked, then unlock and tell what is there."""
    program.begin(folder)
    program.start.opened.connect(lambda _vault: QTimer.singleShot(0, lambda: tell(program)))
    print("locked", flush=True)
    sys.stdin.readline()
    eye = Eye(program.frame)
    eye.write("Passord", PASSPHRASE)
    eye.key(Qt.Key.Key_Return)


def tell(program: Program) -> None:
    """Where the person is, and what stands in the field."""
    eye = Eye(program.frame)
    here = program.sitting.main.stage.stop_in_view()
    print(f"page {here.page}", flush=True)
    print(f"typed {eye.find(TEXT, 'Navn').text()}", flush=True)
    type_and_leave(program)


if __name__ == "__main__":
    sys.exit(main())
