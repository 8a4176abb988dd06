# SPDX-License-Identifier: MIT
"""Finished documents on their way out, to a printer or a folder; noted only when they really went."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from models.queries.documents import DocumentRow, document_bytes
from models.queries.held_back import is_held_back
from models.values.refusal import Refusal
from models.work.send_letter import log_exported, log_printed
from views.pages.documents.draft import Attempt
from views.printing import Kept, Sheets, printing
from views.texts import t
from views.workspace import Job, Workspace

Follow = Callable[[Job, str, str], object]


class Outgoing:
    """What is under way goes on when another page comes into view, and is noted all the same."""

    def __init__(
        self,
        page: QWidget,
        workspace: Workspace,
        attempt: Attempt,
        follow: Follow,
    ) -> None:
        self._page, self._workspace, self._attempt, self._follow = page, workspace, attempt, follow

    def sheets(self, rows: Sequence[DocumentRow]) -> list[tuple[UUID, Sheets]]:
        """The kept bytes of these documents under their neutral names."""
        kept = [self._workspace.read(document_bytes, row.id) for row in rows]
        return [(one.id, Sheets(one.content, neutral_name(one.number))) for one in kept]

    def may_go(self, ids: Sequence[UUID]) -> bool:
        """Says why not, when one of them holds what no consent covers any more."""
        read, today = self._workspace.read, self._workspace.today()
        if any(read(is_held_back, id, today) for id in ids):
            self._say(Refusal("minutes_refused.held_back"))
            return False
        return True

    def print_them(self, papers: Sequence[tuple[UUID, Sheets]], page: int = 0) -> None:
        """Ask once, and print all; `page` is the one in view."""
        ids = [id for id, _ in papers]
        if not self.may_go(ids):
            return
        job = printing().print_all(self._page, [sheets for _, sheets in papers], page)
        if job is None:
            return
        job.succeeded.connect(lambda sent: self._note(log_printed, "documents.printed_of", ids, sent))
        job.failed.connect(self._say)
        job.cancelled.connect(lambda: self._tell(lambda: None, t("documents.print_stopped")))
        self._follow(job, t("printing.running", n=len(ids)), t("printing.stop_note"))

    def save_them(self, papers: Sequence[tuple[UUID, Sheets]]) -> None:
        """Ask for a folder, and write all there."""
        ids = [id for id, _ in papers]
        if not self.may_go(ids):
            return
        task = printing().save_all(self._page, [sheets for _, sheets in papers])
        if task is None:
            return
        job = self._workspace.run(task)
        job.succeeded.connect(lambda kept: self._saved(ids, kept))
        job.failed.connect(self._say)
        self._follow(job, t("printing.saving", n=len(ids)), t("printing.save_stop_note"))

    def _saved(self, ids: Sequence[UUID], kept: Kept) -> None:
        self._note(log_exported, "documents.saved_of", ids, kept.places)
        if kept.trouble is not None:
            self._say(kept.trouble)

    def _note(self, log: Callable[..., None], told: str, ids: Sequence[UUID], places: Sequence[int]) -> None:
        def note() -> None:
            wrong: list[Refusal] = []
            for place in places:
                try:
                    self._workspace.do(log, ids[place])
                except Refusal as one:
                    # the others went too, and are noted all the same
                    wrong.append(one)
            if wrong:
                raise wrong[0]

        self._tell(note, t(told, n=len(ids), done=len(places)))

    def _tell(self, act: Callable[[], object], told: str) -> None:
        if isValid(self._page):
            self._attempt(act, told, None)
        else:
            act()

    def _say(self, wrong: Exception) -> None:
        def fail() -> None:
            raise wrong

        if isValid(self._page):
            self._attempt(fail, "", None)


def neutral_name(number: str) -> str:
    """What a document is called in queues and folders: never a person's name."""
    return t("documents.number", number=number) if number else t("documents.title")
