# SPDX-License-Identifier: MIT
"""The avgjørelse in view: the draft being written, or the finished one with what is left to do with it."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.queries.determinations import DeterminationRow
from models.queries.right_picture import RightPicture
from models.records.determination import DeterminationState
from models.values.date_words import long_date
from models.work.decide import replace_determination
from views.pages.right.around import Around, refill, refusal_banner
from views.pages.right.determination import DeterminationPart
from views.pages.right.earlier import STATE_BADGES
from views.pages.right.letters import LetterCard
from views.texts import language, t
from views.widgets.basics import BadgeKind, badge, boxed, button, column, label, row
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.flow import FlowLayout


class DecidedPart(QWidget):
    """One avgjørelse at a time: a draft before all, then the one asked for, then the newest."""

    # the person asks for a draft
    asked = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._chosen: UUID | None = None
        self._picture: RightPicture | None = None
        self._refused = refusal_banner()
        self.draft = DeterminationPart(around)
        self.draft.finished.connect(self.show_one)
        self._none = EmptyState(
            "scales", t("right.decided.none"), t("right.decided.none_text"), t("right.decide"), self.asked.emit
        )
        self._done = Card(icon_name="scales")
        self._title = label("", "lead", wrap=True)
        self._badges = boxed(FlowLayout())
        self._said = label("", "body", wrap=True)
        self._replace = button(t("right.earlier.replace"), "swap", "flat", self._replace_it)
        self._done.add(self._title, self._badges, self._said, row(self._replace, None))
        self.letters = LetterCard(around)
        self.setLayout(column(self._refused, self._none, self.draft, self._done, self.letters, None, gap=14))

    def show_picture(self, picture: RightPicture) -> None:
        """Show the draft or a finished one."""
        self._picture = picture
        done = None if picture.draft else self._in_view(picture)
        self._none.setVisible(picture.draft is None and done is None)
        self.draft.setVisible(picture.draft is not None)
        self._done.setVisible(done is not None)
        self.draft.show_picture(picture)
        if done is not None:
            self._show_done(done)
        self.letters.show_determination(picture.draft or done)

    def show_one(self, id: object) -> None:
        """Bring this finished avgjørelse into view."""
        self._chosen = id if isinstance(id, UUID) else None
        if self._picture is not None:
            self.show_picture(self._picture)

    def _in_view(self, picture: RightPicture) -> DeterminationRow | None:
        chosen = (one for one in picture.determinations if one.id == self._chosen)
        return next(chosen, picture.current)

    def _show_done(self, done: DeterminationRow) -> None:
        outcome = t(f"right.outcome.{done.outcome}")
        title = t("right.earlier.line", number=done.number, outcome=outcome)
        self._title.setText(title)
        self._done.setAccessibleName(title)
        badges: list[tuple[str, BadgeKind]] = [(t(f"right.state.{done.state}"), STATE_BADGES[done.state])]
        if done.sent_on is None:
            badges.append((t("right.decided.not_sent"), "warning"))
        else:
            badges.append((t("right.decided.sent", day=long_date(done.sent_on, language())), "success"))
        refill(self._badges, [badge(text, kind) for text, kind in badges])
        self._said.setText("\n".join(_told(done)))
        self._replace.setVisible(done.state is DeterminationState.FINAL)

    def _replace_it(self) -> None:
        picture = self._picture
        done = self._in_view(picture) if picture else None
        if done is not None:
            id = done.id
            self._around.attempt(lambda: self._around.workspace.do(replace_determination, id), "", None, self._refused)


def _told(done: DeterminationRow) -> list[str]:
    lines = []
    if done.decided_on:
        lines.append(t("right.earlier.decided", day=long_date(done.decided_on, language())))
    if done.coordinator:
        kind = t(f"right.kind.{done.kind}").lower()
        lines.append(t("right.decided.coordinator", name=done.coordinator, kind=kind))
    if done.effective_on:
        lines.append(t("right.decided.from", day=long_date(done.effective_on, language())))
    if done.replaces_number:
        lines.append(t("right.earlier.replaces", number=done.replaces_number))
    lines.append(done.grounds)
    return lines
