# SPDX-License-Identifier: MIT
"""Which copy of a vault is the newest good one, found without any key: at its chosen place, or beside the vault."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.clock import now
from desktop.copies.memory import BackupMemory
from desktop.paths import backup_folder
from models.store import keyfile
from models.values.trouble import Trouble

if TYPE_CHECKING:
    from models.store.backups import Copy


def place_of(folder: Path) -> Path | None:
    """The place that was chosen on this machine for the copies of this vault, when it can be reached now."""
    vault = vault_of(folder)
    place = BackupMemory(backup_folder(), vault).now.place if vault else ""
    return Path(place) if place and Path(place).is_dir() else None


def newest_copy(folder: Path) -> "Copy | None":
    """The newest whole copy of this vault that has not failed on trial; upgrades leave theirs in the vault's folder."""
    from models.store import backups

    vault = vault_of(folder)
    if not vault:
        return None
    known = BackupMemory(backup_folder(), vault).now
    found = []
    for place in filter(None, (place_of(folder), folder)):
        try:
            found.append(backups.newest(place, now(), vault, known.failed.split()))
        except Trouble:
            continue  # a disk that does not answer has no copy to offer now
    return next(iter(backups.ranked(filter(None, found), now())), None)


def vault_of(folder: Path) -> str:
    """The vault's own id, as its key file tells it; nothing when no key file can be read."""
    try:
        return keyfile.read(folder)[0].vault
    except Trouble:
        return ""
