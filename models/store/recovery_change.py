# SPDX-License-Identifier: MIT
"""A recovery key in the making: it takes the old one's place only when it was typed back from paper."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from models.store import recovery, slots
from models.store.keyfile import KeyFile, Slot
from models.store.memory import wipe, wiped
from models.store.opened import RECOVERY_USER, OpenVault, recovery_slots
from models.values.trouble import Trouble


@dataclass(frozen=True, slots=True)
class PaperKey:
    """What is printed, sheet by sheet, and the slot it opens."""

    sheets: tuple[tuple[str, ...], ...]
    slot: Slot


def new_paper_key(keys: KeyFile, key: bytearray, sheets: int) -> PaperKey:
    """A key for one sheet in the safe, or split over two for two people."""
    with wiped(recovery.new_recovery_key()) as paper:
        slot = slots.new_slot(keys, RECOVERY_USER, paper, key, None)
        if sheets == 1:
            return PaperKey((recovery.groups(paper),), slot)
        one, other = recovery.split(paper)
        with wiped(one), wiped(other):
            return PaperKey((recovery.groups(one), recovery.groups(other)), slot)


def put_in(keys: KeyFile, paper: PaperKey, *, confirmed: bool) -> KeyFile:
    """The key file with this recovery key in place of the one before."""
    others = tuple(slot for slot in keys.slots if slot.cost is not None)
    return replace(keys, slots=(*others, paper.slot), sheets=len(paper.sheets), recovery_confirmed=confirmed)


def propose(vault: OpenVault, sheets: int) -> PaperKey:
    """A new recovery key; the one before works until `accept`."""
    with wiped(vault.database.key_copy()) as key:
        return new_paper_key(vault.keys, key, sheets)


def accept(vault: OpenVault, paper: PaperKey, typed: Sequence[str]) -> None:
    """Put the new key in the old one's place once it was typed back; raises Trouble when it was not."""
    _check(put_in(vault.keys, paper, confirmed=True), typed)
    vault.refresh_keys(put_in(vault.keys, paper, confirmed=True), "vault.recovery_key_renewed")


def renew(vault: OpenVault) -> tuple[tuple[str, ...], ...]:
    """A new key at once, where the one before was never typed back and nobody has it on paper; told once."""
    paper = propose(vault, vault.keys.sheets)
    vault.refresh_keys(put_in(vault.keys, paper, confirmed=False), "vault.recovery_key_renewed")
    return paper.sheets


def confirm(vault: OpenVault, typed: Sequence[str]) -> None:
    """Note that the key on paper opens this vault; raises Trouble when it does not."""
    _check(vault.keys, typed)
    vault.refresh_keys(replace(vault.keys, recovery_confirmed=True), "vault.recovery_key_confirmed")


def parsed(keys: KeyFile, typed: Sequence[str]) -> bytearray:
    """The key from what was typed, one text for each sheet."""
    typed = [text for text in typed if text.strip()]
    if len(typed) != keys.sheets:
        raise Trouble("trouble.recovery_sheets_both" if keys.sheets > 1 else "trouble.recovery_sheet_one")
    if keys.sheets == 1:
        return recovery.parse(typed[0])
    with ExitStack() as stack:
        one, other = (stack.enter_context(wiped(_sheet(text, part))) for part, text in enumerate(typed, 1))
        if one == other:
            raise Trouble("trouble.recovery_sheet_twice")
        return recovery.join(one, other)


def _sheet(text: str, part: int) -> bytearray:
    """One of two sheets; what is wrong is told with its number."""
    try:
        return recovery.parse(text)
    except Trouble as trouble:
        raise Trouble("trouble.recovery_sheet_mistyped", part=part) from trouble


def _check(keys: KeyFile, typed: Sequence[str]) -> None:
    with wiped(parsed(keys, typed)) as secret:
        found = slots.unlock(keys, secret, recovery_slots(keys))
    if found is None:
        raise Trouble("trouble.recovery_key_wrong")
    wipe(found.key)
