# SPDX-License-Identifier: MIT
"""Which copies of a vault a person can still open: those made while she had a way in."""

from dataclasses import dataclass
from pathlib import Path

from models.store import keyfile
from models.values.trouble import Trouble


@dataclass(frozen=True, slots=True)
class OldCopy:
    """A copy whose key file still knows a slot."""

    folder: Path
    generation: int


def opens_with(place: Path, vault: str, slot: str) -> tuple[OldCopy, ...]:
    """The copies of this vault in the folders of `place` that the slot's passphrase opens; reads key files only."""
    try:
        folders = sorted(folder for folder in place.iterdir() if (folder / keyfile.KEYS).is_file())
    except OSError:
        return ()
    return tuple(copy for folder in folders if (copy := _of(folder, vault, slot)) is not None)


def _of(folder: Path, vault: str, slot: str) -> OldCopy | None:
    try:
        keys, _ = keyfile.read(folder)
    except Trouble:
        return None
    known = keys.vault == vault and any(one.id == slot for one in keys.slots)
    return OldCopy(folder, keys.generation) if known else None
