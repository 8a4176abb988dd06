# SPDX-License-Identifier: MIT
"""The frame of one family: head, permanent notices, the row of tabs and the tab in view."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from models.queries.family import FamilyOverview, family_overview
from models.queries.transfers import TransferRow, waiting_for_receipt
from models.records.family import FamilyState
from views.commands import Command
from views.discreet import shown
from views.navigation import Navigator, Place
from views.pages.family.head import family_head
from views.pages.family.reading_only import READING, ReadingOnly, may_write
from views.pages.family.tab import FamilyTab
from views.pages.family.tabs import TABS, tab_of
from views.pages.family.undoing import Undoing
from views.spots import flush_each
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import clear
from views.workspace import Workspace

# What the head and its menu open, told as tab and place.
WAYS: dict[str, tuple[str, Place]] = {
    "add_person": ("person", {"person": "new"}),
    "reopen": ("close", {}),
    "new_note": ("journal", {"new": True}),
}


class FamilyFrame(QWidget):
    """Tabs are made when first shown and kept as long as the family is in view."""

    commands_changed = Signal()
    started = Signal(object, str, str)

    def __init__(
        self, workspace: Workspace, navigator: Navigator, family_id: UUID, tell: Callable[[str, object], object]
    ) -> None:
        super().__init__()
        self.family_id, self._workspace, self._navigator = family_id, workspace, navigator
        self._key = ""
        self._writes, self._reading = may_write(workspace), ReadingOnly(self)
        self._undoing = Undoing(workspace, family_id, tell)
        self._tabs: dict[str, FamilyTab] = {}
        self._present = tuple(tab for tab in TABS if tab.number and tab.exists())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        # A widget of its own, made first: a screen reader meets the head before the tabs however often it is rebuilt.
        self._head_box = QWidget()
        self._head = QVBoxLayout(self._head_box)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setSpacing(8)
        self._bar = self._make_bar()
        self._stack = QStackedWidget()
        layout.addWidget(self._head_box)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)

    def _make_bar(self) -> QTabBar:
        bar = QTabBar()
        bar.setAccessibleName(t("family.tabs"))
        bar.setDrawBase(False)
        bar.setExpanding(False)
        for tab in self._present:
            bar.addTab(t(f"family.tab.{tab.key}"))
        bar.tabBarClicked.connect(self._clicked)
        bar.currentChanged.connect(self._clicked)
        return bar

    def read(self) -> bool:
        """Read the head again; False when the family is no longer here."""
        overview = self._workspace.read(family_overview, self.family_id, self._workspace.today(), whole=False)
        if overview is None:
            return False
        clear(self._head)
        back = self._go_back
        steps = self._undoing.steps() if self._writes else None
        self._head.addWidget(family_head(overview, self._workspace.today(), back, self._go, steps, self))
        waiting = self._workspace.read(waiting_for_receipt, self.family_id)
        if self._writes:
            notices = [*_notices(overview, self._go), *_transfer_notices(overview, waiting, self._go)]
        else:
            notices = [Banner("info", t("family.notice.reading_only"), icon_name="eye"), *_notices(overview, None)]
        for notice in notices:
            self._head.addWidget(notice)
        self._keep_tab_order()
        return True

    def _keep_tab_order(self) -> None:
        """What is made anew comes last in Qt's order; the head belongs before the row of tabs."""
        before = self._bar.previousInFocusChain()
        for made in self._head_box.findChildren(QPushButton):
            if before is not None:
                QWidget.setTabOrder(before, made)
            before = made

    def show_tab(self, key: str, place: Place) -> None:
        """Bring a tab into view at this place; an unknown one gives the overview."""
        tab = tab_of(key) or tab_of("overview")
        if tab is None:
            return
        if self._key and self._key != tab.key:
            self._tabs[self._key].flush()
        made = self._tabs.get(tab.key)
        if made is None:
            made = tab.factory()(self._workspace, self._navigator, self.family_id)
            made.done.connect(self._undoing.offer)
            made.commands_changed.connect(self.commands_changed)
            made.started.connect(self.started)
            self._tabs[tab.key] = made
            self._stack.addWidget(made)
            if not self._writes:
                self._reading.close(made)
        self._key = tab.key
        self._mark(tab.key)
        self._stack.setCurrentWidget(made)
        made.show_now()
        # A tab of the row stays where it was left; one from the menu starts from what stands in the vault now.
        if place or tab.number is None:
            made.go_to(place)
        self.commands_changed.emit()

    def tab(self) -> FamilyTab | None:
        """The tab in view."""
        return self._tabs.get(self._key)

    def key(self) -> str:
        """Which tab is in view."""
        return self._key

    def commands(self) -> list[Command]:
        """The tabs by their numbers, and what the tab in view can do."""
        tabs = [
            Command(f"family.{tab.key}", f"family.tab.{tab.key}", f"Alt+{tab.number}", self._go(tab.key))
            for tab in self._present
        ]
        step = [
            Command("family.next", "family.key.next", "Ctrl+Tab", lambda: self._step(1), in_palette=False),
            Command("family.former", "family.key.former", "Ctrl+Shift+Tab", lambda: self._step(-1), in_palette=False),
        ]
        tab = self.tab()
        if not self._writes:
            return [*tabs, *step, *(one for one in (tab.commands() if tab else []) if one.id in READING)]
        return [*tabs, *step, *self._undoing.commands(self._go), *(tab.commands() if tab else [])]

    def flush(self) -> None:
        """Keep what is half-typed in every tab."""
        flush_each(tab.flush for tab in self._tabs.values())

    def leave(self) -> None:
        """Let the tabs go."""
        for tab in self._tabs.values():
            tab.flush()
            tab.leave()

    def _mark(self, key: str) -> None:
        keys = [tab.key for tab in self._present]
        tab = tab_of(key)
        shown = key if key in keys else tab.under if tab else ""
        self._bar.blockSignals(True)
        self._bar.setCurrentIndex(keys.index(shown) if shown in keys else 0)
        self._bar.blockSignals(False)

    def _clicked(self, at: int) -> None:
        if 0 <= at < len(self._present) and self._present[at].key != self._key:
            self._go(self._present[at].key)()

    def _go(self, key: str) -> Callable[[], object]:
        if key == "hand_over":
            return lambda: self._navigator.open("hand_over", families=str(self.family_id))
        if key == "bin":
            return lambda: self._navigator.open("waste_bin", family=str(self.family_id))
        tab, place = WAYS.get(key, (key, {}))
        return lambda: self._navigator.open("family", id=str(self.family_id), tab=tab, **place)

    def _go_back(self) -> None:
        self._navigator.open("families")

    def _step(self, step: int) -> None:
        keys = [tab.key for tab in self._present]
        at = keys.index(self._key) if self._key in keys else 0
        self._go(keys[(at + step) % len(keys)])()


def _notices(overview: FamilyOverview, go: Callable[[str], Callable[[], object]] | None) -> list[Banner]:
    """What must be in view on every tab."""
    notices = []
    if overview.protected:
        notices.append(Banner("danger", t("family.notice.protected"), icon_name="lock"))
    if overview.family.state is FamilyState.CLOSED:
        closed = t("family.notice.closed", when=overview.family.closed_on, reason=overview.family.closed_reason)
        notices.append(Banner("info", closed, (t("family.menu.reopen"), go("reopen")) if go else None))
    return notices


def _transfer_notices(
    overview: FamilyOverview, waiting: TransferRow | None, go: Callable[[str], Callable[[], object]]
) -> list[Banner]:
    """That the family is with somebody else now, or may soon be."""
    if overview.family.state is FamilyState.HANDED_OVER:
        return [Banner("info", t("transfer.notice.handed_over"), (t("transfer.notice.see"), go("transfers")))]
    if waiting is None:
        return []
    told = t("transfer.notice.waiting", name=shown(waiting.other_name), when=waiting.done_at)
    return [Banner("info", told, (t("transfer.notice.enter"), go("transfers")))]
