# SPDX-License-Identifier: MIT
"""What is taken on at the meeting: the list, a line for a new task, and a small form for what one lacks."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtCore import Signal

from models.queries.meeting_room import PARTICIPANT, MeetingRoom
from models.values.date_words import weekday_date
from models.values.minutes import KeptTask
from models.values.task_reading import Doer, TaskReading, read_task
from models.values.typed import Day, Line, RequiredLine
from models.work.hold_meeting import MeetingTask
from views.discreet import shown
from views.form.choice_editors import combo
from views.form.date_editor import DateEditor
from views.form.editor import Advice, Around, Editor
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import TextEditor
from views.pages.meeting.words import task_rows
from views.texts import language, t
from views.widgets.basics import boxed, button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList
from views.workspace import Workspace


class TypedTask(BaseModel):
    """What stands in the small form; `who` is the key of a doer."""

    what: RequiredLine
    who: str | None = None
    due_on: Day = None


class TypedLine(BaseModel):
    """«Are sender avtale 15.1.»."""

    line: Line = ""


class TaskLineEditor(TextEditor):
    """One line, with what was read of it below: who, and by when."""

    def __init__(self, around: Around, read: Callable[[str], TaskReading]) -> None:
        super().__init__(around, "room.tasks.example")
        self._read = read

    def advice(self) -> Advice | None:
        said = reading_words(self._read(self.box.text()))
        return Advice(said) if said else None


def told(what: str, who: Doer | str | None, due_on: date | None, item_id: UUID | None = None) -> MeetingTask:
    """The task as the use-case takes it."""
    key = who.key if isinstance(who, Doer) else who or ""
    kind, _, id = key.partition("/")
    named = {"participant_id" if kind == PARTICIPANT else "family_service_id": UUID(id)} if id else {}
    return MeetingTask(what=what, due_on=due_on, item_id=item_id, **named)


class TaskPart(Card):
    """Enter opens a task, Space says it is done, Del takes it away; «Ny oppgave» reads person and day as one types."""

    # (reading) of the line below the list
    wanted = Signal(object)
    # (task id, MeetingTask)
    mended = Signal(object, object)
    # (KeptTask, whether it is done)
    ticked = Signal(object, bool)
    forgotten = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        self._count = label("", "caption", "muted")
        super().__init__(t("room.tasks_title"), right=self._count, margins=(10, 12, 10, 10), gap=6)
        self._workspace = workspace
        self._room: MeetingRoom | None = None
        self._form: Form[TypedTask] | None = None
        self.rows = RowList(t("room.tasks_title"), marks=False)
        self.rows.opened.connect(lambda one: self._open(one.value))
        self.rows.ticked.connect(self._tick)
        self.rows.pressed_key.connect(self._key)
        self._empty = label(t("room.tasks.empty"), "body", "muted", wrap=True)
        self._place = column(gap=0)
        self._new: Form[TypedLine] | None = None
        self._new_place = column(gap=0)
        self.add(self._empty, self.rows, boxed(self._place), boxed(self._new_place))
        self.body.setStretchFactor(self.rows, 1)

    def show_room(self, room: MeetingRoom) -> None:
        """The tasks as they stand."""
        self._room = room
        rows = task_rows(room, self._workspace.today())
        here = sum(not task.earlier for task in room.tasks)
        self._count.setText(str(here) if here else "")
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._show_new(room)

    def open(self, id: UUID, field: str = "who") -> None:
        """The small form of one task, in the field that is asked for."""
        task = next((one for one in self._room.tasks if one.id == id), None) if self._room else None
        if task is None:
            return
        self.rows.choose(id)
        self._open(task, field)

    def _open(self, task: object, field: str = "") -> None:
        room = self._room
        if not isinstance(task, KeptTask) or room is None or room.is_final or task.earlier:
            return
        self._close()
        options = [(one.key, _name(one)) for one in room.doers]
        fields = (
            Field("what", "room.tasks.what", width="full", missing="room.tasks.what_missing"),
            Field("who", "room.tasks.who", combo(lambda: options), width="full"),
            Field("due_on", "room.tasks.due", DateEditor, width="full"),
        )
        self._form = Form(TypedTask, fields, self._workspace, draft_id=f"meeting_task/{task.id}", columns=1)
        who = next((one.key for one in room.doers if (one.name, one.service) == (task.who, task.service)), "")
        self._form.set_value({"what": task.what, "who": who, "due_on": task.due_on})
        save = button(t("room.tasks.save"), "check", run=lambda: self._mend(task))
        self._place.addWidget(self._form)
        self._place.addLayout(
            row(save, button(t("room.close"), kind="flat", run=self._leave), None, margins=(0, 8, 0, 0))
        )
        first = field or ("who" if not task.who else "due_on" if task.due_on is None else "what")
        self._form.sheet.focus_field(first)

    def _mend(self, task: KeptTask) -> None:
        draft = self._form.draft() if self._form else None
        if draft is not None and self._form is not None:
            self._form.done()
            self._leave()
            self.mended.emit(task.id, told(draft.what, draft.who, draft.due_on))

    def _leave(self) -> None:
        self._close()
        self.rows.setFocus()

    def _close(self) -> None:
        self._form = None
        clear(self._place)

    def _tick(self, one: Row) -> None:
        if isinstance(task := one.value, KeptTask):
            self.ticked.emit(task, task.state != "done")

    def _key(self, one: Row, key: str) -> None:
        if key == "Delete" and isinstance(task := one.value, KeptTask) and not task.earlier:
            self.forgotten.emit(task)

    def _show_new(self, room: MeetingRoom) -> None:
        """The line below the list; each meeting has its own, half-typed or not."""
        draft_id = f"new_meeting_task/{room.sheet.row.id}"
        if self._new is None or self._new.draft_id != draft_id:
            clear(self._new_place)
            field = Field("line", "room.tasks.new", self._line_editor, width="full")
            self._new = Form(TypedLine, (field,), self._workspace, draft_id=draft_id, columns=1)
            self._new_place.addWidget(self._new)
        self._new.setVisible(not room.is_final)

    def _line_editor(self, around: Around) -> Editor:
        editor = TaskLineEditor(around, self._understood)
        editor.box.returnPressed.connect(self._make)
        return editor

    def _understood(self, line: str) -> TaskReading:
        return read_task(line, self._room.doers if self._room else (), self._workspace.today())

    def _make(self) -> None:
        draft = self._new.draft() if self._new else None
        read = self._understood(draft.line) if draft else TaskReading()
        if self._new is not None and read.what:
            self._new.done()
            self.wanted.emit(read)


def reading_words(read: TaskReading) -> str:
    """What was read of a line, beside it: «Are Strand, NAV · fredag 15. januar 2027»."""
    if not read.what:
        return ""
    if read.several:
        who = t("room.tasks.several", names=", ".join(shown(one.name) for one in read.several))
    else:
        who = _name(read.who) if read.who else t("room.tasks.no_who")
    day = weekday_date(read.due_on, language()) if read.due_on else t("room.tasks.no_due")
    return f"{who} · {day}"


def _name(one: Doer) -> str:
    return ", ".join(filter(None, (shown(one.name), one.service)))
