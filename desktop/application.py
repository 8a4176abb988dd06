# SPDX-License-Identifier: MIT
"""Start-up: the steps from the command to the first page, as a list that can be read."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.crash import catch
from desktop.log import start_log
from desktop.paths import log_folder, settings_file
from desktop.program import Program
from desktop.qt_words import speak
from desktop.settings import Settings
from models.store.memory import close_memory
from views import theme
from views.texts import use_language
from views.widgets.focus_ring import FocusRing


def make_application(settings: Settings) -> QApplication:
    """The Qt application in the chosen look and language; its title is the program's name only."""
    made = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(made, QApplication)
    made.setApplicationName("Laget")
    QGuiApplication.setApplicationDisplayName("Laget")
    use_language(settings.choices.language)
    theme.apply(made, settings.choices.theme)
    speak(made, settings.choices.language)
    return made


def open_window(vault: Path | None = None, practice: bool = False, restore: bool = False) -> int:
    """Open the window and stay until it is closed; gives the exit status."""
    close_memory()
    start_log(log_folder())
    settings = Settings(settings_file())
    application = make_application(settings)
    application.setProperty("focus_ring", FocusRing(application))
    program = Program(application, settings)
    catch(program.tell, program.crashed)
    if practice:
        program.begin_practice()
    else:
        program.begin(vault, restore)
    _leave_after(application)
    return application.exec()


def _leave_after(application: QApplication) -> None:
    """Smoke tests of the bundle open the real window and leave after so many seconds."""
    seconds = os.environ.get("LAGET_QUIT_AFTER", "")
    if seconds:
        QTimer.singleShot(int(float(seconds) * 1000), application.quit)
