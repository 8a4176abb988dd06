# SPDX-License-Identifier: MIT
"""Looks through the open vault: quietly at every start, thoroughly once a week, and whenever somebody asks."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.crash import sentence
from desktop.settings import Settings
from models.store.check_open import OpenCheck, Progress, check_open
from models.store.memory import wiped
from views.pages.settings.check import Tell
from views.texts import t

if TYPE_CHECKING:
    from models.store.vault import OpenVault
    from views.workspace import Job, Pulse, Workspace

WEEK = timedelta(days=7)


class Checking(QObject):
    """One for each sitting; `damaged` tells that nothing more may be shown from this vault."""

    damaged = Signal()

    def __init__(self, vault: "OpenVault", workspace: "Workspace", settings: Settings) -> None:
        super().__init__()
        self._vault, self._workspace, self._settings = vault, workspace, settings

    def begin(self) -> None:
        """The quiet check at the start; a second window leaves it to the first, and a practice vault needs none."""
        if not self._vault.read_only and not self._vault.practice:
            self._run(thorough=self._due())

    def check_vault(self, tell: Tell) -> "Job":
        """The thorough check somebody asked for; `tell` gets one sentence of what came of it."""
        job = self._run(thorough=True)
        job.succeeded.connect(lambda found: _say(found, tell))
        job.failed.connect(lambda error: tell(sentence(error) or t("vault_check.not_done"), False))
        job.cancelled.connect(lambda: tell(t("vault_check.stopped"), True))
        return job

    def _run(self, *, thorough: bool) -> "Job":
        def look(pulse: "Pulse") -> OpenCheck:
            with wiped(self._vault.database.key_copy()) as key:
                return check_open(self._vault.folder, key, _spoken(pulse), thorough=thorough)

        job = self._workspace.run(look)
        job.succeeded.connect(lambda found: self._ended(found, thorough))
        return job

    def _ended(self, found: object, thorough: bool) -> None:
        assert isinstance(found, OpenCheck)
        if found.damaged:
            self.damaged.emit()
        elif thorough:
            self._settings.change(looked_through=self._workspace.today().isoformat())

    def _due(self) -> bool:
        try:
            last = date.fromisoformat(self._settings.choices.looked_through)
        except ValueError:
            return True
        return not last <= self._workspace.today() < last + WEEK


def _spoken(pulse: "Pulse") -> Progress:
    return lambda done, total, stage: pulse.at(done, total, t(stage))


def _say(found: object, tell: Tell) -> None:
    assert isinstance(found, OpenCheck)
    if found.log_broken_at is not None:
        tell(t("vault_check.log_broken", line=found.log_broken_at), False)
    elif not found.triggers_in_place:
        tell(t("vault_check.triggers_altered"), False)
    elif not found.damaged:
        tell(t("vault_check.all_fine", rows=found.rows), True)
