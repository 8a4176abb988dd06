# SPDX-License-Identifier: MIT
"""What every page of the main window is and must be able to do.

class FamiliesPage(Page):
    title = "families.title"
    help = "families"                     # help.families.* in resources/texts/*/help.toml

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        self.body.addWidget(PageHeader(t(self.title), actions=[…]))
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Family, Person)

    def reload(self) -> None: …
    def place(self) -> Place: return {"row": …}
    def go_to(self, place: Place) -> None: …
"""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.values.changes import ChangeSet
from views.commands import Command
from views.navigation import Navigator, Place
from views.spots import flush_all_in
from views.workspace import Workspace

COMPACT, LOW = 1060, 600
MARGIN, NARROW_MARGIN = 28, 16


class Page(QWidget):
    """A page reads when it is made and when something it shows has changed; texts are built once, in __init__."""

    title: ClassVar[str] = ""
    help: ClassVar[str] = ""
    # which entry of the sidebar is marked while the page is in view; its own if empty
    nav: ClassVar[str] = ""

    # (text, undo or None): shown in the strip at the bottom of the window
    done = Signal(str, object)
    # (job, title, what stopping means): shown in the strip for longer work
    started = Signal(object, str, str)
    # how many things on the page need the person, for the sidebar
    counted = Signal(int)
    # the page wants the screen for itself, or gives it back
    alone = Signal(bool)
    # something on the page changed what may be done: the window asks commands() again
    commands_changed = Signal()

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__()
        self.workspace, self.navigator = workspace, navigator
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, 22, MARGIN, 20)
        self.body.setSpacing(14)
        self._stale = False
        self._fit: tuple[bool, bool] = (False, False)
        workspace.changed.connect(self._changed)

    def concerns(self, changes: ChangeSet) -> bool:
        """Whether what changed is shown here."""
        return False

    def reload(self) -> None:
        """Read again and show it, keeping the place."""

    def place(self) -> Place:
        """Where in the page the person is; plain values that can be stored."""
        return {}

    def go_to(self, place: Place) -> None:
        """Go back to such a place, or to what `navigator.open` asked for."""

    def flush(self) -> None:
        """Save half-typed text now: before lock, leaving and closing."""
        flush_all_in(self)

    def commands(self) -> list[Command]:
        """What can be done here and now."""
        return []

    def first_focus(self) -> QWidget | None:
        """What gets the focus when the page comes into view; the first thing Tab reaches if None."""
        return None

    def help_in_view(self) -> str:
        """What F1 tells about; a page of several parts tells about the part in view."""
        return self.help

    def leave(self) -> None:
        """The page is let go: it hears no more changes."""
        self.workspace.changed.disconnect(self._changed)

    def panes(self) -> list[QWidget]:
        """The parts F6 goes between, from left to right."""
        return [self]

    def compact(self, narrow: bool) -> None:
        """Told when the window gets narrower or wider than 1060 px, lower or higher than 600."""
        low = self._fit[1]
        side = NARROW_MARGIN if narrow else MARGIN
        self.body.setContentsMargins(side, 10 if low else 22, side, 10 if low else 20)
        self.body.setSpacing(8 if low else 14)

    def show_now(self) -> None:
        """Called by the window when the page comes into view: reads again if something changed meanwhile."""
        if self._stale:
            self._stale = False
            self.reload()

    def _changed(self, changes: ChangeSet) -> None:
        if not self.concerns(changes):
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit = (self.window().width() < COMPACT, self.window().height() < LOW)
        if fit != self._fit:
            self._fit = fit
            self.compact(fit[0])


PageFactory = Callable[[Workspace, Navigator], Page]
