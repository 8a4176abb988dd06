# SPDX-License-Identifier: MIT
"""Creates and opens a vault: the folder with key file, database and lock."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.store import attempts, keyfile, moved, places, unfit
from models.store.files import trouble_with_files, write_whole
from models.store.keyfile import Cost, KeyFile
from models.store.memory import wipe, wiped
from models.store.opened import Clock, OpenVault, VaultUser, recovery_slots, users_of, utc_now
from models.store.vault_lock import LOCK, READERS, ReadLock, VaultLock
from models.values.trouble import Trouble
from resources import catalogue

if TYPE_CHECKING:  # nothing heavy before the unlock screen is painted
    from models.store.migrations import Upgrade
    from models.store.slots import Opened

DATABASE = "vault.db"
README = "LES-MEG.txt"
Device = Callable[[str, str], bytearray]  # what this machine keeps for a vault and a slot; raises Trouble
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
    sheets: int = 1


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What can be told of a closed vault without any key."""

    folder: Path
    users: tuple[VaultUser, ...]
    practice: bool
    created: str
    recovery_confirmed: bool
    warnings: tuple[Trouble, ...] = ()
    sheets: int = 1
    wait: int = 0


def peek(folder: Path, now: Clock = utc_now) -> VaultInfo:
    """What the unlock screen needs to know; reads the key file only."""
    keys, from_copy = keyfile.read(folder)
    if not (folder / DATABASE).is_file():
        raise Trouble("trouble.database_missing", folder=str(folder))
    return VaultInfo(
        folder,
        users_of(keys),
        keys.practice,
        keys.created,
        keys.recovery_confirmed,
        _warnings(folder, from_copy),
        keys.sheets,
        attempts.wait(folder, now()),
    )


def create_vault(
    folder: Path, new: NewVault, passphrase: bytearray, now: Clock = utc_now, anchors: Path | None = None
) -> OpenVault:
    """A new vault in an empty folder; its recovery key is told once, in `recovery_sheets`."""
    from models.store import recovery_change, schema, sitting, slots

    _check_new_folder(folder)
    with trouble_with_files():
        folder.mkdir(parents=True, exist_ok=True)
    lock = VaultLock(folder, now())
    key = bytearray(os.urandom(32))
    try:
        keys = KeyFile(os.urandom(16).hex(), now().date().isoformat(), practice=new.practice)
        first = slots.new_slot(keys, new.user, passphrase, key, new.cost or slots.calibrated())
        paper = recovery_change.new_paper_key(keys, key, new.sheets)
        keys = recovery_change.put_in(keys.with_slot(first), paper, confirmed=False)
        database = schema.create_database(folder, key)
        keys = slots.sealed(keys, key)
        keyfile.write(folder, keys)
        sitting.mark(database, keys, now())
        with trouble_with_files():
            write_whole(folder / README, catalogue.fill("vault.readme", "nb").encode())
    except BaseException:
        wipe(key)
        lock.release()
        _remove_half_made(folder)
        raise
    vault = OpenVault(folder, keys, first.id, key, database, lock)
    vault.recovery_sheets, vault.clock, vault.anchors = paper.sheets, now, anchors
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
    device: Device | None = None,
    upgrade: "Upgrade | None" = None,
) -> OpenVault:
    """Open with a passphrase: that of `slot`, or of whoever it fits.

    `anchors` is where this machine remembers how long each log was; a log that does not fit becomes a warning.
    `device` is asked only for a slot that wants this machine's secret too.
    """
    keys, _ = keyfile.read(folder)
    mine = [found for found in keys.slots if found.cost is not None and slot in ("", found.id)]
    mine.sort(key=lambda found: found.factor)
    opening = _Opening(folder, now, read_only, take_over, anchors, device, upgrade)
    return opening.with_secret(passphrase, [found.id for found in mine])


def open_with_recovery_key(
    folder: Path,
    *typed: str,
    now: Clock = utc_now,
    anchors: Path | None = None,
    upgrade: "Upgrade | None" = None,
) -> OpenVault:
    """Open with the key on paper, one text for each sheet, to let somebody set a new passphrase."""
    from models.store import recovery_change

    keys, _ = keyfile.read(folder)
    with wiped(recovery_change.parsed(keys, typed)) as secret:
        opening = _Opening(folder, now, anchors=anchors, upgrade=upgrade)
        return opening.with_secret(secret, [found.id for found in recovery_slots(keys)])


@dataclass(frozen=True, slots=True)
class _Opening:
    """One try to open a vault; what is refused is left as it was."""

    folder: Path
    now: Clock
    read_only: bool = False
    take_over: bool = False
    anchors: Path | None = None
    device: Device | None = None
    upgrade: "Upgrade | None" = None

    def with_secret(self, secret: bytearray, candidates: list[str]) -> OpenVault:
        info = peek(self.folder, self.now)
        unfit.refuse(self.folder / DATABASE)
        if info.wait:
            raise Trouble("trouble.wait", n=info.wait)
        left = moved.moved_at(self.folder)
        if left and not self.read_only and not self.take_over:
            raise Trouble("trouble.vault_moved_to", at=left)
        lock = ReadLock(self.folder) if self.read_only else self._alone()
        try:
            vault = self._unlocked(secret, candidates, lock)
            if left and not self.read_only:
                moved.unmark(self.folder)
        except BaseException:
            lock.release()
            raise
        vault.warnings = (*info.warnings, *vault.warnings)
        if self.upgrade is not None and self.upgrade.copy is not None:
            vault.warnings += (Trouble("trouble.vault_upgraded", folder=str(self.upgrade.copy)),)
        return vault

    def _alone(self) -> VaultLock:
        return VaultLock(self.folder, self.now(), take_over=self.take_over)

    def _unlocked(self, secret: bytearray, candidates: list[str], lock: VaultLock | ReadLock) -> OpenVault:
        from models.store import schema, slots

        keys, from_copy = keyfile.read(self.folder)
        wanted = [keys.slot(slot) for slot in candidates]
        found = slots.unlock(keys, secret, wanted, lambda slot: self._device_secret(keys.vault, slot.id))
        if found is None:
            by_paper = bool(wanted) and wanted[0].cost is None
            attempts.record(self.folder, slots.RECOVERY if by_paper else slots.PASSPHRASE, self.now())
            raise Trouble("trouble.recovery_key_wrong" if by_paper else "trouble.wrong_passphrase")
        try:
            keys, key, undone = self._settled(keys, found)
            database = schema.open_database(self.folder, key, read_only=self.read_only, upgrade=self.upgrade)
        except BaseException as error:
            told = self._told_apart(error, keys, found)
            wipe(found.key)
            wipe(found.coming or bytearray())
            if told is not None:
                raise told from error
            raise
        vault = OpenVault(self.folder, keys, found.slot.id, key, database, lock)
        self._begin(vault, from_copy)
        if undone:
            vault.warnings += (Trouble("trouble.removal_undone"),)
        return vault

    def _device_secret(self, vault: str, slot: str) -> bytearray:
        if self.device is None:
            raise Trouble("trouble.device_unknown")
        return self.device(vault, slot)

    def _settled(self, keys: KeyFile, found: "Opened") -> tuple[KeyFile, bytearray, bool]:
        """The key file proved to be untouched, with what a removal that was cut off left behind put right."""
        from models.store import rekey, slots

        if not slots.seal_holds(keys, found.key):
            raise Trouble("trouble.keyfile_altered")
        if self.read_only and keys.pending:
            raise Trouble("trouble.vault_busy")
        if self.read_only:
            return keys, found.key, False
        rekey.discard(self.folder)
        return rekey.settled(self.folder, keys, found) if keys.pending else (keys, found.key, False)

    def _told_apart(self, error: BaseException, keys: KeyFile, found: "Opened") -> Trouble | None:
        """A database this key never was for is not a damaged one."""
        from models.store import fit

        if not isinstance(error, Trouble) or error.key != "trouble.vault_damaged":
            return None
        keys_tried = (found.key, found.coming or found.key)
        if any(fit.belongs(self.folder / DATABASE, key) for key in keys_tried):
            return None
        return fit.apart(self.folder, keys)

    def _begin(self, vault: OpenVault, from_copy: bool) -> None:
        """What is checked and written at every opening; when it fails the vault is closed again."""
        from models.store import anchor, sitting, vault_mark

        vault.clock = self.now
        try:
            newest = vault_mark.newest(vault.database, vault.keys, by_paper=vault.by_paper)
            if self.anchors is not None:
                vault.warnings = anchor.warnings(self.anchors, vault.keys.vault, vault.database)
            if self.read_only:
                return
            vault.anchors = self.anchors
            if newest > vault.keys.generation:
                vault.refresh_keys(replace(vault.keys, generation=newest, schema=keyfile.SCHEMA), "vault.keys_put_back")
            elif vault.keys.schema != keyfile.SCHEMA:
                vault.refresh_keys(replace(vault.keys, schema=keyfile.SCHEMA), "vault.upgraded")
            elif from_copy:
                keyfile.write(self.folder, vault.keys)
            failed = attempts.waiting(self.folder)
            sitting.begin(vault.database, vault.keys, vault.slot, self.now(), failed)
            attempts.entered(self.folder)
            if self.anchors is not None:
                anchor.remember(self.anchors, vault.keys.vault, vault.database, self.now())
        except BaseException:
            vault.close()
            raise


def _warnings(folder: Path, from_copy: bool) -> tuple[Trouble, ...]:
    service = places.copied_by(folder)
    found = [Trouble("trouble.keyfile_from_copy")] if from_copy else []
    if left := moved.moved_at(folder):
        found.append(Trouble("trouble.vault_moved_to", at=left))
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
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", keyfile.KEYS, keyfile.COPY, README, LOCK, READERS):
        (folder / name).unlink(missing_ok=True)
