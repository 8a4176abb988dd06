# SPDX-License-Identifier: MIT
"""The list of a family's documents, and the menu of letters that fit now."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.queries.documents import DocumentRow
from models.queries.letter_choices import LetterChoice
from models.records.document import DocumentKind
from models.values.date_words import long_date
from views.discreet import shown
from views.navigation import Place
from views.pages.documents.chosen import ChosenPart
from views.table.column import Column
from views.table.many import ManyTable
from views.texts import language, t
from views.widgets.basics import BadgeKind, button, column, label, row
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState

BADGES: dict[str, BadgeKind] = {"draft": "warning", "final": "info", "sent": "success", "signed_copy": "success"}

NAMED = (DocumentKind.RECEIVED, DocumentKind.OWN_LETTER)


class DocumentListPart(QWidget):
    """Enter opens; «Nytt brev» shows only the letters that fit the family's situation."""

    opened = Signal(object)

    def __init__(self, begin: Callable[[LetterChoice], None], receive: Callable[[], None]) -> None:
        super().__init__()
        self._begin = begin
        self._menu = QMenu(self)
        self._new = button(t("documents.new"), "plus", "primary", self.ask_kind)
        received = button(t("documents.receive"), "download", run=receive)
        self._table: ManyTable[DocumentRow] = ManyTable(t("documents.title"), document_columns())
        self._table.opened.connect(self.opened)
        self._card = Card(margins=(1, 1, 1, 1), gap=0).add(self._table)
        self.chosen = ChosenPart(self._table)
        self._none = EmptyState("document", t("documents.none"), t("documents.none_text"))
        head = row(label(t("documents.title"), "subtitle"), None, self._new, received)
        layout = column(head, self._card, self.chosen, self._none, gap=12)
        layout.setStretchFactor(self._card, 1)
        layout.setStretchFactor(self._none, 1)
        self.setLayout(layout)

    def show_documents(self, rows: Sequence[DocumentRow], choices: Sequence[LetterChoice]) -> None:
        """Show these rows, and offer these letters."""
        self._table.show_rows(rows)
        self.chosen.show_documents(rows)
        self._card.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._menu.clear()
        for group, fitting in groupby(choices, key=lambda choice: choice.group):
            self._head(t(f"documents.group.{group}"))
            for choice in fitting:
                self._menu.addAction(_offer(choice)).triggered.connect(self._maker(choice))

    def ask_kind(self) -> None:
        """Open the menu below its button."""
        self._menu.popup(self._new.mapToGlobal(QPoint(0, self._new.height())))

    def place(self) -> Place:
        """The chosen row."""
        return self._table.place()

    def go_to(self, place: Place) -> None:
        """Choose the row again."""
        self._table.go_to(place)

    def focus_list(self) -> None:
        """Where the person goes on with the keyboard."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, text: str) -> None:
        """A heading in the menu; the arrow keys pass it by."""
        head = self._menu.addAction(text)
        bold = head.font()
        bold.setBold(True)
        head.setFont(bold)
        head.setEnabled(False)

    def _maker(self, choice: LetterChoice) -> Callable[[], None]:
        return lambda: self._begin(choice)


def _offer(choice: LetterChoice) -> str:
    if choice.kind is DocumentKind.OWN_LETTER:
        to_whom = "family" if choice.to_family else "other"
        return choice.name.replace("&", "&&") or t(f"documents.own.{to_whom}")
    kind = t(f"documents.kind.{choice.kind}")
    if choice.consent:
        about = " · ".join(filter(None, (t(f"consents.kind.{choice.consent}"), shown(choice.person))))
        return t("documents.kind_of", kind=kind, name=about).replace("&", "&&")
    return t("documents.kind_of", kind=kind, name=shown(choice.person)).replace("&", "&&") if choice.person else kind


def document_columns() -> list[Column[DocumentRow]]:
    """What it is, to whom, number, date and state."""
    return [
        Column("title", "documents.column.title", name_of, 250, strong=True),
        Column("recipient", "documents.column.recipient", to_whom, 220, second_rank=True),
        Column("number", "documents.column.number", lambda one: one.number, 110),
        Column("dated", "documents.column.dated", dated, 160, order=lambda one: one.dated_on or one.created_at.date()),
        Column("state", "documents.column.state", state_of, 130, badge=lambda one: BADGES[state_key(one)]),
    ]


def name_of(one: DocumentRow) -> str:
    """The kind of letter, or the name a received paper or a letter of the office's own was given."""
    return one.title if one.kind in NAMED and one.title else t(f"documents.kind.{one.kind}")


def to_whom(one: DocumentRow) -> str:
    """The first line of the envelope; never an address."""
    return shown(one.recipient.partition("\n")[0])


def dated(one: DocumentRow) -> str:
    """The letter's date; a draft has none."""
    return long_date(one.dated_on, language()) if one.dated_on else ""


def state_key(one: DocumentRow) -> str:
    """How far it has come."""
    if one.signed_copy_id:
        return "signed_copy"
    return one.state.value


def state_of(one: DocumentRow) -> str:
    """How far it has come, in words."""
    return t(f"documents.state.{state_key(one)}")
