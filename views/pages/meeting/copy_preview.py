# SPDX-License-Identifier: MIT
"""One recipient's copy as it would be printed now, drawn when the person pauses at it."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from models.queries.letter_minutes import minutes_copy
from models.queries.minutes_copies import CopyRow
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from views.discreet import shown
from views.letterpress import letterpress
from views.refused import said
from views.texts import t
from views.widgets.basics import column, label, row
from views.widgets.labels import ElidedLabel
from views.widgets.pdf_preview import PdfPreview
from views.workspace import Workspace

PAUSE = 120


class CopyPreview(QWidget):
    """Draws nothing while it is folded away."""

    refused = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._wanted: tuple[UUID, CopyRow, frozenset[str]] | None = None
        self._whose = ElidedLabel("", "body", "muted")
        self._none = label(t("copies.gets_none"), "body", "muted", wrap=True)
        self.pages = PdfPreview()
        inside = column(row(label(t("copies.preview"), "strong"), self._whose), self._none, self.pages, gap=8)
        inside.setStretchFactor(self.pages, 1)
        self.setLayout(inside)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._draw)

    def show_copy(self, meeting_id: UUID, one: CopyRow, without: frozenset[str]) -> None:
        """Whose copy it is, at once; the paper itself in a moment."""
        self._wanted = (meeting_id, one, without)
        self._whose.set_text(shown(one.name))
        self._none.setVisible(not one.gets_copy)
        if not one.gets_copy:
            self.pages.clear()
        elif self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _draw(self) -> None:
        if self._wanted is None or not self._wanted[1].gets_copy:
            return
        meeting_id, one, without = self._wanted
        workspace = self._workspace
        try:
            paper = workspace.read(minutes_copy, meeting_id, one.key, without, workspace.staff_id, workspace.now())
            printed = letterpress().press(paper)
        except (Refusal, Refusals, Trouble) as wrong:
            self.refused.emit(said(wrong))
            return
        self.pages.show_document(printed.content, printed.title, letterpress().words(paper))
