# SPDX-License-Identifier: MIT
"""F1: what the page in view is for, how to use it, and the keys that work there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from views.commands import Command, spoken_keys
from views.pages.page import Page
from views.texts import t
from views.widgets.basics import button, clear, column, key_cap, label, line, row
from views.widgets.scroll import ScrollColumn

WIDTH = 320


class HelpPanel(QFrame):
    """Stands to the right of the page and never over it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "help")
        self.setAccessibleName(t("help.panel"))
        self.setFixedWidth(WIDTH)
        self._before: QWidget | None = None
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(18, 4, 18, 18)
        self._inside.setSpacing(8)
        self._close = button("", "cross", "flat", self.close_panel, spoken=t("help.close"))
        head = row(label(t("help.panel"), "strong", "muted"), None, self._close, margins=(18, 14, 10, 0))
        layout = column(head, ScrollColumn(self._inside), gap=4)
        self.setLayout(layout)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_panel)
        self.hide()

    def show_for(self, page: Page | None, commands: Sequence[Command]) -> None:
        """Tell about this page, and which keys work."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        clear(self._inside)
        topic = page.help_in_view() if page is not None else ""
        if topic:
            self._inside.addWidget(label(t(f"help.{topic}.title"), "lead", wrap=True))
            for part in t(f"help.{topic}.text").strip().split("\n\n"):
                self._inside.addWidget(label(" ".join(part.split()), wrap=True))
            self._inside.addWidget(line())
        self._inside.addWidget(label(t("help.keys"), "strong"))
        for command in commands:
            if command.shortcut:
                words = label(command.title(), "body", wrap=True)
                line_of_keys = row(words, key_cap(spoken_keys(command.shortcut)))
                line_of_keys.setStretchFactor(words, 1)
                self._inside.addLayout(line_of_keys)
        self._inside.addStretch(1)
        if self.isHidden():
            self.show()
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Go, and give the focus back to where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
