# SPDX-License-Identifier: MIT
"""Copies of the minutes: recipients × parts with why, each copy in view, printed with one question or saved."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from models.queries.documents import document_row
from models.queries.minutes_copies import CopyRow, CopySheet, copy_sheet
from models.records.draft import FormDraft
from models.records.meeting import MinutesState
from models.values.changes import ChangeSet
from models.work.share_minutes import CopyDraft, issue_minutes
from views.commands import Command
from views.letterpress import letterpress
from views.navigation import Navigator, Place
from views.pages.documents.outgoing import Outgoing
from views.pages.family.reading_only import ReadingOnly, may_write
from views.pages.meeting.copy_notes import CopyNotes
from views.pages.meeting.copy_preview import CopyPreview
from views.pages.meeting.copy_table import CopyTable
from views.pages.page import Page
from views.printing import Sheets
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import announce, button, relabel
from views.widgets.card import Card
from views.widgets.page_header import PageHeader
from views.widgets.split import WithInspector
from views.workspace import Workspace

PAUSE, PREVIEW = 120, 388
Away = dict[str, frozenset[str]]


class CopiesPage(Page):
    """`navigator.open("minutes_copies", id="<meeting>")`; a part can be taken away by hand, never added."""

    title = "copies.title"
    help = "minutes_copies"
    nav = "meetings"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._meeting_id: UUID | None = None
        self._sheet: CopySheet | None = None
        self._away: Away = {}
        self._refused = Banner("danger", "", closable=True)
        self._print = button("", "print", "primary", self.print_them)
        self._save = button(t("copies.save"), "download", run=self.save_them)
        self._details = button(t("copies.preview"), "eye", run=lambda: self._split.toggle())
        crumbs = [(t("copies.meeting"), self._to_meeting), (t("copies.title"), None)]
        self.body.addWidget(
            PageHeader(t("copies.title"), t("copies.lead"), [self._print, self._save, self._details], crumbs)
        )
        self.body.addWidget(self._refused)
        self.table = CopyTable()
        self.table.moved.connect(self._show_copy)
        self.table.turned.connect(self._turn)
        self._notes = CopyNotes(self._to_meeting, self._to_consents)
        card = Card(margins=(1, 1, 1, 10), gap=0).add(self.table, self._notes)
        card.body.setStretchFactor(self.table, 1)
        self.preview = CopyPreview(self.workspace)
        self.preview.refused.connect(lambda words: self._refused.say("danger", words))
        self._split: WithInspector = WithInspector(card, self.preview, PREVIEW)
        self._split.folded.connect(self._details.setVisible)
        self._details.hide()
        self.body.addWidget(self._split, 1)
        if not may_write(workspace):
            ReadingOnly(self).close(self)
        self._out = Outgoing(self, workspace, self.attempt, self.started.emit)

    def concerns(self, changes: ChangeSet) -> bool:
        """Consents and minutes alike: what may be shown is asked anew."""
        here = self._sheet is not None and changes.touches_family(self._sheet.content.family_id)
        return here and any(change.record is not FormDraft for change in changes.changes)

    def reload(self) -> None:
        """Who gets what today."""
        if self._meeting_id is None:
            return
        self._sheet = self.workspace.read(copy_sheet, self._meeting_id, self.workspace.today(), self._away)
        self.table.show_sheet(self._sheet, self._away)
        count = len(_wanted(self._sheet))
        relabel(self._print, t("copies.print", n=count))
        sent = self._sheet.state is not MinutesState.DRAFT
        for one in (self._print, self._save):
            one.setEnabled(count > 0 and sent)
        self._notes.show_sheet(self._sheet)
        self._show_copy(self.table.current())

    def place(self) -> Place:
        chosen = self.table.current()
        away = {key: " ".join(sorted(parts)) for key, parts in self._away.items() if parts}
        id = str(self._meeting_id) if self._meeting_id else ""
        return {"id": id, "row": chosen.key if chosen else "", "away": away}

    def go_to(self, place: Place) -> None:
        """The copies of a meeting, with what was taken away by hand."""
        wanted = place.get("id")
        if wanted:
            kept = place.get("away")
            if str(wanted) != str(self._meeting_id):
                self._away = {}
            if isinstance(kept, dict):
                self._away = {str(key): frozenset(str(parts).split()) for key, parts in kept.items()}
            self._meeting_id = UUID(str(wanted))
            self._refused.hide()
            self.reload()
        if place.get("row"):
            self.table.choose(str(place["row"]))

    def commands(self) -> list[Command]:
        can = self._print.isEnabled
        return [
            Command("copies.print", "copies.print_all", "Ctrl+P; Ctrl+Return", self.print_them, can, "print"),
            Command("copies.save", "copies.save", "Ctrl+Shift+P", self.save_them, can, "download"),
            Command("copies.preview", "copies.preview", "Ctrl+I", self._split.toggle, icon="eye"),
        ]

    def first_focus(self) -> QWidget:
        return self._print if self._print.isEnabled() else self.table

    def print_them(self) -> None:
        """Make every copy for good, ask once, and print them all."""
        if papers := self._papers():
            self._out.print_them(papers)

    def save_them(self) -> None:
        """Make every copy for good, and write them where the person chooses."""
        if papers := self._papers():
            self._out.save_them(papers)

    def attempt(self, act: Callable[[], object], told: str = "", undo: Callable[[], object] | None = None) -> bool:
        """Do it and tell, or say why not."""
        allowed = self._refused.allows(act)
        if allowed and told:
            self.done.emit(told, undo)
        return allowed

    def _papers(self) -> Sequence[tuple[UUID, Sheets]]:
        id, made = self._meeting_id, list[UUID]()
        drafts = [CopyDraft(key=one.key, without=self._away.get(one.key, frozenset())) for one in _wanted(self._sheet)]
        if id is None or not drafts:
            return ()
        do = self.workspace.do
        if not self.attempt(lambda: made.extend(do(issue_minutes, id, drafts, letterpress().press))):
            return ()
        return self._out.sheets([self.workspace.read(document_row, one) for one in made])

    def _turn(self, key: str, part: str) -> None:
        """Take a part away, or give back what was taken away by hand; nothing else can be given."""
        kept, now = self._away.get(key, frozenset()), self.table.cell_in_view()
        if part in kept:
            self._away[key] = kept - {part}
        elif now is not None and now.seen:
            self._away[key] = kept | {part}
        else:
            self.done.emit(t("copies.never_added"), None)
            return
        self.reload()
        if (now := self.table.cell_in_view()) is not None:
            announce(self.table, f"{now.words}, {now.why}")

    def _show_copy(self, chosen: CopyRow | None) -> None:
        if chosen is not None and self._meeting_id is not None:
            self.preview.show_copy(self._meeting_id, chosen, self._away.get(chosen.key, frozenset()))

    def _to_meeting(self) -> None:
        self.navigator.open("meeting", id=str(self._meeting_id))

    def _to_consents(self) -> None:
        if self._sheet is not None:
            self.navigator.open("family", id=str(self._sheet.content.family_id), tab="consents")


def _wanted(sheet: CopySheet | None) -> list[CopyRow]:
    return [one for one in sheet.rows if one.gets_copy] if sheet else []
