# SPDX-License-Identifier: MIT
"""A finished document as it will be on paper, with search, and the same words for those who read otherwise.

preview = PdfPreview()
preview.show_document(pdf_bytes, "Dokument 2026-014", plain_text)   # the text may be left out
preview.clear()
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QStackedWidget, QWidget

from views.texts import t
from views.widgets.basics import announce, column
from views.widgets.pdf_bar import PdfBar
from views.widgets.pdf_pages import PdfPages
from views.widgets.pdf_raster import PdfRaster
from views.widgets.pdf_reading import PdfReading
from views.widgets.pdf_search import PdfSearch
from views.widgets.pdf_strip import FIT_PAGE, FIT_WIDTH

# Narrower than this the reading order stands below the pages, not beside them.
BESIDE = 560


class _Held:
    """The document a preview holds; let go of with the widget, however long Python keeps its shell."""

    def __init__(self) -> None:
        self.raster: PdfRaster | None = None
        self.text = ""

    def close(self) -> None:
        """Close what is held."""
        if self.raster is not None:
            self.raster.close()
        self.raster, self.text = None, ""


class PdfPreview(QWidget):
    """Takes Ctrl+F, F3 and the keys that zoom only while it has the focus, whatever the window uses them for."""

    page_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = _Held()
        self.destroyed.connect(self._held.close)
        self._bar, self._search, self._reading = PdfBar(), PdfSearch(), PdfReading()
        self._pages, self._text = PdfPages(), _text_field()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._text)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._stack)
        self._split.addWidget(self._reading)
        layout = column(self._bar, self._search, self._split, gap=6)
        layout.setStretchFactor(self._split, 1)
        self.setLayout(layout)
        self._listen()
        self.setFocusProxy(self._pages)
        self.clear()

    def _listen(self) -> None:
        pages, bar = self._pages, self._bar
        take = partial(pages.setFocus, Qt.FocusReason.OtherFocusReason)
        pages.turned.connect(self._turned)
        pages.zoomed.connect(bar.show_zoom)
        bar.page_wanted.connect(pages.turn_to)
        bar.stepped.connect(pages.zoom_by)
        bar.zoom_wanted.connect(pages.zoom_to)
        bar.left.connect(take)
        bar.search.clicked.connect(self.search)
        bar.reading.toggled.connect(self._show_reading)
        bar.as_text.clicked.connect(self._change)
        self._search.found.connect(pages.show_marks)
        self._search.closed.connect(take)
        self._reading.chosen.connect(pages.show_marks)
        self._reading.closed.connect(lambda: bar.reading.setChecked(False))

    def show_document(self, content: bytes, name: str, text: str = "") -> None:
        """Show this file; `text` is what it says, in reading order."""
        self._let_go()
        raster = PdfRaster(content)
        self._held.raster, self._held.text = raster, text
        self._pages.setAccessibleName(t("pdf_preview.pages", name=name))
        self._text.setAccessibleName(t("pdf_preview.text", name=name))
        self._pages.show_pages(raster)
        self._bar.enable(True)
        self._turned(0)
        self._bar.show_zoom(self._pages.zoom())
        self._search.show_document(raster)
        self._reading.show_document(raster)
        if self._stack.currentWidget() is self._text:
            self._text.setPlainText(text or raster.text())

    def clear(self) -> None:
        """Show nothing, and keep nothing."""
        self._let_go()
        self._search.forget()
        self._pages.setAccessibleName(t("pdf_preview.empty"))
        self._text.setAccessibleName(t("pdf_preview.empty"))
        self._bar.enable(False)

    def page_count(self) -> int:
        """How many pages the document has."""
        return len(self._held.raster) if self._held.raster else 0

    def page(self) -> int:
        """The page in view, from 0."""
        return self._pages.page

    def turn_to(self, page: int) -> None:
        """Bring a page into view."""
        self._pages.turn_to(page)

    def search(self) -> None:
        """Ask for words to find."""
        if self._held.raster is None:
            return
        if self._stack.currentWidget() is self._text:
            self._change()
        self._search.open_search()

    def _let_go(self) -> None:
        self._pages.show_pages(None)
        self._search.show_document(None)
        self._reading.show_document(None)
        self._text.clear()
        self._pages.setAccessibleDescription("")
        self._held.close()

    def _turned(self, page: int) -> None:
        self._bar.show_page(page, self.page_count())
        self._search.page = page
        # what stands on the page in view is what a screen reader tells of it
        if self._held.raster is not None and page < self.page_count():
            self._pages.setAccessibleDescription(self._held.raster.words(page).text())
        self.page_turned.emit(page)

    def _show_reading(self, on: bool) -> None:
        if on:
            self._reading.open_reading()
        else:
            self._reading.hide()
            self._pages.show_marks([])
            self._pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self) -> None:
        as_text = self._stack.currentWidget() is self._pages
        if as_text:
            self._bar.reading.setChecked(False)
            self._search.hide()
            raster = self._held.raster
            self._text.setPlainText(self._held.text or (raster.text() if raster else ""))
        shown: QWidget = self._text if as_text else self._pages
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        self._bar.show_as(text=as_text)
        announce(self, t("pdf_preview.now_text") if as_text else t("pdf_preview.now_pages"))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (act := self._act(event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                act()
                return True
        return super().event(event)

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does here; keys that mean nothing just now are left to the page."""
        if self._held.raster is None:
            return None
        pages, search, reading = self._pages, self._search, self._reading
        keys: dict[str, Callable[[], object]] = {"Ctrl+F": self.search, "F3": self.search, "Shift+F3": self.search}
        if not search.isHidden():
            keys |= {"F3": partial(search.go, 1), "Shift+F3": partial(search.go, -1), "Esc": search.close_search}
        elif not reading.isHidden():
            keys["Esc"] = reading.closed.emit
        if self._stack.currentWidget() is pages:
            keys |= {"Ctrl++": partial(pages.zoom_by, 1), "Ctrl+-": partial(pages.zoom_by, -1)}
            keys |= {"Ctrl+0": partial(pages.zoom_to, FIT_WIDTH), "Ctrl+9": partial(pages.zoom_to, FIT_PAGE)}
        return keys.get(_key(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE
        self._split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)


def _key(event: QKeyEvent) -> str:
    """The keys by name, the same from both parts of the keyboard."""
    for standard, keys in ((QKeySequence.StandardKey.ZoomIn, "Ctrl++"), (QKeySequence.StandardKey.ZoomOut, "Ctrl+-")):
        if event.matches(standard):
            return keys
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key.Key_Plus if event.key() == Qt.Key.Key_Equal else Qt.Key(event.key())
    return QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)


def _text_field() -> QPlainTextEdit:
    """A read-only field takes no keys by itself; with these the text can be walked through and copied."""
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    flags = Qt.TextInteractionFlag
    made.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
    return made
