# SPDX-License-Identifier: MIT
"""Agenda, minutes and tasks beside each other; in a narrow window the tasks are a second tab of the agenda's column."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from models.queries.meeting_room import MeetingRoom
from models.queries.meetings import AgendaRow
from views.pages.meeting.about import AboutMeeting
from views.pages.meeting.agenda import ABOUT, AgendaPart
from views.pages.meeting.item_editor import ItemEditor
from views.pages.meeting.objections import ObjectionPart
from views.pages.meeting.task_part import TaskPart
from views.texts import t
from views.widgets.basics import boxed, column
from views.workspace import Workspace

WIDE, LEFT, RIGHT = 1280, 232, 292
AGENDA, TASKS, OBJECTIONS = range(3)


class MeetingColumns(QWidget):
    """What is in view of each; the page does what they ask for."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.agenda, self.editor, self.about = AgendaPart(workspace), ItemEditor(workspace), AboutMeeting(workspace)
        self.tasks, self.objections = TaskPart(workspace), ObjectionPart(workspace)
        self.room: MeetingRoom | None = None
        self._narrow = False
        self._form: QWidget | None = None
        self._middle = QStackedWidget()
        self._middle.addWidget(self.editor)
        self._middle.addWidget(self.about)
        self._bar = QTabBar()
        self._bar.setAccessibleName(t("room.columns"))
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(False)
        for name in ("agenda_title", "tasks_tab", "objections_title"):
            self._bar.addTab(t(f"room.{name}"))
        self._bar.currentChanged.connect(self._turned)
        self._stack = QStackedWidget()
        self._left = boxed(column(self._bar, self._stack, gap=6))
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right_box = boxed(self._right)
        self._stack.addWidget(self.agenda)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for part, stretch in ((self._left, 0), (self._middle, 1), (self._right_box, 0)):
            layout.addWidget(part, stretch)
        self._right_box.setFixedWidth(RIGHT)
        self._arrange()
        self.agenda.chosen.connect(self._chosen)

    def show_room(self, room: MeetingRoom) -> None:
        """Everything as it stands, at the same item."""
        self.room = room
        self.setVisible(True)
        self.agenda.show_room(room)
        self.tasks.show_room(room)
        self.objections.show_room(room)
        self._arrange()
        self._show_chosen()

    def show_form(self, form: QWidget) -> None:
        """A form in the place of the minutes until it is done with."""
        self.close_form()
        self._form = form
        self._middle.addWidget(form)
        self._middle.setCurrentWidget(form)

    def close_form(self) -> None:
        """The minutes again."""
        if self._form is not None:
            self._middle.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None
            self._show_chosen()

    def forget(self) -> None:
        """Another meeting comes into view."""
        self.agenda.choose(None)

    def go_to(self, item: str) -> None:
        """An item by its id; the first one that is left otherwise."""
        if self.room is None:
            return
        ids = [str(one.id) for one in self.room.sheet.items]
        if item == ABOUT:
            self.agenda.choose(ABOUT)
        elif item in ids:
            self.agenda.choose(UUID(item))
        self._show_chosen()

    def place(self) -> str:
        """Which item is in view."""
        item = self.agenda.item()
        return str(item.id) if item is not None else ABOUT

    def fit(self, width: int) -> None:
        """Three columns where there is room for them."""
        if (width < WIDE) != self._narrow:
            self._narrow = width < WIDE
            self._arrange()

    def show_side(self, tab: int) -> None:
        """Bring the tasks or the objections into view."""
        if self._narrow:
            self._bar.setCurrentIndex(tab)

    def panes(self) -> list[QWidget]:
        """The parts F6 goes between."""
        return [self._left, self._middle, *([] if self._narrow else [self._right_box])]

    def first_focus(self) -> QWidget:
        """Where one writes."""
        form = self.editor.form if self._middle.currentWidget() is self.editor else None
        return form.sheet.rows["text"].editor.target() if form is not None else self.agenda.rows

    def _arrange(self) -> None:
        """The tasks to the right, or behind a tab; objections only once something has been sent."""
        sent = self.room is not None and self.room.version > 0
        for part in (self.tasks, self.objections):
            (self._stack.addWidget if self._narrow else self._right.addWidget)(part)
        self._right_box.setVisible(not self._narrow)
        self._bar.setVisible(self._narrow)
        self._bar.setTabVisible(OBJECTIONS, sent)
        self._left.setFixedWidth(LEFT + 68 if self._narrow else LEFT)
        self.tasks.setVisible(not self._narrow or self._bar.currentIndex() == TASKS)
        self.objections.setVisible(sent and (not self._narrow or self._bar.currentIndex() == OBJECTIONS))
        self._turned(self._bar.currentIndex())

    def _turned(self, tab: int) -> None:
        part = (self.agenda, self.tasks, self.objections)[tab] if self._narrow else self.agenda
        if self._stack.indexOf(part) >= 0:
            self._stack.setCurrentWidget(part)

    def _chosen(self, _item: object) -> None:
        self.editor.leave_item()
        self.about.leave_item()
        self.close_form()
        self._show_chosen()

    def _show_chosen(self) -> None:
        item, room = self.agenda.item(), self.room
        if room is None:
            return
        part: QWidget = self.editor
        if isinstance(item, AgendaRow):
            self.editor.show_item(room, item)
        else:
            self.about.show_room(room)
            part = self.about
        if self._form is None:
            self._middle.setCurrentWidget(part)
