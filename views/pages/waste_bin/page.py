# SPDX-License-Identifier: MIT
"""«Papirkurv»: what was put away, by whom and why; out again with one key, for good only by rule."""

from collections.abc import Sequence
from uuid import UUID

from models.queries.waste_bin import PAGE, BinRow, waste_bin
from models.values.changes import ChangeSet
from models.values.date_words import moment_text, short_moment
from models.values.refusal import Refusal, Refusals
from models.work.bin import REASON_CODES, put_back_in_bin, take_out_of_bin
from views.commands import Command
from views.discreet import shown
from views.navigation import Navigator, Place
from views.pages.page import Page
from views.pages.waste_bin.deletion_card import DeletionCard
from views.refused import said
from views.table.column import Column
from views.table.table import RowTable
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import button, label
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.page_header import PageHeader
from views.widgets.split import WithInspector
from views.workspace import Workspace


class WasteBinPage(Page):
    """`navigator.open("waste_bin", family=<id>)` shows one family's; without it all that this person may see."""

    title = "waste_bin.title"
    help = "waste_bin"
    nav = "families"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._family: UUID | None = None
        crumbs = [(t("families.title"), lambda: navigator.open("families")), (t(self.title), None)]
        self._all = button(t("waste_bin.all"), run=lambda: self.go_to({}))
        self._details = button(t("waste_bin.delete.rules"), "info", run=lambda: self._split.toggle())
        self._deletions = button(t("waste_bin.deletions.title"), "archive", run=lambda: navigator.open("deletions"))
        self._restore = button(t("waste_bin.restore"), "undo", "primary", self._take_out)
        self.body.addWidget(
            PageHeader(
                t(self.title),
                t("waste_bin.lead"),
                [self._restore, self._details, self._all, self._deletions],
                crumbs=crumbs,
            )
        )
        self._refused = Banner("danger", "", closable=True)
        self._table: RowTable[BinRow] = RowTable(t("waste_bin.title"), _columns())
        self._deletion = DeletionCard(workspace)
        self._deletion.done.connect(self.done)
        self._table.moved.connect(self._chosen)
        self._card = Card(margins=(1, 1, 1, 1), gap=0).add(self._table)
        self._empty = EmptyState("archive", t("waste_bin.none"), t("waste_bin.none_hint"))
        self._count = label("", "caption", "muted", wrap=True)
        self._split = WithInspector(self._card, self._deletion)
        self.body.addWidget(self._refused)
        self.body.addWidget(self._split, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._count)
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        # Nearly everything can go into the bin, and this page is seldom in view.
        return bool(changes)

    def reload(self) -> None:
        """Read the bin again."""
        rows = self._read(None)
        self._table.show_rows(rows, self._read if rows else None)
        self._split.setVisible(bool(rows))
        self._details.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._restore.setVisible(bool(rows))
        self._all.setVisible(self._family is not None)
        count = t("waste_bin.count", n=len(rows)) if len(rows) < PAGE else t("waste_bin.many", n=PAGE)
        self._count.setText(" ".join([*([count] if rows else []), t("waste_bin.by_redo")]))
        self._chosen(self._table.current())

    def place(self) -> Place:
        return {"family": str(self._family) if self._family else "", **self._table.place()}

    def go_to(self, place: Place) -> None:
        """One family's bin or everybody's."""
        family = str(place.get("family") or "")
        self._family = UUID(family) if family else None
        self.reload()
        self._table.go_to(place)

    def commands(self) -> list[Command]:
        return [
            Command("waste_bin.restore", "waste_bin.restore", "Ctrl+Return; Ctrl+Enter", self._take_out, icon="undo"),
            Command("waste_bin.rules", "waste_bin.delete.rules", "Ctrl+I", self._split.toggle, icon="info"),
        ]

    def first_focus(self) -> RowTable[BinRow]:
        return self._table

    def _read(self, after: BinRow | None) -> Sequence[BinRow]:
        return self.workspace.read(waste_bin, self.workspace.staff_id, self._family, after)

    def _chosen(self, row: BinRow | None) -> None:
        self._restore.setEnabled(row is not None)
        self._deletion.show_thing(row.record if row else "", row.id if row else None)

    def _take_out(self) -> None:
        row, workspace = self._table.current(), self.workspace
        if row is None:
            return
        self._refused.hide()
        try:
            workspace.do(take_out_of_bin, row.record, row.id)
        except (Refusal, Refusals) as refused:
            self._refused.say("danger", said(refused))
            return
        told = t("waste_bin.restored", what=t(f"waste_bin.kind.{row.record}"))
        self.done.emit(told, lambda: workspace.do(put_back_in_bin, row.record, row.id, row.reason))


def _columns() -> list[Column[BinRow]]:
    return [
        Column(
            "at",
            "waste_bin.column.at",
            lambda one: short_moment(one.binned_at),
            130,
            order=lambda one: one.binned_at,
            spoken=lambda one: moment_text(one.binned_at, language()),
        ),
        Column("kind", "waste_bin.column.kind", lambda one: t(f"waste_bin.kind.{one.record}"), 88),
        Column("title", "waste_bin.column.title", _title, 180, strong=True),
        Column("family", "waste_bin.column.family", _family, 90, second_rank=True),
        Column("by", "waste_bin.column.by", lambda one: one.by, 105),
        Column("reason", "waste_bin.column.reason", _reason, 135, second_rank=True),
    ]


def _family(row: BinRow) -> str:
    return "" if row.record == "family" else shown(row.family)


def _reason(row: BinRow) -> str:
    if not row.reason:
        return t("waste_bin.undone")
    return t(f"waste_bin.reason.{row.reason}") if row.reason in REASON_CODES else row.reason


def _title(row: BinRow) -> str:
    return shown(row.title) if row.record in ("family", "person") else row.title
