# SPDX-License-Identifier: MIT
"""What a worker does with the copies of an open vault: takes one, thins them out, tries the newest."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.copies.memory import BackupMemory
from desktop.paths import trial_folder
from models.queries.backups import deleted_by_rule
from models.store import backups
from models.store.memory import wiped
from models.store.restore import clear_left_behind, rehearse
from models.values.trouble import Trouble

if TYPE_CHECKING:
    from desktop.jobs import Pulse
    from desktop.workspace import Workspace
    from models.store.vault import OpenVault


class CopyWork:
    """Runs beside the window; what came of it is remembered on this machine."""

    def __init__(self, vault: "OpenVault", workspace: "Workspace", memory: BackupMemory, name: str) -> None:
        self._vault, self._workspace, self._memory, self._name = vault, workspace, memory, name

    def copy(self, pulse: "Pulse") -> None:
        """A verified copy at the chosen place; only then do older ones go."""
        began, place = time.monotonic(), Path(self._memory.now.place)
        made = self.copy_to(place, pulse)
        self._memory.change(
            made=made.manifest.made,
            log_length=made.manifest.log_length,
            size=made.manifest.bytes,
            seconds=time.monotonic() - began,
        )
        failed = self._memory.now.failed.split()
        backups.rotate(place, self._name, self._workspace.now(), self._workspace.read(deleted_by_rule), failed)

    def copy_to(self, place: Path, pulse: "Pulse") -> backups.Copy:
        """A verified copy at any place, logged."""
        with wiped(self._vault.database.key_copy()) as key:
            made = backups.take(self._vault.folder, key, place, self._workspace.now(), pulse.at)
        self.tell("vault.copied")
        return made

    def try_newest(self, pulse: "Pulse") -> None:
        """Restore the newest copy in a folder of the program's own, and compare it with its manifest."""
        kept = self._memory.now
        clear_left_behind(trial_folder())
        newest = backups.newest(Path(kept.place), self._workspace.now(), self._name, kept.failed.split())
        if newest is None:
            raise Trouble("trouble.drill_no_copy")
        try:
            with wiped(self._vault.database.key_copy()) as key:
                rehearse(newest.folder, key, trial_folder(), pulse.at)
        except Trouble as trouble:
            if trouble.key == "trouble.copy_of_other_key":
                self._memory.change(made="", log_length=0)
                return
            if trouble.key in ("trouble.copy_damaged", "trouble.vault_damaged", "trouble.keyfile_damaged"):
                failed = f"{kept.failed} {newest.folder.name}".strip()
                self._memory.change(failed=failed, made="", log_length=0, tested="")
                raise Trouble("trouble.drill_failed") from trouble
            raise
        self.tell("vault.tested")
        self._memory.change(tested=self._workspace.today().isoformat())

    def tell(self, what: str) -> None:
        """Enter in the log what was done with the vault as a whole."""
        if not self._vault.read_only:
            self._vault.tell(what)
