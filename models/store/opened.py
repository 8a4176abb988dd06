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
from models.store.memory import wipe
from models.store.vault_lock import ReadLock, VaultLock
from models.values.trouble import Trouble

if TYPE_CHECKING:  # see vault.py: nothing heavy before the unlock screen is painted
    from models.store.database import Database
    from models.store.rekey import Progress

Clock = Callable[[], datetime]
RECOVERY_USER = "gjenoppretting"


def utc_now() -> datetime:
    """The moment, aware and in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class VaultUser:
    """Somebody who can open the vault with a passphrase of her own, perhaps only on the machine she chose."""

    slot: str
    name: str
    device: bool = False


class OpenVault:
    """A vault that is open: its database, the slot that opened it, and what may be changed in the key file."""

    def __init__(
        self,
        folder: Path,
        keys: KeyFile,
        slot: str,
        key: bytearray,
        database: "Database",
        lock: "VaultLock | ReadLock",
    ) -> None:
        self.folder, self.slot, self.database, self.keys = folder, slot, database, keys
        self.recovery_sheets: tuple[tuple[str, ...], ...] = ()
        self.warnings: tuple[Trouble, ...] = ()
        self.anchors: Path | None = None
        self.clock: Clock = utc_now
        # for a copy opened for reading: when it was made, and the vault it stands in for
        self.copy_made: datetime | None = None
        self.stands_for: Path | None = None
        self._key, self._lock = key, lock
        self._passing: KeyFile | None = None
        self._closed = False

    @property
    def read_only(self) -> bool:
        """Whether another window on this machine holds the vault."""
        return self.database.read_only

    @property
    def practice(self) -> bool:
        return self.keys.practice

    @property
    def by_paper(self) -> bool:
        """Whether the recovery key opened it, and nobody has set a passphrase yet."""
        return self.keys.slot(self.slot).cost is None

    @property
    def recovery_confirmed(self) -> bool:
        """Whether the printed key was typed back; before that only practice vaults take real use."""
        return self.keys.recovery_confirmed

    @property
    def users(self) -> tuple[VaultUser, ...]:
        return users_of(self.keys)

    def set_passphrase(self, passphrase: bytearray, slot: str = "", cost: Cost | None = None) -> None:
        """A new passphrase: for oneself, for a colleague who lost hers or her machine, or after the recovery key.

        It opens without any device; she switches that on again herself.
        """
        from models.store import slots

        slot = slot or self.slot
        user = self.keys.slot(slot).user
        new = slots.new_slot(self.keys, user, passphrase, self._key, cost or slots.calibrated(), slot)
        by_paper, own = self.by_paper, slot == self.slot
        self.refresh_keys(
            self.keys.with_slot(new),
            "vault.passphrase_changed" if own else "vault.passphrase_set",
            reason="" if own else user,
        )
        if by_paper:
            from models.store.sitting import OPENED

            # her sitting begins here: what she opens is noted from now on
            self.slot = slot
            self.tell(OPENED)

    def back_up(self, target: Path) -> None:
        """A copy in the new folder `target`, opened and compared before it counts; runs beside the window."""
        from models.store.backup import back_up

        back_up(self.folder, self._key, target, self.clock())
        if not self.read_only:
            self.tell("vault.copied")

    def add_user(self, name: str, passphrase: bytearray, cost: Cost | None = None) -> str:
        """A way in for one more person; gives her slot."""
        from models.store import slots

        new = slots.new_slot(self.keys, name, passphrase, self._key, cost or slots.calibrated())
        self.refresh_keys(self.keys.with_slot(new), "vault.user_added", reason=name)
        return new.id

    def remove_user(self, slot: str, at: "Progress") -> None:
        """Take a person's way in away for good: a new database key for the others, and all data written anew under it.

        For a worker: it takes seconds, and the vault can be used meanwhile. `at(done, total)` stops it by raising.
        Copies made before still open with her passphrase: see `models.store.old_copies`.
        """
        from models.store import rekey, slots

        self._check_key_file()
        who = self.keys.slot(slot)
        if slot == self.slot or who.cost is None:
            raise Trouble("trouble.own_slot")
        passing = rekey.passing(self.keys, self._key, slot)
        self._passing = passing.file
        try:
            rekey.remove(self.database, passing, at)
            wipe(self._key)
            self._key[:] = passing.new
            # At once, and not only when it is on the disk: nothing may be written any more that holds the old key.
            self.keys = slots.promoted(passing.file)
        finally:
            passing.wipe()
        self.refresh_keys(self.keys, "vault.user_removed", reason=who.user)

    def close(self) -> None:
        """Close the database, forget the key and let others in."""
        if not self._closed:
            self._closed = True
            with suppress(Trouble):  # a vault that is damaged or gone must still be closed
                from models.store import anchor

                if self.anchors is not None:
                    anchor.remember(self.anchors, self.keys.vault, self.database, self.clock())
        self.database.close()
        wipe(self._key)
        self._lock.release()

    def refresh_keys(self, keys: KeyFile, what: str = "", reason: str = "") -> None:
        """Write a changed key file, sealed anew, unless somebody else touched the one on the disk; log what it was."""
        from models.store import slots

        on_disk = self._check_key_file()
        newest = max(keys.generation, on_disk.generation)
        keys = slots.sealed(replace(keys, generation=newest), self._key)
        keyfile.write(self.folder, keys)
        self.keys = keys
        if what:
            self.tell(what, reason)

    def tell(self, what: str, reason: str = "") -> None:
        """Enter something done with the vault as a whole in its log."""
        from models.store import sitting

        sitting.tell(self.database, self.keys, self.slot, self.clock(), what, reason)

    def _check_key_file(self) -> KeyFile:
        from models.store import slots

        if self.read_only:
            raise Trouble("trouble.vault_read_only")
        on_disk, _ = keyfile.read(self.folder)
        if on_disk != self._passing and not slots.seal_holds(on_disk, self._key):
            raise Trouble("trouble.keyfile_altered")
        return on_disk


def users_of(keys: KeyFile) -> tuple[VaultUser, ...]:
    """Everybody with a passphrase."""
    return tuple(VaultUser(slot.id, slot.user, "device" in slot.factor) for slot in keys.slots if slot.cost is not None)


def recovery_slots(keys: KeyFile) -> list[keyfile.Slot]:
    """The slots that a key on paper opens."""
    return [slot for slot in keys.slots if slot.cost is None]
