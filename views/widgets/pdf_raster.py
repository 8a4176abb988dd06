# SPDX-License-Identifier: MIT
"""Pages of a finished document as pictures and as text; only for files this program has made itself."""

from types import TracebackType
from weakref import finalize

import pypdfium2 as pdfium
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


class PdfRaster:
    """A document's bytes, opened; sizes are in points."""

    def __init__(self, content: bytes) -> None:
        self._document = pdfium.PdfDocument(content)
        # also when the window that shows it is only let go of
        self._let_go = finalize(self, self._document.close)
        self.sizes = [QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))]

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
        page = self._document[number]
        bitmap = page.render(scale=scale, force_bitmap_format=pdfium.raw.FPDFBitmap_BGRx)
        shown = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
        return shown

    def text(self) -> str:
        """All words, page after page."""
        return "\n\n".join(self._page_text(number) for number in range(len(self)))

    def _page_text(self, number: int) -> str:
        page = self._document[number]
        words = page.get_textpage()
        text = str(words.get_text_bounded()).replace("\r\n", "\n").replace("\ufffe\n", "").replace("\u00ad\n", "")
        words.close()
        page.close()
        return text

    def close(self) -> None:
        """Let go of the bytes."""
        self._let_go()
