# SPDX-License-Identifier: MIT
"""Everything that must hold before a change is kept: style, layers, dead code, types and tests."""

import os
import subprocess
import time
from pathlib import Path

from tools.environment import ROOT, program

BENCHMARKS = Path("tests", "benchmarks")
QUICK = "not slow and not long"
LENGTHS = {"--all": "not long", "--long": "long"}


def run(python: Path, arguments: list[str]) -> int:
    """Run every proof, also after one has failed, so that one run tells all; the tests come last."""
    everything = "--all" in arguments
    chosen = [argument for argument in arguments if argument not in LENGTHS]
    length = next((LENGTHS[argument] for argument in arguments if argument in LENGTHS), QUICK)
    steps = [*checks(python), *(benchmarks(python) if everything else []), tests(python, length, chosen)]
    failed = [name for name, command in steps if not holds(name, command)]
    if failed:
        print(f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def checks(python: Path) -> list[tuple[str, list[str]]]:
    """What can be told without running the program."""
    return [
        ("style", [str(python), "-m", "ruff", "check", "."]),
        ("format", [str(python), "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("layers", [program("lint-imports"), "--no-cache"]),
        ("dead code", [str(python), "-m", "vulture"]),
        ("types", [str(python), "-m", "mypy"]),
    ]


def benchmarks(python: Path) -> list[tuple[str, list[str]]]:
    """The figures, measured alone and once; each module prints its own."""
    modules = sorted(file.stem for file in (ROOT / BENCHMARKS).glob("*.py") if not file.stem.startswith("_"))
    return [(f"benchmark: {module}", [str(python), "-m", f"tests.benchmarks.{module}"]) for module in modules]


def tests(python: Path, length: str, chosen: list[str]) -> tuple[str, list[str]]:
    """The suite on every core: the quick tests, with --all the slow ones too, with --long those of many minutes."""
    command = [
        str(python),
        "-m",
        "pytest",
        "-n",
        "auto",
        "--dist",
        "worksteal",
        "-q",
        f"--ignore={BENCHMARKS}",
        "-m",
        length,
        *chosen,
    ]
    return "tests", command


def holds(name: str, command: list[str]) -> bool:
    """Run one proof, with its words and its time on the screen."""
    print(f"== {name}", flush=True)
    start = time.monotonic()
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT)}
    code = subprocess.run(command, cwd=ROOT, env=surroundings, stdin=subprocess.DEVNULL, check=False).returncode
    if name != "tests":
        print(f"   {'ok' if code == 0 else 'FAILED'} in {time.monotonic() - start:.0f} s", flush=True)
    return code == 0
