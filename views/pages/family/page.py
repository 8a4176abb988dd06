# SPDX-License-Identifier: MIT
"""One family's workspace: opens the family a place names, for those who may, and logs that it was opened."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from models.queries.access import Sight, sight
from models.queries.family import goes_on_as
from models.values.changes import ChangeSet
from models.work.open_family import log_opening
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.family.door import Door
from views.pages.family.frame import FamilyFrame
from views.pages.family.reasoned import Reasoned
from views.pages.page import Page
from views.texts import t
from views.widgets.basics import clear
from views.widgets.empty_state import EmptyState
from views.workspace import Workspace


class FamilyPage(Page):
    """`navigator.open("family", id=…, tab="right", item=…)`; what else the place holds goes to the tab."""

    title = "family.title"
    help = "family"
    nav = "families"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self._frame: FamilyFrame | None = None
        self._reason = ""
        # where the person was going when she was asked for a reason
        self._before_door: Place = {}

    def concerns(self, changes: ChangeSet) -> bool:
        return self._frame is not None and changes.touches_family(self._frame.family_id)

    def reload(self) -> None:
        """Read the head again; a family that was merged gives way to the one that goes on."""
        if self._frame is not None and not self._frame.read():
            self.go_to(self.place())

    def place(self) -> Place:
        """The family, its tab, and where in the tab; at the door, where it leads."""
        if self._frame is None:
            return self._before_door
        tab = self._frame.tab()
        inside = tab.place() if tab else {}
        return {**inside, "id": str(self._frame.family_id), "tab": self._frame.key(), "reason": self._reason}

    def go_to(self, place: Place) -> None:
        """Open a family at a tab."""
        wanted = _uuid(place.get("id"))
        found = self.workspace.read(goes_on_as, wanted) if wanted else None
        if found is None:
            self._show_empty(t("family.gone"), t("family.gone_hint"))
            return
        if self._frame is None or self._frame.family_id != found:
            self._enter(found, place)
        if self._frame is not None and self._frame.family_id == found:
            rest = {name: value for name, value in place.items() if name not in ("id", "tab", "reason")}
            self._frame.show_tab(str(place.get("tab") or "overview"), rest)

    def commands(self) -> list[Command]:
        return self._frame.commands() if self._frame else []

    def first_focus(self) -> QWidget | None:
        tab = self._frame.tab() if self._frame else None
        return tab.first_focus() if tab else None

    def help_in_view(self) -> str:
        tab = self._frame.tab() if self._frame else None
        return (tab.help if tab else "") or self.help

    def flush(self) -> None:
        if self._frame is not None:
            self._frame.flush()
        else:
            super().flush()

    def leave(self) -> None:
        self._let_go()
        super().leave()

    def _enter(self, family_id: UUID, place: Place) -> None:
        seen = self.workspace.read(sight, self.workspace.staff_id, family_id)
        reason = str(place.get("reason") or "")
        match seen:
            case Sight.REASON if not reason:
                self._let_go()
                self._before_door = place
                door = Door(self.workspace, family_id, lambda given: self.go_to({**place, "reason": given}))
                self.body.addWidget(door, 1)
            case Sight.OPEN | Sight.REASON:
                self._open(family_id, reason if seen is Sight.REASON else "")
            case Sight.SEALED:
                self._show_empty(t("family.sealed"), t("families.sealed"))
            case _:
                self._show_empty(t("family.gone"), t("family.gone_hint"))

    def _open(self, family_id: UUID, reason: str) -> None:
        self._let_go()
        at: Workspace = Reasoned(self.workspace, reason) if reason else self.workspace
        at.do(log_opening, family_id)
        # what was undone is told by the page: the family may be gone with it
        frame = FamilyFrame(at, self.navigator, family_id, self.done.emit)
        if not frame.read():
            return
        frame.commands_changed.connect(self.commands_changed)
        frame.started.connect(self.started)
        self._frame, self._reason = frame, reason
        self.body.addWidget(frame, 1)

    def _show_empty(self, title: str, hint: str) -> None:
        self._let_go()
        go = self.navigator
        self.body.addWidget(EmptyState("family", title, hint, t("family.to_list"), lambda: go.open("families")), 1)

    def _let_go(self) -> None:
        if self._frame is not None:
            self._frame.leave()
        self._frame, self._reason, self._before_door = None, "", {}
        clear(self.body)


def _uuid(value: object) -> UUID | None:
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        return None
