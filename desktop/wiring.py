# SPDX-License-Identifier: MIT
"""The one place where the parts of the open program meet: pages, commands and what Ctrl+K searches."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.home import Home
from desktop.images import read_picture
from desktop.letterpress import ReportLetterpress
from desktop.machine import ThisMachine
from desktop.palette import family_finder
from desktop.printing import SystemPrinting
from views.commands import Command
from views.letterpress import use_letterpress
from views.main_window import MainWindow
from views.navigation import Navigator
from views.pages.families.page import FamiliesPage
from views.pages.family.page import FamilyPage
from views.pages.journal.note_panel import note_command
from views.pages.my_day.page import MyDayPage
from views.pages.new_family.page import NewFamilyPage
from views.pages.page import PageFactory
from views.pages.settings.page import SettingsPage
from views.pictures import use_picture_reader
from views.printing import use_printing
from views.settings import Extras, WindowSettings
from views.workspace import Workspace

if TYPE_CHECKING:
    from models.store.vault import OpenVault


def make_window(workspace: Workspace, settings: WindowSettings, program: Home, vault: "OpenVault") -> MainWindow:
    """The main window with every page there is."""
    use_printing(SystemPrinting())
    use_picture_reader(read_picture)
    use_letterpress(ReportLetterpress())
    machine = ThisMachine(program, vault, workspace)
    window = MainWindow(workspace, pages(machine), settings, lambda navigator: _extras(workspace, navigator))
    machine.window = window
    return window


def pages(machine: ThisMachine) -> Mapping[str, PageFactory]:
    """Every page by the name `navigator.open` uses."""
    return {
        "my_day": MyDayPage,
        "families": FamiliesPage,
        "new_family": NewFamilyPage,
        "family": FamilyPage,
        "settings": lambda workspace, navigator: SettingsPage(workspace, navigator, machine),
    }


def _extras(workspace: Workspace, navigator: Navigator) -> Extras:
    new = Command("new.family", "families.new", "", lambda: navigator.open("new_family"), icon="family", letter="F")
    note = note_command(workspace, navigator)
    return Extras(commands=(new, note), finders=(family_finder(workspace, navigator),))
