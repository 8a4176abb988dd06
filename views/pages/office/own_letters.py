# SPDX-License-Identifier: MIT
"""The page «Egne brev»: the letters the municipality has ready, one in view, and its paper."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from models.queries.letter_example import example_envelope
from models.queries.letter_own import templates
from models.records.municipality import Municipality
from models.records.office_text import OfficeText
from models.values.changes import ChangeSet
from models.values.letter import Envelope, Paper
from models.values.own_letter import HEADING, TEXT, OwnLetter
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.office.chooser import SIDE, language_segment
from views.pages.office.fields import LANGUAGES
from views.pages.office.own_letter import OwnLetterPart
from views.pages.office.page import OfficePage
from views.texts import language, t
from views.widgets.basics import boxed, button, column, row
from views.widgets.rows import Row, RowList
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class OwnLettersPage(OfficePage):
    """What is ready here is offered under «Nytt brev» in every family."""

    title = "own_letters.title"
    help = "own_letters"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self.header.set_context(t("own_letters.context"))
        self._envelopes: dict[str, Envelope] = {}
        self._languages = language_segment()
        self._languages.choose(language())
        self._list = RowList(t("own_letters.title"))
        self._part = OwnLetterPart(workspace, lambda: self._envelope().fields)
        self._part.typed.connect(self.proof.show_soon)
        self._part.told.connect(self.done)
        self._part.written.connect(self._written)
        new = button(t("own_letters.new"), "plus", run=self.begin)
        side = boxed(column(row(self._languages, None), self._list, row(new, None), gap=8))
        side.setFixedWidth(SIDE)
        words = row(side, ScrollColumn(self._part), gap=18)
        words.setStretch(1, 1)
        self.lay_out(boxed(words))
        self.reload()
        self._languages.chosen.connect(lambda: self._show())
        self._list.moved.connect(lambda _: self._show())

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Municipality, OfficeText)

    def reload(self) -> None:
        self._envelopes.clear()
        ready = self.workspace.read(templates, language())
        rows = [
            Row(slot, name, t(f"own_letters.addressee_of.{addressee}"), icon="mail") for slot, name, addressee in ready
        ]
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._show()

    def letter(self) -> Paper | None:
        """The letter as it stands, about an invented family."""
        envelope = self._envelope()
        title, text = self._part.now()
        envelope = replace(envelope, own_texts={HEADING: title, TEXT: text})
        return OwnLetter(envelope, envelope.sender.caseworker, envelope.sender.caseworker_title)

    def begin(self) -> None:
        """A new letter."""
        self._list.clearSelection()
        self._list.setCurrentIndex(self._list.rootIndex())
        self._show()
        self._part.focus_first()

    def place(self) -> Place:
        line = self._list.current()
        return {"slot": line.id if line else "", "language": self._tongue()}

    def go_to(self, place: Place) -> None:
        """To one of them again."""
        if place.get("language") in LANGUAGES:
            self._languages.choose(str(place["language"]))
        self._list.choose(place.get("slot"))
        self._show()

    def commands(self) -> list[Command]:
        return [
            *super().commands(),
            Command("office.use", "office_texts.use", "Ctrl+Return", self._part.use, icon="check"),
            Command("own_letters.new", "own_letters.new", run=self.begin, icon="plus"),
        ]

    def first_focus(self) -> QWidget:
        return self._list if self._list.isVisibleTo(self) else self._part

    def panes(self) -> list[QWidget]:
        return [self._list, self._part, self.proof]

    def _show(self) -> None:
        line = self._list.current()
        self._part.show_letter(str(line.id) if line else "", line.title if line else "", self._tongue())
        self.proof.show_at()

    def _written(self, slot: str) -> None:
        self._list.choose(slot)
        self._show()

    def _tongue(self) -> str:
        return self._languages.value() or LANGUAGES[0]

    def _envelope(self) -> Envelope:
        tongue, workspace = self._tongue(), self.workspace
        if tongue not in self._envelopes:
            found = workspace.read(example_envelope, workspace.staff_id, workspace.now(), tongue)
            self._envelopes[tongue] = found
        return self._envelopes[tongue]
