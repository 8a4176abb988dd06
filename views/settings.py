# SPDX-License-Identifier: MIT
"""What the main window asks of the settings, and what the rest of the program adds to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from views.commands import Command


@dataclass(frozen=True, slots=True)
class BackupLine:
    """«Sikkerhetskopi i går 15:40» and «Testet OK 14. mars»; with a tone, the first line leads to the settings."""

    text: str = ""
    second: str = ""
    tone: Literal["", "warning", "danger"] = ""


class WindowSettings(Protocol):
    """Kept by the desktop; language and look are written back when the person changes them."""

    language: str
    theme: str

    @property
    def municipality(self) -> str: ...
    @property
    def staff_name(self) -> str: ...
    @property
    def staff_role(self) -> str:
        """The role in words."""
        ...

    @property
    def practice(self) -> bool:
        """Whether the vault is for practice only."""
        ...

    @property
    def backup_line(self) -> BackupLine: ...


@dataclass(frozen=True, slots=True)
class Hit:
    """Something the palette found."""

    group: str
    title: str
    run: Callable[[], object]
    second: str = ""
    icon: str = "right"
    keys: str = ""


Finder = Callable[[str], Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Extras:
    """Commands that hold on every page («new.…» stand in the menu «Ny …»), and what Ctrl+K searches."""

    commands: tuple[Command, ...] = ()
    finders: tuple[Finder, ...] = field(default=())
