# SPDX-License-Identifier: MIT
"""Creates and opens a vault: the folder with key file, database and lock."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from models.store import attempts, keyfile, places
from models.store.files import trouble_with_files, write_whole
from models.store.keyfile import Cost, KeyFile
from models.store.memory import wipe, wiped
from models.store.opened import RECOVERY_USER, Clock, OpenVault, VaultUser, recovery_slots, users_of, utc_now
from models.store.vault_lock import LOCK, VaultLock
from models.values.trouble import Trouble
from resources import catalogue

DATABASE = "vault.db"
README = "LES-MEG.txt"
__all__ = [
    "NewVault",
    "OpenVault",
    "VaultInfo",
    "VaultUser",
    "create_vault",
    "open_vault",
    "open_with_recovery_key",
    "peek",
]


@dataclass(frozen=True, slots=True)
class NewVault:
    """What a vault is created with: the first person, and whether it is for practice only."""

    user: str
    practice: bool = False
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What can be told of a closed vault without any key."""

    folder: Path
    users: tuple[VaultUser, ...]
    practice: bool
    created: str
    recovery_confirmed: bool
    warnings: tuple[Trouble, ...] = ()


def peek(folder: Path) -> VaultInfo:
    """What the unlock screen needs to know; reads the key file only."""
    keys, from_copy = keyfile.read(folder)
    if not (folder / DATABASE).is_file():
        raise Trouble("trouble.database_missing", folder=str(folder))
    return VaultInfo(
        folder, users_of(keys), keys.practice, keys.created, keys.recovery_confirmed, _warnings(folder, from_copy)
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
    vault.recovery_key_groups, vault.clock = groups, now
    return vault


def open_vault(
    folder: Path,
    passphrase: bytearray,
    *,
    slot: str = "",
    read_only: bool = False,
    take_over: bool = False,
    now: Clock = utc_now,
    anchors: Path | None = None,
) -> OpenVault:
    """Open with a passphrase: that of `slot`, or of whoever it fits.

    `anchors` is where this machine remembers how long each log was; a log that does not fit becomes a warning.
    """
    keys, _ = keyfile.read(folder)
    mine = [found for found in keys.slots if found.cost is not None and slot in ("", found.id)]
    return _Opening(folder, now, read_only, take_over, anchors).with_secret(passphrase, [found.id for found in mine])


def open_with_recovery_key(folder: Path, typed: str, *, now: Clock = utc_now) -> OpenVault:
    """Open with the key on paper, to let somebody set a new passphrase."""
    from models.store import recovery

    keys, _ = keyfile.read(folder)
    with wiped(recovery.parse(typed)) as secret:
        return _Opening(folder, now).with_secret(secret, [found.id for found in recovery_slots(keys)])


@dataclass(frozen=True, slots=True)
class _Opening:
    """One try to open a vault; what is refused is left as it was."""

    folder: Path
    now: Clock
    read_only: bool = False
    take_over: bool = False
    anchors: Path | None = None

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
        vault.warnings = (*info.warnings, *vault.warnings)
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
        if not self.read_only:
            self._begin(vault, keys, slot, from_copy)
        return vault

    def _begin(self, vault: OpenVault, keys: KeyFile, slot: keyfile.Slot, from_copy: bool) -> None:
        """What is written at every opening; when it fails the vault is closed again."""
        from models.store import anchor, sitting

        vault.anchors, vault.clock = self.anchors, self.now
        try:
            if self.anchors is not None:
                vault.warnings = anchor.warnings(self.anchors, keys.vault, vault.database)
            if keys.schema != keyfile.SCHEMA:
                vault.refresh_keys(replace(keys, schema=keyfile.SCHEMA))
            elif from_copy:
                keyfile.write(self.folder, keys)
            sitting.begin(vault.database, slot.id, slot.user, self.now(), attempts.waiting(self.folder))
            attempts.entered(self.folder)
            if self.anchors is not None:
                anchor.remember(self.anchors, keys.vault, vault.database, self.now())
        except BaseException:
            vault.close()
            raise


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
