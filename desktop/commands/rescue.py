# SPDX-License-Identifier: MIT
"""`laget rescue VAULT NEW`: writes what can still be read of a damaged vault into a new one."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from desktop.commands.check import ask_for_passphrase
from desktop.damage_words import told, told_of_copy
from models.values.trouble import Trouble
from resources.catalogue import fill


def run_rescue(
    vault: Path,
    target: Path,
    passphrase: Callable[[], bytearray] = ask_for_passphrase,
    out: TextIO | None = None,
) -> int:
    """Rescue the vault; 0 when nothing was lost, 1 when something was, 2 when it could not be done."""
    out = out or sys.stdout
    if not vault.is_dir():
        sys.stderr.write(fill("vault_check.no_folder", "nb", folder=vault) + "\n")
        return 2
    from desktop.copies.newest import newest_copy
    from models.store.memory import wiped
    from models.store.rescue import rescue

    try:
        with wiped(passphrase()) as typed:
            made = rescue(vault, typed, target, datetime.now(UTC))
    except Trouble as trouble:
        sys.stderr.write(fill(trouble.key, "nb", **trouble.values) + "\n")
        if trouble.key in ("trouble.beginning_gone", "trouble.nothing_to_rescue"):
            sys.stderr.write("\n".join(told_of_copy(newest_copy(vault), None, in_nb)) + "\n")
        return 2
    lines = [*told(made.damage, in_nb), *told_of_copy(newest_copy(vault), made.damage, in_nb)]
    lines += [fill("rescue.done", "nb", folder=target), fill("rescue.untouched", "nb")]
    out.write("\n".join(lines) + "\n")
    return 1 if made.damage.lost or made.left_out else 0


def in_nb(key: str, **values: object) -> str:
    """The command line speaks bokmål."""
    return fill(key, "nb", **values)
