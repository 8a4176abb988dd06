# SPDX-License-Identifier: MIT
"""Lists the copies at a place that may be a network nobody answers on: beside the window, and with a stop."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.clock import now
from models.values.trouble import Trouble

if TYPE_CHECKING:
    from models.store.backups import Copy


@dataclass(frozen=True, slots=True)
class Found:
    """The first of the places that is there, and what lies in it."""

    place: Path | None
    copies: "tuple[Copy, ...]" = ()
    trouble: Trouble | None = None


class Looking(QObject):
    """A thread of its own for each look: one that waits for a dead network holds up neither a job nor the closing."""

    found = Signal(object)
    _ended = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._ended.connect(self._tell)

    def look(self, places: Sequence[Path], vault: str) -> None:
        """Look for the copies of a vault, or for any copies when none are of that one."""
        self._number += 1
        Thread(target=self._look, args=(self._number, places, vault), daemon=True).start()

    def give_up(self) -> None:
        """Whatever is found later is not told."""
        self._number += 1

    def _look(self, number: int, places: Sequence[Path], vault: str) -> None:
        found = _found(places, vault)
        with suppress(RuntimeError):  # the page was left, and this object with it
            self._ended.emit(number, found)

    def _tell(self, number: int, found: Found) -> None:
        if number == self._number:
            self.found.emit(found)


def _found(places: Sequence[Path], vault: str) -> Found:
    from models.store import backups
    from models.store.backup import MANIFEST

    place = next((one for one in places if one.is_dir()), places[0] if len(places) == 1 else None)
    if place is None:
        return Found(None)
    # people point at the copy itself as often as at the folder it lies in
    place = place.parent if (place / MANIFEST).is_file() else place
    try:
        found = (vault and backups.copies(place, vault)) or backups.copies(place)
        return Found(place, backups.ranked(found, now()))
    except Trouble as trouble:
        return Found(place, trouble=trouble)
