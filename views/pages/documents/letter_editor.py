# SPDX-License-Identifier: MIT
"""A draft letter: its standard texts on the left, the letter as it will be on paper on the right.

editor = LetterEditor(workspace)
editor.show_letter(document_id)        # a draft; reads and writes the vault by itself
editor.refresh()                       # what the letter is about has changed
"""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.documents import LetterAbout, letter_about
from models.queries.letters import letter_of
from models.records.document import SHEETS, DocumentKind
from models.values.letter import Paper
from models.values.refusal import Refusal
from models.values.trouble import Trouble
from models.work.issue_letter import edit_letter_address, edit_letter_texts
from views.letterpress import letterpress
from views.pages.documents.letter_sheet import LetterSheet
from views.pages.documents.letter_texts import AddressPart, TextPart, say_how_they_read
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import column, label, row
from views.widgets.pdf_preview import PdfPreview
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

PAUSE = 180


class LetterEditor(QWidget):
    """Keeps what is typed within a second, and shows it on paper when the person pauses."""

    # the letter could, or could not, be set as it stands
    printable = Signal(bool)

    def __init__(self, workspace: Workspace, addressed: bool = True) -> None:
        """`addressed` lets the person change to whom and in which language it goes."""
        super().__init__()
        self._workspace, self.letter_id = workspace, UUID(int=0)
        self._letter: Paper | None = None
        self._about: LetterAbout | None = None
        self._parts: dict[str, TextPart] = {}
        self.preview = PdfPreview()
        self._trouble = Banner("danger", "")
        self.address = AddressPart()
        # shown before it has a parent it would be a window of its own
        if not addressed:
            self.address.hide()
        self._above_box, self._fields = QWidget(), QVBoxLayout()
        self._above = QVBoxLayout(self._above_box)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(14)
        self._help = label(t("documents.editor.help"), "caption", "muted", wrap=True)
        self._ease = label("", "caption", "muted")
        inner = QWidget()
        above = (self._trouble, self.address, self._above_box, self._help, self._ease)
        inner.setLayout(column(*above, self._fields, None, gap=12))
        fields = ScrollColumn(inner)
        layout = row(fields, self.preview, gap=16)
        layout.setStretchFactor(fields, 6)
        layout.setStretchFactor(self.preview, 7)
        self.setLayout(layout)
        self.sheet = LetterSheet(
            self,
            workspace.drafts,
            lambda: {"recipient": self.address.box, **{id: p.box for id, p in self._parts.items()}},
        )
        self._paint = QTimer(self)
        self._paint.setSingleShot(True)
        self._paint.setInterval(PAUSE)
        self._paint.timeout.connect(self._show_paper)
        self.address.changed.connect(self._readdress)
        self.address.edited.connect(self.sheet.touched)

    @property
    def draft_id(self) -> str:
        """The name by which the page finds what to keep before lock and leaving."""
        return self.sheet.draft_id

    def show_letter(self, document_id: UUID) -> None:
        """Show this draft."""
        if document_id != self.letter_id:
            self.flush()
            self.letter_id, self._letter = document_id, None
            self.refresh(another=True)
            if self.sheet.restore(document_id):
                self.flush()
                self._show_paper()
            return
        self.refresh()

    def refresh(self, another: bool = False) -> None:
        """Read the letter again; text being typed is kept as it stands, unless it belongs to another letter."""
        self._about = self._workspace.read(letter_about, self.letter_id)
        self._letter = self._workspace.read(letter_of, self.letter_id, self._workspace.staff_id, self._workspace.now())
        self.address.show_address(self._about, another)
        free = self._about.kind in SHEETS or self._about.kind is DocumentKind.OWN_LETTER
        self._help.setText(t("documents.editor.help_sheet" if free else "documents.editor.help"))
        self._show_texts(another)
        self._show_paper()

    def add_above_texts(self, part: QWidget) -> None:
        """Put what the letter is about between the address and the texts."""
        self._above.addWidget(part)

    def forget(self) -> None:
        """The draft is thrown away: what is typed is not kept."""
        self.sheet.forget()
        self._about = None

    def changed_texts(self) -> dict[str, str]:
        """The texts that differ from the standard ones."""
        return {id: part.text() for id, part in self._parts.items() if part.is_changed()}

    def flush(self) -> None:
        """Write what is typed into the letter now; what the disk will not take is held as half-typed."""
        if self._about is None:
            return
        self.sheet.keep()
        # first: whatever is written next makes the page read again, and show the address as the vault has it
        self.address.tell()
        texts = self.changed_texts()
        if texts != self._about.texts:
            self._workspace.do(edit_letter_texts, self.letter_id, texts)
            self._about = replace(self._about, texts=texts)
        self.sheet.forget()

    def clear(self) -> None:
        """Show nothing, and keep nothing."""
        self.flush()
        self._letter, self._about, self.letter_id = None, None, UUID(int=0)
        self.preview.clear()

    def _show_texts(self, another: bool) -> None:
        if self._letter is None:
            return
        found = letterpress().sections(self._letter)
        self._help.setVisible(bool(found))
        if [section.id for section in found] != list(self._parts):
            self._make_parts([(section.id, section.label) for section in found])
        for section in found:
            self._parts[section.id].show_text(section, another)

    def _make_parts(self, labels: list[tuple[str, str]]) -> None:
        for part in self._parts.values():
            self._fields.removeWidget(part)
            part.deleteLater()
        self._parts = {}
        for id, words in labels:
            part = TextPart(t(words))
            part.edited.connect(self._edited)
            part.left.connect(self.flush)
            self._parts[id] = part
            self._fields.addWidget(part)
        self._texts_before_paper()

    def _texts_before_paper(self) -> None:
        """Tab goes through the texts first, then the paper; new fields would else come last."""
        before: QWidget = self.address.box
        after = [part.box for part in self._parts.values()] + _reached_by_tab(self.preview)
        for one in [*_reached_by_tab(self.address)[1:], *_reached_by_tab(self._above_box), *after]:
            QWidget.setTabOrder(before, one)
            before = one

    def _edited(self) -> None:
        self._paint.start()
        self.sheet.touched()

    def _show_paper(self) -> None:
        self._paint.stop()
        if self._letter is None:
            return
        self._ease.setText(say_how_they_read(tuple(self._parts.values()), self._letter.envelope.language))
        self._ease.setVisible(bool(self._ease.text()))
        envelope = replace(self._letter.envelope, changed_texts=self.changed_texts())
        letter = replace(self._letter, envelope=envelope)
        try:
            printed = letterpress().press(letter)
        except (Trouble, Refusal) as wrong:
            self._trouble.say("danger", said(wrong))
            self.printable.emit(False)
            return
        self._trouble.hide()
        page = self.preview.page()
        self.preview.show_document(printed.content, printed.title, letterpress().words(letter))
        self.preview.turn_to(min(page, printed.pages - 1))
        self.printable.emit(True)

    def _readdress(self, recipient: str, language: str) -> None:
        if self._about is None or (recipient, language) == (self._about.recipient, self._about.language):
            return
        self._workspace.do(edit_letter_address, self.letter_id, recipient, language)
        self._about = replace(self._about, recipient=recipient, language=language)
        self.flush()
        self.refresh()


def _reached_by_tab(inside: QWidget) -> list[QWidget]:
    """What Tab reaches in there, in the order it was made; the list of a drop-down is a window of its own."""
    found = (one for one in inside.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [one for one in found if one.focusProxy() is None and one.window() is inside.window()]
