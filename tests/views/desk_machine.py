# SPDX-License-Identifier: MIT
"""A machine for the settings page in tests: it remembers what the page asked for."""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job
from models.values.trouble import Trouble
from views.backups import BackupState


class DeskBackups(QObject):
    """Copies that are never made: what was asked for is remembered."""

    changed = Signal()

    def __init__(self):
        super().__init__()
        self.asked, self.known = [], BackupState()

    def state(self):
        return self.known

    def show(self, state):
        self.known = state
        self.changed.emit()

    def choose(self, parent):
        self.asked.append("choose")

    def take(self):
        self.asked.append("take")

    def restore(self):
        self.asked.append("restore")

    def move(self, parent):
        self.asked.append("move")

    def move_here(self):
        self.asked.append("move_here")


class DeskKeys:
    """What views.pages.settings.own_keys.OwnKeys asks, without a vault."""

    keyring_line = ""

    def __init__(self):
        self.sheets, self.bound, self.printed, self.trouble = 1, False, [], None
        self.paper, self.slow = (), None

    def propose_paper(self, sheets):
        self.paper = tuple(tuple(f"{part}{group}AB" for group in range(9)) for part in range(1, sheets + 1))
        return self.paper

    def print_sheet(self, at):
        self.printed.append(at)
        return True

    save_sheet = print_sheet

    def accept_paper(self, typed):
        self.sheets = len(typed)

    def bind(self, passphrase):
        self._ask()
        self.bound = True

    def release(self, passphrase):
        self._ask()
        self.bound = False

    def _ask(self):
        if self.slow is not None:
            self.slow.wait(5)
        if self.trouble:
            raise Trouble(self.trouble)


class DeskChecker:
    """Looks through nothing, and finds it in order."""

    def check_vault(self, tell):
        job = Job(lambda pulse: pulse.at(4, 4))
        job.succeeded.connect(lambda _found: tell("Alt er i orden.", True))
        job.start(ThreadPoolExecutor(1))
        return job


class DeskShield:
    """A machine that can hide its window, on an encrypted disk."""

    capture, disk = "hidden", "encrypted"

    def hide_window(self, hidden):
        self.capture = "hidden" if hidden else "shown"


class DeskMachine:
    """What views.pages.settings.machine.Machine asks, without disk, keyring or printers."""

    folder = "/hjemme/Hvelv"

    def __init__(self):
        self.checker = DeskChecker()
        self.language, self.theme, self.idle_minutes = "nb", "light", 10
        self.shield = DeskShield()
        self.arms, self.changed = None, []
        self.backups = DeskBackups()
        self.keys = DeskKeys()

    def speak(self, language):
        self.language = language

    def look(self, theme):
        self.theme = theme

    def allow_idle(self, minutes):
        self.idle_minutes = minutes

    def choose_arms(self, parent):
        if isinstance(self.arms, Exception):
            raise self.arms
        return self.arms

    def change_passphrase(self, old, new):
        self.changed.append((old, new))

    def strength(self, passphrase):
        return "strong" if len(passphrase) > 15 else "weak"

    def propose(self):
        return "stue kråke modell raft kaffe"
