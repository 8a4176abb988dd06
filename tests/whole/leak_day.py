# SPDX-License-Identifier: MIT
"""A whole working day at the real window, in a process of its own that locking replaces; every field holds a mark.

Started with the kind of day, the folder of the vault and the folder where a person saves documents, or with a vault
that is damaged; the mark and the passphrase come on standard input, so that neither stands in what the program is
made of.
"""

import json
import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.application import make_application
from desktop.crash import catch
from desktop.log import start_log
from desktop.opening import make_vault
from desktop.paths import log_folder, settings_file
from desktop.program import Program
from desktop.settings import Settings
from models.store.memory import close_memory
from tests.eye import TEXT, Eye
from tests.whole import leak_desk, leak_leaving
from tests.whole.leak_damage import look_and_rescue
from tests.whole.leak_hand import MarkedHand, SavingAll
from views.printing import use_printing

DAYS = {"desk": leak_desk.day, "leaving": leak_leaving.day}


def main():
    close_memory()
    start_log(log_folder())
    settings = Settings(settings_file())
    application = make_application(settings)
    program = Program(application, settings)
    catch(program.tell, program.crashed)
    kind, *folders = sys.argv[1:]
    if kind == "--vault":
        after_locking(program, Path(folders[0]))
    elif kind == "damaged":
        QTimer.singleShot(0, or_ends(lambda: until_rescued(program, folders[0])))
    else:
        QTimer.singleShot(0, or_ends(lambda: until_locking(program, DAYS[kind], *map(Path, folders))))
    return application.exec()


def or_ends(act):
    """A day that does not go as it should ends at once, so that nobody waits for it."""

    def run():
        try:
            act()
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    return run


def until_locking(program, day, folder, saved):
    """Everything that is done in a day, up to half a note and Ctrl+L."""
    from models.store import recovery_change
    from models.work.edit_staff import StaffDraft
    from models.work.set_up import MunicipalityDraft
    from views.start.guide import Filled

    mark, passphrase = sys.stdin.readline().split()
    hand = MarkedHand(program, mark)
    municipality, person = MunicipalityDraft(name="Mellomvik kommune"), StaffDraft(name="Kari Nordvik", title="leder")
    vault = make_vault(Filled(municipality, person, passphrase, folder))
    recovery_change.confirm(vault, ["".join(sheet) for sheet in vault.recovery_sheets])
    program.enter(vault)
    use_printing(SavingAll(saved))
    program.frame.open()
    hand.begin_a_note(day(hand, vault))
    print(f"marks {hand.count}", flush=True)
    # backwards, since this too is a write that is searched
    print("secrets", json.dumps([told[::-1] for told in hand.secrets]), flush=True)
    sys.stdin.readline()
    hand.eye.press("Lås")


def until_rescued(program, folder):
    """A damaged vault looked at and rescued, up to the way to the new one."""
    hand = MarkedHand(program, "")
    look_and_rescue(hand, folder, sys.stdin.readline().strip())
    print("rescued", flush=True)
    sys.stdin.readline()
    hand.eye.press("Gå til det nye hvelvet")


def after_locking(program, folder):
    """Wait locked; then unlock, look at the note that stands half-typed, and go home."""
    program.begin(folder)
    program.start.opened.connect(lambda _vault: QTimer.singleShot(0, lambda: look(program)))
    print("locked", flush=True)
    QTimer.singleShot(0, lambda: unlock(program))


def unlock(program):
    passphrase = sys.stdin.readline().strip()
    eye = Eye(program.frame)
    eye.write("Passord", passphrase)
    eye.key(Qt.Key.Key_Return)


def look(program):
    words = Eye(program.frame).find(TEXT, "Hva som ble sagt").toPlainText()
    print(f"half {len(words)}", flush=True)
    QApplication.quit()


if __name__ == "__main__":
    sys.exit(main())
