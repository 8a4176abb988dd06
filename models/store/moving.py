# SPDX-License-Identifier: MIT
"""Moves a vault to another folder of the same machine, out of one that is copied or shared."""

from datetime import datetime
from pathlib import Path

from models.store import moved, places
from models.store.backup import MANIFEST, README, Progress, back_up, silent
from models.store.files import trouble_with_files, write_whole
from models.values.trouble import Trouble
from resources import catalogue


def move(folder: Path, key: bytearray, target: Path, now: datetime, progress: Progress = silent) -> None:
    """The vault at a new place on this machine, compared with the old one, which is left behind with the mark."""
    if service := places.copied_by(target):
        raise Trouble(
            "trouble.folder_shared" if service == places.NETWORK else "trouble.folder_synced", service=service
        )
    back_up(folder, key, target, now, progress)
    with trouble_with_files():
        write_whole(target / README, catalogue.fill("vault.readme", "nb").encode())
        (target / MANIFEST).unlink()
    moved.mark(folder, now)
