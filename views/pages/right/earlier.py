# SPDX-License-Identifier: MIT
"""The finished avgjørelser of a family and who has been coordinator; each can be replaced, none changed."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.queries.determinations import DeterminationRow
from models.queries.right import AppointmentRow
from models.queries.right_picture import RightPicture
from models.records.determination import DeterminationState
from models.work.decide import replace_determination
from views.pages.right.around import Around
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import BadgeKind, button, column, for_reading, label, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList

STATE_BADGES: dict[DeterminationState, BadgeKind] = {
    DeterminationState.DRAFT: "info",
    DeterminationState.FINAL: "success",
    DeterminationState.REPLACED: "neutral",
}


class EarlierPart(QWidget):
    """Two lists: what was decided, and who was appointed on what authority."""

    opened = Signal(object)
    replaced = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._refused = Banner("danger", "")
        self._rows = RowList(t("right.earlier.title"), fit=True, marks=True)
        self._rows.opened.connect(self._open)
        self._rows.moved.connect(self._moved)
        self._none = label(t("right.earlier.none"), "body", "muted", wrap=True)
        self._replace = button(t("right.earlier.replace"), "swap", run=self._replace_it)
        self._look = for_reading(button(t("right.earlier.open"), "eye", run=self._open_chosen))
        decided = Card(t("right.earlier.title"), icon_name="scales")
        self._buttons = QWidget()
        self._buttons.setLayout(row(self._look, self._replace, None))
        decided.add(self._none, self._rows, self._buttons)
        self._people = RowList(t("right.earlier.coordinators"), fit=True, marks=False)
        self._appointed = Card(t("right.earlier.coordinators"), icon_name="person")
        self._appointed.add(self._people)
        self.setLayout(column(self._refused, decided, self._appointed, None, gap=14))

    def show_picture(self, picture: RightPicture) -> None:
        """Show the lists."""
        finished = [one for one in picture.determinations if one.state is not DeterminationState.DRAFT]
        self._rows.show_rows([_determination(one) for one in finished])
        self._replace.setVisible(not picture.right.closed)
        for part in (self._rows, self._buttons):
            part.setVisible(bool(finished))
        self._none.setVisible(not finished)
        self._people.show_rows([_appointment(one) for one in picture.right.appointments])
        self._appointed.setVisible(bool(picture.right.appointments))
        self._moved(self._rows.current())

    def _moved(self, chosen: Row | None) -> None:
        row_ = chosen.value if chosen else None
        self._replace.setEnabled(isinstance(row_, DeterminationRow) and row_.state is DeterminationState.FINAL)

    def _open(self, chosen: Row) -> None:
        self.opened.emit(chosen.id)

    def _open_chosen(self) -> None:
        if (chosen := self._rows.current()) is not None:
            self.opened.emit(chosen.id)

    def _replace_it(self) -> None:
        chosen = self._rows.current()
        if chosen is None or not isinstance(chosen.id, UUID):
            return
        id = chosen.id
        if self._around.attempt(lambda: self._around.workspace.do(replace_determination, id), "", None, self._refused):
            self.replaced.emit()


def _determination(one: DeterminationRow) -> Row:
    parts = [t("right.earlier.decided", day=one.decided_on) if one.decided_on else ""]
    parts.append(one.coordinator)
    if one.replaces_number:
        parts.append(t("right.earlier.replaces", number=one.replaces_number))
    return Row(
        one.id,
        t("right.earlier.line", number=one.number, outcome=t(f"right.outcome.{one.outcome}")),
        " · ".join(filter(None, parts)),
        "scales",
        badge=(t(f"right.state.{one.state}"), STATE_BADGES[one.state]),
        value=one,
    )


def _appointment(one: AppointmentRow) -> Row:
    days = t("right.earlier.from", start=one.from_on)
    if one.to_on is not None:
        days = t("right.earlier.from_to", start=one.from_on, end=one.to_on)
    authority = ""
    if one.delegated_by and one.delegated_on:
        authority = t("right.earlier.delegated", name=one.delegated_by, day=one.delegated_on)
    return Row(
        one.id,
        f"{one.name}, {t(f'right.kind.{one.kind}').lower()}",
        " · ".join(filter(None, (days, authority))),
        "person",
    )
