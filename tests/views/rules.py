# SPDX-License-Identifier: MIT
"""What must hold of any window that people use by keyboard, by ear, or with shaking hands; other tests use it too.

assert faults(page) == []
"""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.eye import spoken_cells

SMALLEST_TARGET = 24
EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)


def faults(window):
    """Everything wrong, as sentences."""
    shown = [one for one in window.findChildren(QWidget) if one.isVisibleTo(window) and not _inner(one)]
    return [
        *_nameless(shown),
        *_unlabelled(shown),
        *_small(shown),
        *_cut(shown),
        *_marked_up(shown),
        *_silent_rows(shown),
        *_out_of_order(window, shown),
    ]


def _inner(widget):
    """Parts Qt makes itself: scroll bars, headers, viewports, the line edit inside a combo box."""
    parent = widget.parentWidget()
    inside = isinstance(parent, QComboBox | QLineEdit | QHeaderView)
    viewport = isinstance(parent, QAbstractScrollArea) and not isinstance(parent.parentWidget(), QComboBox)
    bare = type(widget) is QWidget and viewport
    return inside or bare or isinstance(widget, QScrollBar | QHeaderView) or widget.window() is not widget.window()


def focusable(widget):
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def said(widget):
    """What a screen reader calls it."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _nameless(shown):
    return [f"nameless: {_who(one)}" for one in shown if (focusable(one) or _pressable(one)) and not said(one).strip()]


def _pressable(widget):
    return isinstance(widget, QAbstractButton)


def _unlabelled(shown):
    buddies = {label.buddy() for label in shown if isinstance(label, QLabel) and label.buddy()}
    loose = [one for one in shown if isinstance(one, EDITORS) and one not in buddies and not one.accessibleName()]
    return [f"without a label: {_who(one)}" for one in loose]


def _small(shown):
    small = [one for one in shown if _pressable(one) and min(one.width(), one.height()) < SMALLEST_TARGET]
    return [f"target {one.width()}x{one.height()}: {_who(one)}" for one in small]


def _cut(shown):
    """Text that does not fit its widget; labels that shorten with dots say so in their tooltip."""

    def is_cut(one):
        if not isinstance(one, QLabel | QAbstractButton) or not one.text() or one.toolTip():
            return False
        wanted = one.sizeHint().width() if not getattr(one, "wordWrap", bool)() else one.minimumSizeHint().width()
        return one.width() + 1 < wanted or one.height() + 1 < one.minimumSizeHint().height()

    return [f"cut: {_who(one)}" for one in shown if is_cut(one)]


def _marked_up(shown):
    rich = [
        one for one in shown if isinstance(one, QLabel) and one.text() and one.textFormat() != Qt.TextFormat.PlainText
    ]
    return [f"reads markup: {_who(one)}" for one in rich]


def _silent_rows(shown):
    views = [one for one in shown if isinstance(one, QAbstractItemView)]
    return [
        f"silent cell {row},{column}: {_who(view)}"
        for view in views
        for row, cells in enumerate(spoken_cells(view, 20))
        for column, words in enumerate(cells)
        if not words
    ]


def tab_order(window):
    """What Tab reaches, in its order."""
    found, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.isVisibleTo(window) and focusable(widget) and window.isAncestorOf(widget) and not _inner(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _out_of_order(window, shown):
    """Within one parent Tab goes down and to the right, never back up."""
    order = [one for one in tab_order(window) if one in shown]
    wrong = []
    for before, after in pairwise(order):
        if before.parentWidget() is not after.parentWidget():
            continue
        above = after.geometry().bottom() < before.geometry().top()
        left = after.geometry().right() < before.geometry().left()
        level = abs(after.geometry().center().y() - before.geometry().center().y()) < before.height() // 2
        if above or (left and level):
            wrong.append(f"Tab goes back from {_who(before)} to {_who(after)}")
    return wrong


def _who(widget):
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text or widget.objectName()!r}"
