# SPDX-License-Identifier: MIT
"""«Slettinger»: what somebody has proposed to delete for good, what was deleted and what was said no to."""

from models.queries.deletions import DeletionRow, deletion_list, deletion_protocol
from models.records.deletion import Deletion
from models.values.changes import ChangeSet
from models.values.date_words import moment_text, short_moment
from views.commands import Command
from views.discreet import shown
from views.letterpress import letterpress
from views.navigation import Navigator, Place
from views.pages.page import Page
from views.pages.waste_bin.deletion_card import DeletionCard
from views.printing import printing
from views.table.column import Column
from views.table.table import RowTable
from views.texts import language, t
from views.widgets.basics import BadgeKind, button
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.page_header import PageHeader
from views.widgets.split import WithInspector
from views.workspace import Workspace


class DeletionsPage(Page):
    """The list that is printed as the protocol, with what still waits for somebody to decide."""

    title = "waste_bin.deletions.title"
    help = "deletions"
    nav = "families"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        crumbs = [
            (t("families.title"), lambda: navigator.open("families")),
            (t("waste_bin.title"), lambda: navigator.open("waste_bin")),
            (t(self.title), None),
        ]
        self._details = button(t("waste_bin.deletions.details"), "info", run=lambda: self._split.toggle())
        self._paper = button(t("waste_bin.protocol"), "print", run=self._print)
        actions = [self._details, self._paper]
        self.body.addWidget(PageHeader(t(self.title), t("waste_bin.deletions.lead"), actions, crumbs=crumbs))
        self._table: RowTable[DeletionRow] = RowTable(t(self.title), _columns())
        self._table.moved.connect(self._chosen)
        self._card = DeletionCard(workspace)
        self._card.done.connect(self.done)
        self._split = WithInspector(Card(margins=(1, 1, 1, 1), gap=0).add(self._table), self._card)
        self._empty = EmptyState("archive", t("waste_bin.deletions.none"), t("waste_bin.deletions.none_hint"))
        self.body.addWidget(self._split, 1)
        self.body.addWidget(self._empty, 1)
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Deletion)

    def reload(self) -> None:
        """Read the list again."""
        rows = self.workspace.read(deletion_list, self.workspace.staff_id, language())
        self._table.show_rows(rows)
        self._split.setVisible(bool(rows))
        self._details.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._paper.setVisible(any(row.carried_out for row in rows))
        self._chosen(self._table.current())

    def place(self) -> Place:
        return self._table.place()

    def go_to(self, place: Place) -> None:
        """Back to the same line."""
        self._table.go_to(place)

    def commands(self) -> list[Command]:
        return [Command("deletions.details", "waste_bin.deletions.details", "Ctrl+I", self._split.toggle, icon="info")]

    def first_focus(self) -> RowTable[DeletionRow]:
        return self._table

    def _chosen(self, row: DeletionRow | None) -> None:
        if row is not None and row.decided_at is not None:
            self._card.show_decided(row)
        else:
            self._card.show_thing(row.record if row else "", row.object_id if row else None)

    def _print(self) -> None:
        protocol = self.workspace.read(deletion_protocol, self.workspace.now(), language())
        printing().print(self, letterpress().press_protocol(protocol), t("waste_bin.protocol"))


def _columns() -> list[Column[DeletionRow]]:
    return [
        Column(
            "at",
            "waste_bin.deletions.at",
            lambda one: short_moment(one.proposed_at),
            130,
            order=lambda one: one.proposed_at,
            spoken=lambda one: moment_text(one.proposed_at, language()),
        ),
        Column("state", "waste_bin.deletions.state", _state, 125, badge=_kind),
        Column("kind", "waste_bin.column.kind", lambda one: t(f"waste_bin.kind.{one.record}"), 88),
        Column("title", "waste_bin.column.title", _title, 125, strong=True),
        Column("rule", "waste_bin.delete.rule", lambda one: one.provision, 155, second_rank=True),
        Column("by", "waste_bin.deletions.by", lambda one: one.proposed_by, 105, second_rank=True),
    ]


def _title(row: DeletionRow) -> str:
    return shown(row.title) if row.record in ("family", "person") else row.title


def _state(row: DeletionRow) -> str:
    if row.decided_at is None:
        return t("waste_bin.deletions.waits")
    return t("waste_bin.deletions.deleted") if row.carried_out else t("waste_bin.deletions.rejected")


def _kind(row: DeletionRow) -> BadgeKind:
    return "warning" if row.decided_at is None else "neutral"
