# SPDX-License-Identifier: MIT
"""A machine that dies in the middle of the day's copy, after the last key and before the keys are wiped."""

import os
import secrets
import shutil
import subprocess
import sys

import pytest
from sqlmodel import select

from models.queries.drafts import drafts
from models.records.staff import Staff
from models.store.backups import copies
from models.store.check import check
from models.store.recovery_change import confirm
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault
from models.work.edit_staff import StaffDraft
from models.work.set_up import MunicipalityDraft, set_up
from tests.conftest import STAFF_ID
from tests.desktop.leaving_driver import PAGES, PASSPHRASE, SAVED, TYPED
from tests.tree import ROOT

# more than one step of the copying
LARGE = 9_000_000
FINISHED = "os.rename .laget-kopi"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="forks and kills")


@pytest.fixture
def home(tmp_path, act):
    """A closed vault and a place for its copies, so large that its pages are copied in several steps."""
    vault = create_vault(tmp_path / "home" / "hvelv", NewVault("Kari Nordvik", cost=FLOOR), bytearray(PASSPHRASE))
    confirm(vault, ["".join(sheet) for sheet in vault.recovery_sheets])
    office = MunicipalityDraft(name="Mellomvik", arms=secrets.token_bytes(LARGE))
    with vault.database.working(act) as session:
        set_up(session, act, office, StaffDraft(name="Kari Nordvik"), vault.slot)
    vault.close()
    (tmp_path / "home" / "plass").mkdir()
    return tmp_path / "home"


def driver(*runs):
    """Leave once for each (home, what, way, point); gives what it said."""
    command = [sys.executable, "-m", "tests.desktop.leaving_driver", *(str(part) for run in runs for part in run)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=1800)
    assert done.returncode == 0, done.stderr
    sys.stderr.write(done.stderr)  # why one of them ended otherwise
    return done.stdout.split("\n")[:-1]


def each(home, points):
    """One copy of the home and one run for each point: by closing and by locking in turn."""
    ways = ("close", "lock")
    runs = [(home.with_name(f"home{at}"), "kill", ways[at % 2], point) for at, point in enumerate(points)]
    for one, *_ in runs:
        shutil.copytree(home, one)
    return runs


def nothing_is_lost(home):
    """What was reported saved and what was half-typed, in a vault that opens as if nothing had happened."""
    vault = open_vault(home / "hvelv", bytearray(PASSPHRASE))
    with vault.database.reading() as session:
        names = session.exec(select(Staff.name)).all()
        typed = [one.values for one in drafts(session, STAFF_ID)]
    vault.close()
    assert SAVED in names
    assert TYPED in repr(typed)
    assert vault.warnings == ()


def whole_copies(home):
    """The copies at the place; none of them may pass for whole without being so."""
    found = copies(home / "plass")
    assert all(copy.whole and check(copy.folder, bytearray(PASSPHRASE)).sound for copy in found)
    return len(found)


def next_start_takes_the_copy(homes):
    """The program is opened once more and left without anything new: the copy that is still due is taken."""
    assert driver(*[(home, "go", "close", ":0") for home in homes]) == ["left", "0"] * len(homes)


@pytest.mark.slow
def test_a_kill_in_the_days_copy_loses_nothing_and_the_next_start_takes_it(home):
    unfinished = [f"{PAGES}:4", f"{FINISHED}:1"]
    runs = each(home, [*unfinished, f"{FINISHED}:2"])
    assert driver(*runs) == ["-9"] * len(runs)
    homes = [one for one, *_ in runs]
    for one in homes:
        nothing_is_lost(one)
    assert [whole_copies(one) for one in homes] == [0, 0, 1]
    next_start_takes_the_copy([homes[0], homes[-1]])
    assert [whole_copies(homes[0]), whole_copies(homes[-1])] == [1, 2]


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_kill_at_any_point_of_the_days_copy_leaves_a_whole_one_or_none(home):
    shutil.copytree(home, home.with_name("told"))
    *told, _ended = driver((home.with_name("told"), "points", "close", ":0"))
    finished = next(at for at, point in enumerate(told) if point.startswith(FINISHED))
    runs = each(home, [f":{at + 1}" for at in range(len(told))])
    assert driver(*runs) == ["-9"] * len(told)
    for one, *_ in runs:
        nothing_is_lost(one)
    whole = [whole_copies(one) for one, *_ in runs]
    assert whole == [0] * (finished + 1) + [1] * (len(told) - finished - 1)
