# SPDX-License-Identifier: MIT
"""Opening an older vault: a copy first, progress, a stop that leaves it old, and old or new whatever kills it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models.store import keyfile, migrations
from models.store.check import check
from models.store.engine import connect
from models.store.keyfile import SCHEMA
from models.store.migrations import Upgrade
from models.store.vault import open_vault
from models.values.trouble import Trouble

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
OLD = ROOT / "tests" / "vaults" / "0001"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")


class Stopped(Exception):
    """The person pressed «Stopp»."""


def words():
    return bytearray(b"fire korte norske ord")


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(OLD, tmp_path / "hvelv")


def copies(folder):
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("laget-kopi"))


def test_an_upgrade_tells_how_far_it_has_come_and_where_the_copy_lies(folder, clock):
    told = []
    upgrade = Upgrade(clock(), watch=lambda done, total, stage: told.append((stage, done <= total)))
    vault = open_vault(folder, words(), upgrade=upgrade)
    assert [trouble.key for trouble in vault.warnings] == ["trouble.vault_upgraded"]
    vault.close()
    stages = list(dict.fromkeys(stage for stage, _ in told))
    assert stages == ["upgrade.copy", "upgrade.step", "upgrade.table", "upgrade.check"]
    assert all(within for _, within in told)
    assert copies(folder) == ["laget-kopi-oving-2026-03-16-1000"]


def test_the_copy_made_before_is_of_the_old_schema_and_sound(folder, clock, tmp_path):
    (tmp_path / "kopier").mkdir()
    open_vault(folder, words(), upgrade=Upgrade(clock(), tmp_path / "kopier")).close()
    copy = next((tmp_path / "kopier").iterdir())
    assert keyfile.read(copy)[0].schema == 1
    opened = open_vault(copy, words())
    opened.close()
    assert copies(folder) == []


@pytest.mark.parametrize("stage", ["upgrade.copy", "upgrade.step", "upgrade.table", "upgrade.check"])
def test_an_upgrade_that_is_stopped_leaves_the_old_vault_and_no_copy(folder, clock, stage):
    def stop(_done, _total, now):
        if now == stage:
            raise Stopped

    before = (folder / "vault.keys").read_bytes()
    with pytest.raises(Stopped):
        open_vault(folder, words(), upgrade=Upgrade(clock(), watch=stop))
    assert copies(folder) == []
    assert (folder / "vault.keys").read_bytes() == before
    assert schema_in(folder) == 1
    open_vault(folder, words(), upgrade=Upgrade(clock())).close()
    assert check(folder, words()).sound


def test_an_upgrade_asks_first_whether_there_is_room(folder, clock, monkeypatch):
    monkeypatch.setattr(migrations, "ROOM", 10**9)
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(Trouble) as trouble:
        open_vault(folder, words(), upgrade=Upgrade(clock()))
    assert trouble.value.key == "trouble.no_room_to_upgrade"
    assert (folder / "vault.db").read_bytes() == before


def test_a_window_that_may_only_read_upgrades_nothing(folder):
    with pytest.raises(Trouble) as trouble:
        open_vault(folder, words(), read_only=True)
    assert trouble.value.key == "trouble.vault_older"
    assert schema_in(folder) == 1


@pytest.mark.parametrize(
    "tick", [1, 30, 60, range(80, 320, 60), pytest.param(range(2, 320, 4), marks=pytest.mark.long)]
)
def test_an_upgrade_killed_at_any_moment_leaves_the_old_vault_or_the_new(tmp_path, tick):
    for number in tick if isinstance(tick, range) else [tick]:
        survives(tmp_path, "tick", number)


@posix
@pytest.mark.parametrize(
    "size", [40_000, 300_000, 500_000, pytest.param(range(33_000, 900_000, 20_000), marks=pytest.mark.long)]
)
def test_an_upgrade_killed_at_any_write_leaves_the_old_vault_or_the_new(tmp_path, size):
    for number in size if isinstance(size, range) else [size]:
        survives(tmp_path, "size", number)


def survives(tmp_path, what, number):
    folder = shutil.copytree(OLD, tmp_path / f"{what}{number}")
    command = [sys.executable, "-m", "tests.store.upgrader", str(folder), what, str(number)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert schema_in(folder) in (1, SCHEMA)
    vault = open_vault(folder, words())
    with vault.database.reading() as session:
        assert session.connection().exec_driver_sql("SELECT name FROM family").all() == [("Hansen",)]
    vault.close()
    assert check(folder, words()).sound


def schema_in(folder, passphrase=b"fire korte norske ord"):
    """The schema the database itself tells."""
    from models.store.check import unlocked

    connection = connect(folder / "vault.db", unlocked(folder, bytearray(passphrase))[1])
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


def test_a_place_that_cannot_take_the_copy_lets_it_lie_beside_the_vault(folder, clock, tmp_path):
    open_vault(folder, words(), upgrade=Upgrade(clock(), tmp_path / "tatt ut")).close()
    assert copies(folder) == ["laget-kopi-oving-2026-03-16-1000"]


def test_an_upgrade_stands_in_the_log(folder, clock):
    vault = open_vault(folder, words(), upgrade=Upgrade(clock()))
    with vault.database.reading() as session:
        lines = session.connection().exec_driver_sql("SELECT what FROM auditentry").scalars().all()
    vault.close()
    assert lines.count("vault.upgraded") == 1
