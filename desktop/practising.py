# SPDX-License-Identifier: MIT
"""A practice vault in a temporary folder, for `laget --demo`: made beside the window, gone when the program ends."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.clock import now
from models.store.memory import secret_bytes, wiped

if TYPE_CHECKING:
    from desktop.jobs import Pulse
    from models.store.vault import OpenVault

PREFIX = "laget-practice-"
# The new process after a lock shows the passphrase on its unlock page: a practice vault hides nothing.
PASSPHRASE = "LAGET_PRACTICE"


def make_and_open(pulse: "Pulse") -> "OpenVault":
    """Make the vault with its families and letters, and open it."""
    from desktop.practice.vault import make_practice_vault
    from models.store.vault import open_vault

    made = make_practice_vault(Path(tempfile.mkdtemp(prefix=PREFIX)), now(), pulse.at)
    os.environ[PASSPHRASE] = made.passphrase
    with wiped(secret_bytes(made.passphrase)) as passphrase:
        return open_vault(made.vault, passphrase)


def remove(vault: Path) -> None:
    """Take away the folder of a practice vault that this program made in the temporary folder, and no other."""
    folder = vault.parent
    if folder.name.startswith(PREFIX) and folder.parent == Path(tempfile.gettempdir()):
        shutil.rmtree(folder, ignore_errors=True)
