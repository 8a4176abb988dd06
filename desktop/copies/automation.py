# SPDX-License-Identifier: MIT
"""Takes the copies of an open vault by itself, tries the newest once a month, and tells how it went."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.copies.memory import BackupMemory, Remembered
from desktop.copies.remembered_trouble import GENERAL, kept_text, remembered
from desktop.copies.work import CopyWork
from desktop.paths import backup_folder
from models.queries.backups import changed_since
from models.rules.rights import Right, may
from models.rules.rotation import drill_is_due, is_ahead, is_due
from models.store import keyfile, places
from models.values.dates import local_day
from models.values.trouble import Trouble
from views.backups import BackupState

if TYPE_CHECKING:
    from desktop.jobs import Job, Pulse
    from desktop.workspace import Workspace
    from models.store.vault import OpenVault

log = logging.getLogger(__name__)
LOOK_SECONDS = 30
# after a fault: a place that is gone may come back soon, a copy that failed needs a person
AGAIN = {"trouble": timedelta(minutes=10), "drill_trouble": timedelta(hours=6)}


class Automation(QObject):
    """Lives as long as the vault is open; one job at a time, beside the window."""

    changed = Signal()

    def __init__(self, vault: "OpenVault", workspace: "Workspace", idle: Callable[[], timedelta]) -> None:
        super().__init__()
        self._vault, self._workspace, self._idle = vault, workspace, idle
        self._copied_by = places.copied_by(vault.folder) or ""
        name = keyfile.read(vault.folder)[0].vault
        self.memory = BackupMemory(backup_folder(), name)
        self.work = CopyWork(vault, workspace, self.memory, name)
        self._job: Job | None = None
        self._not_before: dict[str, datetime] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_SECONDS * 1000)
        self._timer.timeout.connect(self.look)
        workspace.closing.connect(self._timer.stop)

    def start(self) -> None:
        """Begin to look for moments when nobody is at the keys."""
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether a copy or a trial is under way."""
        return self._job is not None

    def state(self) -> BackupState:
        """Where the copies stand."""
        kept = self.memory.now
        return BackupState(
            place=kept.place,
            made=kept.made_at,
            size=kept.size,
            seconds=kept.seconds,
            tested=kept.tested_on,
            trouble=remembered(kept.trouble, kept.place),
            drill_trouble=remembered(kept.drill_trouble, kept.place),
            practice=self._vault.practice,
            read_only=self._vault.read_only,
            copied_by=self._copied_by,
            decides=may(self._workspace.person.roles, Right.BACKUP),
        )

    def look(self) -> None:
        """Take a copy or try the newest one when it is time and nobody is at the keys."""
        if not _may(self._vault, self.memory.now) or self._job is not None:
            return
        kept, now, idle = self.memory.now, self._workspace.now(), self._idle()
        if self._rested("trouble") and is_due(True, kept.made_at, now, idle) and self._changed():
            self.take()
        elif self._rested("drill_trouble") and _drill_due(kept, now) and is_due(True, None, now, idle):
            self.rehearse()

    def due_at_leaving(self) -> bool:
        """Whether something changed since the last copy, and the person has not skipped the day's."""
        skipped = self.memory.now.skipped == self._workspace.today().isoformat()
        return not skipped and _may(self._vault, self.memory.now) and self._changed()

    def skip_today(self) -> None:
        """The person would rather not wait: nothing more is taken at lock or closing today."""
        self.memory.change(skipped=self._workspace.today().isoformat())

    def use_place(self, place: Path) -> None:
        """From now on copies go here."""
        self.memory.change(place=str(place), made="", log_length=0, trouble="", drill_trouble="", tested="", failed="")
        self.changed.emit()

    def take(self) -> "Job":
        """A copy now; `changed` tells when it has come to an end, well or ill."""
        return self._run(self.work.copy, "trouble")

    def rehearse(self) -> "Job":
        """Restore the newest copy on trial."""
        return self._run(self.work.try_newest, "drill_trouble")

    def _changed(self) -> bool:
        kept, now = self.memory.now, self._workspace.now()
        # a copy dated in the future does not tell what was typed after it
        made = None if kept.made_at is None or is_ahead(kept.made_at, now) else kept.made_at
        return self._workspace.read(changed_since, kept.log_length, made)

    def _run(self, task: "Callable[[Pulse], None]", slot: str) -> "Job":
        if self._job is not None:
            return self._job
        job = self._job = self._workspace.run(task)
        job.succeeded.connect(lambda _: self._ended(slot, ""))
        job.cancelled.connect(lambda: self._ended(slot, getattr(self.memory.now, slot)))
        job.failed.connect(lambda error: self._failed(slot, error))
        return job

    def _rested(self, slot: str) -> bool:
        before = self._not_before.get(slot)
        return before is None or self._workspace.now() >= before

    def _failed(self, slot: str, error: BaseException) -> None:
        trouble = error if isinstance(error, Trouble) else Trouble(GENERAL)
        log.error("copy: %s", error.key if isinstance(error, Trouble) else type(error).__name__)
        self._not_before[slot] = self._workspace.now() + AGAIN[slot]
        self._ended(slot, kept_text(trouble))

    def _ended(self, slot: str, told: str) -> None:
        self._job = None
        self.memory.change(**{slot: told})
        self.changed.emit()


def _may(vault: "OpenVault", kept: Remembered) -> bool:
    """Whether this window takes copies by itself."""
    return bool(kept.place) and not vault.read_only


def _drill_due(kept: Remembered, now: datetime) -> bool:
    return bool(kept.made) and drill_is_due(kept.tested_on, local_day(now))
