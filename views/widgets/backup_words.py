# SPDX-License-Identifier: MIT
"""The sidebar's word on the copies of the vault: calm lines, or one that leads to where it is put right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from views import theme
from views.icons import icon
from views.settings import BackupLine
from views.widgets.basics import button, column, relabel, row
from views.widgets.labels import ElidedLabel

INDENT = 26


class BackupWords(QWidget):
    """In the rail only what needs the person is left, as an icon with its words for a tooltip."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._line, self._rail = BackupLine(), False
        self._first = ElidedLabel("", "caption", "muted")
        self._second = ElidedLabel("", "caption", "muted")
        self._link = button("", "warning", "link", self.wanted.emit)
        self._link.setFont(theme.font("caption"))
        indented = column(self._first, self._second, gap=0, margins=(INDENT, 0, 0, 0))
        self.setLayout(column(row(self._link, None), indented, gap=0))
        self._show()

    def show_line(self, line: BackupLine) -> None:
        """Say something else."""
        self._line = line
        self._show()

    def fold(self, rail: bool) -> None:
        """Become part of a rail, or wide again."""
        self._rail = rail
        self._show()

    def _show(self) -> None:
        line, calm = self._line, not self._line.tone
        self._first.set_text(line.text if calm else "")
        self._second.set_text(line.second)
        self._first.setVisible(calm and bool(line.text) and not self._rail)
        self._second.setVisible(bool(line.second) and not self._rail)
        self._link.setVisible(not calm)
        if not calm:
            self._link.setIcon(icon("warning", line.tone))
            relabel(self._link, line.text)
            self._link.setToolTip(line.text if self._rail else "")
            if self._rail:
                self._link.setText("")
        self.setVisible(not calm or (bool(line.text) and not self._rail))
