# SPDX-License-Identifier: MIT
"""Creates and opens a vault: the folder with key file, database and lock."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.store import attempts, keyfile, places
from models.store.files import trouble_with_files, write_whole
from models.store.keyfile import Cost, KeyFile
from models.store.memory import wipe, wiped
from models.store.vault_lock import LOCK, VaultLock
from models.values.trouble import Trouble
from resources import catalogue

if TYPE_CHECKING:  # the unlock screen must be on the screen before cryptography and SQLAlchemy are read in
    from models.store.database import Database

DATABASE = "vault.db"
README = "LES-MEG.txt"
RECOVERY_USER = "gjenoppretting"
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The moment, aware and in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class NewVault:
    """What a vault is created with: the first person, and whether it is for practice only."""

    user: str
    practice: bool = False
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class VaultUser:
    """Somebody who can open the vault with a passphrase of her own."""

    slot: str
    name: str


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What can be told of a closed vault without any key."""

    folder: Path
    users: tuple[VaultUser, ...]
    practice: bool
    created: str
    recovery_confirmed: bool
    warnings: tuple[Trouble, ...] = ()


class OpenVault:
    """A vault that is open: its database, the slot that opened it, and what may be changed in the key file."""

    def __init__(
        self, folder: Path, keys: KeyFile, slot: str, key: bytearray, database: "Database", lock: VaultLock | None
    ) -> None:
        self.folder, self.slot, self.database = folder, slot, database
        self.recovery_key_groups: tuple[str, ...] = ()
        self.warnings: tuple[Trouble, ...] = ()
        self._keys, self._key, self._lock = keys, key, lock

    @property
    def read_only(self) -> bool:
        """Whether another window on this machine holds the vault."""
        return self.database.read_only

    @property
    def practice(self) -> bool:
        return self._keys.practice

    @property
    def opened_by_recovery_key(self) -> bool:
        return self._keys.slot(self.slot).cost is None

    @property
    def recovery_confirmed(self) -> bool:
        """Whether the printed key was typed back; before that only practice vaults take real use."""
        return self._keys.recovery_confirmed

    @property
    def users(self) -> tuple[VaultUser, ...]:
        return _users(self._keys)

    def confirm_recovery_key(self, typed: str) -> None:
        """Note that the key on paper opens this vault; raises Trouble when it does not."""
        from models.store import recovery, slots

        with wiped(recovery.parse(typed)) as secret:
            found = slots.unlock(self._keys, secret, _recovery_slots(self._keys))
        if found is None:
            raise Trouble("trouble.recovery_key_wrong")
        wipe(found[1])
        self._replace_keys(replace(self._keys, recovery_confirmed=True))

    def renew_recovery_key(self) -> tuple[str, ...]:
        """A new key for paper in place of the old one, for a sheet that was lost or never printed; told once."""
        from models.store import recovery, slots

        with wiped(recovery.new_recovery_key()) as paper:
            others = tuple(slot for slot in self._keys.slots if slot.cost is not None)
            new = slots.new_slot(self._keys, RECOVERY_USER, paper, self._key, None)
            self._replace_keys(replace(self._keys, slots=(*others, new), recovery_confirmed=False))
            return recovery.groups(paper)

    def set_passphrase(self, passphrase: bytearray, slot: str = "", cost: Cost | None = None) -> None:
        """A new passphrase for one who is inside, or after the recovery key for the one who forgot hers."""
        from models.store import slots

        slot = slot or self.slot
        user = self._keys.slot(slot).user
        new = slots.new_slot(self._keys, user, passphrase, self._key, cost or slots.calibrated(), slot)
        self._replace_keys(self._keys.with_slot(new))
        self.slot = slot

    def add_user(self, name: str, passphrase: bytearray, cost: Cost | None = None) -> str:
        """A way in for one more person; gives her slot."""
        from models.store import slots

        new = slots.new_slot(self._keys, name, passphrase, self._key, cost or slots.calibrated())
        self._replace_keys(self._keys.with_slot(new))
        return new.id

    def close(self) -> None:
        """Close the database, forget the key and let others in."""
        self.database.close()
        wipe(self._key)
        if self._lock is not None:
            self._lock.release()

    def _replace_keys(self, keys: KeyFile) -> None:
        from models.store import slots

        if self.read_only:
            raise Trouble("trouble.vault_read_only")
        on_disk, _ = keyfile.read(self.folder)
        if not slots.seal_holds(on_disk, self._key):
            raise Trouble("trouble.keyfile_altered")
        keys = slots.sealed(keys, self._key)
        keyfile.write(self.folder, keys)
        self._keys = keys


def peek(folder: Path) -> VaultInfo:
    """What the unlock screen needs to know; reads the key file only."""
    keys, from_copy = keyfile.read(folder)
    if not (folder / DATABASE).exists():
        raise Trouble("trouble.database_missing", folder=str(folder))
    return VaultInfo(
        folder, _users(keys), keys.practice, keys.created, keys.recovery_confirmed, _warnings(folder, from_copy)
    )


def create_vault(folder: Path, new: NewVault, passphrase: bytearray, now: Clock = utc_now) -> OpenVault:
    """A new vault in an empty folder; its recovery key is told once, in `recovery_key_groups`."""
    from models.store import recovery, schema, slots

    _check_new_folder(folder)
    with trouble_with_files():
        folder.mkdir(parents=True, exist_ok=True)
    lock = VaultLock(folder, now())
    key = bytearray(os.urandom(32))
    try:
        keys = KeyFile(os.urandom(16).hex(), now().date().isoformat(), practice=new.practice)
        first = slots.new_slot(keys, new.user, passphrase, key, new.cost or slots.calibrated())
        with wiped(recovery.new_recovery_key()) as paper:
            keys = keys.with_slot(first).with_slot(slots.new_slot(keys, RECOVERY_USER, paper, key, None))
            groups = recovery.groups(paper)
        database = schema.create_database(folder, key)
        keys = slots.sealed(keys, key)
        keyfile.write(folder, keys)
        with trouble_with_files():
            write_whole(folder / README, catalogue.fill("vault.readme", "nb").encode())
    except BaseException:
        wipe(key)
        lock.release()
        _remove_half_made(folder)
        raise
    vault = OpenVault(folder, keys, first.id, key, database, lock)
    vault.recovery_key_groups = groups
    return vault


def open_vault(
    folder: Path,
    passphrase: bytearray,
    *,
    slot: str = "",
    read_only: bool = False,
    take_over: bool = False,
    now: Clock = utc_now,
) -> OpenVault:
    """Open with a passphrase: that of `slot`, or of whoever it fits."""
    keys, _ = keyfile.read(folder)
    mine = [found for found in keys.slots if found.cost is not None and slot in ("", found.id)]
    return _Opening(folder, now, read_only, take_over).with_secret(passphrase, [found.id for found in mine])


def open_with_recovery_key(folder: Path, typed: str, *, now: Clock = utc_now) -> OpenVault:
    """Open with the key on paper, to let somebody set a new passphrase."""
    from models.store import recovery

    keys, _ = keyfile.read(folder)
    with wiped(recovery.parse(typed)) as secret:
        return _Opening(folder, now).with_secret(secret, [found.id for found in _recovery_slots(keys)])


@dataclass(frozen=True, slots=True)
class _Opening:
    """One try to open a vault; what is refused is left as it was."""

    folder: Path
    now: Clock
    read_only: bool = False
    take_over: bool = False

    def with_secret(self, secret: bytearray, candidates: list[str]) -> OpenVault:
        info = peek(self.folder)
        if (self.folder / DATABASE).stat().st_size == 0:
            raise Trouble("trouble.vault_damaged")
        lock = None if self.read_only else VaultLock(self.folder, self.now(), take_over=self.take_over)
        try:
            vault = self._unlocked(secret, candidates, lock)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        vault.warnings = info.warnings
        return vault

    def _unlocked(self, secret: bytearray, candidates: list[str], lock: VaultLock | None) -> OpenVault:
        from models.store import schema, slots

        keys, from_copy = keyfile.read(self.folder)
        found = slots.unlock(keys, secret, [slot for slot in keys.slots if slot.id in candidates])
        if found is None:
            by_paper = keys.slot(candidates[0]).cost is None if candidates else False
            attempts.record(self.folder, slots.RECOVERY if by_paper else slots.PASSPHRASE, self.now())
            raise Trouble("trouble.recovery_key_wrong" if by_paper else "trouble.wrong_passphrase")
        slot, key = found
        try:
            if not slots.seal_holds(keys, key):
                raise Trouble("trouble.keyfile_altered")
            database = schema.open_database(self.folder, key, read_only=self.read_only)
        except BaseException:
            wipe(key)
            raise
        vault = OpenVault(self.folder, keys, slot.id, key, database, lock)
        if from_copy and not self.read_only:
            keyfile.write(self.folder, keys)
        return vault


def _users(keys: KeyFile) -> tuple[VaultUser, ...]:
    return tuple(VaultUser(slot.id, slot.user) for slot in keys.slots if slot.cost is not None)


def _recovery_slots(keys: KeyFile) -> list[keyfile.Slot]:
    return [slot for slot in keys.slots if slot.cost is None]


def _warnings(folder: Path, from_copy: bool) -> tuple[Trouble, ...]:
    service = places.copied_by(folder)
    found = [Trouble("trouble.keyfile_from_copy")] if from_copy else []
    if service == places.NETWORK:
        found.append(Trouble("trouble.folder_shared_open"))
    elif service:
        found.append(Trouble("trouble.folder_synced_open", service=service))
    return tuple(found)


def _check_new_folder(folder: Path) -> None:
    service = places.copied_by(folder)
    if service == places.NETWORK:
        raise Trouble("trouble.folder_shared")
    if service:
        raise Trouble("trouble.folder_synced", service=service)
    if (folder / keyfile.KEYS).exists() or (folder / DATABASE).exists():
        raise Trouble("trouble.vault_exists", folder=str(folder))
    with trouble_with_files():
        if folder.exists() and any(folder.iterdir()):
            raise Trouble("trouble.folder_not_empty", folder=str(folder))


def _remove_half_made(folder: Path) -> None:
    """Leave an empty folder behind, so that the next try is not refused."""
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", keyfile.KEYS, keyfile.COPY, README, LOCK):
        (folder / name).unlink(missing_ok=True)
