# SPDX-License-Identifier: MIT
"""The frame of the program: sidebar, the page in view, and the keys that hold everywhere.

window = MainWindow(workspace, {"my_day": MyDayPage, "families": FamiliesPage}, settings, make_extras)
window.lock_requested.connect(locking.lock)
window.language_changed.connect(settings.keep_language)      # the window has already been rebuilt
window.navigator.open("families")
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from models.values.changes import ChangeSet
from models.values.dates import OSLO
from views import theme
from views.alone import show_alone
from views.commands import CommandRegistry, menu
from views.dialogs.help_panel import HelpPanel
from views.dialogs.palette import Palette
from views.field_undo import FieldUndo
from views.navigation import Navigator, Stop
from views.pages.page import Page, PageFactory
from views.panes import move_between
from views.places import PLACES, entries
from views.settings import Extras, WindowSettings
from views.spots import flush_all_in, flush_each
from views.stage import PageStage
from views.texts import language, t, use_language
from views.widgets.banner import Banner
from views.widgets.focus_ring import use_focus_ring
from views.widgets.job_strip import JobStrip
from views.widgets.sidebar import Sidebar
from views.widgets.undo_strip import UndoStrip
from views.window_commands import window_commands
from views.workspace import Workspace

SMALLEST = (900, 540)
RAIL_BELOW = 1180


def _no_extras(_navigator: Navigator) -> Extras:
    return Extras()


class MainWindow(QWidget):
    """Frame only: what is shown is decided by pages, commands and settings."""

    lock_requested = Signal()
    language_changed = Signal(str)
    theme_changed = Signal(str)
    # only a meeting is on the screen, or everything is again
    alone = Signal(bool)

    def __init__(
        self,
        workspace: Workspace,
        pages: Mapping[str, PageFactory],
        settings: WindowSettings,
        extras: Callable[[Navigator], Extras] = _no_extras,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # never a person's name: the title is seen in the task bar and on shared screens
        self.setWindowTitle(t("shell.program"))
        self.setMinimumSize(*SMALLEST)
        if isinstance(app := QApplication.instance(), QApplication):
            use_focus_ring(app)
        FieldUndo(self)
        self.settings, self._workspace, self._extras = settings, workspace, extras
        self.stage = PageStage(workspace, pages)
        self.navigator = self.stage.navigator
        self.commands = CommandRegistry(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self.stage, 1, 1)
        self._pieces: list[QWidget] = []
        self._build()
        self.stage.made.connect(self._listen)
        self.stage.showed.connect(self._showed)
        workspace.changed.connect(self._saved)

    def start(self, page: str = "", place: dict[str, object] | None = None) -> None:
        """Show the first page, or the place kept over lock."""
        known = page if self.stage.has(page) else next(one.page for one in PLACES if self.stage.has(one.page))
        self.stage.show_stop(Stop(known, dict(place or {}) if known == page else {}))

    def rebuild(self) -> None:
        """Build everything anew in the present language and look, and go back to the place."""
        here = self.stage.clear()
        for piece in self._pieces:
            piece.hide()
            piece.setParent(None)
            piece.deleteLater()
        self._build()
        if here is not None:
            self.stage.show_stop(here)
        for panel in panels(self):
            panel.anew()  # type: ignore[attr-defined]

    def change_language(self, chosen: str) -> None:
        """Speak another language from now on."""
        if chosen == language():
            return
        use_language(chosen)
        self.settings.language = chosen
        self.rebuild()
        self.language_changed.emit(chosen)

    def change_theme(self, chosen: str) -> None:
        """Look otherwise from now on."""
        self.settings.theme = chosen
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, chosen)
        self.theme_changed.emit(chosen)

    def show_palette(self) -> None:
        """Search and do."""
        Palette(self, self.commands.all(), self._extras(self.navigator).finders).open_over()

    def show_help(self) -> None:
        """Help for the page in view, with its keys; the same key takes it away."""
        if not self.help.isHidden():
            self.help.close_panel()
            return
        self.help.show_for(self.stage.page(), self.commands.all())

    def move_pane(self, step: int) -> None:
        """F6: from the sidebar to the parts of the page, the help, and round again."""
        page = self.stage.page()
        help_panel = [] if self.help.isHidden() else [self.help]
        move_between([self.sidebar.nav, *(page.panes() if page else []), *help_panel], step)

    def flush(self) -> None:
        """Keep all half-typed text: before lock, sleep and closing."""
        flush_each([self.stage.flush, *(partial(flush_all_in, one) for one in panels(self))])

    def _build(self) -> None:
        self.sidebar = Sidebar(self.settings, entries(self.stage))
        self.sidebar.opened.connect(self.navigator.open)
        self.sidebar.search_wanted.connect(self.show_palette)
        self.sidebar.lock_wanted.connect(self.lock_requested)
        self.sidebar.backup_wanted.connect(lambda: self.navigator.open("settings", card="backup"))
        self.help, self.jobs, self.undo = HelpPanel(), JobStrip(), UndoStrip(self)
        self._pieces = [self.sidebar, self.help, self.jobs, self.undo]
        if self.settings.practice:
            banner = Banner("practice", t("shell.practice"), icon_name="info")
            self._pieces.append(banner)
            self._grid.addWidget(banner, 0, 0, 1, 3)
        self._grid.addWidget(self.sidebar, 1, 0, 2, 1)
        self._grid.addWidget(self.jobs, 2, 1)
        self._grid.addWidget(self.help, 1, 2, 2, 1)
        extras = self._extras(self.navigator)
        self.commands.fix([*window_commands(self), *extras.commands])
        new = [command for command in extras.commands if command.id.startswith("new.")]
        self.sidebar.set_new_menu(menu(new, self.sidebar.new))
        self.sidebar.fold(self.width() < RAIL_BELOW)
        # Tab goes from the sidebar into the page, whichever was made first
        self.setTabOrder(self.sidebar, self.stage)

    def _listen(self, name: str, page: Page) -> None:
        page.done.connect(lambda text, undo: self.undo.offer(text, undo))
        page.started.connect(lambda job, title, note: self.jobs.follow(job, title, note))
        page.alone.connect(partial(show_alone, self))
        page.alone.connect(self.alone)
        page.counted.connect(lambda count: self.sidebar.nav.count(name, count))
        page.commands_changed.connect(lambda: self.commands.show_page(page.commands()))

    def _showed(self, name: str, page: Page) -> None:
        self.commands.show_page(page.commands())
        self.sidebar.nav.mark(page.nav or name)
        if not self.help.isHidden():
            self.help.show_for(page, self.commands.all())

    def _saved(self, _changes: ChangeSet) -> None:
        self.sidebar.save_state.saved(self._workspace.now().astimezone(OSLO))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fold(event.size().width() < RAIL_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)


def panels(window: QWidget) -> list[QWidget]:
    """What lies over the page, such as a note being written."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [one for one in window.findChildren(QWidget, options=direct) if hasattr(one, "anew") and one.isVisible()]
