# SPDX-License-Identifier: MIT
"""The user's eye: finds widgets by role and accessible name, as a screen reader does, and works them by keyboard."""

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox

Role = QAccessible.Role
TEXT, BUTTON, LIST, TABLE, COMBO, CHECK = (
    Role.EditableText,
    Role.Button,
    Role.List,
    Role.Table,
    Role.ComboBox,
    Role.CheckBox,
)
# a checkable QPushButton and one with a menu report roles of their own
PRESSABLE = (Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.Link)


class NotSeen(AssertionError):
    """Nothing of this role and name is on the screen."""


class Eye:
    """`Eye(page).press("Registrer")`, `.write("Familie", "Hansen")`, `.says("Rett 2 ting")`, `.tree()`."""

    def __init__(self, widget):
        QAccessible.setActive(True)
        self.widget = widget

    def find(self, role, name):
        """The widget of this role (or one of these) and name."""
        roles = role if isinstance(role, tuple) else (role,)
        for node in self._nodes():
            if node.role() in roles and _name(node) == name and node.object() is not None:
                return node.object()
        named = ", ".join(getattr(one, "name", str(one)) for one in roles)
        raise NotSeen(f"no {named} named {name!r} in\n{self.tree()}")

    def sees(self, name):
        """Whether anything visible has this name."""
        return any(_name(node) == name for node in self._nodes())

    def says(self, text):
        """Whether this text stands anywhere: as a name, a description or a value."""
        return any(text in words for node in self._nodes() for words in _words(node))

    def press(self, name):
        """Press the button, link or box with this name by the keyboard."""
        target = self.find(PRESSABLE, name)
        assert target.isEnabled(), f"{name!r} cannot be pressed now"
        target.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(target, Qt.Key.Key_Space)
        settle()

    def click(self, name):
        """Press with the mouse."""
        QTest.mouseClick(self.find(PRESSABLE, name), Qt.MouseButton.LeftButton)
        settle()

    def write(self, name, text):
        """Write into the field with this name, in place of what stands there, and stay in it."""
        field = self.find(TEXT, name)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        settle()

    def choose(self, name, text):
        """Choose a line of the drop-down with this name."""
        box = self.find(COMBO, name)
        place = box.findText(text)
        assert place >= 0, f"{text!r} is not among {[box.itemText(n) for n in range(box.count())]}"
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.setCurrentIndex(place)
        box.activated.emit(place)
        settle()

    def leave(self):
        """Tab out of the field that has the focus."""
        self.key(Qt.Key.Key_Tab)

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.widget, key, modifiers)
        settle()

    def rows(self, name):
        """What a list or table says of its rows (each row's cells joined)."""
        view = self.find((LIST, TABLE, Role.Tree), name)
        assert isinstance(view, QAbstractItemView)
        return [", ".join(cells) for cells in spoken_cells(view)]

    def open_row(self, name, text):
        """Choose the row that holds this text and press Enter."""
        view = self.find((LIST, TABLE, Role.Tree), name)
        for place, said in enumerate(self.rows(name)):
            if text in said:
                view.setFocus(Qt.FocusReason.TabFocusReason)
                view.setCurrentIndex(view.model().index(place, 0))
                QTest.keyClick(view, Qt.Key.Key_Return)
                settle()
                return
        raise NotSeen(f"no row with {text!r} in {self.rows(name)}")

    def focus(self):
        """The name of what has the focus."""
        widget = QApplication.focusWidget()
        return _name(QAccessible.queryAccessibleInterface(widget)) if widget else ""

    def tree(self):
        """What a screen reader meets: role, name, description; for golden texts."""
        return "\n".join(_lines(QAccessible.queryAccessibleInterface(self.widget), 0))

    def _nodes(self):
        return _walk(QAccessible.queryAccessibleInterface(self.widget))


def every(widget, role):
    """All widgets of this role (or one of these) in a window, in the order they are met."""
    roles = role if isinstance(role, tuple) else (role,)
    QAccessible.setActive(True)
    nodes = _walk(QAccessible.queryAccessibleInterface(widget))
    return [node.object() for node in nodes if node.role() in roles and node.object() is not None]


def spoken_cells(view, at_most=None):
    """What a list, tree or table says of each cell, row by row."""
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    # a list model keeps its one column to itself
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    rows = range(model.rowCount() if at_most is None else min(model.rowCount(), at_most))
    return [[str(model.index(row, column).data(role) or "") for column in range(columns)] for row in rows]


def settle():
    """Let the window do what it has before it."""
    for _ in range(3):
        QApplication.processEvents()
    # without a running event loop Qt keeps what should be deleted later, and every new look dresses it again
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def centre(widget):
    """The middle of a widget."""
    return QPoint(widget.width() // 2, widget.height() // 2)


def _name(node):
    if node.role() == Role.ComboBox and node.object() is not None:
        # on Linux Qt gives what is chosen as the name, on Windows the name itself
        return node.object().accessibleName()
    return node.text(QAccessible.Text.Name).replace("&&", "&")


def _words(node):
    yield _name(node)
    yield node.text(QAccessible.Text.Description)
    if node.role() in (Role.EditableText, Role.StaticText, Role.ComboBox):
        yield node.text(QAccessible.Text.Value)


def _walk(node):
    if node is None or not node.isValid():
        return
    widget = node.object()
    if widget is not None and widget.isWidgetType() and widget.isHidden() and not widget.isWindow():
        return
    yield node
    if isinstance(widget, QAbstractItemView | QComboBox):
        return
    for place in range(node.childCount()):
        yield from _walk(node.child(place))


SILENT = (
    Role.Client,
    Role.Grouping,
    Role.LayeredPane,
    Role.Pane,
    Role.Window,
    Role.Border,
    Role.ScrollBar,
    Role.Splitter,
)


def _lines(node, depth):
    if node is None or not node.isValid():
        return
    widget = node.object()
    if widget is not None and widget.isWidgetType() and widget.isHidden() and not widget.isWindow():
        return
    name, hint = _name(node), node.text(QAccessible.Text.Description)
    shown = bool(name or hint) or node.role() not in SILENT
    if node.role() == Role.ScrollBar:
        return
    if shown:
        value = f" = {widget.currentText()!r}" if isinstance(widget, QComboBox) else ""
        yield "  " * depth + f"{node.role().name} {name!r}{value}" + (f" - {hint}" if hint else "")
    if isinstance(widget, QComboBox):
        return
    if isinstance(widget, QAbstractItemView):
        for cells in spoken_cells(widget, 30):
            yield "  " * (depth + 1) + " | ".join(cells)
        return
    for place in range(node.childCount()):
        yield from _lines(node.child(place), depth + (1 if shown else 0))
