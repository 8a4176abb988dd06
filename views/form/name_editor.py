# SPDX-License-Identifier: MIT
"""A name that may be anybody's, with the usual ones offered below while it is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from models.values.typed import clean_line
from views.form.editor import Around
from views.form.person_editor import Choice, PersonEditor


class NameEditor(PersonEditor):
    """The value is the name as it stands; arrow down shows everybody who is offered."""

    # somebody who was offered is taken: the choice
    took = Signal(object)

    def value(self) -> object:
        return clean_line(self.box.text())

    def set_value(self, value: object) -> None:
        self.box.setText("" if value is None else str(value))

    def raw(self) -> object:
        return self.box.text()

    def set_raw(self, raw: object) -> None:
        self.box.setText(str(raw or ""))

    def unreadable(self) -> str:
        return ""

    def _take(self) -> None:
        super()._take()
        if self._chosen is not None:
            self.took.emit(self._chosen)


def name_of_somebody(choices: Callable[[], Sequence[Choice]]) -> Callable[[Around], NameEditor]:
    """A name, with these offered; they are asked for each time."""
    return lambda around: NameEditor(around, choices)
