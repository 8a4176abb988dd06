# SPDX-License-Identifier: MIT
"""Secrets are overwritten after use, and the process shows its memory to nobody."""

import subprocess
import sys

import pytest

from models.store.memory import secret_bytes, wipe, wiped


def test_a_secret_is_gone_after_use_even_when_it_went_wrong():
    secret = bytearray(b"fire korte norske ord")
    with pytest.raises(ValueError, match="feil"), wiped(secret):
        raise ValueError("feil")
    assert secret == bytes(21)


def test_a_passphrase_is_the_same_from_every_keyboard():
    assert secret_bytes("blåbær på\u0020a\u030as") == secret_bytes("blåbær på ås")


def test_wiping_overwrites_in_place():
    secret = bytearray(b"ord")
    same = memoryview(secret)
    wipe(secret)
    assert bytes(same) == bytes(3)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux how it took it")
def test_a_closed_process_leaves_no_core_and_lets_nobody_read_its_memory():
    code = """
import ctypes, resource
from models.store.memory import close_memory
assert close_memory()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(0, 0) 0"


def test_a_vault_opened_by_the_program_keeps_its_pages_in_locked_memory(database):
    code = """
import sys
from pathlib import Path
from models.store.engine import connect
connection = connect(Path(sys.argv[1]), bytearray(range(32)))
print(connection.execute("pragma cipher_memory_security").fetchone()[0])
"""
    database.close()
    opened = [sys.executable, "-c", code, str(database.folder / "vault.db")]
    assert subprocess.run(opened, capture_output=True, text=True, check=True).stdout.strip() == "1"
