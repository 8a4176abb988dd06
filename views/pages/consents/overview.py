# SPDX-License-Identifier: MIT
"""Who may know what, and the consents behind it: the first thing the tab shows."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal

from models.queries.consent_matrix import MatrixRow
from models.queries.consents import ConsentRow
from models.rules.consent_state import OVER
from views.discreet import shown
from views.pages.consents.matrix import Matrix
from views.pages.consents.words import about, badge_of, title, when_of
from views.texts import t
from views.widgets.basics import boxed, column, label, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.labels import IconLabel
from views.widgets.rows import Head, Line, Row, RowList
from views.widgets.scroll import TallContent


class OverviewPart(TallContent):
    """The matrix with the sentence of the cell one is at, and the list of consents under it."""

    opened = Signal(object)
    # a service, to ask for
    wanted = Signal(object)
    child_chosen = Signal()

    def __init__(self, children: Sequence[tuple[UUID, str]]) -> None:
        super().__init__()
        self._rows: tuple[ConsentRow, ...] = ()
        self.matrix = Matrix()
        self.matrix.opened.connect(self._open_cell)
        self._said = label("", "caption", "muted")
        self.matrix.said.connect(self._said.setText)
        self._children = ChipGroup(t("consents.for_child"), [(str(id), shown(name)) for id, name in children])
        self._children.setVisible(len(children) > 1)
        self._children.chosen.connect(lambda _child: self.child_chosen.emit())
        self._without = label("", "body", wrap=True)
        self._missing = boxed(row(IconLabel("warning", "warning"), self._without, gap=8, margins=(10, 0, 0, 0)))
        self._table = Card(t("consents.matrix"), icon_name="shield", right=self._said)
        self._table.add(self.matrix, self._missing)
        self.list = RowList(t("consents.list"), fit=True)
        self.list.opened.connect(lambda found: self.opened.emit(found.value))
        self.list.clicked.connect(lambda _index: self._open_clicked())
        self._list = Card(t("consents.list"), icon_name="document", gap=4)
        self._list.add(self.list)
        pieces = (self._children, self._table, self._list, None)
        self.setLayout(column(*pieces, gap=14, margins=(2, 2, 10, 8)))

    def child(self) -> UUID | None:
        """The child the matrix is about; one family's children may each have consents of their own."""
        value = self._children.value()
        return UUID(value) if value else None

    def show_consents(self, rows: Sequence[ConsentRow], matrix: Sequence[MatrixRow], today: date) -> None:
        """Show how it stands today."""
        self._rows = tuple(rows)
        self._table.setVisible(bool(matrix))
        self.matrix.show_rows(matrix)
        without = [one.service for one in matrix if not one.may_know_something]
        self._missing.setVisible(bool(without))
        self._without.setText(t("consents.without", n=len(without), services=", ".join(without)))
        self.list.show_rows(_lines(rows, today))
        self._list.setVisible(bool(rows))

    def _open_cell(self, service_id: UUID, _kind: object) -> None:
        """The consent behind a service, the newest first; a new question where there is none."""
        found = [row for row in self._rows if any(one.family_service_id == service_id for one in row.scopes)]
        if found:
            self.opened.emit(found[0])
        else:
            self.wanted.emit(service_id)

    def _open_clicked(self) -> None:
        found = self.list.current()
        if found is not None:
            self.opened.emit(found.value)


def _lines(rows: Sequence[ConsentRow], today: date) -> list[Line]:
    made: list[Line] = []
    for heading, under in (
        ("now", [one for one in rows if one.state not in OVER]),
        ("before", [one for one in rows if one.state in OVER]),
    ):
        if under:
            made += [Head(t(f"consents.list_{heading}")), *(_line(one, today) for one in under)]
    return made


def _line(row: ConsentRow, today: date) -> Row:
    icon = {"child_coordinator": "person", "individual_plan": "book", "care_team": "family"}.get(row.kind, "copy")
    second = about(row)
    if row.birthday:
        second = f"{t('consents.turned', age=row.birthday)} · {second}"
    return Row(row.id, title(row), second=second, icon=icon, badge=badge_of(row, today), right=when_of(row), value=row)
