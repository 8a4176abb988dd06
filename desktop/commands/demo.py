# SPDX-License-Identifier: MIT
"""`laget demo [FOLDER]`: a practice vault with families and letters, made without a window."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from models.values.trouble import Trouble
from resources.catalogue import fill


def run_demo(folder: Path, out: TextIO | None = None) -> int:
    """Make the practice vault in `folder`, tell what is made and where; gives the exit status."""
    out = out or sys.stdout
    refused = _why_not(folder)
    if refused:
        sys.stderr.write(refused + "\n")
        return 2
    from desktop.practice.vault import make_practice_vault

    def tell(done: int, total: int, what: str) -> None:
        out.write(_say("progress", done=f"{done:2}", total=total, what=what) + "\n")
        out.flush()

    out.write(_say("begins", folder=folder) + "\n")
    out.flush()
    try:
        made = make_practice_vault(folder, datetime.now(UTC), tell)
    except Trouble as trouble:
        sys.stderr.write(fill(trouble.key, "nb", **trouble.values) + "\n")
        return 2
    families, letters = len(made.families), len(made.written)
    out.write(_say("made", families=families, letters=letters) + "\n")
    out.write(_say("where", vault=made.vault, letters=made.letters) + "\n")
    out.write(_say("passphrase", passphrase=made.passphrase, vault=made.vault) + "\n")
    return 0


def _why_not(folder: Path) -> str:
    """The one sentence about a folder that cannot be used, empty when it can."""
    try:
        if folder.exists() and not folder.is_dir():
            return _say("is_file", folder=folder)
        if folder.exists() and any(folder.iterdir()):
            return _say("not_empty", folder=folder)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        return _say("cannot_write", folder=folder, fault=fault.strerror or fault)
    return ""


def _say(key: str, **values: object) -> str:
    return fill(f"demo.{key}", "nb", **values)
