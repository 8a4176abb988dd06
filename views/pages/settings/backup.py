# SPDX-License-Identifier: MIT
"""The card «Sikkerhetskopi»: where copies go, how old the newest is, what is wrong, and the two guides."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QShowEvent

from views.backups import Backups, BackupState, problem, size, when
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, label, relabel, row
from views.widgets.card import Card
from views.widgets.labels import ElidedLabel

SLOW_SECONDS = 60


class BackupCard(Card):
    """Shows the state as it is now; nothing in it waits for a disk."""

    def __init__(self, backups: Backups, now: Callable[[], datetime]) -> None:
        super().__init__(t("backup.card.title"), icon_name="copy")
        self._backups, self._now = backups, now
        self._wrong = Banner("warning", "")
        self._place = ElidedLabel("", "body")
        self._newest = label("", "body", wrap=True)
        self._synced = Banner("warning", "", (t("backup.card.move_here"), backups.move_here))
        self.choose = button(t("backup.card.choose"), "folder", run=lambda: backups.choose(self.window()))
        self._take = button(t("backup.card.take"), "copy", run=backups.take)
        self._restore = button(t("backup.card.restore"), kind="flat", run=backups.restore)
        self._move = button(t("backup.card.move"), kind="flat", run=lambda: backups.move(self.window()))
        self.add(self._wrong, self._synced, self._place, self._newest)
        self.add(label(t("backup.card.hint"), "caption", "muted", wrap=True))
        self.add(row(self._take, self.choose, self._restore, self._move, None))
        self._others = label(t("backup.card.others"), "caption", "muted", wrap=True)
        self.add(self._others)
        backups.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Say where the copies stand now."""
        state, now = self._backups.state(), self._now()
        wrong = problem(state, now)
        self._say(self._wrong, wrong, "danger" if state.drill_trouble else "warning")
        mine = state.copied_by and state.decides and not state.read_only
        self._say(self._synced, t("backup.card.synced") if mine else "", "warning")
        self._place.set_text(t("backup.card.place", place=state.place) if state.place else t("backup.card.no_place"))
        self._newest.setText(_newest(state, now))
        self._newest.setVisible(bool(self._newest.text()))
        self._take.setVisible(bool(state.place) and not state.read_only)
        for way in (self.choose, self._restore, self._move):
            way.setVisible(state.decides and not state.read_only)
        self._others.setVisible(not state.decides)
        relabel(self.choose, t("backup.card.other") if state.place else t("backup.card.choose"))

    def _say(self, banner: Banner, words: str, kind: str) -> None:
        if not words:
            banner.hide()
        elif banner.text() != words or banner.isHidden():
            banner.say("danger" if kind == "danger" else "warning", words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_state()


def _newest(state: BackupState, now: datetime) -> str:
    if state.made is None:
        return ""
    told = t("backup.card.newest", when=when(state.made, now), size=size(state.size))
    slow = t("backup.card.slow", n=round(state.seconds)) if state.seconds > SLOW_SECONDS else ""
    return " ".join(filter(None, (told, slow)))
