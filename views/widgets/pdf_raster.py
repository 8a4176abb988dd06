# SPDX-License-Identifier: MIT
"""Pages of a finished document as pictures and as words; only for files this program has made itself."""

from types import TracebackType
from weakref import finalize

import pypdfium2 as pdfium
from pypdfium2 import raw
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

from views.widgets.pdf_tags import Tag, read_tags
from views.widgets.pdf_words import Edges, PageWords, edges, read_words

# How many pages stay parsed: those in view, and one more.
KEPT_OPEN = 4
WHITE = (255, 255, 255, 255)


class PdfRaster:
    """A document's bytes, opened; sizes are in points, and places count from the top left of a page."""

    def __init__(self, content: bytes) -> None:
        self._document = pdfium.PdfDocument(content)
        # also when the window that shows it is only let go of
        self._let_go = finalize(self, self._document.close)
        self.sizes = [QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))]
        self._open: dict[int, pdfium.PdfPage] = {}
        self._words: dict[int, PageWords] = {}

    def __len__(self) -> int:
        return len(self.sizes)

    def __enter__(self) -> "PdfRaster":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def image(self, number: int, scale: float) -> QImage:
        """A page with this many pixels to the point, on white."""
        return self.band(number, scale, 0, max(1, round(self.sizes[number].height() * scale)))

    def band(self, number: int, scale: float, top: int, height: int) -> QImage:
        """A part of such a page over its whole width: `height` rows of pixels from `top`."""
        size = self.sizes[number]
        width, whole = max(1, round(size.width() * scale)), max(1, round(size.height() * scale))
        bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
        bitmap.fill_rect(WHITE, 0, 0, width, height)
        raw.FPDF_RenderPageBitmap(bitmap, self._page(number), 0, -top, width, whole, 0, raw.FPDF_ANNOT)
        shown = QImage(bitmap.buffer, width, height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        return shown

    def words(self, number: int) -> PageWords:
        """What stands on a page."""
        if number not in self._words:
            self._words[number] = read_words(self._page(number))
        return self._words[number]

    def text(self) -> str:
        """All words, page after page."""
        return "\n\n".join(self.words(number).text() for number in range(len(self)))

    def find(self, number: int, sought: str) -> list[tuple[QRectF, ...]]:
        """Where these words stand on a page, each time line by line."""
        spans = self.words(number).find(sought)
        found = edges(self._page(number), spans) if spans else []
        return [tuple(self._from_top(number, line) for line in lines) for lines in found]

    def mark_box(self, number: int, mark: int) -> QRectF:
        """Where what bears this mark in the file stands on the page."""
        return self._from_top(number, self.words(number).marks.get(mark, (0.0, 0.0, 0.0, 0.0)))

    def tags(self) -> Tag:
        """The structure of the file, as those who do not see the pages are told of it."""
        return read_tags(self._page(number) for number in range(len(self)))

    def close(self) -> None:
        """Let go of the bytes."""
        self._open.clear()
        self._words.clear()
        self._let_go()

    def _page(self, number: int) -> pdfium.PdfPage:
        page = self._open.pop(number, None) or self._document[number]
        self._open[number] = page
        while len(self._open) > KEPT_OPEN:
            self._open.pop(next(iter(self._open))).close()
        return page

    def _from_top(self, number: int, at: Edges) -> QRectF:
        left, bottom, right, top = at
        return QRectF(left, self.sizes[number].height() - top, right - left, top - bottom)
