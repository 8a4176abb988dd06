# SPDX-License-Identifier: MIT
"""The second factor of a slot: a secret this machine keeps, without which the passphrase alone opens nothing."""

import os

from models.store import slots
from models.store.memory import wipe
from models.store.opened import OpenVault
from models.values.trouble import Trouble

BYTES = 32


def new_secret() -> bytearray:
    """A secret for one machine and one person; the machine keeps it before the slot asks for it."""
    return bytearray(os.urandom(BYTES))


def switch_on(vault: OpenVault, passphrase: bytearray, secret: bytearray) -> None:
    """From now on one's own passphrase opens the vault only with what this machine keeps."""
    if not vault.recovery_confirmed:
        raise Trouble("trouble.recovery_first")
    change(vault, passphrase, passphrase, None, secret)


def switch_off(vault: OpenVault, passphrase: bytearray, secret: bytearray) -> None:
    """From now on one's own passphrase is enough on every machine."""
    change(vault, passphrase, passphrase, secret, None)


def change(vault: OpenVault, old: bytearray, new: bytearray, device: bytearray | None, later: bytearray | None) -> None:
    """Make one's own slot anew for another passphrase or another machine; raises Trouble when the old one is wrong."""
    mine = vault.keys.slot(vault.slot)
    if mine.factor == slots.DEVICE and device is None:
        raise Trouble("trouble.device_unknown")
    found = slots.unlock(vault.keys, old, [mine], lambda _slot: bytearray(device or b""))
    if found is None:
        raise Trouble("trouble.wrong_passphrase")
    try:
        cost = mine.cost if old == new else slots.calibrated()
        slot = slots.new_slot(vault.keys, mine.user, new, found.key, cost, mine.id, later)
    finally:
        wipe(found.key)
    before, after = mine.factor == slots.DEVICE, slot.factor == slots.DEVICE
    what = "vault.passphrase_changed" if before == after else "vault.device_on" if after else "vault.device_off"
    vault.refresh_keys(vault.keys.with_slot(slot), what)
