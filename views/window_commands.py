# SPDX-License-Identifier: MIT
"""The commands that hold on every page."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from views.commands import Command, CommandRegistry
from views.discreet import be_discreet, is_discreet
from views.navigation import Navigator
from views.places import PLACES, Knows
from views.texts import language, t
from views.widgets.basics import announce
from views.widgets.sidebar import Sidebar
from views.widgets.undo_strip import UndoStrip

LANGUAGES = ("nb", "nn")
THEMES = ("system", "light", "dark", "contrast")


class Window(Protocol):
    """What the commands ask of the window."""

    @property
    def navigator(self) -> Navigator: ...
    @property
    def stage(self) -> Knows: ...
    @property
    def lock_requested(self) -> SignalInstance: ...
    def show_palette(self) -> None: ...
    def show_help(self) -> None: ...
    def move_pane(self, step: int) -> None: ...
    def rebuild(self) -> None: ...
    def change_language(self, chosen: str) -> None: ...
    def change_theme(self, chosen: str) -> None: ...
    @property
    def undo(self) -> UndoStrip: ...
    @property
    def sidebar(self) -> Sidebar: ...
    @property
    def commands(self) -> CommandRegistry: ...


def window_commands(window: Window) -> list[Command]:
    """Pages, search, new, back and forward, undo, lock, help, panes, discreet view."""
    way = window.navigator
    pages = [
        Command(f"go.{one.page}", f"shell.nav.{one.page}", f"Ctrl+{one.number}", _go(window, one.page), icon=one.icon)
        for one in PLACES
        if window.stage.has(one.page)
    ]
    return [
        *pages,
        Command("palette", "shell.command.palette", "Ctrl+K", window.show_palette, icon="search", in_palette=False),
        Command(
            "new", "shell.command.new", "Ctrl+N", lambda: open_menu(window.sidebar.new), icon="plus", in_palette=False
        ),
        Command("back", "shell.command.back", "Alt+Left", way.back, way.can_go_back, "left"),
        Command("forward", "shell.command.forward", "Alt+Right", way.forward, way.can_go_forward, "right"),
        Command("undo", "shell.command.undo", "Ctrl+Z", lambda: _undo(window), icon="undo", in_palette=False),
        Command("next_pane", "shell.command.next_pane", "F6", lambda: window.move_pane(1), in_palette=False),
        Command("former_pane", "shell.command.former_pane", "Shift+F6", lambda: window.move_pane(-1), in_palette=False),
        Command("discreet", "shell.command.discreet", "Ctrl+Shift+H", lambda: toggle_discreet(window), icon="eye_off"),
        Command("help", "shell.command.help", "F1; Ctrl+?", window.show_help, icon="question"),
        Command("lock", "shell.command.lock", "Ctrl+L", window.lock_requested.emit, icon="lock"),
        *_looks(window),
    ]


def _looks(window: Window) -> list[Command]:
    """The other language, and the looks of the window: no keys, found in the palette."""
    other = next(one for one in LANGUAGES if one != language())
    speak = Command("speak", f"shell.speak.{other}", run=lambda: window.change_language(other), icon="eye")
    return [speak, *(Command(f"look.{one}", f"shell.look.{one}", run=_look(window, one), icon="eye") for one in THEMES)]


def _look(window: Window, theme: str) -> Callable[[], object]:
    return lambda: window.change_theme(theme)


def toggle_discreet(window: Window) -> None:
    """Names become initials at once, or names again."""
    be_discreet(not is_discreet())
    window.rebuild()
    if isinstance(window, QWidget):
        announce(window, t("shell.discreet_on") if is_discreet() else t("shell.discreet_off"))


def _undo(window: Window) -> None:
    """A family knows its fifty steps; elsewhere the strip knows what it has offered."""
    if not window.commands.run("family.undo"):
        window.undo.undo()


def _go(window: Window, page: str) -> Callable[[], object]:
    return lambda: window.navigator.open(page)


def open_menu(of: QPushButton) -> None:
    """Open the menu of a button, if it has one."""
    menu = of.menu()
    if menu is not None and not menu.isEmpty():
        menu.popup(of.mapToGlobal(of.rect().bottomLeft()))
