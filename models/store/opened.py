# SPDX-License-Identifier: MIT
"""A vault that is open, and what may be changed in its key file from the inside."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.store import keyfile
from models.store.keyfile import Cost, KeyFile
from models.store.memory import wipe, wiped
from models.store.vault_lock import VaultLock
from models.values.trouble import Trouble

if TYPE_CHECKING:  # see vault.py: nothing heavy before the unlock screen is painted
    from models.store.database import Database

Clock = Callable[[], datetime]
RECOVERY_USER = "gjenoppretting"


def utc_now() -> datetime:
    """The moment, aware and in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class VaultUser:
    """Somebody who can open the vault with a passphrase of her own."""

    slot: str
    name: str


class OpenVault:
    """A vault that is open: its database, the slot that opened it, and what may be changed in the key file."""

    def __init__(
        self, folder: Path, keys: KeyFile, slot: str, key: bytearray, database: "Database", lock: VaultLock | None
    ) -> None:
        self.folder, self.slot, self.database = folder, slot, database
        self.recovery_key_groups: tuple[str, ...] = ()
        self.warnings: tuple[Trouble, ...] = ()
        self.anchors: Path | None = None
        self.clock: Clock = utc_now
        self._keys, self._key, self._lock = keys, key, lock
        self._closed = False

    @property
    def read_only(self) -> bool:
        """Whether another window on this machine holds the vault."""
        return self.database.read_only

    @property
    def practice(self) -> bool:
        return self._keys.practice

    @property
    def recovery_confirmed(self) -> bool:
        """Whether the printed key was typed back; before that only practice vaults take real use."""
        return self._keys.recovery_confirmed

    @property
    def users(self) -> tuple[VaultUser, ...]:
        return users_of(self._keys)

    def confirm_recovery_key(self, typed: str) -> None:
        """Note that the key on paper opens this vault; raises Trouble when it does not."""
        from models.store import recovery, slots

        with wiped(recovery.parse(typed)) as secret:
            found = slots.unlock(self._keys, secret, recovery_slots(self._keys))
        if found is None:
            raise Trouble("trouble.recovery_key_wrong")
        wipe(found[1])
        self.refresh_keys(replace(self._keys, recovery_confirmed=True), "vault.recovery_key_confirmed")

    def renew_recovery_key(self) -> tuple[str, ...]:
        """A new key for paper in place of the old one, for a sheet that was lost or never printed; told once."""
        from models.store import recovery, slots

        with wiped(recovery.new_recovery_key()) as paper:
            others = tuple(slot for slot in self._keys.slots if slot.cost is not None)
            new = slots.new_slot(self._keys, RECOVERY_USER, paper, self._key, None)
            renewed = replace(self._keys, slots=(*others, new), recovery_confirmed=False)
            self.refresh_keys(renewed, "vault.recovery_key_renewed")
            return recovery.groups(paper)

    def set_passphrase(self, passphrase: bytearray, slot: str = "", cost: Cost | None = None) -> None:
        """A new passphrase for one who is inside, or after the recovery key for the one who forgot hers."""
        from models.store import slots

        slot = slot or self.slot
        user = self._keys.slot(slot).user
        new = slots.new_slot(self._keys, user, passphrase, self._key, cost or slots.calibrated(), slot)
        self.refresh_keys(self._keys.with_slot(new), "vault.passphrase_changed")
        self.slot = slot

    def change_passphrase(self, old: bytearray, new: bytearray) -> None:
        """Another passphrase for the one who is inside and knows the old one; raises Trouble when it is wrong."""
        from models.store import slots

        found = slots.unlock(self._keys, old, [self._keys.slot(self.slot)])
        if found is None:
            raise Trouble("trouble.wrong_passphrase")
        wipe(found[1])
        self.set_passphrase(new)

    def back_up(self, target: Path) -> None:
        """A copy in the new folder `target`, opened and compared before it counts; runs beside the window."""
        from models.store.backup import back_up

        back_up(self.folder, self._key, target, self.clock())
        if not self.read_only:
            self._tell("vault.copied")

    def add_user(self, name: str, passphrase: bytearray, cost: Cost | None = None) -> str:
        """A way in for one more person; gives her slot."""
        from models.store import slots

        new = slots.new_slot(self._keys, name, passphrase, self._key, cost or slots.calibrated())
        self.refresh_keys(self._keys.with_slot(new), "vault.user_added")
        return new.id

    def close(self) -> None:
        """Close the database, forget the key and let others in."""
        if not self._closed:
            self._closed = True
            with suppress(Trouble):  # a vault that is damaged or gone must still be closed
                self._remember()
        self.database.close()
        wipe(self._key)
        if self._lock is not None:
            self._lock.release()

    def refresh_keys(self, keys: KeyFile, what: str = "") -> None:
        """Write a changed key file, sealed anew, unless somebody else touched the one on the disk; log what it was."""
        from models.store import slots

        if self.read_only:
            raise Trouble("trouble.vault_read_only")
        on_disk, _ = keyfile.read(self.folder)
        if not slots.seal_holds(on_disk, self._key):
            raise Trouble("trouble.keyfile_altered")
        keys = slots.sealed(keys, self._key)
        keyfile.write(self.folder, keys)
        self._keys = keys
        if what:
            self._tell(what)

    def _remember(self) -> None:
        from models.store import anchor

        if self.anchors is not None:
            anchor.remember(self.anchors, self._keys.vault, self.database, self.clock())

    def _tell(self, what: str) -> None:
        from models.store import sitting

        sitting.tell(self.database, self.slot, self._keys.slot(self.slot).user, self.clock(), what)


def users_of(keys: KeyFile) -> tuple[VaultUser, ...]:
    """Everybody with a passphrase."""
    return tuple(VaultUser(slot.id, slot.user) for slot in keys.slots if slot.cost is not None)


def recovery_slots(keys: KeyFile) -> list[keyfile.Slot]:
    """The slots that a key on paper opens."""
    return [slot for slot in keys.slots if slot.cost is None]
