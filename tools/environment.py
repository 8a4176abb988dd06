# SPDX-License-Identifier: MIT
"""The program's own Python environment in .venv beside laget.py: made once, brought up to date when its pins change."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from tools.words import say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "laget.json"
REQUIREMENTS = ROOT / "requirements"


class SetupTrouble(Exception):
    """Something on the machine must be put right before Laget can start; the sentence says what."""


def ready(requirements: str) -> Path:
    """The environment's Python, with the pinned packages of this requirement file in place."""
    python = interpreter()
    stamp = read_stamp()
    if not python.exists() or stamp.get("python", version()) != version():
        make()
        stamp = {}
    if stamp.get(requirements) != fingerprint(requirements):
        install(python, requirements)
        write_stamp(stamp | {"python": version(), requirements: fingerprint(requirements)})
    return python


def interpreter() -> Path:
    """Where the environment's Python lies on this system."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def program(name: str) -> str:
    """Where a command line program of the environment lies."""
    return str(interpreter().with_name(f"{name}.exe" if os.name == "nt" else name))


def version() -> str:
    """The Python that starts us; packages made for another do not fit."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def fingerprint(requirements: str) -> str:
    """A hash over everything that decides what this requirement file installs."""
    names = sorted({"run.txt", requirements})
    return hashlib.sha256(b"\0".join((REQUIREMENTS / name).read_bytes() for name in names)).hexdigest()


def make() -> None:
    """A new, empty environment, in place of one that no longer works."""
    if importlib.util.find_spec("ensurepip") is None:
        # Debian and Ubuntu keep it in a package of its own.
        raise SetupTrouble(say("readying.venv_missing", version=version()))
    if VENV.exists() and not (VENV / "pyvenv.cfg").exists() and any(VENV.iterdir()):
        raise SetupTrouble(say("readying.folder_taken", folder=VENV))
    print(say("readying.first_time"), flush=True)
    try:
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as fault:
        raise SetupTrouble(say("readying.cannot_make", folder=VENV, fault=fault)) from fault


def install(python: Path, requirements: str) -> None:
    """Exactly the pinned packages, each checked against its hash, none built on this machine."""
    print(say("readying.installing"), flush=True)
    # Half an installation must not look like a whole one at the next start.
    write_stamp({key: value for key, value in read_stamp().items() if key != requirements})
    options = ["--require-hashes", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check"]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    command = [str(python), "-m", "pip", "install", *options, *quiet, "-r", str(REQUIREMENTS / requirements)]
    if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode:
        raise SetupTrouble(say("readying.install_failed"))


def read_stamp() -> dict[str, str]:
    """What the environment was last made of; nothing when that is not known."""
    try:
        found = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_stamp(stamp: dict[str, str]) -> None:
    """Remember what the environment is made of."""
    STAMP.write_text(json.dumps(stamp, indent=1), "utf-8")
