# SPDX-License-Identifier: MIT
"""The ways to start from source: the window, the commands of `laget`, and the proofs."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools import environment, proofs, qt_libraries
from tools.environment import ROOT, SetupTrouble

WITHOUT_WINDOW = ("check", "demo", "--help", "-h", "--version")


def main(arguments: list[str]) -> int:
    """Set up what is missing, then do what the arguments ask for."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or pipe may not know every sign; better a «?» than a stop.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        if arguments[:1] == ["test"]:
            return prove(arguments[1:])
        return start(arguments)
    except SetupTrouble as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def start(arguments: list[str]) -> int:
    """Run the program itself in its own environment."""
    python = environment.ready("run.txt")
    if not set(arguments[:1]) & set(WITHOUT_WINDOW):
        qt_libraries.require(python, offscreen=os.environ.get("QT_QPA_PLATFORM") == "offscreen")
    return become([str(python), "-m", "desktop", *arguments], surroundings())


def prove(arguments: list[str]) -> int:
    """Run every check and test; --all adds the longer ones, --long runs those of many minutes."""
    python = environment.ready("test.txt")
    qt_libraries.require(python, offscreen=True)
    return proofs.run(python, arguments)


def surroundings() -> dict[str, str]:
    """The source first on Python's path, wherever the program is started from, and the current folder not at all."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONSAFEPATH": "1"}


def become(command: list[str], environ: Mapping[str, str]) -> int:
    """Go on as the program: Ctrl+C, signals and the exit code are its own."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], command, environ)
    # Windows has no exec that the console waits for.
    return subprocess.run(command, env=dict(environ), check=False, cwd=Path.cwd()).returncode
