# SPDX-License-Identifier: MIT
"""Closes everything that writes in a tab for those who may read a family and not work with it."""

from PySide6.QtCore import QChildEvent, QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from models.queries.access import rights_of
from models.rules.rights import Right
from views.widgets.basics import READS
from views.workspace import Workspace

# What the tab in view offers by keys and in Ctrl+K that writes nothing but the log.
READING = frozenset({"document.print", "document.save", "document.search", "document.print_all"})
_FILTERS = ("chip", "link")


def may_write(workspace: Workspace) -> bool:
    """Whether this person may change anything in a family; each use-case asks again."""
    return Right.WORK_WITH_FAMILY in workspace.read(rights_of, workspace.staff_id)


class ReadingOnly(QObject):
    """Also what a tab builds or opens later is closed again."""

    def close(self, tab: QWidget) -> None:
        """Everything in this tab, now and from now on."""
        for each in (tab, *tab.findChildren(QWidget)):
            each.installEventFilter(self)
            _close(each)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            child = event.child()
            if isinstance(child, QWidget):
                self.close(child)
        elif event.type() == QEvent.Type.EnabledChange and isinstance(watched, QWidget):
            _close(watched)
        return False


def _close(widget: QWidget) -> None:
    if widget.property(READS):
        return
    match widget:
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            # still read, marked and copied
            if not widget.isReadOnly():
                widget.setReadOnly(True)
        case QAbstractButton() if widget.property("kind") in _FILTERS:
            return
        case QAbstractButton() | QComboBox() | QAbstractSpinBox():
            if widget.isEnabled():
                widget.setEnabled(False)
