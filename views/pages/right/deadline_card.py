# SPDX-License-Identifier: MIT
"""The deadline for a complaint: an estimate until the knowledge date is known, then counted step by step (R22)."""

from datetime import date
from functools import partial

from pydantic import BaseModel
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from models.queries.appeals import DeadlineRow
from models.values.date_words import weekday_date
from models.values.typed import Day, Text
from models.work.appeal_deadline import override_complaint_deadline, set_knowledge_date
from views import theme
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field
from views.form.text_editors import long_text
from views.pages.right.around import Around, KeptForm, Undo
from views.pages.right.steps import said
from views.pages.right.submit_card import SubmitCard
from views.texts import language, t
from views.widgets.basics import button, label, row, set_tone
from views.widgets.card import Card


class KnowledgeDraft(BaseModel):
    """The day the family knew enough to complain."""

    knowledge_on: Day = None


class OverrideDraft(BaseModel):
    """Another last day than the counted one, and why."""

    due_override_on: Day = None
    due_override_reason: Text = ""


KNOWN = (Field("knowledge_on", "right.deadline.known_on", past_date, hint="right.deadline.known_hint"),)
OVERRIDE = (
    Field("due_override_on", "right.deadline.override_on", DateEditor, hint="right.deadline.override_hint"),
    Field("due_override_reason", "right.deadline.override_reason", long_text(2), width="full"),
)


class DashedFrame(QFrame):
    """A broken outline says «not certain yet»; the words inside say so too."""

    def __init__(self) -> None:
        super().__init__()
        self.dashed = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(4)
        self.head = label("", "lead", wrap=True)
        self.steps = label("", "body", "muted", wrap=True)
        layout.addWidget(self.head)
        layout.addWidget(self.steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("control" if self.dashed else "border"), 1)
        pen.setStyle(Qt.PenStyle.DashLine if self.dashed else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class DeadlineCard(Card):
    """When the family knew, the last day, and how it was counted."""

    def __init__(self, around: Around, deadline: DeadlineRow) -> None:
        title = t("right.deadline.title", number=deadline.number)
        super().__init__(title, icon_name="clock")
        self._around, self._id = around, deadline.determination_id
        self._outcome = DashedFrame()
        self.form: KeptForm[KnowledgeDraft] = KeptForm(
            around, KnowledgeDraft, KNOWN, self._known, around.draft_id("knowledge", self._id)
        )
        texts = (t("right.deadline.override_title"), t("right.deadline.override"), t("right.deadline.overridden"))
        self._override = SubmitCard(around, f"override/{self._id}", texts, OverrideDraft, OVERRIDE, self._set)
        self._override.setVisible(self._override.half_typed())
        self._open = button(t("right.deadline.open_override"), "pen", "flat", self._open_override)
        self._back = button(t("right.deadline.count_again"), "undo", "flat", self._count_again)
        self.add(self.form, self._outcome, row(self._open, self._back, None), self._override)
        self.show_deadline(deadline, around.workspace.today())

    def show_deadline(self, deadline: DeadlineRow, today: date) -> None:
        """Show the last day and its explanation."""
        self.form.show_row({"knowledge_on": deadline.knowledge_on})
        self._outcome.dashed = deadline.knowledge_on is None and not deadline.overridden
        self._outcome.head.setText(_head(deadline, today))
        late = deadline.due_on is not None and deadline.due_on < today and not deadline.estimated
        set_tone(self._outcome.head, "muted" if late or deadline.estimated else "")
        self._outcome.steps.setText("\n".join(said(step) for step in deadline.steps))
        self._outcome.steps.setVisible(bool(deadline.steps))
        self._outcome.setAccessibleName(self._outcome.head.text())
        self._outcome.update()
        self._open.setVisible(not deadline.overridden)
        self._back.setVisible(deadline.overridden)

    def _known(self, draft: KnowledgeDraft) -> None:
        self._around.workspace.do(set_knowledge_date, self._id, draft.knowledge_on)

    def _set(self, draft: OverrideDraft) -> Undo:
        do, id = self._around.workspace.do, self._id
        do(override_complaint_deadline, id, draft.due_override_on, draft.due_override_reason)
        self._override.hide()
        return partial(do, override_complaint_deadline, id, None, "")

    def _open_override(self) -> None:
        self._override.open("due_override_on")

    def _count_again(self) -> None:
        self._around.workspace.do(override_complaint_deadline, self._id, None, "")


def _head(deadline: DeadlineRow, today: date) -> str:
    if deadline.due_on is None:
        return t("right.deadline.unknown")
    if deadline.estimated:
        return t("right.deadline.estimate", day=deadline.due_on)
    key = "right.deadline.over" if deadline.due_on < today else "right.deadline.last_day"
    return t(key, day=weekday_date(deadline.due_on, language()))
