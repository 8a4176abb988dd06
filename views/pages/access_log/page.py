# SPDX-License-Identifier: MIT
"""The innsynslogg of a family: who did what and when, before and after, and the same on paper for the family (R35)."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from models.queries.access_log import LogRow, log_of_family
from models.records.document import DocumentKind
from models.values.date_words import moment_text, short_moment
from models.values.refusal import Refusal
from models.work.issue_letter import LetterDraft, draft_letter, finish_letter
from views.letterpress import letterpress
from views.navigation import Navigator, Place
from views.pages.access_log.before_after import BeforeAfter
from views.pages.family.tab import FamilyTab
from views.refused import said
from views.table.column import Column
from views.table.table import RowTable
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import button, label, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.split import WithInspector
from views.workspace import Workspace

KINDS = ("all", "opened", "written", "revealed", "printed", "meant")


class AccessLogTab(FamilyTab):
    """Newest first; the chosen line tells its before and after to the right."""

    title = "access_log.title"
    help = "access_log"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._rows: tuple[LogRow, ...] = ()
        self._refused = Banner("danger", "", closable=True)
        paper = button(t("access_log.paper"), "document", run=self.make_paper)
        self._chips = ChipGroup(t("access_log.filter"), [(kind, "") for kind in KINDS])
        self._chips.chosen.connect(lambda _: self._show())
        self._table: RowTable[LogRow] = RowTable(t("access_log.title"), log_columns())
        self._detail = BeforeAfter()
        self._table.moved.connect(self._detail.show_row)
        card = Card(margins=(1, 1, 1, 1), gap=0).add(self._table)
        self.split = WithInspector(card, self._detail)
        self.body.addLayout(row(label(t("access_log.title"), "subtitle"), None, paper))
        self.body.addWidget(_wide(label(t("access_log.lead"), "body", "muted", wrap=True)))
        self.body.addWidget(self._refused)
        self.body.addWidget(self._chips)
        self.body.addWidget(self.split, 1)
        self.reload()

    def reload(self) -> None:
        """Read the log again."""
        self._rows = self.workspace.read(log_of_family, self.family_id)
        for kind in KINDS:
            count = len(self._of(kind))
            self._chips.set_text(kind, t(f"access_log.kind.{kind}", count=count))
        self._show()

    def place(self) -> Place:
        return {"kind": self._chips.value() or KINDS[0], **self._table.place()}

    def go_to(self, place: Place) -> None:
        """Back to the same filter and line."""
        kind = place.get("kind")
        if isinstance(kind, str) and kind in KINDS:
            self._chips.choose(kind)
            self._show()
        self._table.go_to(place)

    def make_paper(self) -> None:
        """A finished log as a document among the family's others, ready to print."""
        draft = LetterDraft(kind=DocumentKind.ACCESS_LOG)
        try:
            id = self.workspace.do(draft_letter, self.family_id, draft)
            self.workspace.do(finish_letter, id, letterpress().press)
        except Refusal as wrong:
            self._refused.say("danger", said(wrong))
            return
        self.navigator.open("family", id=self.family_id, tab="documents", document=str(id))

    def _of(self, kind: str) -> tuple[LogRow, ...]:
        return self._rows if kind == KINDS[0] else tuple(one for one in self._rows if one.kind == kind)

    def _show(self) -> None:
        shown = self._of(self._chips.value() or KINDS[0])
        self._table.show_rows(shown)
        self._detail.show_row(self._table.current())


def log_columns() -> list[Column[LogRow]]:
    """When, who, what and why."""
    return [
        Column(
            "at",
            "access_log.column.at",
            lambda one: short_moment(one.at),
            140,
            order=lambda one: one.n,
            spoken=lambda one: moment_text(one.at, language()),
        ),
        Column("who", "access_log.column.who", lambda one: one.name, 125),
        Column("what", "access_log.column.what", lambda one: one.told_in(language()), 240, strong=True),
        Column("reason", "access_log.column.reason", lambda one: one.reason, 110, second_rank=True),
    ]


def _wide(words: QWidget) -> QWidget:
    """Running text no wider than it is pleasant to read."""
    words.setMaximumWidth(760)
    return words
