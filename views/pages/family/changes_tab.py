# SPDX-License-Identifier: MIT
"""«Siste endringer»: one's own last fifty acts in the family, undone and done again from here."""

from uuid import UUID

from models.queries.undoable import ActRow, recent_acts
from models.values.date_words import moment_text, short_moment
from models.values.refusal import Refusal, Refusals
from models.work.undo import redo_act, undo_act
from views.navigation import Navigator, Place
from views.pages.family.change_words import state, told
from views.pages.family.tab import FamilyTab
from views.refused import said
from views.table.column import Column
from views.table.table import RowTable
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import button, label, row
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.workspace import Workspace


class ChangesTab(FamilyTab):
    """Newest first; what is undone stands above what is still done."""

    title = "changes.title"
    help = "changes"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._refused = Banner("danger", "", closable=True)
        self._table: RowTable[ActRow] = RowTable(t("changes.title"), _columns())
        self._table.moved.connect(self._chosen)
        self._why = label("", "body", "muted", wrap=True)
        self._back = button(t("changes.go_back"), "undo", run=self._go_to_chosen)
        lead = label(t("changes.lead"), "body", "muted", wrap=True)
        lead.setMaximumWidth(760)
        self._card = Card(margins=(1, 1, 1, 1), gap=0).add(self._table)
        self._empty = EmptyState("clock", t("changes.none"), t("changes.none_hint"))
        self.body.addWidget(label(t("changes.title"), "subtitle"))
        self.body.addWidget(lead)
        self.body.addWidget(self._refused)
        self.body.addWidget(self._card, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addLayout(row(self._back, self._why, None, gap=12))
        self.reload()

    def reload(self) -> None:
        """Read the log again."""
        rows = self.workspace.read(recent_acts, self.family_id, self.workspace.staff_id)
        self._table.show_rows(rows)
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._back.setVisible(bool(rows))
        self._chosen(self._table.current())

    def first_focus(self) -> RowTable[ActRow]:
        return self._table

    def place(self) -> Place:
        return self._table.place()

    def go_to(self, place: Place) -> None:
        """Back to the same line."""
        self._table.go_to(place)

    def _chosen(self, act: ActRow | None) -> None:
        undone = act is not None and act.undone
        self._back.setText(t("changes.go_forward") if undone else t("changes.go_back"))
        self._back.setEnabled(act is not None and not act.blocked)
        self._why.setText(t(act.blocked) if act is not None and act.blocked else "")

    def _go_to_chosen(self) -> None:
        """One act after the other, each with its own line in the log, until the chosen one is reached."""
        act = self._table.current()
        if act is None:
            return
        self._refused.hide()
        count = 0
        try:
            while (now := self._undone(act.id)) is not None and now is act.undone:
                self.workspace.do(redo_act if act.undone else undo_act, self.family_id)
                count += 1
        except (Refusal, Refusals) as refused:
            self._refused.say("danger", said(refused))
        if count:
            self.done.emit(
                t("changes.redone_count", n=count) if act.undone else t("changes.undone_count", n=count), None
            )

    def _undone(self, act: UUID) -> bool | None:
        rows = self.workspace.read(recent_acts, self.family_id, self.workspace.staff_id)
        return next((row.undone for row in rows if row.id == act), None)


def _columns() -> list[Column[ActRow]]:
    return [
        Column(
            "at",
            "changes.column.at",
            lambda one: short_moment(one.at),
            140,
            order=lambda one: one.n,
            spoken=lambda one: moment_text(one.at, language()),
        ),
        Column("what", "changes.column.what", told, 420, strong=True, muted=lambda one: one.undone),
        Column("state", "changes.column.state", state, 120, badge=lambda _: "neutral"),
    ]
