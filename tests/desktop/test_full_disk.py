# SPDX-License-Identifier: MIT
"""A disk that fills up while somebody writes: closing asks, locking locks, and neither loses a word."""

import os
import secrets
import subprocess
import sys

import pytest

from tests.desktop.test_lock import found_in_memory
from tests.tree import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file"),
]


@pytest.fixture
def start(tmp_path):
    """The person, in a process of her own; gives a way to talk with her."""
    around = os.environ | {
        "LAGET_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    started = []

    def begun(story):
        command = [
            sys.executable,
            str(ROOT / "tests" / "desktop" / "full_disk_driver.py"),
            story,
            str(tmp_path / "hvelv"),
        ]
        started.append(
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=around, cwd=ROOT)
        )
        return started[-1]

    yield begun
    for process in started:
        process.kill()
        process.wait()


def say(process, line):
    process.stdin.write(line + "\n")
    process.stdin.flush()


def hear(process, begins):
    for line in process.stdout:
        if line.startswith(begins):
            return line[len(begins) :].strip()
    raise AssertionError(f"the driver never said {begins!r}")


def test_closing_on_a_full_disk_asks_and_names_what_would_be_lost(start):
    typed = f"Torunn {secrets.token_hex(8)}"
    person = start("close")
    say(person, typed)
    assert hear(person, "open") == "True"
    asked = hear(person, "asked")
    assert "Det siste du skrev er ikke lagret" in asked
    assert f"«{typed}»" in asked
    assert "Lukk likevel og mist det siste" in asked
    assert hear(person, "open") == "False"
    assert typed in hear(person, "kept")


def test_locking_on_a_full_disk_locks_and_brings_the_text_back_unseen_meanwhile(start):
    typed = f"Torunn {secrets.token_hex(8)}"
    person = start("lock")
    say(person, typed)
    hear(person, "locked")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        assert not found_in_memory(person.pid, typed.encode())
        assert not found_in_memory(person.pid, typed.encode("utf-16-le"))
    say(person, "go on")
    assert hear(person, "typed") == typed
    assert typed in hear(person, "kept")
