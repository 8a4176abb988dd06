# SPDX-License-Identifier: MIT
"""The one place where the parts of the open program meet: pages, commands and what Ctrl+K searches."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.checking import Checking
from desktop.copies.automation import Automation
from desktop.copies.in_settings import VaultBackups
from desktop.home import Home
from desktop.images import read_picture
from desktop.keychain import Keychain
from desktop.letterpress import ReportLetterpress
from desktop.log_guard import VaultLogGuard
from desktop.machine import ThisMachine
from desktop.own_keys import VaultKeys
from desktop.palette import family_finder, service_finder
from desktop.printing import SystemPrinting
from desktop.received import safe_copy
from desktop.ways_in import VaultWaysIn
from desktop.workspace import Workspace as OpenWorkspace
from models.rules.rights import Right, may
from models.values.act import Role
from views.commands import Command
from views.letterpress import use_letterpress
from views.main_window import MainWindow
from views.navigation import Navigator
from views.pages.calendar.page import CalendarPage
from views.pages.care_team.new_meeting import meeting_command
from views.pages.colleague.page import ColleaguePage
from views.pages.families.page import FamiliesPage
from views.pages.family.page import FamilyPage
from views.pages.handover.receive import ReceivePage
from views.pages.handover.send import HandOverPage
from views.pages.journal.note_panel import note_command
from views.pages.meeting.copies import CopiesPage
from views.pages.meeting.page import MeetingPage
from views.pages.my_day.page import MyDayPage
from views.pages.new_family.page import NewFamilyPage
from views.pages.no_families import NoFamiliesPage
from views.pages.office.letterhead import LetterheadPage
from views.pages.office.own_letters import OwnLettersPage
from views.pages.office.standard_texts import StandardTextsPage
from views.pages.page import PageFactory
from views.pages.services.page import ServicesPage
from views.pages.settings.page import SettingsPage
from views.pages.tasks.page import TasksPage
from views.pages.tasks.task_panel import task_command
from views.pages.vault_log.page import VaultLogPage
from views.pages.waste_bin.deletions_page import DeletionsPage
from views.pages.waste_bin.page import WasteBinPage
from views.pictures import use_picture_reader
from views.printing import use_printing
from views.received import use_safe_copies
from views.settings import Extras, WindowSettings
from views.workspace import Workspace

if TYPE_CHECKING:
    from models.store.vault import OpenVault


def make_window(
    workspace: OpenWorkspace,
    settings: WindowSettings,
    program: Home,
    vault: "OpenVault",
    automation: Automation,
    checking: Checking,
) -> MainWindow:
    """The main window with every page there is."""
    use_printing(SystemPrinting(program.settings, workspace.closing))
    use_picture_reader(read_picture)
    use_safe_copies(safe_copy)
    use_letterpress(ReportLetterpress())
    keys = VaultKeys(program, vault, workspace, Keychain())
    machine = ThisMachine(program, vault, VaultBackups(program, vault, workspace, automation), keys, checking)
    roles = workspace.person.roles
    ways_in = VaultWaysIn(vault, workspace, settings.municipality)
    shown = pages(machine, VaultLogGuard(vault), ways_in, roles)
    window = MainWindow(workspace, shown, settings, lambda navigator: _extras(workspace, navigator, roles))
    machine.window = keys.window = window
    machine.backups.window = window
    return window


def pages(
    machine: ThisMachine, guard: VaultLogGuard, ways_in: VaultWaysIn, roles: frozenset[Role]
) -> Mapping[str, PageFactory]:
    """The pages these roles have any use for, by the name `navigator.open` uses."""
    made: dict[str, tuple[Right, PageFactory]] = {
        "my_day": (Right.WORK_WITH_FAMILY, MyDayPage),
        "meetings": (Right.WORK_WITH_FAMILY, CalendarPage),
        "tasks": (Right.WORK_WITH_FAMILY, TasksPage),
        "families": (Right.READ_FAMILY, FamiliesPage),
        "new_family": (Right.WORK_WITH_FAMILY, NewFamilyPage),
        "family": (Right.READ_FAMILY, FamilyPage),
        "services": (Right.WORK_WITH_FAMILY, ServicesPage),
        "meeting": (Right.READ_FAMILY, MeetingPage),
        "minutes_copies": (Right.READ_FAMILY, CopiesPage),
        "settings": (Right.OWN, lambda workspace, navigator: SettingsPage(workspace, navigator, machine)),
        "letterhead": (Right.OFFICE, lambda workspace, navigator: LetterheadPage(workspace, navigator, machine)),
        "standard_texts": (Right.OFFICE, StandardTextsPage),
        "own_letters": (Right.OFFICE, OwnLettersPage),
        "colleague": (Right.PEOPLE, lambda workspace, navigator: ColleaguePage(workspace, navigator, ways_in)),
        "vault_log": (Right.LOG, lambda workspace, navigator: VaultLogPage(workspace, navigator, guard)),
        "hand_over": (Right.WORK_WITH_FAMILY, HandOverPage),
        "receive_family": (Right.WORK_WITH_FAMILY, ReceivePage),
        "waste_bin": (Right.SEE_BIN, WasteBinPage),
        "deletions": (Right.SEE_BIN, DeletionsPage),
    }
    shown = {name: page for name, (right, page) in made.items() if may(roles, right)}
    return shown if may(roles, Right.READ_FAMILY) else {"my_day": NoFamiliesPage, **shown}


def _extras(workspace: Workspace, navigator: Navigator, roles: frozenset[Role]) -> Extras:
    """An administrator alone finds no family, not even by Ctrl+K."""
    new = Command("new.family", "families.new", "", lambda: navigator.open("new_family"), icon="family", letter="F")
    note = note_command(workspace, navigator)
    task = task_command(workspace, navigator)
    meeting = meeting_command(workspace, navigator)
    commands = (new, note, task, meeting) if may(roles, Right.WORK_WITH_FAMILY) else ()
    finders = (family_finder(workspace, navigator),) if may(roles, Right.READ_FAMILY) else ()
    if may(roles, Right.WORK_WITH_FAMILY):
        finders = (*finders, service_finder(workspace, navigator))
    return Extras(commands=commands, finders=finders)
