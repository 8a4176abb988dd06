# SPDX-License-Identifier: MIT
"""Undo and redo in one family: by keys, and as what the strip at the bottom offers."""

from collections.abc import Callable
from uuid import UUID

from models.queries.undoable import ActRow, newest_act, recent_acts, stacks
from models.values.refusal import Refusal, Refusals
from models.work.undo import redo_act, undo_act
from views.commands import Command
from views.pages.family.change_words import told
from views.refused import said
from views.texts import t
from views.workspace import Workspace

Step = Callable[[], object]


class Undoing:
    """Fifty steps back, read from the log each time: they outlive lock and restart."""

    def __init__(self, workspace: Workspace, family_id: UUID, tell: Callable[[str, object], object]) -> None:
        self._workspace, self._family_id, self._tell = workspace, family_id, tell
        self._known = self._done()

    def commands(self, go: Callable[[str], Step]) -> list[Command]:
        """Ctrl+Z is the window's key and finds «family.undo» here."""
        return [
            Command("family.undo", "changes.undo", run=self.undo, icon="undo"),
            Command("family.redo", "changes.redo", "Ctrl+Shift+Z; Ctrl+Y", self.redo, icon="undo"),
            Command("family.changes", "family.menu.changes", run=go("changes"), icon="clock"),
        ]

    def undo(self) -> bool:
        """Take back the newest; says what it was, or why not."""
        rows = [row for row in self._rows() if not row.undone]
        return self._attempt(undo_act, t("changes.undone", what=told(rows[0])) if rows else "")

    def redo(self) -> bool:
        """Do again what was taken back last."""
        rows = [row for row in self._rows() if row.undone]
        return self._attempt(redo_act, t("changes.redone", what=told(rows[-1])) if rows else "")

    def offer(self, text: str, undo: Step | None) -> None:
        """What a tab has done; its own inverse is used only where more than one act was behind it."""
        before, self._known = self._known, self._done()
        act = self._workspace.read(newest_act, self._workspace.staff_id, self._family_id)
        alone = len(self._known) > 1 and self._known[1:2] == before[:1]
        if undo is not None and act is not None and alone:
            self._tell(text, lambda: self._take_back(act, undo))
        else:
            self._tell(text, undo)

    def _take_back(self, act: UUID, otherwise: Step) -> None:
        try:
            self._workspace.do(undo_act, self._family_id, act)
        except Refusal as refused:
            if refused.key != "undo_refused.not_newest":
                raise
            otherwise()

    def _attempt(self, work: Callable[..., UUID], done: str) -> bool:
        try:
            self._workspace.do(work, self._family_id)
        except (Refusal, Refusals) as refused:
            self._tell(said(refused), None)
            return False
        self._known = self._done()
        self._tell(done, None)
        return True

    def _done(self) -> tuple[UUID, ...]:
        return self._workspace.read(stacks, self._workspace.staff_id, self._family_id).done

    def _rows(self) -> tuple[ActRow, ...]:
        return self._workspace.read(recent_acts, self._workspace.staff_id, self._family_id)
