# SPDX-License-Identifier: MIT
"""The agenda of a meeting: items to tick and go between, how long the one in view has taken, and a new one."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QTimer, Signal

from models.queries.meeting_room import MeetingRoom
from models.queries.meetings import AgendaRow
from views.pages.meeting.words import item_row
from views.texts import t
from views.widgets.basics import announce, button, key_cap, label, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList
from views.workspace import Workspace

EVERY_MS = 15_000
ABOUT = "about"


class AgendaPart(Card):
    """`chosen` tells the item in view, or None for what is written of the meeting as a whole."""

    chosen = Signal(object)
    ticked = Signal(object, bool)
    new_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        self._add = button("", "plus", "flat", lambda: self.new_wanted.emit(), spoken=t("room.agenda.add"))
        super().__init__(t("room.agenda_title"), right=self._add, margins=(10, 12, 10, 10), gap=4)
        self._workspace = workspace
        self._room: MeetingRoom | None = None
        self._spent: dict[UUID, float] = {}
        self._since: datetime | None = None
        self._last: object = None
        self._rows = RowList(t("room.agenda_title"), marks=True)
        self._rows.moved.connect(self._moved)
        self._rows.ticked.connect(self._tick)
        self._quiet = False
        self._time = label("", "caption", "muted", wrap=True)
        self.add(self._rows, self._time, row(key_cap("Ctrl+↓"), label(t("room.agenda.next"), "caption", "muted"), None))
        self.body.setStretchFactor(self._rows, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._tell_time)

    @property
    def rows(self) -> RowList:
        """The list itself, for the focus."""
        return self._rows

    def show_room(self, room: MeetingRoom) -> None:
        """The items as they stand; the one in view stays in view."""
        self._room = room
        self._quiet = True
        items = [item_row(n, item) for n, item in enumerate(room.sheet.items, start=1)]
        self._rows.show_rows([*items, Row(ABOUT, t("room.about.title"), t("room.about.second"), value=None)])
        self._quiet = False
        self._add.setVisible(not room.is_final)
        self._tell_time()

    def item(self) -> AgendaRow | None:
        """The item in view."""
        chosen = self._rows.current()
        return chosen.value if chosen is not None and isinstance(chosen.value, AgendaRow) else None

    def choose(self, id: object) -> None:
        """Bring an item into view."""
        self._rows.choose(id)

    def step(self, by: int) -> None:
        """To the next item or the one before; going on ticks the one that is left."""
        left = self.item()
        at = self._rows.currentIndex().row() + by
        index = self._rows.model().index(at, 0)
        if not index.isValid():
            return
        self._rows.setCurrentIndex(index)
        if by > 0 and left is not None and not left.done:
            self.ticked.emit(left, True)
        if chosen := self._rows.current():
            announce(self, chosen.title)

    def start_clock(self) -> None:
        """The item in view begins to take time."""
        self._since = self._workspace.now()
        self._timer.start()
        self._tell_time()

    def stop_clock(self) -> None:
        """The page is left: what an item has taken is remembered, the rest does not count."""
        self._count()
        self._since = None
        self._timer.stop()

    def _moved(self, chosen: Row) -> None:
        if self._quiet:
            return
        self._count()
        self._last = chosen.id
        self.chosen.emit(chosen.value)
        self._tell_time()

    def _tick(self, chosen: Row) -> None:
        if isinstance(chosen.value, AgendaRow):
            self.ticked.emit(chosen.value, not chosen.value.done)

    def _count(self) -> None:
        now = self._workspace.now()
        if self._since is not None and isinstance(self._last, UUID):
            self._spent[self._last] = self._spent.get(self._last, 0) + (now - self._since).total_seconds()
        if self._since is not None:
            self._since = now

    def _tell_time(self) -> None:
        """Calm, in whole minutes and in words; nothing turns red."""
        item = self.item() if self._room and _is_now(self._room, self._workspace) else None
        if item is not None and self._last is None:
            self._last = item.id
        self._count()
        if item is None:
            self._time.setText("")
            return
        spent = int(self._spent.get(item.id, 0) // 60)
        left = item.minutes - spent
        if not item.minutes:
            self._time.setText(t("room.time.spent", n=spent))
        elif left > 0:
            self._time.setText(t("room.time.left", n=left, of=item.minutes))
        else:
            self._time.setText(t("room.time.over", of=item.minutes))


def _is_now(room: MeetingRoom, workspace: Workspace) -> bool:
    """The clock runs on the day of the meeting, until its minutes are sent."""
    return room.sheet.row.on == workspace.today() and not room.version
