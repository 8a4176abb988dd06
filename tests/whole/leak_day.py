# SPDX-License-Identifier: MIT
"""A whole working day at the real window, in a process of its own that locking replaces; every field holds a mark.

Started with the folder of the vault and the folder where a person saves documents; the mark and the
passphrase come on standard input, so that neither stands in what the program is made of.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from desktop.application import make_application
from desktop.chosen_file import write_chosen
from desktop.crash import catch
from desktop.log import start_log
from desktop.opening import make_vault
from desktop.paths import log_folder, settings_file
from desktop.printing import make_printer, paint
from desktop.program import Program
from desktop.settings import Settings
from models.store.memory import close_memory
from tests.eye import TEXT, Eye, settle
from views.printing import use_printing
from views.widgets.pdf_raster import PdfRaster

CONTROL = Qt.KeyboardModifier.ControlModifier
CONDITIONS = 5


class SavingAll:
    """A printer and a folder of the person's own: what she prints and saves is hers to keep."""

    def __init__(self, place):
        self._place = place

    def print(self, parent, content, name, page=0):
        with PdfRaster(content) as raster:
            printer = make_printer(raster, name)
            printer.setOutputFileName(str(self._place / f"{name}.printed.pdf"))
            printer.setResolution(72)
            paint(printer, raster, page)
        return True

    def save(self, parent, content, name):
        path = self._place / f"{name}.saved.pdf"
        write_chosen(path, content)
        return path


class MarkedHand:
    """Writes the mark and a number of its own into every field in which words can be written."""

    def __init__(self, program, mark):
        self.program, self.eye, self._mark, self.count = program, Eye(program.frame), mark, 0

    def marked(self):
        self.count += 1
        return f"{self._mark}{self.count}"

    def fill(self):
        """Every empty field on the page; dates and people are chosen, not written."""
        for field in self._fields():
            name = field.accessibleName()
            if not name or self.eye.sees(f"Velg i kalender: {name}") or name == "Koordinator":
                continue
            field.setFocus(Qt.FocusReason.TabFocusReason)
            self.eye.write(name, self.marked())
        settle()

    def _fields(self):
        stage = self.program.sitting.main
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
            for field in stage.findChildren(kind):
                if field.isVisible() and field.isEnabled() and not field.isReadOnly() and not field.signalsBlocked():
                    empty = field.text() if kind is QLineEdit else field.toPlainText()
                    if not empty:
                        yield field


def main():
    close_memory()
    start_log(log_folder())
    settings = Settings(settings_file())
    application = make_application(settings)
    program = Program(application, settings)
    catch(program.tell, program.crashed)
    if sys.argv[1] == "--vault":
        after_locking(program, Path(sys.argv[2]))
    else:
        QTimer.singleShot(0, lambda: until_locking(program, Path(sys.argv[1]), Path(sys.argv[2])))
    return application.exec()


def until_locking(program, folder, saved):
    """Everything a coordinator does in a day, up to half a note and Ctrl+L."""
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
    family = register(hand)
    write_a_note(hand, family)
    assess_and_decide(hand)
    hand.eye.press("Skriv ut")
    program.sitting.main.navigator.open("family", id=family, tab="documents")
    settle()
    hand.eye.open_row("Dokumenter", "-001")
    hand.eye.press("Lagre som PDF")
    program.sitting.main.navigator.open("settings")
    hand.fill()
    hand.eye.leave()
    vault.back_up(folder.with_name("Kopi"))
    QTimer.singleShot(0, lambda: fail(hand.marked()))
    settle()
    program.sitting.main.navigator.open("family", id=family, tab="journal")
    hand.eye.press("Nytt notat")
    hand.fill()
    print(f"marks {hand.count}", flush=True)
    sys.stdin.readline()
    hand.eye.press("Lås")


def fail(said):
    raise ValueError(said)


def register(hand):
    """The form for a new family, with every field filled."""
    hand.program.sitting.main.navigator.open("new_family")
    settle()
    hand.eye.write("Fødselsdato", "140419")
    hand.eye.choose("Forhold til barnet", "Mor")
    hand.fill()
    hand.eye.press("Opprett")
    return hand.program.sitting.main.stage.stop_in_view().place["id"]


def write_a_note(hand, family):
    hand.program.sitting.main.navigator.open("family", id=family, tab="journal")
    settle()
    hand.eye.press("Nytt notat")
    hand.fill()
    hand.eye.press("Lagre notatet")
    hand.program.sitting.main.navigator.open("family", id=family, tab="right")
    settle()


def assess_and_decide(hand):
    """The child's view, the conditions, and a decision with every field filled."""
    hand.eye.press("Barnet er hørt")
    hand.fill()
    for number in range(CONDITIONS):
        answer(hand, number)
    hand.eye.leave()
    hand.eye.key(Qt.Key.Key_Return, CONTROL)
    hand.eye.write("Koordinator", "Kari")
    hand.eye.key(Qt.Key.Key_Return)
    hand.eye.write("Myndigheten er gitt", "i dag")
    hand.fill()
    hand.eye.leave()
    hand.eye.key(Qt.Key.Key_Return, CONTROL)


def answer(hand, number):
    from PySide6.QtGui import QAccessible

    groups = (QAccessible.Role.Grouping, QAccessible.Role.Client, QAccessible.Role.Pane)
    names = (
        "Familien har eller venter et barn under 18 år",
        "Alvorlig sykdom, skade eller nedsatt funksjonsevne",
        "Langvarige og sammensatte eller koordinerte behov",
        "Både helse- og omsorgstjenester og andre velferdstjenester",
        "Familien ønsker barnekoordinator",
    )
    hand.eye.find(groups, f"Er vilkåret oppfylt? {names[number]}").setFocus(Qt.FocusReason.TabFocusReason)
    hand.eye.key(Qt.Key.Key_J)


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
