# SPDX-License-Identifier: MIT
"""A meeting that is not planned yet: as soon as its date is known it is made, with people and agenda."""

from datetime import date

from pydantic import BaseModel
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from models.values.clock_reading import Clock
from models.values.typed import Line
from views.form.form import Form
from views.pages.care_team.plan_form import FIRST
from views.texts import t
from views.widgets.basics import column, label
from views.widgets.card import Card
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class TypedFirst(BaseModel):
    """The date, and what else is known already."""

    on: date
    begins: Clock = None
    ends: Clock = None
    place: Line = ""


class NewPart(QWidget):
    """Leaving the date is enough: nothing is written down while nobody knows when."""

    # what was typed, and the field the person has gone on to
    dated = Signal(object, str)

    def __init__(self, workspace: Workspace, draft_id: str) -> None:
        super().__init__()
        self._workspace, self._draft_id = workspace, draft_id
        self.form: Form[TypedFirst] = Form(TypedFirst, FIRST, workspace, draft_id=draft_id)
        self.form.sheet.left.connect(self._left)
        help = label(t("plan_meeting.date_first"), "body", "muted", wrap=True)
        card = Card(t("plan_meeting.when"), icon_name="calendar").add(self.form, help)
        self.setLayout(column(ScrollColumn(column(card, None, margins=(0, 0, 8, 0)))))

    def plan(self) -> None:
        """Ctrl+Enter: the same as leaving the date, and what is missing is said."""
        draft = self.form.draft()
        if draft is not None:
            self.dated.emit(draft, "begins")

    def _left(self, name: str) -> None:
        if name == "on" and isinstance(self.form.value()["on"], date) and self.isVisible():
            # after the focus has come to rest in the next field
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return
        if isinstance(focus, QPushButton) and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # the calendar is about to open, and gives a date of its own
            return
        draft, here = self.form.draft(), self.form.sheet.here
        if draft is not None:
            self.dated.emit(draft, "begins" if here == "on" else here)
