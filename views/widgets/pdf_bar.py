# SPDX-License-Identifier: MIT
"""The row above the pages: which page, how large, search, and the other ways to read the document."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from views import theme
from views.commands import Command, menu
from views.texts import t
from views.widgets.basics import boxed, button, column, for_reading, label, relabel, row
from views.widgets.flow import flow
from views.widgets.pdf_strip import FIT_PAGE, FIT_WIDTH, Zoom

SIZES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PageField(QLineEdit):
    """The number of the page in view; another one and Enter goes there."""

    wanted = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page = ""
        self.setFont(theme.font("body"))
        self.setAccessibleName(t("pdf_preview.go_to"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme.metrics("body").horizontalAdvance("0000") + 26)
        self.setMaxLength(4)

    def show_page(self, page: int) -> None:
        """The page in view, from 0."""
        self._page = str(page + 1)
        self.setText(self._page)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setText(self._page)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                typed = self.text().strip()
                if typed.isdecimal():
                    self.wanted.emit(int(typed) - 1)
                self.setText(self._page)
                self.selectAll()
            case Qt.Key.Key_Escape | Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class PdfBar(QWidget):
    """In a narrow pane the parts take a second line rather than losing their words."""

    page_wanted = Signal(int)
    stepped = Signal(int)
    zoom_wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page = for_reading(PageField())
        self._page.wanted.connect(self.page_wanted)
        self._page.left.connect(self.left)
        self._pages = label("", "body", "muted")
        smaller, larger = t("pdf_preview.smaller"), t("pdf_preview.larger")
        less, more = _tip(smaller, "Ctrl+−"), _tip(larger, "Ctrl++")
        self._smaller = for_reading(button("−", "", "flat", lambda: self.stepped.emit(-1), less, smaller))
        self._larger = for_reading(button("+", "", "flat", lambda: self.stepped.emit(1), more, larger))
        self._size = for_reading(button("100 %", "", "flat"))
        self._size.setMenu(menu(self._sizes(), self._size))
        search_tip = _tip(t("pdf_preview.search_in"), "Ctrl+F")
        self.search = for_reading(button(t("pdf_preview.search"), "search", "flat", tip=search_tip))
        self.reading = for_reading(button(t("pdf_reading.title"), kind="chip"))
        self.reading.setCheckable(True)
        self.reading.setMinimumHeight(self.search.sizeHint().height())
        self.as_text = for_reading(button(t("pdf_preview.as_text"), kind="flat"))
        where = boxed(row(label(t("pdf_preview.page"), "body", "muted"), self._page, self._pages, gap=6))
        size = boxed(row(self._smaller, self._size, self._larger, gap=0))
        self._of_pages = [where, size, self.search, self.reading]
        self.setLayout(column(flow(*self._of_pages, self.as_text, gap=10)))

    def show_page(self, page: int, pages: int) -> None:
        """The page in view, from 0, of how many."""
        self._page.show_page(page)
        self._pages.setText(t("pdf_preview.of_pages", pages=pages))
        self._page.setAccessibleDescription(t("pdf_preview.where", page=page + 1, pages=pages))

    def show_zoom(self, zoom: float) -> None:
        """How large the pages are."""
        percent = t("pdf_preview.percent", percent=round(zoom * 100))
        self._size.setText(percent)
        self._size.setAccessibleName(t("pdf_preview.size", percent=percent))

    def show_as(self, text: bool) -> None:
        """The document is shown as text, or as pages."""
        for one in self._of_pages:
            one.setVisible(not text)
        relabel(self.as_text, t("pdf_preview.as_pages") if text else t("pdf_preview.as_text"))

    def enable(self, on: bool) -> None:
        """There is a document, or none."""
        for one in (*self._of_pages, self.as_text):
            one.setEnabled(on)
        if not on:
            self._page.clear()
            self._pages.clear()

    def _sizes(self) -> list[Command]:
        def size(name: str, zoom: Zoom, keys: str = "") -> Command:
            return Command(name, "pdf_preview.percent", keys, lambda: self.zoom_wanted.emit(zoom), said=lambda: name)

        fitted = [(t("pdf_preview.fit"), FIT_WIDTH, "Ctrl+0"), (t("pdf_preview.whole_page"), FIT_PAGE, "Ctrl+9")]
        steps = [(t("pdf_preview.percent", percent=round(zoom * 100)), zoom) for zoom in SIZES]
        return [*(size(*one) for one in fitted), *(size(*one) for one in steps)]


def _tip(text: str, keys: str) -> str:
    return t("pdf_preview.with_keys", text=text, keys=keys)
