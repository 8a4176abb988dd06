# SPDX-License-Identifier: MIT
"""What is done with the tasks of a meeting and with its minutes once they are sent."""

from uuid import UUID

from models.queries.meeting_room import MeetingRoom
from models.values.minutes import KeptTask
from models.values.refusal import Refusal, Refusals
from models.values.task_reading import TaskReading, read_task
from models.work.bin import take_out_of_bin
from models.work.hold_meeting import MeetingTask, forget_task, say_who, take_on
from models.work.send_minutes import (
    AnswerDraft,
    ObjectionDraft,
    answer_objection,
    make_minutes_final,
    object_to_minutes,
)
from models.work.tasks import finish_task, reopen_task
from views.pages.meeting.around import MeetingView
from views.pages.meeting.task_part import told
from views.pages.meeting.words import made
from views.texts import t


class TaskActs:
    """Makes a task of a line, mends it, ticks it and takes it away."""

    def __init__(self, page: MeetingView) -> None:
        self._page, self._do = page, page.workspace.do
        columns = page.columns
        columns.editor.task_wanted.connect(self.task_of_line)
        columns.tasks.wanted.connect(self.take_on)
        columns.tasks.mended.connect(self.mend_task)
        columns.tasks.ticked.connect(self.tick_task)
        columns.tasks.forgotten.connect(self.forget)

    def task_of_line(self, line: str) -> None:
        """Ctrl+Enter: the line the caret is in, read as who, what and when."""
        self.take_on(read_task(line, self._room.doers, self._page.workspace.today()))

    def take_on(self, read: TaskReading) -> None:
        """A task is made, whatever it still lacks; the same line makes none twice."""
        item = self._page.columns.agenda.item()
        if not read.what:
            self._page.done.emit(t("room.tasks.empty_line"), None)
            return
        same = next((one for one in self._room.tasks if _is_same(one, read)), None)
        if same is not None:
            self._page.columns.tasks.rows.choose(same.id)
            self._page.done.emit(t("room.tasks.already", what=same.what), None)
            return
        draft, ids = told(read.what, read.who, read.due_on, item.id if item else None), list[UUID]()
        meeting_id, do = self._room.sheet.row.id, self._do
        if self._page.attempt(lambda: ids.append(do(take_on, meeting_id, draft))):
            task = next(one for one in self._room.tasks if one.id == ids[0])
            self._page.columns.tasks.rows.choose(task.id)
            self._page.done.emit(made(task), lambda: do(forget_task, ids[0]))

    def mend_task(self, task_id: UUID, draft: MeetingTask) -> None:
        """What, who or when told better."""
        self._page.attempt(lambda: self._do(say_who, task_id, draft))

    def tick_task(self, task: KeptTask, done: bool) -> None:
        """It has been done, or not after all."""
        do, (act, back) = self._do, (finish_task, reopen_task) if done else (reopen_task, finish_task)
        key = "room.tasks.done" if done else "room.tasks.not_done"
        self._page.attempt(lambda: do(act, task.id), t(key, what=task.what), lambda: do(back, task.id))

    def forget(self, task: KeptTask) -> None:
        """It was never agreed."""
        do = self._do
        self._page.attempt(
            lambda: do(forget_task, task.id),
            t("room.tasks.forgotten", what=task.what),
            lambda: do(take_out_of_bin, "task", task.id),
        )

    @property
    def _room(self) -> MeetingRoom:
        assert self._page.room is not None
        return self._page.room


class ObjectionActs:
    """Takes objections down, answers them, and makes the minutes final."""

    def __init__(self, page: MeetingView) -> None:
        self._page, self._do = page, page.workspace.do
        objections = page.columns.objections
        objections.made.connect(self.object_to)
        objections.answered.connect(self.answer)
        objections.final_wanted.connect(self.make_final)

    def make_final(self) -> None:
        """The last version."""
        try:
            self._do(make_minutes_final, self._room.sheet.row.id)
        except (Refusal, Refusals) as wrong:
            self._page.show_lacks(wrong)
            return
        self._page.done.emit(t("room.is_final"), None)

    def object_to(self, draft: ObjectionDraft) -> None:
        """Somebody says that something is wrong."""
        meeting_id = self._room.sheet.row.id
        self._page.attempt(lambda: self._do(object_to_minutes, meeting_id, draft), t("room.objections.kept"))

    def answer(self, objection_id: UUID, draft: AnswerDraft) -> None:
        """What was done with it."""
        self._page.attempt(lambda: self._do(answer_objection, objection_id, draft), t("room.objections.answered"))

    @property
    def _room(self) -> MeetingRoom:
        assert self._page.room is not None
        return self._page.room


def _is_same(task: KeptTask, read: TaskReading) -> bool:
    who = read.who.name if read.who else ""
    return not task.earlier and (task.what, task.who, task.due_on) == (read.what, who, read.due_on)
