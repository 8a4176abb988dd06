# SPDX-License-Identifier: MIT
"""The one place where the parts of the open program meet: pages, commands and what Ctrl+K searches."""

from typing import TYPE_CHECKING

from desktop.machine import ThisMachine
from desktop.printing import SystemPrinting
from views.main_window import MainWindow
from views.pages.settings.page import SettingsPage
from views.printing import use_printing
from views.settings import WindowSettings
from views.workspace import Workspace

if TYPE_CHECKING:
    from desktop.program import Program
    from models.store.vault import OpenVault


def make_window(workspace: Workspace, settings: WindowSettings, program: "Program", vault: "OpenVault") -> MainWindow:
    """The main window with every page there is."""
    machine = ThisMachine(program, vault)
    use_printing(SystemPrinting())
    pages = {
        "settings": lambda workspace, navigator: SettingsPage(workspace, navigator, machine),
    }
    window = MainWindow(workspace, pages, settings)
    machine.window = window
    return window
