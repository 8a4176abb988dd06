# SPDX-License-Identifier: MIT
"""Which standard text is meant: the målform, the letter, and the text in it, each marked with whose words stand now."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.queries.office_texts import OfficeTextRow
from models.values.standard_text import StandardLetter, StandardText
from models.values.typed import first_line
from views.form.choice_editors import ComboBox
from views.navigation import Place
from views.pages.office.fields import LANGUAGES
from views.pages.office.standard_text import mark
from views.texts import language, t
from views.widgets.basics import column, label, row
from views.widgets.chips import ChipGroup
from views.widgets.rows import Row, RowList

SIDE, BEGINNING = 250, 60


class TextChooser(QWidget):
    """The list has the keyboard; what is chosen is told at once."""

    language_chosen = Signal()
    text_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._letters: Sequence[StandardLetter] = ()
        self._own: Mapping[tuple[str, str], OfficeTextRow] = {}
        self.languages = language_segment()
        self.languages.choose(language())
        self._letter = ComboBox()
        self._letter.setAccessibleName(t("office_texts.letter"))
        self.texts = RowList(t("office_texts.texts"))
        name = label(t("office_texts.letter"), "strong")
        name.setBuddy(self._letter)
        self.setLayout(column(row(self.languages, None), name, self._letter, self.texts, gap=8))
        self.setFixedWidth(SIDE)
        self.languages.chosen.connect(self.language_chosen)
        self._letter.activated.connect(lambda: self._show_texts())
        self.texts.moved.connect(lambda _: self.text_chosen.emit())

    def language(self) -> str:
        """The målform the texts are in."""
        return self.languages.value() or LANGUAGES[0]

    def show_letters(self, letters: Sequence[StandardLetter], own: Mapping[tuple[str, str], OfficeTextRow]) -> None:
        """The letters of this målform; the one at the same place stays chosen."""
        at = max(self._letter.currentIndex(), 0)
        self._letters, self._own = letters, own
        self._letter.clear()
        for one in letters:
            count = sum((text.key, self.language()) in own for text in one.texts)
            self._letter.addItem(
                t("office_texts.with_own", title=one.title, n=count) if count else one.title, one.title
            )
        self._letter.setCurrentIndex(at)
        self._show_texts()

    def text(self) -> StandardText | None:
        """The text that is chosen."""
        line = self.texts.current()
        return line.value if line is not None and isinstance(line.value, StandardText) else None

    def letters_with(self, key: str) -> list[str]:
        """The titles of every letter this text stands in."""
        return [one.title for one in self._letters if any(text.key == key for text in one.texts)]

    def place(self) -> Place:
        """What is chosen, as plain values."""
        text = self.text()
        return {"key": text.key if text else "", "language": self.language(), "letter": self._letter.currentData()}

    def go_to(self, place: Place) -> None:
        """Choose it again."""
        found = self._letter.findData(place.get("letter"))
        if found >= 0:
            self._letter.setCurrentIndex(found)
            self._show_texts()
        self.texts.choose(place.get("key"))

    def _show_texts(self) -> None:
        letter = self._letters[self._letter.currentIndex()]
        self.texts.show_rows([self._row(one) for one in letter.texts])

    def _row(self, text: StandardText) -> Row:
        own = self._own.get((text.key, self.language()))
        said = text.shipped if own is None else own.text or t("office_texts.left_out")
        known = None if own is None else mark(text.shipped, own)
        return Row(text.key, t(text.label), first_line(said, BEGINNING), badge=known, value=text)


def language_segment() -> ChipGroup:
    """Bokmål or nynorsk, for the texts and not for the screen."""
    options = [(one, t(f"documents.language.{one}")) for one in LANGUAGES]
    return ChipGroup(t("office_texts.language"), options, kind="segment")
