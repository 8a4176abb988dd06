# SPDX-License-Identifier: MIT
"""The page «Logg»: search in all that was done, check that nobody changed it, take out one person's lines."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMenu, QWidget

from models.queries.letter_log import person_log
from models.queries.vault_log import VaultLogRow, log_people, vault_log
from models.values.date_words import moment_text, short_moment
from models.values.log_state import LogCheck, LogFault
from models.work.read_log import AcceptDraft, log_accepted, log_checked, log_reading, log_taken_out
from views.commands import Command
from views.letterpress import letterpress
from views.navigation import Navigator, Place
from views.pages.page import Page
from views.pages.vault_log.accept import AcceptCard
from views.pages.vault_log.detail import LogDetail
from views.pages.vault_log.filters import LogFilters
from views.pages.vault_log.guard import LogGuard
from views.pages.vault_log.words import told
from views.printing import printing
from views.table.column import Column
from views.table.table import RowTable
from views.texts import language, t
from views.widgets.banner import Banner
from views.widgets.basics import button
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.page_header import PageHeader
from views.widgets.split import WithInspector
from views.workspace import Job, Workspace

# The log hangs together, but is not the one this machine remembers: nobody but a person can tell why.
OUTSIDE = (LogFault.REWRITTEN, LogFault.ROLLED_BACK)


class VaultLogPage(Page):
    """Newest first, a part at a time; it is read again when it comes into view, not while others write."""

    title = "vault_log.title"
    help = "vault_log"

    def __init__(self, workspace: Workspace, navigator: Navigator, guard: LogGuard) -> None:
        super().__init__(workspace, navigator)
        self._guard = guard
        self._job: Job | None = None
        check = button(t("vault_log.check"), "shield", run=self.check)
        self._paper = button(t("vault_log.of_person"), "document")
        self._paper.setMenu(QMenu(self._paper))
        self._print = button(t("vault_log.print_person"), "print")
        self._print.setMenu(QMenu(self._print))
        self._details = button(t("vault_log.details"), "info", run=lambda: self._split.toggle())
        self._banner = Banner("success", "", closable=True)
        self._answer = AcceptCard(workspace, self._accept)
        self._answer.hide()
        self._table: RowTable[VaultLogRow] = RowTable(t("vault_log.title"), _columns())
        self._filters = LogFilters(workspace, self._table)
        self._filters.changed.connect(self._show)
        detail = LogDetail(lambda id: navigator.open("family", id=str(id), tab="access_log"))
        self._table.moved.connect(detail.show_row)
        self._split = WithInspector(Card(margins=(1, 1, 1, 1), gap=0).add(self._table), detail)
        self._split.folded.connect(self._details.setVisible)
        self._details.hide()
        actions = [check, self._paper, self._print, self._details]
        self.body.addWidget(PageHeader(t(self.title), t("vault_log.lead"), actions=actions))
        self.body.addWidget(self._banner)
        self.body.addWidget(self._answer)
        self.body.addWidget(self._filters)
        self._none = EmptyState("search", t("vault_log.none"), t("vault_log.none_hint"))
        self.body.addWidget(self._split, 1)
        self.body.addWidget(self._none, 1)
        workspace.do(log_reading)
        self.reload()

    def reload(self) -> None:
        """Read again from the newest line."""
        people = self.workspace.read(log_people)
        for out, run in ((self._paper, self._save_of), (self._print, self._print_of)):
            out.menu().clear()
            for id, name in people:
                out.menu().addAction(name, partial(run, id, name))
        self._show()

    def show_now(self) -> None:
        super().show_now()
        self.reload()

    def place(self) -> Place:
        return {**self._filters.place(), **self._table.place()}

    def go_to(self, place: Place) -> None:
        """Back to the same search and line."""
        if place:
            self._filters.go_to(place)
            self._table.go_to(place)

    def commands(self) -> list[Command]:
        return [
            Command("vault_log.search", "vault_log.search", "Ctrl+F", self._filters.words.take, icon="search"),
            Command("vault_log.details", "vault_log.details", "Ctrl+I", self._split.toggle, icon="info"),
            Command("vault_log.check", "vault_log.check", run=self.check, icon="shield"),
        ]

    def first_focus(self) -> QWidget:
        return self._filters.words

    def check(self) -> None:
        """Walk every seal beside the window; it can be stopped."""
        if self._job is not None:
            return
        job = self._job = self.workspace.run(self._guard.check)
        job.succeeded.connect(self._checked)
        for ended in (job.succeeded, job.failed, job.cancelled):
            ended.connect(self._ended)
        self.started.emit(job, t("vault_log.checking"), t("vault_log.checking_stop"))

    def _ended(self, *_result: object) -> None:
        self._job = None

    def _checked(self, found: object) -> None:
        if isinstance(found, LogCheck):
            self.workspace.do(log_checked, found)
            self._banner.say("danger" if found.fault else "success", told(found))
            self._answer.setVisible(found.fault in OUTSIDE)
            self._show()

    def _accept(self, draft: AcceptDraft) -> None:
        self.workspace.do(log_accepted, draft)
        self._guard.accept()
        self._answer.hide()
        self._banner.hide()
        self.done.emit(t("vault_log.accepted"), None)
        self._show()

    def _show(self) -> None:
        search, read = self._filters.asked(), self.workspace.read
        staff_id, today = self.workspace.staff_id, self.workspace.today()

        def more(last: VaultLogRow) -> Sequence[VaultLogRow]:
            return read(vault_log, staff_id, today, search, last.n)

        rows = read(vault_log, staff_id, today, search)
        self._table.show_rows(rows, more)
        self._split.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _save_of(self, staff_id: UUID, name: str) -> None:
        if printing().save(self, self._paper_of(staff_id, name), t("vault_log.file_name")) is not None:
            self.workspace.do(log_taken_out, staff_id)
            self.done.emit(t("vault_log.saved"), None)

    def _print_of(self, staff_id: UUID, name: str) -> None:
        if printing().print(self, self._paper_of(staff_id, name), t("vault_log.file_name")):
            self.workspace.do(log_taken_out, staff_id, printed=True)
            self.done.emit(t("vault_log.printed"), None)

    def _paper_of(self, staff_id: UUID, name: str) -> bytes:
        now, me = self.workspace.now(), self.workspace.staff_id
        return letterpress().press(self.workspace.read(person_log, staff_id, name, me, now, language())).content


def _columns() -> list[Column[VaultLogRow]]:
    """When, who, what and in which family."""
    return [
        Column(
            "at",
            "access_log.column.at",
            lambda one: short_moment(one.at),
            140,
            order=lambda one: one.n,
            spoken=lambda one: moment_text(one.at, language()),
        ),
        Column("who", "access_log.column.who", lambda one: one.name, 130),
        Column("what", "access_log.column.what", _did, 330, strong=True),
        Column("family", "vault_log.column.family", lambda one: one.family, 120, second_rank=True),
    ]


def _did(one: VaultLogRow) -> str:
    words = one.told_in(language())
    return t("vault_log.did_clock_back", what=words) if one.clock_back else words
