# SPDX-License-Identifier: MIT
"""A finished document as it will be on paper, and the same words as text for those who read otherwise.

preview = PdfPreview()
preview.show_document(pdf_bytes, "Dokument 2026-014", plain_text)   # the text may be left out
preview.clear()
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from views.texts import t
from views.widgets.basics import announce, boxed, button, column, for_reading, label, row
from views.widgets.flow import flow
from views.widgets.pdf_pages import PdfPages
from views.widgets.pdf_raster import PdfRaster


class _Held:
    """The document a preview holds; let go of with the widget, however long Python keeps its shell."""

    def __init__(self) -> None:
        self.raster: PdfRaster | None = None

    def close(self) -> None:
        """Close what is held."""
        if self.raster is not None:
            self.raster.close()
        self.raster = None


class PdfPreview(QWidget):
    """Pages as pictures over a row of buttons; «Vis som tekst» changes to plain text that can be read and copied."""

    page_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = _Held()
        self.destroyed.connect(self._held.close)
        self._name = ""
        self._pages = PdfPages()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        # A read-only field takes no keys by itself; with these the text can be walked through and copied.
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._text)
        self._where, self._size = label("", "caption", "muted"), label("", "caption", "muted")
        smaller, larger = t("pdf_preview.smaller"), t("pdf_preview.larger")
        self._smaller = for_reading(button("−", "", "flat", lambda: self._pages.zoom_by(-1), smaller, smaller))
        self._larger = for_reading(button("+", "", "flat", lambda: self._pages.zoom_by(1), larger, larger))
        self._fit = for_reading(button(t("pdf_preview.fit"), kind="flat", run=lambda: self._pages.zoom_to(None)))
        self._as_text = for_reading(button(t("pdf_preview.as_text"), kind="flat", run=self._change))
        # in a narrow pane the buttons take a second line rather than losing their words
        size = boxed(row(self._where, self._smaller, self._size, self._larger, None, gap=6))
        bar = flow(size, boxed(row(self._fit, self._as_text, None, gap=6)))
        self.setLayout(column(bar, self._stack, gap=6))
        self._pages.turned.connect(self._turned)
        self._pages.zoomed.connect(self._say_size)
        self.setFocusProxy(self._pages)
        self.clear()

    def show_document(self, content: bytes, name: str, text: str = "") -> None:
        """Show this file; `text` is what it says, in reading order."""
        self._let_go()
        raster = PdfRaster(content)
        self._held.raster, self._name = raster, name
        said = text or raster.text()
        self._text.setPlainText(said)
        self._pages.setAccessibleName(t("pdf_preview.pages", name=name))
        self._pages.setAccessibleDescription(said)
        self._text.setAccessibleName(t("pdf_preview.text", name=name))
        self._pages.show_pages(raster)
        self._turned(0)
        self._say_size(self._pages.zoom())
        self._enable(True)

    def clear(self) -> None:
        """Show nothing, and keep nothing."""
        self._let_go()
        self._text.clear()
        self._pages.setAccessibleName(t("pdf_preview.empty"))
        self._pages.setAccessibleDescription("")
        self._text.setAccessibleName(t("pdf_preview.empty"))
        self._where.clear()
        self._size.clear()
        self._enable(False)

    def page_count(self) -> int:
        """How many pages the document has."""
        return len(self._held.raster) if self._held.raster else 0

    def page(self) -> int:
        """The page in view, from 0."""
        return self._pages.page

    def turn_to(self, page: int) -> None:
        """Bring a page into view."""
        self._pages.turn_to(page)

    def _let_go(self) -> None:
        self._pages.show_pages(None)
        self._held.close()

    def _enable(self, on: bool) -> None:
        for one in (self._smaller, self._larger, self._fit, self._as_text):
            one.setEnabled(on)

    def _turned(self, page: int) -> None:
        self._where.setText(t("pdf_preview.where", page=page + 1, pages=self.page_count()))
        self.page_turned.emit(page)

    def _say_size(self, zoom: float) -> None:
        self._size.setText(t("pdf_preview.percent", percent=round(zoom * 100)))

    def _change(self) -> None:
        as_text = self._stack.currentWidget() is self._pages
        shown: QWidget = self._text if as_text else self._pages
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        back = t("pdf_preview.as_pages") if as_text else t("pdf_preview.as_text")
        self._as_text.setText(back)
        self._as_text.setAccessibleName(back)
        for one in (self._smaller, self._larger, self._fit, self._size, self._where):
            one.setVisible(not as_text)
        announce(self, t("pdf_preview.now_text") if as_text else t("pdf_preview.now_pages"))
