# SPDX-License-Identifier: MIT
"""The minutes of one item: what was said, what was agreed, what the child thinks; saved as each part is left."""

from collections.abc import Callable
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from models.queries.meeting_room import MeetingRoom
from models.queries.meetings import AgendaRow
from models.records.meeting import ItemKind
from models.values.typed import LongText, Text
from models.work.hold_meeting import ItemMinutes, write_minutes
from views.discreet import free_text, shown
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import long_text
from views.pages.meeting.words import readers
from views.texts import t
from views.widgets.basics import badge, boxed, button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.flow import flow
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

TEXT, AGREED, CHILD = "text", "agreed", "child_view"


class WrittenItem(BaseModel):
    """The four parts of an item's minutes."""

    text: LongText = ""
    agreed: Text = ""
    child_view: Text = ""
    disagreement: Text = ""


FIELDS = (
    Field(TEXT, "room.item.text", long_text(5, 18), width="full"),
    Field(AGREED, "room.item.agreed", long_text(2, 10), width="full"),
    Field(CHILD, "room.item.child_view", long_text(1, 8)),
    Field("disagreement", "room.item.disagreement", long_text(1, 8), need="optional"),
)


class ItemEditor(Card):
    """One item in view at a time; what is half-typed is kept within a second and comes back where the caret was."""

    # the line the caret is in shall become a task
    task_wanted = Signal(str)
    # the person wants to change title, time and what the item reveals
    edit_wanted = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(margins=(16, 12, 10, 10), gap=8)
        self._workspace = workspace
        self._item: AgendaRow | None = None
        self._final = False
        self.form: Form[WrittenItem] | None = None
        self._head, self._place = column(gap=6), column(gap=0)
        self._scroll = ScrollColumn(column(self._place, None, margins=(0, 0, 8, 2)))
        self._foot = flow(
            button(t("room.item.agreed"), "check", "flat", lambda: self.focus(AGREED)),
            button(t("room.item.child_view"), "heart", "flat", lambda: self.focus(CHILD)),
            button(t("room.item.make_task"), "task", "flat", self.make_task, tip="Ctrl+Enter"),
        )
        self.add(boxed(self._head), self._scroll, self._foot)
        self.body.setStretchFactor(self._scroll, 1)

    def show_item(self, room: MeetingRoom, item: AgendaRow) -> None:
        """The item as it stands; the words that are being typed stay above it."""
        same = self._item is not None and self._item.id == item.id and self._final == room.is_final
        self._item, self._final = item, room.is_final
        self._show_head(room, item)
        if not same or self.form is None:
            self._make_form(item.id)
        if self.form is not None:
            self.form.set_value(item)
        self._foot.setVisible(not room.is_final)

    def leave_item(self) -> None:
        """Another item comes into view: what is typed here is saved first."""
        if self.form is not None:
            self.form.flush()

    def focus(self, part: str = TEXT) -> None:
        """Put the caret into a part."""
        if self.form is not None:
            self.form.sheet.focus_field(part)

    def line(self) -> str:
        """The line the caret is in, or was in last."""
        form = self.form
        if form is None:
            return ""
        here = form.sheet.here if form.sheet.here in form.rows else TEXT
        box = form.rows[here].editor.target()
        return box.textCursor().block().text() if isinstance(box, QPlainTextEdit) else ""

    def make_task(self) -> None:
        """Ctrl+Enter: the line becomes a task."""
        if not self._final:
            self.task_wanted.emit(self.line())

    def is_writing(self) -> bool:
        """Whether the caret is in the minutes."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _make_form(self, id: UUID) -> None:
        clear(self._place)
        self.form = Form(
            WrittenItem, FIELDS, self._workspace, draft_id=f"minutes/{id}", on_commit=self._commit(id), columns=0
        )
        self.form.setEnabled(not self._final)
        self._place.addWidget(self.form)

    def _commit(self, id: UUID) -> Callable[[str, object], object]:
        def commit(name: str, value: object) -> None:
            self._workspace.do(write_minutes, id, ItemMinutes.model_validate({name: value}))

        return commit

    def _show_head(self, room: MeetingRoom, item: AgendaRow) -> None:
        clear(self._head)
        number = next((n for n, one in enumerate(room.sheet.items, start=1) if one.id == item.id), 0)
        title = label(f"{number}  {free_text(item.title)}", "subtitle", wrap=True)
        said, fewer = readers(*room.shared.get(item.id, (0, 0)))
        line = row(title, badge(said, "warning" if fewer else "neutral"))
        line.setStretchFactor(title, 1)
        if not room.is_final:
            edit = button("", "pen", "flat", lambda: self.edit_wanted.emit(item), spoken=t("room.item.edit"))
            line.addWidget(edit)
        self._head.addLayout(line)
        if item.kind is ItemKind.CHILD:
            for quote in _good_news(room):
                self._head.addWidget(quote)


def _good_news(room: MeetingRoom) -> list[QWidget]:
    """The child's own words, and what has been done since last: the meeting begins with what is good."""
    said = room.child_view.words or room.what_matters
    found: list[QWidget] = []
    if said:
        name = shown(room.child_called) or t("room.child.the_child")
        found.append(label(t("room.child.says", child=name, words=free_text(said)), "lead", wrap=True))
    if done := room.done_since_last:
        found.append(label(t("room.child.done", what=", ".join(map(free_text, done))), "body", "success", wrap=True))
    return found
