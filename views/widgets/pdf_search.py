# SPDX-License-Identifier: MIT
"""Search in a document: a field, how many hits, and the way from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from views.texts import t
from views.widgets.basics import announce, button, for_reading, label, row
from views.widgets.pdf_raster import PdfRaster
from views.widgets.pdf_strip import Mark
from views.widgets.search_field import SearchField

NARROWEST = 150


class _Field(SearchField):
    """Esc closes the search at once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PdfSearch(QWidget):
    """Tells the places of all hits at each key; Enter and F3 go on, Shift goes back."""

    found = Signal(list)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._raster: PdfRaster | None = None
        self._hits: list[Mark] = []
        self._now = 0
        # the page to search from: the one in view
        self.page = 0
        self._field = for_reading(_Field(t("pdf_preview.search_in"), t("pdf_preview.search_in")))
        self._field.setMinimumWidth(NARROWEST)
        self._field.searched.connect(self._seek)
        self._said = label("", "body", "muted")
        former = t("pdf_preview.with_keys", text=t("pdf_preview.former_hit"), keys="Shift+F3")
        further = t("pdf_preview.with_keys", text=t("pdf_preview.next_hit"), keys="F3")
        self._buttons = [
            for_reading(button("", "up", "flat", lambda: self.go(-1), former, t("pdf_preview.former_hit"))),
            for_reading(button("", "down", "flat", lambda: self.go(1), further, t("pdf_preview.next_hit"))),
        ]
        close = for_reading(button("", "cross", "flat", self.close_search, spoken=t("pdf_preview.close_search")))
        layout = row(self._field, self._said, *self._buttons, close, None, gap=4)
        layout.setStretchFactor(self._field, 100)
        self.setLayout(layout)
        self.hide()

    def show_document(self, raster: PdfRaster | None) -> None:
        """Search in this one from now on; the same words, if the field is open."""
        self._raster = raster
        self._hits, self._now = [], 0
        if raster is not None and not self.isHidden():
            self._seek(self._field.text())

    def open_search(self) -> None:
        """Ready to type; what was sought last is marked, and found again."""
        self.show()
        self._field.take()
        self._seek(self._field.text())

    def close_search(self) -> None:
        """Away with the field and the marks."""
        self.hide()
        self._hits = []
        self.found.emit([])
        self.closed.emit()

    def forget(self) -> None:
        """What was sought may be a name: it goes with the document."""
        self._raster, self._hits = None, []
        self._field.clear()
        self.hide()

    def go(self, step: int) -> None:
        """To the next or the former hit, round and round."""
        if self._hits:
            self._now = (self._now + step) % len(self._hits)
            self._tell(aloud=True)

    def _seek(self, words: str) -> None:
        if self._raster is None:
            return
        raster = self._raster
        self._hits = [Mark(page, boxes) for page in range(len(raster)) for boxes in raster.find(page, words)]
        self._now = next((place for place, hit in enumerate(self._hits) if hit.page >= self.page), 0)
        self._tell(aloud=False)

    def _tell(self, aloud: bool) -> None:
        for one in self._buttons:
            one.setEnabled(bool(self._hits))
        if not self._hits:
            self._said.setText(t("pdf_preview.no_hits") if self._field.text().strip() else "")
        else:
            self._said.setText(t("pdf_preview.hit", now=self._now + 1, hits=len(self._hits)))
        self.found.emit([Mark(hit.page, hit.boxes, place == self._now) for place, hit in enumerate(self._hits)])
        if said := self._said.text():
            page = self._hits[self._now].page + 1 if self._hits else 0
            announce(self, t("pdf_preview.hit_on_page", hit=said, page=page) if aloud else said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
