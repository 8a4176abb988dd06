# SPDX-License-Identifier: MIT
"""Lets people in and out of the open vault (views.pages.colleague.keys): first the right, then the key."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.copies.memory import BackupMemory
from desktop.passphrase import strength
from desktop.paths import backup_folder
from models.store.memory import secret_bytes, wiped
from models.store.old_copies import opens_with
from models.values.passphrase import propose
from models.work.ways_in import may_be_let_in, may_be_shut_out, tie_slot, untie_slot

if TYPE_CHECKING:
    from models.store.vault import OpenVault
    from views.workspace import Pulse, Workspace


class VaultWaysIn:
    """Bound to one open vault and to whoever opened it."""

    def __init__(self, vault: "OpenVault", workspace: "Workspace", municipality: str) -> None:
        self._vault, self._workspace, self._municipality = vault, workspace, municipality

    def slots(self) -> tuple[tuple[str, str], ...]:
        """Each way in and the name it was made for."""
        return tuple((user.slot, user.name) for user in self._vault.users)

    def let_in(self, staff_id: UUID, typed: str) -> None:
        """A way in for this person; takes a second."""
        name = self._workspace.do(may_be_let_in, staff_id, frozenset(slot for slot, _ in self.slots()))
        with wiped(secret_bytes(typed)) as secret:
            slot = self._vault.add_user(name, secret)
        self._workspace.do(tie_slot, staff_id, slot)

    def shutting_out(self, staff_id: UUID) -> Callable[["Pulse"], None]:
        """The job that gives the others a new key."""
        slot = self._workspace.do(may_be_shut_out, staff_id)

        def shut_out(pulse: "Pulse") -> None:
            # a removal that was killed at its end took the key and left the name: then only the name is left to mend
            if slot in (there for there, _ in self.slots()):
                self._vault.remove_user(slot, pulse.at)
            self._workspace.do(untie_slot, staff_id)

        return shut_out

    def old_copies(self, slot: str) -> int:
        """How many copies at the place of the copies this way in still opens."""
        vault = self._vault.keys.vault
        place = BackupMemory(backup_folder(), vault).now.place
        return len(opens_with(Path(place), vault, slot)) if place else 0

    def strength(self, typed: str) -> str:
        """How long guessing would take."""
        return strength(typed, tuple(self._municipality.split()))

    def propose(self) -> str:
        """A passphrase of random words."""
        return propose()
