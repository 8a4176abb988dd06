# SPDX-License-Identifier: MIT
"""What the window knows of the copies of the open vault, and how it is said in few words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from models.rules.rotation import days_old, is_ahead, is_stale
from models.values.date_words import day_and_month, long_date
from models.values.dates import OSLO
from models.values.trouble import Trouble
from views.refused import said
from views.settings import BackupLine
from views.texts import language, t


@dataclass(frozen=True, slots=True)
class BackupState:
    """Where the copies of this vault stand on this machine."""

    place: str = ""
    made: datetime | None = None
    size: int = 0
    seconds: float = 0.0
    tested: date | None = None
    trouble: Trouble | None = None
    drill_trouble: Trouble | None = None
    practice: bool = False
    read_only: bool = False
    # the service that copies the vault's own folder, or «network»; then the vault should move to this machine
    copied_by: str = ""
    # whether this person decides where the copies lie, and takes back and moves
    decides: bool = True


class Backups(Protocol):
    """What the settings and the sidebar may ask; nothing here waits."""

    @property
    def changed(self) -> SignalInstance: ...
    def state(self) -> BackupState: ...
    def choose(self, parent: QWidget) -> None:
        """Let the person choose the place, and take the first copy there."""
        ...

    def take(self) -> None:
        """A copy now, at the chosen place."""
        ...

    def restore(self) -> None:
        """Lock, and open the guide that takes a copy back."""
        ...

    def move(self, parent: QWidget) -> None:
        """A verified copy for another machine; this vault is then marked as moved and locked."""
        ...

    def move_here(self) -> None:
        """Move the vault out of a folder that is copied or shared, to a plain one on this machine."""
        ...


def sidebar_line(state: BackupState, now: datetime) -> BackupLine:
    """The state in at most two lines, the worst first."""
    if state.read_only or (state.practice and not state.place):
        return BackupLine()
    if not state.place:
        return BackupLine(t("backup.line.none"), tone="warning")
    if state.drill_trouble is not None:
        return BackupLine(t("backup.line.drill_failed"), tone="danger")
    if words := _late(state, now):
        return BackupLine(words, _tested(state), "warning")
    if state.made is None:
        return BackupLine(t("backup.line.waiting"))
    return BackupLine(t("backup.line.made", when=when(state.made, now)), _tested(state))


def _late(state: BackupState, now: datetime) -> str:
    if state.trouble is not None:
        gone = state.trouble.key == "trouble.place_missing"
        return t("backup.line.place_missing") if gone else t("backup.line.not_taken")
    if state.made is None:
        return ""
    if is_ahead(state.made, now):
        return t("backup.line.ahead")
    return t("backup.line.stale", n=days_old(state.made, now)) if is_stale(state.made, now) else ""


def when(made: datetime, now: datetime) -> str:
    """«i dag 15:40», «i går 15:40», «for 5 dager siden», «14. mars 2026», «datoen er fram i tid»."""
    if is_ahead(made, now):
        return t("backup.when.ahead")
    local, days = made.astimezone(OSLO), days_old(made, now)
    if days < 2:
        return t(f"backup.when.{('today', 'yesterday')[days]}", time=f"{local:%H:%M}")
    return t("backup.when.days", n=days) if days < 30 else long_date(local.date(), language())


def problem(state: BackupState, now: datetime) -> str:
    """What is wrong and what to do, in whole sentences; empty when all is well."""
    if state.drill_trouble is not None:
        return said(state.drill_trouble)
    if state.trouble is not None:
        return said(state.trouble)
    if not state.place or state.made is None:
        return ""
    if is_ahead(state.made, now):
        return t("backup.ahead")
    return t("backup.stale", n=days_old(state.made, now)) if is_stale(state.made, now) else ""


def size(count: int) -> str:
    """«12 MB»."""
    return t("backup.megabytes", n=max(1, round(count / 1_000_000)))


def _tested(state: BackupState) -> str:
    if state.tested is None:
        return ""
    return t("backup.line.tested", day=day_and_month(state.tested, language()))
