# SPDX-License-Identifier: MIT
"""A person whose disk fills up while they write: run as a process of its own, since the limit holds for all of it.

`full_disk_driver.py close FOLDER` writes, closes, is asked, makes room and tries again; `lock` locks instead, and the
process that takes over makes room before it unlocks.
"""

import resource
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from desktop.application import make_application
from desktop.opening import make_vault
from desktop.paths import settings_file
from desktop.program import Program
from desktop.settings import Settings
from models.store import recovery_change
from models.work.edit_staff import StaffDraft
from models.work.set_up import MunicipalityDraft
from tests.eye import TEXT, Eye, settle
from views.start.guide import Filled
from views.texts import t

PASSPHRASE = "hest katt mus bil bok"
ROOM = 1_000


def main() -> int:
    """One of the stories, or the end of the second."""
    settings = Settings(settings_file())
    application = make_application(settings)
    program = Program(application, settings)
    if sys.argv[1] == "--vault":
        unlock(program, Path(sys.argv[2]))
        return application.exec()
    begin(program, Path(sys.argv[2]))
    if sys.argv[1] == "lock":
        QTimer.singleShot(0, lambda: Eye(program.frame).press(t("shell.lock")))
        return application.exec()
    close(program)
    return 0


def fill_up(full: bool) -> None:
    """From now on no file may grow, or all may."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM if full else most, most))


def begin(program: Program, folder: Path) -> None:
    """Write the line that is given into a form, on a disk that has just become full."""
    person = StaffDraft(name="Kari Nordvik", title="barnekoordinator")
    vault = make_vault(Filled(MunicipalityDraft(name="Mellomvik kommune"), person, PASSPHRASE, folder))
    recovery_change.confirm(vault, ["".join(sheet) for sheet in vault.recovery_sheets])
    program.enter(vault)
    program.frame.open()
    program.sitting.main.navigator.open("new_family")
    settle()
    fill_up(True)
    Eye(program.frame).write(t("new_family.given_name"), sys.stdin.readline().strip())


def close(program: Program) -> None:
    """Try to close, see what would be lost, make room, and try again."""
    program.frame.close()
    settle()
    print("open", program.frame.isVisible(), flush=True)
    print("asked", Eye(program.frame).tree().replace("\n", " "), flush=True)
    fill_up(False)
    Eye(program.frame).press(t("program.unkept.again"))
    print("open", program.frame.isVisible(), flush=True)
    print("kept", program.sitting.workspace.drafts.load("new_family"), flush=True)
    program.close()


def unlock(program: Program, folder: Path) -> None:
    """There is room again: unlock, and tell what stands in the form."""
    print("locked", flush=True)
    sys.stdin.readline()
    fill_up(False)
    program.begin(folder)
    program.start.opened.connect(lambda _vault: QTimer.singleShot(0, lambda: tell(program)))
    settle()
    eye = Eye(program.frame)
    eye.write(t("start.passphrase"), PASSPHRASE)
    eye.key(Qt.Key.Key_Return)


def tell(program: Program) -> None:
    """What came over."""
    print("typed", Eye(program.frame).find(TEXT, t("new_family.given_name")).text(), flush=True)
    print("kept", program.sitting.workspace.drafts.load("new_family"), flush=True)
    program.application.quit()


if __name__ == "__main__":
    sys.exit(main())
