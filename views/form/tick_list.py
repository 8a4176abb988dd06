# SPDX-License-Identifier: MIT
"""A list to tick from inside a form: Space ticks, arrows move; the value is what is ticked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from views.form.editor import Around, Editor
from views.widgets.rows import Row, RowList


class TickListEditor(Editor):
    """The ids of the rows are texts, so that half a choice can be kept."""

    at_once = True

    def __init__(self, around: Around, rows: Sequence[Row]) -> None:
        super().__init__(around)
        self._all = tuple(rows)
        self._ticked = {str(one.id) for one in rows if one.tick}
        self.list = RowList("", fit=True)
        self.list.ticked.connect(lambda line: self._toggle(str(line.id)))
        self.list.opened.connect(lambda line: self._toggle(str(line.id)))
        self.line.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._show()

    def value(self) -> object:
        return [str(one.id) for one in self._all if str(one.id) in self._ticked]

    def set_value(self, value: object) -> None:
        self._ticked = {str(one) for one in value} if isinstance(value, Iterable) else set()
        self._show()

    def target(self) -> QWidget:
        return self.list

    def _toggle(self, id: str) -> None:
        self._ticked ^= {id}
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.list.show_rows([replace(one, tick=str(one.id) in self._ticked) for one in self._all])
