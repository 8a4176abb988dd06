# SPDX-License-Identifier: MIT
"""After the minutes are sent: what somebody says is wrong, what was done with it, and making them final."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from models.queries.meeting_room import MeetingRoom, ObjectionRow
from models.work.send_minutes import AnswerDraft, ObjectionDraft
from views.discreet import free_text, shown
from views.form.date_editor import past_date
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import long_text
from views.texts import t
from views.widgets.basics import boxed, button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList
from views.workspace import Workspace


class ObjectionPart(Card):
    """Shown once a version is sent; Enter answers, and every answer is kept beside what was said."""

    # ObjectionDraft
    made = Signal(object)
    # (id, AnswerDraft)
    answered = Signal(object, object)
    final_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(t("room.objections_title"), margins=(10, 12, 10, 10), gap=6)
        self._workspace = workspace
        self._meeting_id: UUID | None = None
        self._lead = label("", "body", "muted", wrap=True)
        self.rows = RowList(t("room.objections_title"), fit=True)
        self.rows.opened.connect(lambda one: self._answer(one.value))
        self._place = column(gap=0)
        self._new = button(t("room.objections.new"), "plus", run=self._write)
        self._final = button(t("room.objections.final"), "check", run=lambda: self.final_wanted.emit())
        self.add(self._lead, self.rows, boxed(self._place), row(self._new, self._final, None), None)

    def show_room(self, room: MeetingRoom) -> None:
        """What has been said so far."""
        self._meeting_id = room.sheet.row.id
        self.rows.show_rows([_row(one) for one in room.objections])
        self.rows.setVisible(bool(room.objections))
        if room.is_final:
            self._lead.setText(t("room.objections.is_final"))
        elif room.objections_by:
            self._lead.setText(t("room.objections.until", day=room.objections_by, version=room.version))
        for one in (self._new, self._final):
            one.setVisible(not room.is_final)

    def open(self, id: UUID) -> None:
        """The answer to one of them."""
        self.rows.choose(id)
        chosen = self.rows.current()
        if chosen is not None:
            self._answer(chosen.value)

    def _write(self) -> None:
        fields = (
            Field("from_whom", "room.objections.from_whom", width="full", missing="room.objections.from_missing"),
            Field("words", "room.objections.words", long_text(2, 6), width="full"),
            Field("made_on", "room.objections.made_on", past_date, width="full"),
        )
        form = Form(ObjectionDraft, fields, self._workspace, draft_id=f"objection/{self._meeting_id}", columns=1)
        form.set_value({"made_on": self._workspace.today()})
        self._show(form, "from_whom", self.made.emit)

    def _answer(self, one: object) -> None:
        if isinstance(one, ObjectionRow):
            fields = (Field("answer", "room.objections.answer", long_text(2, 6), width="full"),)
            form = Form(AnswerDraft, fields, self._workspace, draft_id=f"objection_answer/{one.id}", columns=1)
            form.set_value({"answer": one.answer})
            self._show(form, "answer", lambda draft: self.answered.emit(one.id, draft))

    def _show(self, form: "Form[Any]", first: str, send: Callable[[object], object]) -> None:
        clear(self._place)

        def submit() -> None:
            draft = form.draft()
            if draft is not None:
                form.done()
                clear(self._place)
                send(draft)

        self._place.addWidget(form)
        buttons = (
            button(t("room.objections.save"), "check", run=submit),
            button(t("room.close"), kind="flat", run=self._leave),
        )
        self._place.addLayout(row(*buttons, None, margins=(0, 8, 0, 0)))
        form.sheet.focus_field(first)

    def _leave(self) -> None:
        clear(self._place)


def _row(one: ObjectionRow) -> Row:
    answered = one.answer or t("room.objections.unanswered")
    second = " · ".join((shown(one.from_whom), _day(one.made_on), free_text(answered)))
    badge = None if one.answer else (t("room.objections.open"), "warning")
    return Row(one.id, free_text(one.words) or shown(one.from_whom), second, badge=badge, value=one)  # type: ignore[arg-type]


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
