# SPDX-License-Identifier: MIT
"""Where the program keeps its own small files on this machine; never anything about a family."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("Laget", appauthor=False, roaming=False)


def _home() -> Path | None:
    """A folder that replaces the machine's own places, for practice and tests."""
    chosen = os.environ.get("LAGET_HOME")
    return Path(chosen) if chosen else None


def settings_file() -> Path:
    """The choices of look and language, and which vault was open last."""
    return (_home() or Path(_DIRS.user_config_dir)) / "settings.json"


def log_folder() -> Path:
    """Where the log lies: what happened, never to whom."""
    return (_home() or Path(_DIRS.user_log_dir)) / "log"


def anchor_folder() -> Path:
    """Where this machine remembers how long each vault's log was."""
    return (_home() or Path(_DIRS.user_data_dir)) / "ankre"


def backup_folder() -> Path:
    """Where this machine remembers the place of each vault's copies, and what came of the last one."""
    return (_home() or Path(_DIRS.user_data_dir)) / "kopier"


def trial_folder() -> Path:
    """Where a copy is restored on trial or opened for reading; encrypted all the way, and removed afterwards."""
    return (_home() or Path(_DIRS.user_data_dir)) / "prøve"


def proposed_vault() -> Path:
    """The folder proposed for a new vault: local, visible, not synchronised."""
    home = _home()
    return (home or Path(_DIRS.user_data_dir)) / "Hvelv"
