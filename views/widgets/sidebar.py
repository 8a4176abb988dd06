# SPDX-License-Identifier: MIT
"""The sidebar: who and where, search, «Ny …», the pages, what is saved, and «Lås»."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from views.settings import BackupLine, WindowSettings
from views.texts import t
from views.widgets.backup_words import BackupWords
from views.widgets.basics import boxed, button, column, key_cap, line, row, set_style
from views.widgets.labels import ElidedLabel, IconLabel
from views.widgets.mark import Mark
from views.widgets.nav_list import Entry, NavList
from views.widgets.save_state import SaveState

WIDE, RAIL = 224, 60


class Sidebar(QWidget):
    """224 px wide, or a rail of 60 px where every word becomes a tooltip."""

    opened = Signal(str)
    search_wanted = Signal()
    lock_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, settings: WindowSettings, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(t("shell.sidebar"))
        self.nav = NavList(entries)
        self.nav.chosen.connect(self.opened)
        self.save_state = SaveState()
        self._search = button(t("shell.search"), "search", "search", self.search_wanted.emit, t("shell.search_tip"))
        self._cap = key_cap("Ctrl K")
        inside = QHBoxLayout(self._search)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch(1)
        inside.addWidget(self._cap)
        self.new = button(t("shell.new"), "plus", "primary", tip=t("shell.new_tip"))
        self._lock = button(t("shell.lock"), "lock", run=self.lock_wanted.emit, tip=t("shell.lock_tip"))
        self._program = _two_lines(t("shell.program"), settings.municipality, "strong")
        self._backup = BackupWords(self)
        self._backup.wanted.connect(self.backup_wanted)
        self._backup.show_line(settings.backup_line)
        self._person = _two_lines(settings.staff_name, settings.staff_role, "caption")
        self._person_icon = IconLabel("person", "muted", 18)
        self._lay_out()
        self._words = {one: one.text() for one in (self._search, self.new, self._lock)}

    def set_new_menu(self, menu: QMenu) -> None:
        """What «Ny …» offers."""
        self.new.setMenu(menu)
        self.new.setVisible(not menu.isEmpty())

    def fold(self, rail: bool) -> None:
        """Become a rail, or wide again."""
        self.setFixedWidth(RAIL if rail else WIDE)
        side = 8 if rail else 12
        self._column.setContentsMargins(side, 12, side, 12)
        for widget in (self._program, self._person, self._person_icon, self._cap):
            widget.setVisible(not rail)
        self._backup.fold(rail)
        self.save_state.show_words(not rail)
        for one, words in self._words.items():
            one.setText("" if rail else words)
            set_style(one, "rail", "true" if rail else "false")
        self.nav.scheduleDelayedItemsLayout()

    def show_backup(self, line: BackupLine) -> None:
        """Where the copies of the vault stand now."""
        self._backup.show_line(line)

    def buttons(self) -> list[QPushButton]:
        """Search, new and lock."""
        return list(self._words)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._column.addLayout(row(Mark(), self._program, gap=10))
        self._column.addWidget(self._search)
        self._column.addWidget(self.new)
        self._column.addWidget(self.nav, 1)
        self._column.addWidget(line())
        self._column.addLayout(column(self.save_state, self._backup, gap=0))
        self._column.addLayout(row(self._person_icon, self._person, self._lock))


def _two_lines(first: str, second: str, role: str) -> QWidget:
    upper = ElidedLabel(first, "strong" if role == "strong" else "caption")
    return boxed(column(upper, ElidedLabel(second, "caption", "muted"), gap=0))
