# SPDX-License-Identifier: MIT
"""Editors for text: one line, running text that grows, phone, e-mail, and fødselsnummer with its remarks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QFontMetrics, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from models.values.contact import read_email, read_phone, read_postal_code
from models.values.national_id import read_national_id
from models.values.remark import Remark
from models.values.typed import clean_line, clean_text
from views import theme
from views.form.editor import Advice, Around, Editor
from views.texts import t


class TextEditor(Editor):
    """One line. Pasted line breaks become spaces; nothing is cut."""

    def __init__(self, around: Around, placeholder: str = "") -> None:
        super().__init__(around)
        self.box = QLineEdit()
        self.box.setFont(theme.font("body"))
        self.box.setMaxLength(1_000_000)
        self.box.setMinimumHeight(34)
        if placeholder:
            self.box.setPlaceholderText(t(placeholder))
        self.line.addWidget(self.box, 1)
        self.setFocusProxy(self.box)
        self.box.textEdited.connect(lambda: self.edited.emit())

    def value(self) -> object:
        return clean_line(self.box.text())

    def set_value(self, value: object) -> None:
        self.box.setText("" if value is None else str(value))
        self.box.setCursorPosition(0)

    def raw(self) -> object:
        return self.box.text()

    def set_raw(self, raw: object) -> None:
        self.box.setText(str(raw or ""))

    def target(self) -> QWidget:
        return self.box

    def caret(self) -> int:
        return self.box.cursorPosition()

    def set_caret(self, place: int) -> None:
        self.box.setCursorPosition(place)

    def tidy(self) -> None:
        text = clean_line(self.box.text())
        if text != self.box.text():
            self.box.setText(text)


class RemarkedEditor(TextEditor):
    """One line that is read as something, kept in its usual form, and remarked on but never refused."""

    def remarks(self) -> tuple[Remark, ...]:
        """What is odd about what stands there."""
        return ()

    def advice(self) -> Advice | None:
        found = self.remarks()
        if not found:
            return None
        text = " ".join(t(f"remark.{remark.key.removeprefix('remark.')}", **remark.values) for remark in found)
        return Advice(text, any(remark.level == "warning" for remark in found))


class PhoneEditor(RemarkedEditor):
    """«41234567» becomes «412 34 567» when the field is left."""

    def value(self) -> object:
        return read_phone(self.box.text()).kept

    def remarks(self) -> tuple[Remark, ...]:
        return read_phone(self.box.text()).remarks

    def tidy(self) -> None:
        self.box.setText(str(self.value()))


class EmailEditor(RemarkedEditor):
    """An address; an odd one is remarked on."""

    def value(self) -> object:
        return read_email(clean_line(self.box.text())).kept

    def remarks(self) -> tuple[Remark, ...]:
        return read_email(clean_line(self.box.text())).remarks


class PostalCodeEditor(RemarkedEditor):
    """Four digits with the leading zero kept."""

    def value(self) -> object:
        return read_postal_code(self.box.text()).kept

    def remarks(self) -> tuple[Remark, ...]:
        return read_postal_code(self.box.text()).remarks


class NationalIdEditor(RemarkedEditor):
    """Fødselsnummer, D-number or H-number; everything odd is a hint, nothing is an error (R64)."""

    def value(self) -> object:
        text = clean_line(self.box.text())
        return read_national_id(text).digits if text else ""

    def set_value(self, value: object) -> None:
        super().set_value(read_national_id(str(value)).shown if value else "")

    def remarks(self) -> tuple[Remark, ...]:
        text = clean_line(self.box.text())
        return read_national_id(text).remarks if text else ()

    def tidy(self) -> None:
        if text := clean_line(self.box.text()):
            self.box.setText(read_national_id(text).shown)


class GrowingText(QPlainTextEdit):
    """Running text that grows with its lines up to a limit, then scrolls; Tab leaves it."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setFont(theme.font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self.viewport().installEventFilter(self)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        lines = self._lines()
        spacing = QFontMetrics(self.font()).lineSpacing()
        height = spacing * max(self._least, min(lines, self._most)) + 26
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def _lines(self) -> int:
        # counting stops at the limit: a paste of 100 000 lines must not be laid out to be counted
        count, block = 0, self.document().firstBlock()
        while block.isValid() and count <= self._most:
            count += max(1, block.layout().lineCount() if block.layout() else 1)
            block = block.next()
        return count


class LongTextEditor(Editor):
    """Running text, three lines at first."""

    def __init__(self, around: Around, least: int = 3, most: int = 14, placeholder: str = "") -> None:
        super().__init__(around)
        self.box = GrowingText(least, most)
        if placeholder:
            self.box.setPlaceholderText(t(placeholder))
        self.line.addWidget(self.box, 1)
        self.setFocusProxy(self.box)
        self._by_program = False
        self.box.textChanged.connect(self._changed)

    def _changed(self) -> None:
        if not self._by_program:
            self.edited.emit()

    def value(self) -> object:
        return clean_text(self.box.toPlainText())

    def set_value(self, value: object) -> None:
        self.set_raw("" if value is None else str(value))

    def raw(self) -> object:
        return self.box.toPlainText()

    def set_raw(self, raw: object) -> None:
        self._by_program = True
        self.box.setPlainText(str(raw or ""))
        self._by_program = False

    def target(self) -> QWidget:
        return self.box

    def caret(self) -> int:
        return self.box.textCursor().position()

    def set_caret(self, place: int) -> None:
        cursor = self.box.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setPosition(min(place, cursor.position()))
        self.box.setTextCursor(cursor)


def long_text(least: int = 3, most: int = 14, placeholder: str = "") -> Callable[[Around], Editor]:
    """Running text of another height."""
    return lambda around: LongTextEditor(around, least, most, placeholder)


def text(placeholder: str) -> Callable[[Around], Editor]:
    """One line with a word of help inside; never instead of a label."""
    return lambda around: TextEditor(around, placeholder)
