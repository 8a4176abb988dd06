# SPDX-License-Identifier: MIT
"""The guide that takes a copy back: choose, prove, and only then put it where the vault lies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QProgressBar, QWidget

from models.values.dates import OSLO
from views.backups import size, when
from views.start.copy_secret import CopySecret
from views.start.frame import GUIDE_WIDTH, StartFrame
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, button, column, label, row
from views.widgets.labels import ElidedLabel
from views.widgets.rows import Row, RowList
from views.workspace import Job

FEW = 3


@dataclass(frozen=True, slots=True)
class CopyLine:
    """What a copy tells of itself without a key."""

    id: str
    made: datetime
    size: int
    families: int
    notes: int
    log: int
    whole: bool = True
    sheets: int = 1


class RestorePage(StartFrame):
    """Two sides: the list of copies with the passphrase, and what was found in the one chosen."""

    place_wanted = Signal()
    check_wanted = Signal(str, object)
    read_wanted = Signal(str, object)
    stop_looking = Signal()
    use_wanted = Signal()
    left = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(width=GUIDE_WIDTH)
        self._now, self._chosen = now, ""
        self._banner = Banner("danger", "")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(t("restore.checking"))
        self._bar.hide()
        self._lines: dict[str, CopyLine] = {}
        self._sides = (self._list_side(), self._found_side())
        self.add(label(t("restore.title"), "title"), self._banner, *self._sides, self._bar)
        self._turn(0)

    def show_place(self, place: str, copies: Sequence[CopyLine]) -> None:
        """What lies at this place, newest first."""
        self._place.set_text(place or t("restore.no_place"))
        self._lines = {one.id: one for one in copies}
        self._fill(FEW)
        self._none.setText(t("restore.nothing_here") if place else t("restore.choose_first"))
        for widget in (self._list, self.secret, self._actions):
            widget.setVisible(bool(copies))
        self._none.setVisible(not copies)
        self._looking.hide()
        first = next((one.id for one in copies if one.whole), None)
        if first is not None:
            self._list.choose(first)

    def show_looking(self, place: str) -> None:
        """The place is being read; a network that is down may take minutes to say so, and can be given up."""
        self._banner.hide()
        self._place.set_text(place or t("restore.no_place"))
        for widget in (self._list, self.secret, self._actions, self._none, self._older):
            widget.hide()
        self._looking.show()

    def show_found(self, aside: bool) -> None:
        """The chosen copy is whole: its counts and age, and what happens with the vault that lies there now."""
        one = self._lines[self._chosen]
        told = {"families": one.families, "notes": one.notes, "log": one.log}
        self._found.setText(t("restore.found", when=_moment(one.made), age=when(one.made, self._now()), **told))
        self._after.setText(t("restore.after_aside") if aside else t("restore.after_new"))
        self._turn(1)

    def follow(self, job: Job) -> None:
        """While a copy is fetched and proved, everything else rests."""
        self._banner.hide()
        self._rest(True)
        job.progressed.connect(self._at)
        for ended in (job.succeeded, job.failed, job.cancelled):
            ended.connect(lambda *_: self._rest(False))

    def say(self, sentence: str) -> None:
        """What went wrong; nothing has been changed."""
        self._banner.say("danger", sentence)
        if self._sides[1].isHidden():
            self.secret.select()

    def _list_side(self) -> QWidget:
        self._place = ElidedLabel("", "body")
        self._list = RowList(t("restore.copies"), fit=True, marks=True)
        self._older = button(t("restore.older"), kind="flat", run=lambda: self._fill(len(self._lines)))
        self._none = label("", "body", wrap=True)
        self.secret = CopySecret()
        self.secret.entered.connect(lambda: self._ask(self.check_wanted))
        self._list.moved.connect(self._ask_for_sheets)
        stop = button(t("kit.stop"), run=self.stop_looking.emit)
        self._looking = boxed(row(label(t("restore.looking"), "body"), stop, None))
        self._looking.hide()
        self._check = button(t("restore.check"), "check", "primary", lambda: self._ask(self.check_wanted))
        self._read = button(t("restore.read"), "eye", run=lambda: self._ask(self.read_wanted))
        self.secret.by_paper.connect(self._read.setHidden)
        self._actions = boxed(row(self._check, self._read, None))
        place = row(self._place, button(t("restore.place"), "folder", run=self.place_wanted.emit))
        place.setStretch(0, 1)
        back = row(button(t("start.back"), kind="flat", run=self.left.emit), None)
        lead = label(t("restore.lead"), "body", "muted", wrap=True)
        return boxed(
            column(
                lead,
                place,
                self._list,
                row(self._older, None),
                self._none,
                self._looking,
                self.secret,
                self._actions,
                back,
                gap=12,
            )
        )

    def _found_side(self) -> QWidget:
        self._found = label("", "body", wrap=True)
        self._after = label("", "body", "muted", wrap=True)
        use = button(t("restore.use"), "check", "primary", self.use_wanted.emit)
        back = button(t("start.back"), kind="flat", run=lambda: self._turn(0))
        return boxed(column(self._found, self._after, row(use, back, None), gap=12))

    def _row(self, one: CopyLine) -> Row:
        told = t("restore.line", age=when(one.made, self._now()), n=one.families, size=size(one.size))
        return Row(id=one.id, title=_moment(one.made), second=told if one.whole else t("restore.broken"), icon="copy")

    def _fill(self, count: int) -> None:
        self._list.show_rows([self._row(one) for one in list(self._lines.values())[:count]])
        self._older.setVisible(len(self._lines) > count)

    def _ask(self, way: SignalInstance) -> None:
        current = self._list.current()
        self._chosen = str(current.id) if current is not None else ""
        if not self._chosen or not self._lines[self._chosen].whole:
            self._banner.say("danger", t("restore.choose_copy"))
        elif (typed := self.secret.typed()) is not None:
            way.emit(self._chosen, typed)

    def _ask_for_sheets(self, *_rows: object) -> None:
        current = self._list.current()
        if current is not None and str(current.id) in self._lines:
            self.secret.ask_for_sheets(self._lines[str(current.id)].sheets)

    def _at(self, done: int, total: int, _what: str = "") -> None:
        self._bar.setRange(0, max(total, 1) if done < total else 0)
        self._bar.setValue(done)

    def _rest(self, working: bool) -> None:
        self._bar.setVisible(working)
        self._bar.setRange(0, 0)
        for side in self._sides:
            side.setEnabled(not working)

    def _turn(self, side: int) -> None:
        self._banner.hide()
        for place, shown in enumerate(self._sides):
            shown.setVisible(place == side)


def _moment(made: datetime) -> str:
    return t("restore.moment", day=made.astimezone(OSLO).date(), time=f"{made.astimezone(OSLO):%H:%M}")
