# SPDX-License-Identifier: MIT
"""Locking covers the window, keeps half-typed text, and leaves a process in which nothing of it is found."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def driver(tmp_path):
    """The person who types and locks, in a process of her own."""
    home = os.environ | {"LAGET_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(ROOT / "tests" / "desktop" / "lock_driver.py"), str(tmp_path / "vault")]
    started = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=home, cwd=ROOT)
    yield started
    started.kill()
    started.wait()


def say(driver, line):
    driver.stdin.write(line + "\n")
    driver.stdin.flush()


def hear(driver, begins):
    """The rest of the next line that begins so."""
    for line in driver.stdout:
        if line.startswith(begins):
            return line[len(begins) :].strip()
    raise AssertionError(f"the driver never said {begins!r}")


def found_in_memory(pid, marker):
    """Whether the bytes stand anywhere in what the process has written."""
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb") as memory:
        for line in maps:
            area, rights = line.split()[:2]
            if "w" not in rights or "r" not in rights:
                continue
            start, end = (int(side, 16) for side in area.split("-"))
            memory.seek(start)
            try:
                if marker in memory.read(end - start):
                    return True
            except OSError:
                continue
    return False


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="reading another process needs root")
def test_what_was_typed_is_gone_from_memory_after_locking_and_back_after_unlocking(driver):
    typed = f"Torunn {secrets.token_hex(12)}"
    say(driver, typed)
    hear(driver, "typed")
    assert found_in_memory(driver.pid, typed.encode("utf-16-le")), "the search finds what is there"
    say(driver, "lock")
    hear(driver, "locked")
    assert not found_in_memory(driver.pid, typed.encode())
    assert not found_in_memory(driver.pid, typed.encode("utf-16-le"))
    say(driver, "go on")
    assert hear(driver, "page") == "settings"
    assert hear(driver, "typed") == typed


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="told of sleep as Linux tells it")
def test_what_was_typed_this_instant_is_kept_over_sleep_idleness_and_a_mistake_of_ours(driver):
    for name, way in (("Torunn Vik", "sleep"), ("Sigrid Moe", "idle")):
        say(driver, name)
        hear(driver, "typed")
        say(driver, way)
        hear(driver, "locked")
        say(driver, "go on")
        assert hear(driver, "page") == "settings"
        assert hear(driver, "typed") == name
    say(driver, "Gunnhild Aas")
    hear(driver, "typed")
    say(driver, "crash")
    assert "Gunnhild Aas" in hear(driver, "kept")
