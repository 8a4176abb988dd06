# SPDX-License-Identifier: MIT
"""A letter as it will be on paper beside what is being typed, shown when the person pauses."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from models.values.letter import Paper
from models.values.refusal import Refusal
from models.values.trouble import Trouble
from models.values.typed import first_line
from views.letterpress import letterpress
from views.refused import said
from views.widgets.banner import Banner
from views.widgets.basics import column
from views.widgets.pdf_preview import PdfPreview
from views.widgets.pdf_raster import PdfRaster

PAUSE, BEGINNING = 180, 24


class Proof(QWidget):
    """`make` gives the letter as it stands now, or nothing when there is none to show."""

    def __init__(self, make: Callable[[], Paper | None]) -> None:
        super().__init__()
        self._make = make
        self.preview = PdfPreview()
        self._wrong = Banner("danger", "")
        layout = column(self._wrong, self.preview, gap=8)
        layout.setStretchFactor(self.preview, 1)
        self.setLayout(layout)
        self._words = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._show)

    def show_soon(self) -> None:
        """Show it when nothing has been typed for a moment."""
        self._wait.start(PAUSE)

    def show_at(self, words: str = "") -> None:
        """Show it at the page where these words begin, else at the page in view; asked twice at once is shown once."""
        self._words = words
        self._wait.start(0)

    def _show(self) -> None:
        letter = self._make()
        if letter is None:
            self.preview.clear()
            return
        try:
            printed = letterpress().press(letter)
        except (Trouble, Refusal) as wrong:
            self._wrong.say("danger", said(wrong))
            return
        self._wrong.hide()
        page = _page_with(self._words, printed.content) if self._words else self.preview.page()
        self._words = ""
        self.preview.show_document(printed.content, printed.title, letterpress().words(letter))
        self.preview.turn_to(min(page, printed.pages - 1))


def _page_with(words: str, content: bytes) -> int:
    """The page these words begin on; the first when they stand on none."""
    begins = first_line(words.strip().lstrip("–-• "), BEGINNING)
    with PdfRaster(content) as raster:
        return next((page for page in range(len(raster)) if begins and raster.find(page, begins)), 0)
