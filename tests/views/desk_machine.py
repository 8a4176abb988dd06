# SPDX-License-Identifier: MIT
"""A machine for the settings page in tests: it remembers what the page asked for."""


class DeskMachine:
    """What views.pages.settings.machine.Machine asks, without disk, keyring or printers."""

    keyring_line = ""
    folder = "/hjemme/Hvelv"

    def __init__(self):
        self.language, self.theme, self.idle_minutes = "nb", "light", 10
        self.arms, self.copies, self.changed = None, 0, []

    def speak(self, language):
        self.language = language

    def look(self, theme):
        self.theme = theme

    def allow_idle(self, minutes):
        self.idle_minutes = minutes

    def choose_arms(self, parent):
        return self.arms

    def take_backup(self, parent):
        self.copies += 1

    def change_passphrase(self, old, new):
        self.changed.append((old, new))

    def strength(self, passphrase):
        return "strong" if len(passphrase) > 15 else "weak"

    def propose(self):
        return "stue kråke modell raft kaffe"
