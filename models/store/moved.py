# SPDX-License-Identifier: MIT
"""The mark of a vault that has been moved to another place, so that nobody goes on writing in the one left behind."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from models.store.files import shown, trouble_with_files, write_whole

MOVED = "vault.moved"


def mark(folder: Path, now: datetime) -> None:
    """From now on the vault opens only for reading, or for one who says that the move came to nothing."""
    with trouble_with_files():
        write_whole(folder / MOVED, json.dumps({"at": now.isoformat(timespec="minutes")}).encode())


def moved_at(folder: Path) -> str:
    """When the vault was moved away; empty for one that is in use here."""
    try:
        told = json.loads((folder / MOVED).read_bytes()[:4096])
        return shown(told["at"]).replace("T", " ")[:16]
    except FileNotFoundError:
        return ""
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return "?"


def unmark(folder: Path) -> None:
    """The vault is in use here again."""
    with suppress(FileNotFoundError), trouble_with_files():
        (folder / MOVED).unlink(missing_ok=True)
