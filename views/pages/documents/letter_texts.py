# SPDX-License-Identifier: MIT
"""The fields of a draft letter: one standard text each, and to whom the letter goes."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from models.queries.documents import LetterAbout
from models.records.document import SHEETS
from models.values.letter import LetterSection
from models.values.typed import clean_text
from views.form.text_editors import GrowingText
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, column, label, row
from views.widgets.chips import ChipGroup

LANGUAGES = ("nb", "nn")


class TextPart(QWidget):
    """A standard text with its name, and the way back to it once it is changed."""

    edited = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._standard = ""
        self.box = GrowingText(2, 24)
        self.box.setAccessibleName(name)
        self.box.installEventFilter(self)
        self._name = label(name, "strong")
        self._name.setBuddy(self.box)
        self._back = button(t("documents.editor.standard"), "undo", "flat", self._restore)
        self._back.setAccessibleName(t("documents.editor.standard_of", name=name))
        self._hint = label("", "caption", "muted", wrap=True)
        self.setLayout(column(row(self._name, None, self._back), self._hint, self.box, gap=4))
        self.box.textChanged.connect(self._typed)
        self._showing = False
        self._back.hide()

    def show_text(self, section: LetterSection, another: bool) -> None:
        """Show the text that holds; what the person is typing is left alone, unless this is another letter."""
        text, self._standard = section.text, section.standard
        self._hint.setText(t(section.hint) if section.hint else "")
        self._hint.setVisible(bool(section.hint))
        self.box.setAccessibleDescription(self._hint.text())
        if (another or not self.box.hasFocus()) and self.box.toPlainText() != _plain_spaces(text):
            self._showing = True
            self.box.setPlainText(text)
            self._showing = False
        self._back.setVisible(bool(self._standard) and self.is_changed())

    def text(self) -> str:
        """What stands there, fit to keep."""
        return clean_text(self.box.toPlainText())

    def is_changed(self) -> bool:
        """Whether it differs from the standard text, apart from spaces: the box makes plain ones of those in dates."""
        return self.text() != _plain_spaces(clean_text(self._standard))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._back.setVisible(bool(self._standard) and self.is_changed())
        if not self._showing:
            self.edited.emit()

    def _restore(self) -> None:
        self.box.setPlainText(self._standard)
        self.box.setFocus()
        self.left.emit()


def _plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ")


class AddressPart(QWidget):
    """The lines in the window of the envelope, and the målform the recipient reads."""

    # recipient, language
    changed = Signal(str, str)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = GrowingText(2, 5)
        self.box.setAccessibleName(t("documents.editor.recipient"))
        self.box.installEventFilter(self)
        name = label(t("documents.editor.recipient"), "strong")
        name.setBuddy(self.box)
        options = [(language, t(f"documents.language.{language}")) for language in LANGUAGES]
        self.language = ChipGroup(t("documents.editor.language"), options, kind="segment")
        self.language.chosen.connect(lambda: self.tell())
        self.box.textChanged.connect(self.edited)
        self._guarded = Banner("warning", t("documents.editor.protected"), icon_name="shield")
        words = label(t("documents.editor.language"), "strong")
        self._to_whom = (name, self.box)
        self.setLayout(column(name, self.box, self._guarded, 4, words, row(self.language, None), gap=4))

    def show_address(self, about: LetterAbout, another: bool) -> None:
        """Show to whom it goes; a protected address is not written on the envelope, and a sheet has none."""
        recipient, language, protected = about.recipient, about.language, about.protected
        addressed = about.kind not in SHEETS
        for part in self._to_whom:
            part.setVisible(addressed)
        self._guarded.setVisible(protected and addressed)
        if (another or not self.box.hasFocus()) and self.box.toPlainText() != recipient:
            self.box.setPlainText(recipient)
        self.language.choose(language)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.tell()
        return super().eventFilter(watched, event)

    def tell(self) -> None:
        """Say to whom it goes now."""
        self.changed.emit(clean_text(self.box.toPlainText()), self.language.value() or LANGUAGES[0])
