# SPDX-License-Identifier: MIT
"""Undo and redo in one family: by keys, and as what the strip at the bottom offers."""

from collections.abc import Callable
from uuid import UUID

from models.queries.undoable import ActRow, newest_act, next_steps, stacks
from models.values.refusal import Refusal, Refusals
from models.work.undo import redo_act, undo_act
from views.commands import Command
from views.pages.family.change_words import told
from views.refused import said
from views.texts import t
from views.workspace import Workspace

Step = Callable[[], object]
REDO = "Ctrl+Y; Ctrl+Shift+Z"


class Undoing:
    """Fifty steps back, read from the log each time: they outlive lock and restart."""

    def __init__(self, workspace: Workspace, family_id: UUID, tell: Callable[[str, object], object]) -> None:
        self._workspace, self._family_id, self._tell = workspace, family_id, tell
        self._known = self._done()

    def commands(self, go: Callable[[str], Step]) -> list[Command]:
        """Ctrl+Z is the window's key and finds «family.undo» here."""
        return [
            Command("family.undo", "changes.undo", run=self.undo, icon="undo", said=self._words_of_undo),
            Command("family.redo", "changes.redo", REDO, self.redo, icon="redo", said=self._words_of_redo),
            Command("family.changes", "family.menu.changes", run=go("changes"), icon="clock"),
        ]

    def steps(self) -> list[Command]:
        """The two first lines of the family's menu: what would be taken back and done again, with their keys."""
        back, again = self._words_of_undo, self._words_of_redo
        return [
            Command(
                "undo", "changes.undo", "Ctrl+Z", self.undo, lambda: self._next()[0] is not None, "undo", said=back
            ),
            Command("redo", "changes.redo", REDO, self.redo, lambda: self._next()[1] is not None, "redo", said=again),
        ]

    def undo(self) -> bool:
        """Take back the newest; says what it was, or why not."""
        back, _ = self._next()
        return self._attempt(undo_act, t("changes.undone", what=told(back)) if back else "")

    def redo(self) -> bool:
        """Do again what was taken back last."""
        _, again = self._next()
        return self._attempt(redo_act, t("changes.redone", what=told(again)) if again else "")

    def offer(self, text: str, undo: Step | None) -> None:
        """What a tab has done; its own inverse is used only where more than one act was behind it."""
        before, self._known = self._known, self._done()
        act = self._workspace.read(newest_act, self._family_id, self._workspace.staff_id)
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
        return self._workspace.read(stacks, self._family_id, self._workspace.staff_id).done

    def _words_of_undo(self) -> str:
        back, _ = self._next()
        return t("changes.undo_this", what=told(back)) if back else t("changes.undo")

    def _words_of_redo(self) -> str:
        _, again = self._next()
        return t("changes.redo_this", what=told(again)) if again else t("changes.redo")

    def _next(self) -> tuple[ActRow | None, ActRow | None]:
        return self._workspace.read(next_steps, self._family_id, self._workspace.staff_id)


def undone(workspace: Workspace, family_id: UUID) -> Callable[[], object]:
    """Takes back the act that is the newest now; refused when something else was done since."""
    act = workspace.read(newest_act, family_id, workspace.staff_id)
    return lambda: workspace.do(undo_act, family_id, act)
