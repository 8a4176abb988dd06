# SPDX-License-Identifier: MIT
"""Checks the open vault's log beside the window, at opening and when somebody asks (views.pages.vault_log.guard)."""

from typing import TYPE_CHECKING

from models.store import anchor
from models.store.keyfile import read
from models.store.log_check import check_log
from models.values.log_state import LogCheck

if TYPE_CHECKING:
    from models.store.vault import OpenVault
    from views.workspace import Pulse


class VaultLogGuard:
    """Bound to one open vault."""

    def __init__(self, vault: "OpenVault") -> None:
        self._vault = vault
        self._id = read(vault.folder)[0].vault

    def check(self, pulse: "Pulse") -> LogCheck:
        """Read every line of the log."""
        return check_log(self._vault.database, self._vault.anchors, self._id, pulse.at, whole=True)

    def check_at_opening(self, pulse: "Pulse") -> LogCheck:
        """The whole of a log of ordinary length, else what is new since this machine last saw it."""
        return check_log(self._vault.database, self._vault.anchors, self._id, pulse.at, whole=False)

    def accept(self) -> None:
        """From now on remember the log as it stands."""
        if self._vault.anchors is not None:
            anchor.accept(self._vault.anchors, self._id, self._vault.database, self._vault.clock())
