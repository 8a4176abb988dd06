# SPDX-License-Identifier: MIT
"""Takes a copy back: fetched whole, proved with its own key, and only then put where the vault lies."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from models.store import anchor, keyfile, recovery_change, schema, sitting, slots
from models.store.backup import Manifest, Progress, facts, open_beside, read_manifest, silent, sound
from models.store.engine import DATABASE
from models.store.faults import translated
from models.store.files import replace, sync_folder, trouble_with_files, write_whole
from models.store.keyfile import KeyFile, Slot
from models.store.memory import wipe, wiped
from models.store.opened import recovery_slots
from models.store.vault_lock import ReadLock, no_reader, refuse_if_held
from models.values.dates import OSLO
from models.values.trouble import Trouble
from resources import catalogue

CHUNK = 1 << 20
ROOM = 1.2
README = "LES-MEG.txt"


def _no_device(_vault: str, _slot: str) -> bytearray:
    raise Trouble("trouble.device_unknown")


def _anybody(_session: Session, _slot: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens a copy: a passphrase, on a machine that may hold a part of it, or the key on its sheets.

    `permitted` is asked of the copy itself before the person of a slot takes it back.
    """

    passphrase: bytearray = field(default_factory=bytearray, repr=False)
    sheets: tuple[str, ...] = field(default=(), repr=False)
    device: Callable[[str, str], bytearray] = _no_device
    permitted: Callable[[Session, str], bool] = _anybody


def fetch(copy: Path, room: Path, progress: Progress = silent) -> Manifest:
    """Bring database and key file of a copy into the new folder `room`, and compare the sum on the way."""
    manifest = read_manifest(copy)
    if manifest is None:
        raise Trouble("trouble.copy_damaged")
    with trouble_with_files():
        room.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(room.parent).free < ROOM * manifest.bytes:
            raise Trouble("trouble.room_missing")
        room.mkdir()
        if _copied(copy / DATABASE, room / DATABASE, manifest.bytes, progress) != manifest.sha256:
            raise Trouble("trouble.copy_damaged")
        for name in (keyfile.KEYS, keyfile.COPY):
            with suppress(FileNotFoundError):
                write_whole(room / name, (copy / name).read_bytes())
        write_whole(room / README, catalogue.fill("vault.readme", "nb").encode())
    return manifest


def unlocked(folder: Path, secret: Secret) -> slots.Opened:
    """Slot and database key; raises Trouble that says what does not fit."""
    keys, _ = keyfile.read(folder)
    found = _by_paper(keys, secret.sheets) if secret.sheets else _by_passphrase(keys, secret)
    if not slots.seal_holds(keys, found.key):
        wipe(found.key)
        raise Trouble("trouble.keyfile_altered")
    return found


def _by_paper(keys: KeyFile, sheets: Sequence[str]) -> slots.Opened:
    with wiped(recovery_change.parsed(keys, sheets)) as paper:
        found = slots.unlock(keys, paper, recovery_slots(keys))
    if found is None:
        raise Trouble("trouble.recovery_key_wrong")
    return found


def _by_passphrase(keys: KeyFile, secret: Secret) -> slots.Opened:
    """A way in tied to a machine is asked for last, and cannot be told from a wrong passphrase on another machine."""
    ways = [slot for slot in keys.slots if slot.cost is not None]
    tied = [slot for slot in ways if slot.factor == slots.DEVICE]
    found = slots.unlock(keys, secret.passphrase, [slot for slot in ways if slot not in tied])
    if found is None:
        with suppress(Trouble):
            found = slots.unlock(keys, secret.passphrase, tied, lambda slot: secret.device(keys.vault, slot.id))
    if found is None:
        raise Trouble("trouble.copy_passphrase_tied" if tied else "trouble.wrong_passphrase")
    return found


def prove(room: Path, key: bytearray, manifest: Manifest) -> None:
    """Open what was fetched, read all of it, and compare counts and the end of the log with the manifest."""
    with translated():
        connection = open_beside(room / DATABASE, key)
        try:
            told = (manifest.schema, manifest.log_length, manifest.log_head, manifest.rows)
            if not sound(connection) or facts(connection) != told:
                raise Trouble("trouble.copy_damaged")
        finally:
            connection.close()


def rehearse(copy: Path, key: bytearray, area: Path, progress: Progress = silent) -> None:
    """Restore a copy in a folder of the program's own, encrypted all the way, and take it away again."""
    room = area / f"prove-{os.getpid()}"
    lock = hold(area)
    clear(room)
    try:
        manifest = fetch(copy, room, progress)
        if not slots.seal_holds(keyfile.read(room)[0], key):
            raise Trouble("trouble.copy_of_other_key")
        prove(room, key, manifest)
    finally:
        clear(room)
        lock.release()


def prepare(
    copy: Path, target: Path, secret: Secret, now: datetime, anchors: Path | None = None, progress: Progress = silent
) -> Path:
    """The copy, fetched and proved, in a new folder beside the place of the vault; nothing is replaced yet."""
    finish_swap(target)
    room = _beside(target, "hentes")
    clear(room)
    try:
        manifest = fetch(copy, room, progress)
        found = unlocked(room, secret)
        with wiped(found.key) as key:
            prove(room, key, manifest)
            _refuse_without_right(room, key, found.slot, secret)
            _enter(room, found.slot, key, manifest, now, anchors)
    except BaseException:
        clear(room)
        raise
    return room


def put_in_place(room: Path, target: Path, now: datetime) -> Path | None:
    """Move the old vault aside and the new one in; gives where the old one lies now, which is never deleted.

    A note beside the vault says what is under way, so that a cut between the two moves is finished at the next start.
    """
    refuse_if_held(target)
    note = _beside(target, "bytte")
    with trouble_with_files():
        aside = _aside(target, now)
        write_whole(note, json.dumps({"new": room.name, "old": aside.name}).encode())
        had_old = target.exists() and any(target.iterdir())
        if had_old:
            replace(target, aside)
        elif target.exists():
            target.rmdir()
        replace(room, target)
        sync_folder(target.parent)
        note.unlink()
    return aside if had_old else None


def finish_swap(target: Path) -> None:
    """Finish what a cut in the middle of `put_in_place` left: the new vault, or the old one, whole at its place."""
    note = _beside(target, "bytte")
    try:
        told = json.loads(note.read_text("utf-8"))
        names = [Path(str(told[name])).name for name in ("new", "old")]
        ways = [target.with_name(name) for name in names if _is_ours(name, target)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return
    with trouble_with_files():
        if not target.exists():
            found = next((way for way in ways if way.is_dir()), None)
            if found is not None:
                replace(found, target)
        note.unlink(missing_ok=True)
        sync_folder(target.parent)


def _is_ours(name: str, target: Path) -> bool:
    """Whether it is a name that `put_in_place` gives, and not the way to somebody else's folder."""
    return name == _beside(target, "hentes").name or name.startswith(f"{target.name}-lagt-til-side-")


def clear(room: Path) -> None:
    """Take away what was fetched and is not needed; it was encrypted all the time."""
    shutil.rmtree(room, ignore_errors=True)


def fetch_for_reading(copy: Path, room: Path, secret: Secret, progress: Progress = silent) -> Manifest:
    """The copy, fetched and proved, to be opened for reading and taken away afterwards."""
    try:
        manifest = fetch(copy, room, progress)
        with wiped(unlocked(room, secret).key) as key:
            prove(room, key, manifest)
    except BaseException:
        clear(room)
        raise
    return manifest


def _refuse_without_right(room: Path, key: bytearray, slot: Slot, secret: Secret) -> None:
    """The key on paper is the way in when nobody else is there, and asks for no role."""
    if slot.cost is None:
        return
    database = schema.open_database(room, key)
    try:
        with database.reading() as session:
            if not secret.permitted(session, slot.id):
                raise Trouble("trouble.restore_not_yours")
    finally:
        database.close()


def _enter(room: Path, slot: Slot, key: bytearray, manifest: Manifest, now: datetime, anchors: Path | None) -> None:
    """The first line after the copy tells that it was taken back; from here this machine follows the log anew."""
    database = schema.open_database(room, key)
    try:
        keys, _ = keyfile.read(room)
        sitting.tell(database, keys, slot.id, now, "vault.restored", manifest.made)
        if anchors is not None:
            anchor.accept(anchors, keys.vault, database, now)
        database.checkpoint()
    finally:
        database.close()


def clear_left_behind(area: Path) -> None:
    """Take away what a killed program left, unless another window has something there now."""
    with suppress(OSError, Trouble):
        if area.is_dir():
            with no_reader(area.parent):
                for room in area.iterdir():
                    if room.is_dir():
                        clear(room)


def hold(area: Path) -> ReadLock:
    """While it is held, and at most as long as this process lives, nobody clears the area."""
    with trouble_with_files():
        area.mkdir(parents=True, exist_ok=True)
    return ReadLock(area.parent)


def _copied(source: Path, target: Path, size: int, progress: Progress) -> str:
    digest, done = hashlib.sha256(), 0
    with source.open("rb") as reading, target.open("wb") as writing:
        while chunk := reading.read(CHUNK):
            digest.update(chunk)
            writing.write(chunk)
            done += len(chunk)
            progress(min(done, size), max(size, 1))
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")


def _aside(target: Path, now: datetime) -> Path:
    name = f"{target.name}-lagt-til-side-{now.astimezone(OSLO):%Y-%m-%d-%H%M}"
    taken = {found.name for found in target.parent.glob(f"{name}*")}
    names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    return target.with_name(next(one for one in names if one not in taken))
