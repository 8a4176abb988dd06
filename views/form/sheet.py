# SPDX-License-Identifier: MIT
"""The rows of a form together: which are shown, what stands in them, where the caret is, when one is left."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from views.form.editor import Around
from views.form.field import Field, Section
from views.form.field_row import FieldRow
from views.form.grid import FormGrid
from views.texts import t
from views.widgets.basics import column, label


class Sheet(QWidget):
    """Knows nothing of drafts and rules."""

    edited = Signal(str)
    left = Signal(str)

    def __init__(self, fields: Sequence[Field | Section], around: Around, columns: int = 0) -> None:
        super().__init__()
        self.fields = tuple(field for field in fields if isinstance(field, Field))
        self.rows = {field.name: FieldRow(field, around) for field in self.fields}
        self.here = ""
        self._last_caret = 0
        self._grid = FormGrid([_entry(one, self.rows) for one in fields], columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # a row of its own: a column asks for the height at its whole width, wider than the grid ever gets
        line = QHBoxLayout()
        line.addWidget(self._grid, 1000)
        line.addStretch(1)
        layout.addLayout(line)
        for name, one in self.rows.items():
            one.editor.edited.connect(partial(self._edited, name))
        self._show_fitting()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def value(self, shown_only: bool = False) -> dict[str, object]:
        """What each field means."""
        rows = self.rows.items()
        return {name: row.editor.value() for name, row in rows if not (shown_only and row.property("left_out"))}

    def set_value(self, values: Mapping[str, object]) -> None:
        """Show values of a record."""
        for name, value in values.items():
            if name in self.rows:
                self.rows[name].editor.set_value(value)
                self.rows[name].refresh()
        self._show_fitting()

    def raw(self) -> dict[str, object]:
        """What stands in the fields, also half-typed."""
        return {name: row.editor.raw() for name, row in self.rows.items()}

    def set_raw(self, values: Mapping[str, object]) -> None:
        """Put back what `raw` gave."""
        for name, raw in values.items():
            if name in self.rows:
                self.rows[name].editor.set_raw(raw)
                self.rows[name].refresh()
        self._show_fitting()

    def unreadable(self) -> dict[str, str]:
        """Why what was typed in a field cannot be read."""
        said = {name: row.editor.unreadable() for name, row in self.rows.items() if not row.property("left_out")}
        return {name: sentence for name, sentence in said.items() if sentence}

    def errors(self) -> dict[str, str]:
        """The errors shown now."""
        return {name: row.error() for name, row in self.rows.items() if row.error()}

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show these errors and no others."""
        for name, row in self.rows.items():
            row.show_error(errors.get(name, ""))

    def focus_field(self, name: str) -> None:
        """Put the focus into a field."""
        self.rows[name].editor.target().setFocus(Qt.FocusReason.TabFocusReason)

    def caret(self) -> int:
        """Where in the text of the present field the person is, or was when they left it."""
        row = self.rows.get(self.here)
        return row.editor.caret() if row and row.editor.target().hasFocus() else self._last_caret

    def take_up(self, caret: int) -> None:
        """Put the caret where the person left it, unless they are going through tabs."""
        if self.here in self.rows and self.isVisible() and not isinstance(self.window().focusWidget(), QTabBar):
            self.focus_field(self.here)
            self.put_caret(caret)

    def put_caret(self, caret: int) -> None:
        """Put the caret there in the present field; a negative place leaves it where it is."""
        if self.here in self.rows and caret >= 0:
            self.rows[self.here].editor.set_caret(caret)

    def _edited(self, name: str) -> None:
        self.here = name
        self.rows[name].refresh()
        self._show_fitting()
        self.edited.emit(name)
        if self.rows[name].editor.at_once:
            self.left.emit(name)

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        for name, row in self.rows.items():
            target = row.editor.target()
            was, is_now = _inside(target, old), _inside(target, now)
            if was and not is_now:
                self._last_caret = row.editor.caret()
                row.editor.tidy()
                row.refresh()
                self.left.emit(name)
            elif is_now:
                self.here = name

    def _show_fitting(self) -> None:
        values = self.value() if any(field.when for field in self.fields) else {}
        moved = False
        for field in self.fields:
            fits, row = field.when is None or field.when(values), self.rows[field.name]
            moved |= bool(row.property("left_out")) == fits
            row.setProperty("left_out", not fits)
            row.setVisible(fits)
        if moved:
            self._grid.again()


def _entry(one: Field | Section, rows: Mapping[str, FieldRow]) -> QWidget:
    if isinstance(one, Field):
        return rows[one.name]
    made = QWidget()
    hint = [label(t(one.hint), "body", "muted", wrap=True)] if one.hint else []
    made.setLayout(column(label(t(one.title), "lead", wrap=True), *hint, gap=2, margins=(0, 6, 0, 0)))
    return made


def _inside(target: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (widget is target or target.isAncestorOf(widget))
