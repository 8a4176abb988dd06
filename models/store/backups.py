# SPDX-License-Identifier: MIT
"""The copies of one vault at the place a person chose: taken, listed, thinned out, and nothing else there touched."""

import os
import re
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.rules import rotation
from models.store import files, keyfile
from models.store.backup import MANIFEST, README, Manifest, Progress, back_up, read_manifest, silent
from models.store.engine import DATABASE
from models.store.files import sync_folder, trouble_with_files
from models.values.dates import OSLO
from models.values.trouble import Trouble

# Only when, and whether it is practice: a folder name is read by everybody who sees the disk.
_NAME = re.compile(r"laget-kopi-(?:oving-)?\d{4}-\d{2}-\d{2}-\d{4}(?:-\d+)?")
_UNFINISHED = re.compile(rf"\.{_NAME.pattern}\.\d+\.tmp")
_OURS = (MANIFEST, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal", README)
_KEYS = (keyfile.KEYS, keyfile.COPY)
# A copy in the making is written to all the time; one that nobody has written to for so long was left behind.
_LEFT_BEHIND_SECONDS = 3600
_AT_THE_PLACE = {
    "trouble.disk_full": "trouble.place_full",
    "trouble.folder_read_only": "trouble.place_read_only",
    "trouble.folder_unfit": "trouble.place_unfit",
    "trouble.disk_fault": "trouble.place_fault",
    "trouble.disk_gone": "trouble.place_missing",
}


@dataclass(frozen=True, slots=True)
class Copy:
    """One finished copy and what it says of itself."""

    folder: Path
    manifest: Manifest
    whole: bool = True
    sheets: int = 1

    @property
    def made(self) -> datetime:
        return self.manifest.moment


def copies(place: Path, vault: str = "") -> tuple[Copy, ...]:
    """The copies at the place by the dates they tell: of this vault, or of all; raises Trouble when it is gone."""
    _must_be_there(place)
    with trouble_at(place):
        folders = [found for found in place.iterdir() if _NAME.fullmatch(found.name)]
    found = [
        Copy(folder, told, _whole(folder, told), _sheets(folder))
        for folder in folders
        if (told := read_manifest(folder))
    ]
    mine = (copy for copy in found if vault in ("", copy.manifest.vault))
    return tuple(sorted(mine, key=lambda copy: (copy.made, copy.folder.name), reverse=True))


def ranked(found: Iterable[Copy], now: datetime) -> tuple[Copy, ...]:
    """Newest first, as far as that can be known: one dated in the future comes after all others."""
    by_date = sorted(found, key=lambda copy: (copy.made, copy.folder.name), reverse=True)
    return tuple(sorted(by_date, key=lambda copy: rotation.is_ahead(copy.made, now)))


def newest(place: Path, now: datetime, vault: str = "", failed: Collection[str] = ()) -> Copy | None:
    """The newest copy that is whole and has not failed when it was tried."""
    found = ranked(copies(place, vault), now)
    return next((copy for copy in found if copy.whole and copy.folder.name not in failed), None)


def take(folder: Path, key: bytearray, place: Path, now: datetime, progress: Progress = silent) -> Copy:
    """A verified copy at the place; what an earlier try left there unfinished is taken away first."""
    _must_be_there(place)
    keys, _ = keyfile.read(folder)
    with trouble_at(place, folder):
        remove_unfinished(place)
        target = free_name(place, now, keys.practice)
        manifest = back_up(folder, key, target, now, progress)
    return Copy(target, manifest)


def rotate(place: Path, vault: str, now: datetime, deleted: Collection[datetime], failed: Collection[str] = ()) -> int:
    """Take away what the rotation and deletions by rule no longer keep; gives how many copies went."""
    found = copies(place, vault)
    dated = [_dated(copy, failed) for copy in found]
    going = rotation.surplus(dated, now)
    before = rotation.prune_from(deleted, now)
    if before is not None:
        going |= rotation.older_than(dated, before, now)
    return _remove(found, going)


def remove_unfinished(place: Path) -> None:
    """Take away copies that were being made when the program or the machine stopped."""
    with suppress(OSError):
        for found in place.iterdir():
            if _UNFINISHED.fullmatch(found.name) and _untouched_for(found) > _LEFT_BEHIND_SECONDS:
                _empty(found)


def free_name(place: Path, now: datetime, practice: bool) -> Path:
    """A folder name that says when, and nothing else, and is not taken."""
    name = f"laget-kopi-{'oving-' if practice else ''}{now.astimezone(OSLO):%Y-%m-%d-%H%M}"
    taken = {found.name for found in place.glob(f"{name}*")}
    names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    return place / next(one for one in names if one not in taken)


@contextmanager
def trouble_at(place: Path, vault: Path | None = None) -> Iterator[None]:
    """Tell what went wrong at the place as such: it is not the vault that is full or gone."""
    try:
        with trouble_with_files():
            yield
    except Trouble as trouble:
        if vault is not None and not (vault / DATABASE).is_file():
            raise
        _must_be_there(place, trouble)
        if trouble.key in _AT_THE_PLACE:
            raise Trouble(_AT_THE_PLACE[trouble.key], place=str(place)) from trouble
        raise


def _must_be_there(place: Path, cause: Trouble | None = None) -> None:
    if not os.path.isdir(place):
        raise Trouble("trouble.place_missing", place=str(place)) from cause


def _whole(folder: Path, manifest: Manifest) -> bool:
    """Whether the files are there in the size the manifest tells; the sum is taken when a copy is opened."""
    try:
        return (folder / keyfile.KEYS).is_file() and (folder / DATABASE).stat().st_size == manifest.bytes
    except OSError:
        return False


def _sheets(folder: Path) -> int:
    """On how many sheets the recovery key of the copy was printed."""
    try:
        return keyfile.read(folder)[0].sheets
    except Trouble:
        return 1


def _dated(copy: Copy, failed: Collection[str]) -> rotation.DatedCopy:
    return rotation.DatedCopy(copy.folder.name, copy.made, copy.whole and copy.folder.name not in failed)


def _remove(found: tuple[Copy, ...], names: Collection[str]) -> int:
    """Each copy loses its name first, so that one half removed is never taken for a copy."""
    gone = 0
    for copy in found:
        if copy.folder.name in names:
            doomed = copy.folder.with_name(f".{copy.folder.name}.{os.getpid()}.tmp")
            with suppress(OSError):
                files.replace(copy.folder, doomed)
                _empty(doomed)
                gone += 1
    if gone:
        with suppress(OSError):
            sync_folder(found[0].folder.parent)
    return gone


def _empty(folder: Path) -> None:
    """Take away our own files and then the folder, unless somebody has put something else there."""
    for name in (*_OURS, *_KEYS):
        (folder / name).unlink(missing_ok=True)
    for left in folder.glob(f".{keyfile.KEYS}*.tmp"):
        left.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


def _untouched_for(folder: Path) -> float:
    """Seconds since anything in the folder was written."""
    with suppress(OSError):
        return time.time() - max(one.stat().st_mtime for one in (folder, *folder.iterdir()))
    return 0.0
