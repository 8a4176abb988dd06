# SPDX-License-Identifier: MIT
"""The fields of a draft letter: one standard text each, and to whom the letter goes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from models.queries.documents import LetterAbout
from models.records.document import SHEETS
from models.rules.plain_language import reading_of
from models.values.letter import LetterSection
from models.values.letter_fields import offered
from models.values.typed import clean_text
from views.form.field_completion import FieldCompletion
from views.form.letter_text import ease_line, fault_lines, plain_lines
from views.form.text_editors import GrowingText
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, column, label, row, set_style
from views.widgets.chips import ChipGroup
from views.widgets.labels import IconLabel

LANGUAGES = ("nb", "nn")


class TextPart(QWidget):
    """A standard text with its name, and the way back to it once it is changed."""

    edited = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._standard, self._language = "", LANGUAGES[0]
        self.box = GrowingText(2, 24)
        self.box.setAccessibleName(name)
        self.box.installEventFilter(self)
        self._name = label(name, "strong")
        self._name.setBuddy(self.box)
        self._back = button(t("documents.editor.standard"), "undo", "flat", self._restore)
        self._back.setAccessibleName(t("documents.editor.standard_of", name=name))
        self._hint = label("", "caption", "muted", wrap=True)
        self._fields: Mapping[str, str] = {}
        self._completion = FieldCompletion(self.box, self._offered)
        self._fault_icon, self._faults = IconLabel("warning", "danger", 15), label("", "caption", "danger", wrap=True)
        self._plain = label("", "caption", "muted", wrap=True)
        faults = row(self._fault_icon, self._faults, gap=5)
        faults.setStretchFactor(self._faults, 1)
        top = row(self._name, None, self._back)
        self.setLayout(column(top, self._hint, self.box, faults, self._plain, gap=4))
        self.box.textChanged.connect(self._typed)
        self._showing = False
        self._back.hide()

    def show_text(self, section: LetterSection, another: bool) -> None:
        """Show the text that holds; what the person is typing is left alone, unless this is another letter."""
        text, self._standard, self._fields = section.text, section.standard, section.fields
        self._hint.setText(t(section.hint) if section.hint else "")
        self._hint.setVisible(bool(section.hint))
        if (another or not self.box.hasFocus()) and self.box.toPlainText() != _plain_spaces(text):
            self._showing = True
            self.box.setPlainText(text)
            self._showing = False
        self._back.setVisible(bool(self._standard) and self.is_changed())

    def say_how_it_reads(self, language: str) -> None:
        """Say which fields cannot be filled in, and what would be easier to read; never while a field is chosen."""
        if self._completion.open():
            return
        self._language = language
        # our own texts are what they are: only what the person has written is worth a word
        text = self.box.toPlainText() if self.is_changed() else ""
        faults, plain = fault_lines(text, self._fields, language), plain_lines(reading_of(text, language))
        for shown, lines in ((self._faults, faults), (self._plain, plain)):
            shown.setText("\n".join(lines))
            shown.setVisible(bool(lines))
        self._fault_icon.setVisible(bool(faults))
        set_style(self.box, "problem", "true" if faults else "false")
        self.box.setAccessibleDescription(". ".join(filter(None, (*faults, self._hint.text()))))

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

    def _offered(self, typed: str) -> tuple[str, ...]:
        return offered(typed, [id for id, value in self._fields.items() if value], self._language)

    def _restore(self) -> None:
        self.box.setPlainText(self._standard)
        self.box.setFocus()
        self.left.emit()


def say_how_they_read(parts: Sequence[TextPart], language: str) -> str:
    """Each part says what is to be said of it; gives how easy they are together."""
    for part in parts:
        part.say_how_it_reads(language)
    return ease_line(reading_of("\n".join(part.text() for part in parts), language))


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
