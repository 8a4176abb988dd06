# SPDX-License-Identifier: MIT
"""A screen for tests: the bundled font, a look, and a desk that needs no vault."""

from datetime import date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from models.values.dates import OSLO
from resources import path
from views import theme
from views.settings import BackupLine

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=OSLO)


def dress(app, look="light"):
    """The same letters on every machine, 14 px high."""
    if not QFontDatabase.families().count("Laget Sans"):
        for file in sorted(path("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
    if app.font().family() != "Laget Sans" or theme.name() != look or not app.styleSheet():
        app.setFont(QFont("Laget Sans"))
        theme.apply(app, look, 10.5)


class Memory:
    """Drafts kept in memory."""

    def __init__(self):
        self.kept, self.saves = {}, 0

    def load(self, form):
        return self.kept.get(form)

    def save(self, form, values):
        self.kept[form] = values
        self.saves += 1

    def drop(self, form):
        self.kept.pop(form, None)


class PlainDesk(QObject):
    """What a page may ask for, without any vault behind it."""

    changed = Signal(object)

    def __init__(self):
        super().__init__()
        self.drafts = Memory()

    def now(self):
        return NOW

    def today(self):
        return date(2026, 11, 23)


class Settings:
    """The settings of a window in tests."""

    def __init__(self, language="nb", practice=False):
        self.language, self.theme, self.practice = language, "light", practice
        self.municipality, self.staff_name, self.staff_role = "Mellomvik kommune", "Kari Nordvik", "Koordinator"
        self.backup_line = BackupLine("Sikkerhetskopi i går 15:40", "Testet OK 14. november")


def application():
    """The one application of the test run."""
    return QApplication.instance() or QApplication([])
