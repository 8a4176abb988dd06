# SPDX-License-Identifier: MIT
"""The letter of an avgjørelse beside its form: as it will be on paper, its texts to change, and the finished copies."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.queries.determinations import DeterminationRow
from models.queries.documents import DocumentRow, document_bytes, document_list
from models.queries.letters import letter_of
from models.records.determination import DeterminationState
from models.records.document import DocumentKind, DocumentState
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from models.work.issue_letter import draft_determination_letters
from views.letterpress import letterpress
from views.pages.right.around import Around
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, column, label, row
from views.widgets.chips import ChipGroup
from views.widgets.pdf_preview import PdfPreview

PAUSE = 150


class LetterPane(QWidget):
    """One copy at a time; a draft is set anew a moment after something it tells has changed."""

    # the person wants to change the texts of this draft
    edit = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._shown: DeterminationRow | None = None
        self._copies: tuple[DocumentRow, ...] = ()
        self._copy: UUID | None = None
        self._chips: ChipGroup | None = None
        self._title = label(t("right.letter.title"), "strong")
        self._edit = button(t("right.letter.edit"), "pen", "flat", self._ask_edit)
        self._trouble = Banner("warning", "")
        self.preview = PdfPreview()
        self._column = column(row(self._title, None, self._edit), self._trouble, self.preview, gap=8)
        self._column.setStretchFactor(self.preview, 1)
        self.setLayout(self._column)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._draw)

    def show_determination(self, determination: DeterminationRow | None) -> None:
        """Show the letters of this avgjørelse, drawn when there is time."""
        if determination is None or self._shown is None or determination.id != self._shown.id:
            self._copy = None
        self._shown = determination
        self._edit.setVisible(determination is not None and determination.state is DeterminationState.DRAFT)
        if determination is None:
            self.preview.clear()
        elif self.isVisible():
            self._timer.start()

    def draw_now(self) -> None:
        """Draw what waits: the pane has come into view."""
        if self._shown is not None:
            self._timer.start()

    def contents(self) -> list[tuple[UUID, bytes]]:
        """The bytes of every finished copy, each with its document."""
        letters = self._letters(self._shown) if self._shown is not None else ()
        finished = [one.id for one in letters if one.state is not DocumentState.DRAFT]
        return [(id, self._around.workspace.read(document_bytes, id).content) for id in finished]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw_now()

    def _draw(self) -> None:
        determination = self._shown
        if determination is None:
            return
        try:
            self._copies = self._letters(determination)
            self._show_chips()
            self._show_copy()
        except (Trouble, Refusal, Refusals) as wrong:
            self._say(said(wrong))

    def _letters(self, determination: DeterminationRow) -> tuple[DocumentRow, ...]:
        if determination.state is DeterminationState.DRAFT:
            self._around.workspace.do(draft_determination_letters, determination.id)
        found = self._around.workspace.read(document_list, self._around.family_id)
        return tuple(
            one
            for one in reversed(found)
            if one.determination_id == determination.id and one.kind is DocumentKind.DETERMINATION
        )

    def _show_chips(self) -> None:
        if self._chips is not None:
            self._column.removeWidget(self._chips)
            self._chips.hide()
            self._chips.deleteLater()
            self._chips = None
        ids = [one.id for one in self._copies]
        if self._copy not in ids:
            self._copy = ids[0] if ids else None
        if len(ids) < 2:
            return
        options = [(str(one.id), one.recipient.split("\n")[0]) for one in self._copies]
        self._chips = ChipGroup(t("right.letter.to"), options, chosen=str(self._copy))
        self._chips.chosen.connect(self._choose)
        self._column.insertWidget(1, self._chips)

    def _choose(self, id: str) -> None:
        self._copy = UUID(id)
        self._show_copy()

    def _show_copy(self) -> None:
        copy = next((one for one in self._copies if one.id == self._copy), None)
        if copy is None:
            drafted = self._shown is not None and self._shown.state is DeterminationState.DRAFT
            self._say(t("right.letter.nobody") if drafted else t("right.letter.none"))
            self.preview.clear()
            return
        self._trouble.hide()
        workspace = self._around.workspace
        if copy.state is DocumentState.DRAFT:
            letter = workspace.read(letter_of, copy.id, workspace.staff_id, workspace.now())
            printed = letterpress().press(letter)
            self.preview.show_document(printed.content, printed.title, letterpress().words(letter))
        else:
            kept = workspace.read(document_bytes, copy.id)
            self.preview.show_document(kept.content, t("right.letter.name", number=kept.number))

    def _say(self, sentence: str) -> None:
        self._trouble.say("warning", sentence)

    def _ask_edit(self) -> None:
        if self._copy is None:
            # asked for before the letter was drawn
            self._draw()
        if self._copy is not None:
            self.edit.emit(self._copy)
