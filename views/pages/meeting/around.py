# SPDX-License-Identifier: MIT
"""What the acts of a meeting ask of its page."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance

from models.queries.meeting_room import MeetingRoom
from models.values.refusal import Refusal, Refusals
from views.navigation import Navigator
from views.pages.meeting.attendance import AttendancePart
from views.pages.meeting.columns import MeetingColumns
from views.widgets.error_summary import ErrorSummary
from views.workspace import Workspace


class MeetingView(Protocol):
    """The page, without the acts knowing it."""

    workspace: Workspace
    navigator: Navigator
    attendance: AttendancePart
    columns: MeetingColumns
    summary: ErrorSummary
    room: MeetingRoom | None

    @property
    def done(self) -> SignalInstance: ...
    def attempt(self, act: Callable[[], object], told: str = "", undo: Callable[[], object] | None = None) -> bool: ...
    def show_lacks(self, wrong: Refusal | Refusals, take_focus: bool = True) -> None: ...
    def toggle_alone(self) -> None: ...
    def flush(self) -> None: ...
