# SPDX-License-Identifier: MIT
"""Below the list of documents: what can be done with the chosen ones at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.queries.documents import DocumentRow
from models.records.document import DocumentKind, DocumentState
from views.table.many import ManyTable
from views.texts import t
from views.widgets.basics import announce, button, column, for_reading, label, relabel
from views.widgets.flow import flow


class ChosenPart(QWidget):
    """Drafts and received files are passed by: the first are not finished, the others have a page of their own."""

    print_wanted = Signal(list)
    save_wanted = Signal(list)

    def __init__(self, table: ManyTable[DocumentRow]) -> None:
        super().__init__()
        self._table = table
        self._rows: Sequence[DocumentRow] = ()
        self._said = label("", "caption", "muted")
        self._print = for_reading(button("", "print", run=self.print_them))
        self._save = for_reading(button("", "download", run=self.save_them))
        self._all = for_reading(button("", kind="flat", run=lambda: self._choose(_all_finished(self._rows))))
        self._unsent = for_reading(button("", kind="flat", run=lambda: self._choose(_unsent(self._rows))))
        self._said.setMinimumHeight(self._print.sizeHint().height())
        self.setLayout(column(flow(self._print, self._save, self._all, self._unsent, self._said)))
        table.chose.connect(self._show)

    def show_documents(self, rows: Sequence[DocumentRow]) -> None:
        """The documents there are to choose among."""
        self._rows = rows
        finished, unsent = len(_all_finished(rows)), len(_unsent(rows))
        relabel(self._all, t("documents.many.all", n=finished))
        relabel(self._unsent, t("documents.many.unsent", n=unsent))
        self._all.setVisible(finished > 1)
        self._unsent.setVisible(1 < unsent < finished)
        self.setVisible(finished > 0)
        self._show()

    def print_them(self) -> None:
        """Ask for the chosen ones on paper."""
        if chosen := self.chosen():
            self.print_wanted.emit(chosen)

    def save_them(self) -> None:
        """Ask for the chosen ones as files."""
        if chosen := self.chosen():
            self.save_wanted.emit(chosen)

    def print_all(self) -> None:
        """Choose all that is finished, and ask for it on paper."""
        self._choose(_all_finished(self._rows))
        self.print_them()

    def chosen(self) -> list[DocumentRow]:
        """The chosen ones that are finished and made here."""
        return _all_finished(self._table.chosen())

    def _choose(self, rows: Sequence[DocumentRow]) -> None:
        self._table.choose_rows(rows)
        announce(self, self._said.text())

    def _show(self) -> None:
        count, all_chosen = len(self.chosen()), len(self._table.chosen())
        relabel(self._print, t("documents.many.print", n=max(1, count)))
        relabel(self._save, t("documents.many.save", n=max(1, count)))
        for one in (self._print, self._save):
            one.setEnabled(count > 0)
        passed_by = all_chosen - count
        if passed_by and count:
            self._said.setText(t("documents.many.passed_by", n=passed_by))
        else:
            self._said.setText(t("documents.many.chosen", n=count) if count > 1 else t("documents.many.hint"))


def _all_finished(rows: Sequence[DocumentRow]) -> list[DocumentRow]:
    return [one for one in rows if one.state is not DocumentState.DRAFT and one.kind is not DocumentKind.RECEIVED]


def _unsent(rows: Sequence[DocumentRow]) -> list[DocumentRow]:
    return [one for one in _all_finished(rows) if one.sent_on is None]
