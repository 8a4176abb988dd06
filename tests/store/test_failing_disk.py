# SPDX-License-Identifier: MIT
"""Half-typed text on a disk that is full after any byte, or that fails at any write: the old draft or the new one."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models.store.schema import open_database
from models.work.keep_draft import keep_draft
from tests.conftest import vault_key
from tests.store.disk import needs_strace
from tests.store.kept import kept
from tests.store.working_day import ACT, FORM

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")


def saying(*arguments, before=()):
    command = [*before, sys.executable, "-m", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT).stdout.splitlines()


@posix
@pytest.mark.parametrize("step", [1009, pytest.param(1, marks=pytest.mark.long)])
def test_a_draft_on_a_disk_that_is_full_after_any_byte_is_the_old_or_the_new(office, step):
    database = open_database(office, vault_key())
    with database.working(ACT) as session:
        keep_draft(session, ACT, FORM, {"text": "0: the first"})
    database.checkpoint()
    database.close()
    told = saying("tests.store.writer", office, "drafts", step)
    *faults, last = told
    assert last == "whole"
    assert set(faults) == {"trouble.disk_full"}
    assert len(faults) > 4
    assert kept(office).half_typed.startswith("draft ")


@needs_strace
@pytest.mark.system
@pytest.mark.parametrize("moments", [2, pytest.param(12, marks=pytest.mark.long)])
@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("call", ["pwrite64", "fsync"])
def test_a_write_that_fails_at_any_moment_is_told_and_loses_nothing_said_before(office, tmp_path, call, fault, moments):
    chance = random.Random(f"{call} {fault}")
    for _ in range(moments):
        folder = tmp_path / "faulty"
        shutil.copytree(office, folder)
        at = chance.randrange(4, 160 if call == "pwrite64" else 24)
        fail = ["strace", "-qq", "-o", os.devnull, "-P", str(folder / "vault.db"), "-P", str(folder / "vault.db-wal")]
        fail += ["-e", f"trace={call}", "-e", f"inject={call}:error={fault}:when={at}+"]
        said = saying("tests.store.working_day", folder, 1, 40, "kept", before=fail)
        facts = {fact for fact in said if not fact.startswith(("draft", "trouble"))}
        found = kept(folder).facts
        assert facts <= found
        assert len(found - facts) <= 1
        assert said[-1] in ("trouble.disk_full", "trouble.disk_fault"), "what went wrong is told"
        shutil.rmtree(folder)
