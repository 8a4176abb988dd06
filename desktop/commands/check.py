# SPDX-License-Identifier: MIT
"""`laget check VAULT`: looks at everything in a vault, on a copy, and tells whether it is in order."""

import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from models.values.trouble import Trouble
from resources.catalogue import fill

# a vault of which nothing more can be told than which copy there is
BEYOND_READING = frozenset(f"trouble.{why}" for why in ("database_missing", "database_empty", "keyfile_damaged"))


def ask_for_passphrase() -> bytearray:
    """Typed unseen at the screen, or the first line of what is piped in."""
    from models.store.memory import secret_bytes

    if sys.stdin is not None and sys.stdin.isatty():
        return secret_bytes(getpass.getpass(_say("ask")))
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return secret_bytes(line.rstrip("\r\n"))


def run_check(vault: Path, passphrase: Callable[[], bytearray] = ask_for_passphrase, out: TextIO | None = None) -> int:
    """Check the vault; 0 when it is in order, 1 when it is not, 2 when it could not be looked at."""
    out = out or sys.stdout
    if not vault.is_dir():
        sys.stderr.write(_say("no_folder", folder=vault) + "\n")
        return 2
    from desktop.copies.newest import newest_copy
    from desktop.damage_words import told as damage_told
    from desktop.damage_words import told_of_copy
    from models.store.check import CheckReport, check
    from models.store.memory import wiped

    def in_nb(key: str, **values: object) -> str:
        return fill(key, "nb", **values)

    def told(report: CheckReport) -> list[str]:
        broken = report.log_broken_at
        return [
            _say("pages_fine" if report.pages_sealed and report.pages_whole else "pages_hurt"),
            _say("log_fine", n=report.log_length) if broken is None else _say("log_broken", line=broken),
            _say("triggers_fine" if report.triggers_in_place else "triggers_gone"),
            *([_say("clock_jumps", n=len(report.clock_jumps))] if report.clock_jumps else []),
            _say("rows", n=sum(report.rows.values())),
            *(damage_told(report.damage, in_nb) if report.damage else []),
            *([] if report.sound else told_of_copy(newest_copy(vault), report.damage, in_nb)),
            _say("sound" if report.sound else "not_sound"),
            *([fill("damage.can_rescue", "nb")] if report.damage else []),
        ]

    try:
        with wiped(passphrase()) as typed:
            report = check(vault, typed)
    except Trouble as trouble:
        sys.stderr.write(fill(trouble.key, "nb", **trouble.values) + "\n")
        if trouble.key in BEYOND_READING:
            sys.stderr.write("\n".join(told_of_copy(newest_copy(vault), None, in_nb)) + "\n")
        return 2
    out.write("\n".join(told(report)) + "\n")
    return 0 if report.sound else 1


def _say(key: str, **values: object) -> str:
    return fill(f"vault_check.{key}", "nb", **values)
