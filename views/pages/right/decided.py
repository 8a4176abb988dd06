# SPDX-License-Identifier: MIT
"""The avgjørelse in view: the draft being written, or the finished one with what is left to do with it."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.queries.determinations import DeterminationRow
from models.queries.right_picture import RightPicture
from views.pages.documents.letter_editor import LetterEditor
from views.pages.right.around import Around
from views.pages.right.determination import DeterminationPart
from views.pages.right.done import DoneCard
from views.pages.right.letters import LetterPane
from views.texts import t
from views.widgets.basics import boxed, button, column, for_reading, row
from views.widgets.empty_state import EmptyState
from views.widgets.scroll import ScrollColumn


class DecidedPart(QWidget):
    """One avgjørelse at a time: a draft before all, then the one asked for, then the newest."""

    # the person asks for a draft
    asked = Signal()
    # the person wants to write when the family knew
    due = Signal()
    # letter and form changed places: what the button for it now says
    turned = Signal(str)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._chosen: UUID | None = None
        self._picture: RightPicture | None = None
        self._narrow = False
        self.draft = DeterminationPart(around)
        self.draft.finished.connect(self.show_one)
        self._none = EmptyState(
            "scales", t("right.decided.none"), t("right.decided.none_text"), t("right.decide"), self.asked.emit
        )
        self.letters = LetterPane(around)
        self.letters.edit.connect(self.edit_letter)
        self._done = DoneCard(around, self.letters.contents)
        self._done.due.connect(self.due)
        self.side = ScrollColumn(column(self._none, self.draft, self._done, None, gap=14))
        self._lay_out()

    def _lay_out(self) -> None:
        """Form and letter beside each other, and the letter's own texts in place of both."""
        both = row(self.side, self.letters, gap=16)
        both.setStretchFactor(self.side, 11)
        both.setStretchFactor(self.letters, 9)
        self.editor = LetterEditor(self._around.workspace)
        back = for_reading(button(t("right.letter.back"), "left", "flat", self._leave_letter))
        self._editing = boxed(column(row(back, None), self.editor, gap=6))
        self._stack = QStackedWidget()
        self._stack.addWidget(boxed(both))
        self._stack.addWidget(self._editing)
        self.setLayout(column(self._stack))

    def fit(self, narrow: bool) -> None:
        """Where the window is narrow the letter waits behind «Vis brevet»."""
        self._narrow = narrow
        self._show_sides(form=True)

    def toggle_letter(self) -> None:
        """Show the letter instead of the form, or the form again."""
        self._show_sides(form=self.side.isHidden())
        self.turned.emit(t("right.letter.hide") if self.side.isHidden() else t("right.letter.show"))

    def _show_sides(self, form: bool) -> None:
        self.side.setVisible(form or not self._narrow)
        self.letters.setVisible(self._has_letter() and (not form or not self._narrow))
        if self.letters.isVisible():
            self.letters.draw_now()

    def _has_letter(self) -> bool:
        picture = self._picture
        return picture is not None and bool(picture.draft or self._in_view(picture))

    def show_picture(self, picture: RightPicture) -> None:
        """Show the draft or a finished one."""
        self._picture = picture
        done = None if picture.draft else self._in_view(picture)
        self._none.setVisible(picture.draft is None and done is None)
        self.draft.setVisible(picture.draft is not None)
        self._done.setVisible(done is not None)
        self.draft.show_picture(picture)
        self.draft.setEnabled(not picture.right.closed)
        if done is not None:
            self._done.show_done(done, picture.right.closed)
        self._show_sides(form=not self.side.isHidden())
        self.letters.show_determination(picture.draft or done)
        if self._stack.currentWidget() is self._editing and picture.draft is None:
            self._stack.setCurrentIndex(0)

    def show_one(self, id: object) -> None:
        """Bring this finished avgjørelse into view."""
        self._chosen = id if isinstance(id, UUID) else None
        if self._picture is not None:
            self.show_picture(self._picture)

    def _in_view(self, picture: RightPicture) -> DeterminationRow | None:
        chosen = (one for one in picture.determinations if one.id == self._chosen)
        return next(chosen, picture.current)

    def print_it(self) -> None:
        """Print the letters of the finished one in view."""
        if self.done() is not None:
            self._done.print_it()

    def done(self) -> DeterminationRow | None:
        """The finished avgjørelse in view."""
        picture = self._picture
        return self._in_view(picture) if picture is not None and picture.draft is None else None

    def letter_in_view(self) -> UUID | None:
        """The letter whose own texts are being written."""
        return self.editor.letter_id if self._stack.currentWidget() is self._editing else None

    def edit_letter(self, id: object) -> None:
        """Show a letter's own texts, as long as there is a draft."""
        if isinstance(id, UUID) and self._picture is not None and self._picture.draft is not None:
            self.editor.show_letter(id)
            self._stack.setCurrentWidget(self._editing)

    def _leave_letter(self) -> None:
        self.editor.flush()
        self._stack.setCurrentIndex(0)
        self.letters.draw_now()
