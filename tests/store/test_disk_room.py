# SPDX-License-Identifier: MIT
"""A full disk, a folder shut to us and a vault that is gone are told apart from a disk that is broken."""

import errno
import os
import shutil
import subprocess
import sys

import pytest

from models.store.disk_room import refusal_of
from models.store.files import trouble_key
from tests.desktop.test_damage_commands import SAVED
from tests.tree import ROOT

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file, and other rights")
ASK = """
import sys
from pathlib import Path
from models.store.disk_room import refusal_of
print(refusal_of(Path(sys.argv[1])))
"""


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SAVED, tmp_path / "hvelv")


def asked(folder, *before):
    code = "\n".join([*before, ASK])
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_disk_with_room_refuses_nothing_and_keeps_nothing_of_the_asking(folder):
    before = sorted(folder.iterdir())
    assert refusal_of(folder) is None
    assert sorted(folder.iterdir()) == before


@posix
def test_a_file_that_may_not_grow_is_told_as_a_full_disk(folder):
    size = (folder / "vault.db").stat().st_size
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    assert asked(folder, limited) == "trouble.disk_full"


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="becoming nobody needs root")
def test_a_folder_without_access_is_told_as_such(folder):
    folder.chmod(0o755)
    shut = "import models.store.disk_room, os; os.setuid(65534)"
    assert asked(folder, shut) == "trouble.folder_read_only"


def test_a_vault_that_is_gone_is_told_as_such(folder):
    folder.rename(folder.with_name("flyttet"))
    assert refusal_of(folder) == "trouble.vault_moved"


@pytest.mark.parametrize("code", [errno.ESTALE, errno.EHOSTUNREACH, errno.ENOTCONN, errno.ETIMEDOUT])
def test_a_network_that_is_gone_has_a_sentence_of_its_own(code):
    assert trouble_key(OSError(code, "gone")) == "trouble.disk_gone"
