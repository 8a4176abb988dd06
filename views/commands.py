# SPDX-License-Identifier: MIT
"""Everything that can be done, told once: menus, palette, shortcuts and the list of keys read it from here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from views.icons import icon
from views.texts import t

ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: id, text key, keys, what runs, and when it may."""

    id: str
    text: str
    shortcut: str = ""
    run: Callable[[], object] = _always
    when: Callable[[], bool] = _always
    icon: str = ""
    # the letter that chooses it in an open menu: Ctrl+N F
    letter: str = ""
    in_palette: bool = True
    # words that follow what stands in the vault, in place of the text key's
    said: Callable[[], str] | None = None

    def title(self) -> str:
        """The words on it."""
        return self.said() if self.said else t(self.text)

    def attempt(self) -> bool:
        """Run it if it may run now."""
        if not self.when():
            return False
        self.run()
        return True


class Clash(ValueError):
    """Two commands want the same keys."""


@cache
def _portable(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


class CommandRegistry:
    """The commands of the window and of the page in view."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._fixed: dict[str, Command] = {}
        self._page: dict[str, Command] = {}
        self._shortcuts: dict[str, QShortcut] = {}
        self._bound: dict[str, str] = {}
        self._kept: frozenset[str] | None = None

    def keep_only(self, ids: frozenset[str] | None) -> None:
        """Of the window's commands only these hold for now; None gives all of them back."""
        self._kept = ids
        self._bind()

    def fix(self, commands: Iterable[Command]) -> None:
        """Commands that hold on every page."""
        for command in commands:
            self._fixed[command.id] = command
        self._bind()

    def show_page(self, commands: Iterable[Command]) -> None:
        """The commands of the page in view take the place of the former page's."""
        self._page = {command.id: command for command in commands}
        self._bind()

    def all(self) -> tuple[Command, ...]:
        """The page's commands first, then the window's."""
        fixed = (one for one in self._fixed.values() if self._kept is None or one.id in self._kept)
        return (*self._page.values(), *fixed)

    def run(self, id: str) -> bool:
        """Run a command by its id."""
        command = next((one for one in self.all() if one.id == id), None)
        return command.attempt() if command else False

    def _bind(self) -> None:
        keys: dict[str, Command] = {}
        for command in self.all():
            for sequence in filter(None, command.shortcut.split("; ")):
                portable = _portable(sequence)
                if not portable:
                    raise Clash(f"{command.id}: {sequence!r} is no key")
                if portable in keys:
                    raise Clash(f"{portable}: {keys[portable].id} and {command.id}")
                keys[portable] = command
        self._bound = {portable: command.id for portable, command in keys.items()}
        # most keys mean the same on the next page, and a shortcut takes Qt time to make
        for portable in self._shortcuts.keys() - keys.keys():
            gone = self._shortcuts.pop(portable)
            gone.setEnabled(False)
            gone.deleteLater()
        for portable in keys.keys() - self._shortcuts.keys():
            self._shortcuts[portable] = self._shortcut(portable)

    def _shortcut(self, portable: str) -> QShortcut:
        made = QShortcut(QKeySequence(portable), self._window)
        made.setContext(Qt.ShortcutContext.WindowShortcut)
        made.activated.connect(lambda: self.run(self._bound[portable]))
        return made


def menu(commands: Iterable[Command], parent: QWidget) -> QMenu:
    """A menu of commands, with their keys shown."""
    made = QMenu(parent)
    for command in commands:
        action = QAction(t(command.text) if command.said else _words(command), made)
        if command.icon:
            action.setIcon(icon(command.icon, "muted"))
        if command.said:
            made.aboutToShow.connect(partial(_say, action, command))
        else:
            action.setEnabled(command.when())
        action.triggered.connect(command.attempt)
        made.addAction(action)
    return made


def _say(action: QAction, command: Command) -> None:
    action.setText(_words(command))
    action.setEnabled(command.when())


def _words(command: Command) -> str:
    keys = f"\t{spoken_keys(command.shortcut)}" if command.shortcut else ""
    return _with_letter(command) + keys


def _with_letter(command: Command) -> str:
    title = command.title().replace("&", "&&")
    place = title.casefold().find(command.letter.casefold()) if command.letter else -1
    return title if place < 0 else f"{title[:place]}&{title[place:]}"


def spoken_keys(shortcut: str) -> str:
    """The keys as they stand on a Norwegian keyboard."""
    first = shortcut.split("; ")[0]
    for english, key in {**ARROWS, "Return": "Enter", "Space": t("kit.key.space")}.items():
        first = first.replace(english, key)
    return first
