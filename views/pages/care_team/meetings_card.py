# SPDX-License-Identifier: MIT
"""The meetings of a group in their card: those to come, those that have been, and «Nytt møte»."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from models.queries.meetings import MeetingRow
from models.records.meeting import MeetingState
from models.work.plan_meeting import plan_meeting_again
from views.pages.care_team.panels import Panels
from views.pages.care_team.team_card import Attempt
from views.pages.care_team.words import meeting_lines
from views.pages.family.reading_only import may_write
from views.texts import t
from views.widgets.basics import boxed, button, label, row
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.rows import Row, RowList
from views.workspace import Workspace


class MeetingsCard(Card):
    """Enter opens, Del calls off and plans again."""

    opened = Signal(object)

    def __init__(self, workspace: Workspace, panels: Panels, attempt: Attempt, plan: Callable[[], object]) -> None:
        super().__init__(margins=(6, 8, 6, 8), gap=2)
        self._workspace, self._panels, self._attempt = workspace, panels, attempt
        self.rows = RowList(t("care_team.meetings"))
        self.rows.opened.connect(lambda line: self.opened.emit(line.value))
        self.rows.pressed_key.connect(self._key)
        new = button(t("care_team.plan"), "plus", "primary", plan)
        self._head = boxed(row(label(t("care_team.meetings"), "strong"), None, new, margins=(10, 4, 10, 4)))
        self._none = EmptyState("calendar", t("care_team.no_meetings"), "", t("care_team.plan_one"), plan, "plus")
        self.add(self._head, self.rows, self._none)
        self.body.setStretchFactor(self.rows, 1)

    def show_meetings(self, meetings: tuple[MeetingRow, ...]) -> None:
        """Show these, or that there are none."""
        self.rows.show_rows(meeting_lines(meetings, self._workspace.today()))
        self.rows.setVisible(bool(meetings))
        self._head.setVisible(bool(meetings))
        self._none.setVisible(not meetings)

    def _key(self, line: Row, key: str) -> None:
        meeting = line.value
        if key != "Delete" or not isinstance(meeting, MeetingRow) or not may_write(self._workspace):
            return
        if meeting.state is MeetingState.CANCELLED:
            self._attempt(lambda: self._workspace.do(plan_meeting_again, meeting.id), t("care_team.planned_again"))
        elif meeting.state is not MeetingState.HELD:
            self._panels.cancel(meeting.id)
