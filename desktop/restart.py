# SPDX-License-Identifier: MIT
"""Replacing the process, so that nothing of an opened vault is left in memory after locking."""

import os
import subprocess
import sys
from collections.abc import Sequence


def command(arguments: Sequence[str]) -> list[str]:
    """How this program was started, with other arguments; holds for `-m desktop` and for the frozen bundle."""
    started = len(sys.orig_argv) - len(sys.argv[1:])
    return [sys.executable, *sys.orig_argv[1:started], *arguments]


def replace_process(arguments: Sequence[str]) -> None:
    """Become a new process; on Windows, start one and leave, since a process cannot be replaced there."""
    again = command(arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":
        subprocess.Popen(again, close_fds=True)
        os._exit(0)
    os.execv(again[0], again)
