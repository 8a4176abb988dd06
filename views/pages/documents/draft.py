# SPDX-License-Identifier: MIT
"""A draft in view: the editor, what the letter is about, «Ferdigstill» and «Forkast»."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.queries.documents import DocumentRow, document_row
from models.work.issue_letter import discard_letter, finish_letter
from views.letterpress import letterpress
from views.pages.documents.about import AboutPart
from views.pages.documents.document_list import name_of, to_whom
from views.pages.documents.letter_editor import LetterEditor
from views.texts import t
from views.widgets.basics import badge, button, column, for_reading, row
from views.widgets.labels import ElidedLabel
from views.workspace import Workspace

Attempt = Callable[[Callable[[], object], str, Callable[[], object] | None], bool]


class DraftPart(QWidget):
    """Everything keeps itself; only «Ferdigstill» makes the letter final."""

    left = Signal()

    def __init__(self, workspace: Workspace, attempt: Attempt) -> None:
        super().__init__()
        self._workspace, self._attempt = workspace, attempt
        self._row: DocumentRow | None = None
        self.editor = LetterEditor(workspace)
        self.about = AboutPart(workspace)
        self.about.kept.connect(self.editor.refresh)
        self.editor.add_above_texts(self.about)
        self._title = ElidedLabel("", "subtitle")
        self.finish = button(t("documents.editor.finish"), "check", "primary", self.finish_it)
        self.finish.setToolTip(t("documents.editor.finish_note"))
        self._discard = button(t("documents.editor.discard"), "cross", "flat", self._discard_it)
        back = for_reading(button(t("documents.back"), "left", "flat", self.left.emit))
        head = row(back, self._title, badge(t("documents.state.draft"), "warning"), self._discard, self.finish)
        head.setStretchFactor(self._title, 1)
        layout = column(head, self.editor, gap=10)
        layout.setStretchFactor(self.editor, 1)
        self.setLayout(layout)
        self.editor.printable.connect(self._allow)
        for before, after in pairwise((back, self._discard, self.finish, self.editor.address.box)):
            QWidget.setTabOrder(before, after)

    def show_document(self, one: DocumentRow) -> None:
        """Show this draft."""
        self._row = one
        self._title.set_text(" · ".join(word for word in (name_of(one), to_whom(one)) if word))
        self.about.show_document(one.id, one.kind)
        self.editor.show_letter(one.id)

    def finish_it(self) -> None:
        """Make it final; what it lacks is said at the top."""
        if self._row is None or not self.finish.isEnabled():
            return
        self.about.flush()
        self.editor.flush()
        id = self._row.id
        if self._attempt(lambda: self._workspace.do(finish_letter, id, letterpress().press), "", None):
            number = self._workspace.read(document_row, id).number
            self._attempt(lambda: None, t("documents.finished", number=number), None)

    def _discard_it(self) -> None:
        if self._row is None:
            return
        id = self._row.id
        self.editor.forget()
        if self._attempt(lambda: self._workspace.do(discard_letter, id), t("documents.discarded"), None):
            self.left.emit()

    def _allow(self, printable: bool) -> None:
        # The letter of an avgjørelse under way is finished with it, so that both bear the same number.
        waits = self._row is not None and self._row.waits_for_determination
        self.finish.setEnabled(printable and not waits)
        note = "documents.editor.of_determination" if waits else "documents.editor.finish_note"
        self.finish.setToolTip(t(note))
        self._discard.setVisible(not waits)
