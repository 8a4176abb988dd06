# SPDX-License-Identifier: MIT
"""Who gets no copy, in a sentence each, with the way to what is missing."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.minutes_copies import CopySheet
from models.records.meeting import MinutesState
from views.discreet import shown
from views.texts import t
from views.widgets.basics import boxed, button, clear, label, row
from views.widgets.labels import IconLabel

Run = Callable[[], object]


class CopyNotes(QWidget):
    """Below the table; nothing where everybody gets a copy."""

    def __init__(self, to_meeting: Run, to_consents: Run) -> None:
        super().__init__()
        self._to_meeting, self._to_consents = to_meeting, to_consents
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(14, 4, 14, 4)
        self._lines.setSpacing(4)

    def show_sheet(self, sheet: CopySheet) -> None:
        """What is missing now."""
        clear(self._lines)
        for words, action, run in self._notes(sheet):
            said = label(words, wrap=True)
            line = row(IconLabel("warning", "warning", 18), said, button(t(action), "", "link", run))
            line.setStretchFactor(said, 1)
            self._lines.addWidget(boxed(line))

    def _notes(self, sheet: CopySheet) -> Iterator[tuple[str, str, Run]]:
        if sheet.state is MinutesState.DRAFT:
            yield t("copies.draft"), "copies.to_minutes", self._to_meeting
        for one in sheet.rows:
            name = shown(one.lines[0])
            if one.lacks_consent:
                yield t("copies.no_consent", who=name), "copies.ask_consent", self._to_consents
            elif one.absent and one.reader.service_id:
                yield t("copies.absent", who=name), "copies.to_minutes", self._to_meeting
