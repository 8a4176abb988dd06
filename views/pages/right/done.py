# SPDX-License-Identifier: MIT
"""A finished avgjørelse: number, date and state, printing, sending, and the way to one that replaces it."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from shiboken6 import isValid

from models.queries.determinations import DeterminationRow
from models.records.determination import DeterminationState
from models.records.document import DocumentKind
from models.work.decide import replace_determination
from models.work.issue_determination import (
    mark_determination_sent,
    take_back_determination_sent,
)
from models.work.send_letter import log_printed
from views.pages.right.around import Around, refill
from views.pages.right.determination_fields import GIVES
from views.pages.right.earlier import STATE_BADGES
from views.printing import Sheets, printing
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import BadgeKind, badge, boxed, button, label
from views.widgets.card import Card
from views.widgets.flow import FlowLayout, flow

# How letters usually leave the house; the documents page tells the other ways.
BY_POST = "post"


class DoneCard(Card):
    """`contents` gives the bytes of the finished letters."""

    # the person wants to write when the family knew
    due = Signal()

    def __init__(self, around: Around, contents: Callable[[], list[tuple[UUID, bytes]]]) -> None:
        super().__init__()
        self._around, self._contents = around, contents
        self._done: DeterminationRow | None = None
        self._refused = Banner("danger", "")
        self._title = label("", "lead", wrap=True)
        self._badges = boxed(FlowLayout())
        self._said = label("", "body", wrap=True)
        self.print = button(t("right.decided.print"), "print", "primary", self.print_it)
        self.send = button(t("right.decided.mark_sent"), "mail", run=self.send_it)
        self._replace = button(t("right.earlier.replace"), "swap", "flat", self._replace_it)
        self._deadline = button(t("right.decided.deadline"), "clock", "flat", self.due.emit)
        self._appoint = button(t("right.decided.appointment_letter"), "document", "flat", self._write_appointment)
        buttons = flow(self.print, self.send, self._appoint, self._deadline, self._replace)
        self.add(self._refused, self._title, self._badges, self._said, buttons)

    def show_done(self, done: DeterminationRow, closed: bool = False) -> None:
        """Show this one; of a closed family it is read and printed only."""
        self._done = done
        title = t("right.earlier.line", number=done.number, outcome=t(f"right.outcome.{done.outcome}"))
        self._title.setText(title)
        self.setAccessibleName(title)
        badges: list[tuple[str, BadgeKind]] = [(t(f"right.state.{done.state}"), STATE_BADGES[done.state])]
        if done.sent_on is None:
            badges.append((t("right.decided.not_sent"), "warning"))
        else:
            badges.append((t("right.decided.sent", day=done.sent_on), "success"))
        refill(self._badges, [badge(text, kind) for text, kind in badges])
        self._said.setText("\n".join(_told(done)))
        holds = done.state is DeterminationState.FINAL and not closed
        self._replace.setVisible(holds)
        self.send.setVisible(done.sent_on is None and not closed)
        self._deadline.setVisible(done.knowledge_on is None and not closed)
        self._appoint.setVisible(done.outcome in GIVES and holds)

    def _write_appointment(self) -> None:
        if self._done is not None:
            about = {"determination_id": self._done.id}
            self._around.write_letter(DocumentKind.APPOINTMENT_LETTER, self._refused, **about)

    def print_it(self) -> None:
        """Every copy after one question, under a neutral name; noted only when it was printed."""
        done = self._done
        if done is None:
            return
        name, contents = t("right.letter.name", number=done.number), self._contents()
        job = printing().print_all(self, [Sheets(content, name) for _, content in contents]) if contents else None
        if job is None:
            return
        job.succeeded.connect(lambda sent: self._note_printed([contents[place][0] for place in sent]))
        job.failed.connect(lambda wrong: self._refused.say("danger", said(wrong)))
        self._around.follow(job, t("printing.running", n=len(contents)), t("printing.stop_note"))

    def _note_printed(self, ids: Sequence[UUID]) -> None:
        def note() -> None:
            for id in ids:
                self._around.workspace.do(log_printed, id)

        if isValid(self):
            self._around.attempt(note, t("right.decided.printed"), None, self._refused)
        else:
            note()

    def send_it(self) -> None:
        """Signed and sent today; «Angre» takes it back."""
        done = self._done
        if done is None:
            return
        do, today = self._around.workspace.do, self._around.workspace.today()
        self._around.attempt(
            lambda: do(mark_determination_sent, done.id, today, BY_POST),
            t("right.decided.marked_sent"),
            lambda: do(take_back_determination_sent, done.id),
            self._refused,
        )

    def _replace_it(self) -> None:
        done, do = self._done, self._around.workspace.do
        if done is not None:
            self._around.attempt(lambda: do(replace_determination, done.id), "", None, self._refused)


def _told(done: DeterminationRow) -> list[str]:
    lines = []
    if done.decided_on:
        lines.append(t("right.earlier.decided", day=done.decided_on))
    if done.coordinator:
        kind = t(f"right.kind.{done.kind}").lower()
        lines.append(t("right.decided.coordinator", name=done.coordinator, kind=kind))
    if done.effective_on:
        lines.append(t("right.decided.from", day=done.effective_on))
    if done.replaces_number:
        lines.append(t("right.earlier.replaces", number=done.replaces_number))
    lines.append(done.grounds)
    return lines
