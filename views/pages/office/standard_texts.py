# SPDX-License-Identifier: MIT
"""The page «Standardtekster i brev»: which letter, which text of it, the municipality's own words, and the paper."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from models.queries.letter_example import example_envelope
from models.queries.office_texts import OfficeTextRow, office_texts
from models.records.municipality import Municipality
from models.records.office_text import OfficeText, OfficeTextKind
from models.values.changes import ChangeSet
from models.values.letter import Paper
from models.values.letter_fields import filled
from models.values.standard_text import StandardLetter
from views.commands import Command
from views.letterpress import letterpress
from views.navigation import Navigator, Place
from views.pages.office.chooser import TextChooser
from views.pages.office.fields import LANGUAGES
from views.pages.office.page import OfficePage
from views.pages.office.standard_text import StandardTextPart
from views.texts import t
from views.widgets.basics import boxed, row
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class StandardTextsPage(OfficePage):
    """Nothing changes in any letter before «Ta i bruk» is pressed."""

    title = "office_texts.title"
    help = "standard_texts"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._letters: dict[str, tuple[StandardLetter, ...]] = {}
        self._own: dict[tuple[str, str], OfficeTextRow] = {}
        self._chooser = TextChooser()
        self._part = StandardTextPart(workspace)
        self._part.typed.connect(self.proof.show_soon)
        self._part.told.connect(self.done)
        words = row(self._chooser, ScrollColumn(self._part), gap=18)
        words.setStretch(1, 1)
        self.lay_out(boxed(words))
        self._chooser.language_chosen.connect(self._show_letters)
        self._chooser.text_chosen.connect(self._show_text)
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Municipality, OfficeText)

    def reload(self) -> None:
        rows = self.workspace.read(office_texts, OfficeTextKind.PARAGRAPH)
        self._own = {(one.slot, one.language): one for one in rows}
        self.header.set_context(_context(rows))
        self._letters.clear()
        self._show_letters()

    def letter(self) -> Paper | None:
        """The letter the text stands in, with what is being typed."""
        text = self._chooser.text()
        if text is None:
            return None
        envelope = text.example.envelope
        own = envelope.own_texts | {text.key: self._part.now()}
        return replace(text.example, envelope=replace(envelope, own_texts=own))

    def place(self) -> Place:
        return self._chooser.place()

    def go_to(self, place: Place) -> None:
        """To a text by its key, in the letter it was last seen in."""
        tongue = place.get("language")
        if tongue in LANGUAGES and tongue != self._chooser.language():
            self._chooser.languages.choose(str(tongue))
            self._show_letters()
        self._chooser.go_to(place)

    def commands(self) -> list[Command]:
        use = Command("office.use", "office_texts.use", "Ctrl+Return", self._part.use, icon="check")
        return [*super().commands(), use]

    def first_focus(self) -> QWidget:
        return self._chooser.texts

    def panes(self) -> list[QWidget]:
        return [self._chooser.texts, self._part, self.proof]

    def _show_letters(self) -> None:
        language, workspace = self._chooser.language(), self.workspace
        if language not in self._letters:
            envelope = workspace.read(example_envelope, workspace.staff_id, workspace.now(), language)
            self._letters[language] = letterpress().standard_letters(envelope)
        self._chooser.show_letters(self._letters[language], self._own)

    def _show_text(self) -> None:
        text = self._chooser.text()
        if text is not None:
            self._part.show_text(text, self._chooser.language(), self._chooser.letters_with(text.key))
            self.proof.show_at(filled(self._part.now(), text.fields))


def _context(rows: tuple[OfficeTextRow, ...]) -> str:
    newest = max(rows, key=lambda one: one.number, default=None)
    count = t("office_texts.count", n=len(rows))
    if newest is None:
        return count
    return f"{count} · {t('office_texts.newest', when=newest.created_at, who=newest.written_by)}"
