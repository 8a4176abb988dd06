# SPDX-License-Identifier: MIT
"""Ctrl+K: one field that finds families, children and actions, and does what is chosen."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from models.values.names import ascii_key, matches, search_key
from views import theme
from views.commands import Command, spoken_keys
from views.icons import icon
from views.settings import Finder, Hit
from views.texts import t
from views.widgets.basics import announce, label, line
from views.widgets.card import Card
from views.widgets.key_hints import key_hints
from views.widgets.paint import dim
from views.widgets.rows import Head, Line, Row, RowList

WIDTH, MOST_PER_GROUP, TALLEST = 640, 8, 420


class Palette(QWidget):
    """Lies over the window, dims it, and gives the focus back when it goes."""

    def __init__(self, window: QWidget, commands: Sequence[Command], finders: Sequence[Finder]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(t("palette.title"))
        self._over = window
        self._commands, self._finders, self._before = commands, finders, window.focusWidget()
        self._card = Card(margins=(10, 10, 10, 10), gap=6)
        self._card.setParent(self)
        self._field = QLineEdit()
        self._field.setFont(theme.font("body"))
        self._field.setMinimumHeight(38)
        self._field.setAccessibleName(t("palette.title"))
        self._field.setPlaceholderText(t("palette.placeholder"))
        self._field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._hits = RowList(t("palette.hits"), fit=False)
        self._hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hits.clicked.connect(self._take)
        self._nothing = label(t("palette.nothing"), "body", "muted")
        hints = [("↑↓", t("palette.choose")), ("Enter", t("palette.open")), ("Esc", t("palette.close"))]
        foot = key_hints(hints, t("palette.only_yours"))
        self._card.add(self._field, self._nothing, self._hits, line(), foot)
        window.installEventFilter(self)

    def open_over(self) -> None:
        """Show the palette with the usual actions."""
        self._search("")
        self._cover()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Go, and give the focus back to where it was."""
        before = self._before
        self.close()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _search(self, typed: str) -> None:
        hits = [hit for find in self._finders for hit in find(typed.strip())] if typed.strip() else []
        hits += [_hit(command) for command in self._commands if command.in_palette and _fits(command, typed)]
        lines: list[Line] = []
        for group, members in groupby(hits, key=lambda hit: hit.group):
            shown = list(members)[:MOST_PER_GROUP]
            lines += [Head(group), *(_row(hit) for hit in shown)]
        self._hits.show_rows(lines)
        self._hits.choose_first()
        self._nothing.setVisible(not lines)
        self._hits.setVisible(bool(lines))
        self._hits.setFixedHeight(min(self._hits.height_of_rows(), TALLEST))
        self._place()
        if typed.strip():
            announce(self._field, t("palette.count", n=sum(isinstance(one, Row) for one in lines)))

    def _take(self) -> None:
        row = self._hits.current()
        if row is None or not isinstance(row.value, Hit):
            return
        self.close_palette()
        row.value.run()

    def _place(self) -> None:
        self._card.setFixedWidth(min(WIDTH, self.width() - 40) if self.width() > 100 else WIDTH)
        self._card.adjustSize()
        self._card.move((self.width() - self._card.width()) // 2, min(70, self.height() // 10))

    def _cover(self) -> None:
        self.setGeometry(self._over.rect())
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        dim(self)

    def mousePressEvent(self, event: object) -> None:
        self.close_palette()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._cover()
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._hits.keyPressEvent(event)
            if (row := self._hits.current()) is not None:
                announce(self._field, row.sentence())
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True


def _fits(command: Command, typed: str) -> bool:
    title = command.title()
    return command.when() and matches(typed, search_key(title), ascii_key(title))


def _hit(command: Command) -> Hit:
    keys = spoken_keys(command.shortcut) if command.shortcut else ""
    return Hit(t("palette.do"), command.title(), command.attempt, icon=command.icon or "right", keys=keys)


def _row(hit: Hit) -> Row:
    return Row(hit.title + hit.second, hit.title, hit.second, hit.icon, right=hit.keys, value=hit)
