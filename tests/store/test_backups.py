# SPDX-License-Identifier: MIT
"""The copies at a place: taken whole or not at all, thinned out by the rotation, and nothing else touched."""

import json
import os
import shutil
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from models.store import keyfile
from models.store.backups import copies, newest, rotate, take
from models.store.check import check
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault
from models.values.trouble import Trouble
from tests.conftest import Desk
from tests.story import Story
from tests.tree import ROOT

posix = pytest.mark.skipif(os.name == "nt", reason="rights and file limits are of another kind on Windows")


def words(text="fire korte norske ord"):
    return bytearray(text.encode())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    vault = create_vault(tmp_path_factory.mktemp("hvelv") / "hvelv", NewVault("Ingrid Bakken", cost=FLOOR), words())
    key = vault.database.key_copy()
    vault.close()
    return vault.folder, bytes(key)


@pytest.fixture
def vault(made, tmp_path):
    """A closed vault, its key, and a place for copies."""
    folder, key = made
    shutil.copytree(folder, tmp_path / "hvelv")
    (tmp_path / "minnepinne").mkdir()
    return tmp_path / "hvelv", bytearray(key), tmp_path / "minnepinne"


def vault_id(folder):
    return keyfile.read(folder)[0].vault


def many(vault, clock, count, **delta):
    """As many copies; the first is real, the others are the same with another date."""
    folder, key, place = vault
    first = take(folder, key, place, clock())
    for _ in range(count - 1):
        clock.forward(**delta)
        name = f"laget-kopi-{clock():%Y-%m-%d-%H%M}"
        shutil.copytree(first.folder, place / name)
        manifest = place / name / "backup.json"
        told = manifest.read_text().replace(first.manifest.made, clock().isoformat(timespec="seconds"))
        manifest.write_text(told)


def prune(place, folder, clock, failed=()):
    """Something is deleted by rule now, and copies are thinned out when that has to be gone from them."""
    decided = clock()
    clock.forward(days=80)
    return rotate(place, vault_id(folder), clock(), [decided], failed)


def names(place):
    return sorted(found.name for found in place.iterdir())


def test_a_copy_has_only_the_time_in_its_name_and_tells_when_and_what_without_a_key(vault, clock):
    folder, key, place = vault
    made = take(folder, key, place, clock())
    assert names(place) == ["laget-kopi-2026-03-16-1000"]
    (found,) = copies(place, vault_id(folder))
    assert found == made
    assert (found.made, found.whole, found.manifest.rows["family"]) == (clock(), True, 0)
    assert check(found.folder, words()).sound


def test_a_copy_of_a_practice_vault_says_so_in_its_name(tmp_path, clock):
    vault = create_vault(tmp_path / "hvelv", NewVault("Ingrid Bakken", True, FLOOR), words())
    (tmp_path / "plass").mkdir()
    take(vault.folder, vault.database.key_copy(), tmp_path / "plass", clock())
    vault.close()
    assert names(tmp_path / "plass") == ["laget-kopi-oving-2026-03-16-1000"]


def test_two_copies_in_the_same_minute_lie_beside_each_other(vault, clock):
    folder, key, place = vault
    take(folder, key, place, clock())
    take(folder, key, place, clock())
    assert len(copies(place)) == 2


def test_the_folder_of_a_copy_holds_its_own_instructions(vault, clock):
    folder, key, place = vault
    told = (take(folder, key, place, clock()).folder / "LES-MEG.txt").read_text("utf-8")
    assert "Hent fra sikkerhetskopi" in told


def test_old_copies_go_and_foreign_files_stay(vault, clock):
    folder, _key, place = vault
    many(vault, clock, 30, hours=2)
    (place / "bilder").mkdir()
    (place / "bilder" / "katt.jpg").write_bytes(b"katt")
    (place / "laget-kopi-2020-01-01-1200").mkdir()
    (place / "laget-kopi-2020-01-01-1200" / "brev.odt").write_bytes(b"brev")
    gone = rotate(place, vault_id(folder), clock(), ())
    assert gone > 10
    assert len(copies(place)) == 30 - gone
    assert (place / "bilder" / "katt.jpg").read_bytes() == b"katt"
    assert (place / "laget-kopi-2020-01-01-1200" / "brev.odt").read_bytes() == b"brev"


def test_what_somebody_put_into_a_copy_is_left_when_the_copy_goes(vault, clock):
    folder, _key, place = vault
    many(vault, clock, 2, days=1)
    old = copies(place)[1].folder
    (old / "brev.odt").write_bytes(b"brev")
    assert prune(place, folder, clock) == 1
    assert [found.read_bytes() for found in place.rglob("brev.odt")] == [b"brev"]
    assert len(copies(place)) == 1


def test_the_copies_of_another_vault_at_the_same_place_are_left_alone(vault, clock, tmp_path):
    folder, _key, place = vault
    other = create_vault(tmp_path / "annet", NewVault("Kari Nordvik", cost=FLOOR), words())
    take(other.folder, other.database.key_copy(), place, clock())
    other.close()
    many(vault, clock, 3, days=1)
    assert prune(place, folder, clock) == 2
    assert len(copies(place, vault_id(other.folder))) == 1


def test_a_deletion_by_rule_takes_older_copies_with_it_in_good_time(vault, clock):
    folder, _key, place = vault
    many(vault, clock, 4, days=1)
    decided = clock() - timedelta(days=1, hours=1)
    assert rotate(place, vault_id(folder), clock(), [decided]) == 0
    clock.forward(days=80)
    assert rotate(place, vault_id(folder), clock(), [decided]) == 2
    assert all(copy.made > decided for copy in copies(place))


def test_the_newest_verified_copy_outlives_every_rule(vault, clock):
    folder, _key, place = vault
    many(vault, clock, 3, days=1)
    failed = [copies(place)[0].folder.name]
    clock.forward(days=1)
    prune(place, folder, clock, failed)
    assert [copy.folder.name for copy in copies(place)] == ["laget-kopi-2026-03-17-1000"]


def test_a_copy_with_a_file_missing_is_not_offered_as_the_newest(vault, clock):
    _folder, _key, place = vault
    many(vault, clock, 2, days=1)
    (copies(place)[0].folder / "vault.db").unlink()
    assert newest(place, clock()).made == clock() - timedelta(days=1)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"made": 4}', b"\xff\xfe", b'{"rows": {"a": "b"}}', b"[" * 100_000],
)
def test_a_manifest_that_says_nothing_useful_is_no_copy(vault, clock, content):
    folder, key, place = vault
    copy = take(folder, key, place, clock())
    (copy.folder / "backup.json").write_bytes(content)
    assert copies(place) == ()


def test_a_place_that_is_gone_is_told_as_such_and_not_made(vault, clock):
    folder, key, place = vault
    place.rmdir()
    with pytest.raises(Trouble) as trouble:
        take(folder, key, place, clock())
    assert trouble.value.key == "trouble.place_missing"
    assert not place.exists()


def test_a_place_that_vanishes_under_way_leaves_the_vault_alone(vault, clock, tmp_path):
    folder, key, place = vault

    def pulled_out(_done, _total):
        shutil.rmtree(place, ignore_errors=True)

    with pytest.raises(Trouble) as trouble:
        take(folder, key, place, clock(), pulled_out)
    assert trouble.value.key == "trouble.place_missing"
    assert check(folder, words()).sound


class Stopped(Exception):
    """The person has pressed «Hopp over i dag»."""


@pytest.mark.slow
@pytest.mark.parametrize("at", range(1, 4))
def test_a_copy_that_is_stopped_leaves_nothing_behind(vault, clock, at):
    folder, key, place = vault
    calls = []

    def stop(done, total):
        calls.append(done)
        if len(calls) == at:
            raise Stopped

    with pytest.raises(Stopped):
        take(folder, key, place, clock(), stop)
    assert names(place) == []


@pytest.mark.slow
@posix
@pytest.mark.parametrize("room", [0, 100, 5_000, 50_000, 300_000])
def test_a_full_disk_at_the_place_leaves_no_copy_and_a_whole_vault(vault, room):
    folder, key, place = vault
    told = taker(folder, key, place, str(room))
    assert told.stdout.splitlines()[-1] in ("trouble.place_full", "trouble.place_fault")
    assert names(place) == []
    assert check(folder, words()).sound


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="becoming nobody needs root")
def test_a_place_nobody_may_write_in_is_told_as_such(vault):
    folder, key, place = vault
    for path in (folder, *folder.iterdir()):
        os.chown(path, 65534, 65534)
    for path in place.parents:
        if path.stat().st_uid == 0 and path != path.parent and str(path).count("/") > 1:
            path.chmod(path.stat().st_mode | 0o055)
    place.chmod(0o555)
    told = taker(folder, key, place, "nobody")
    assert told.stdout.splitlines()[-1] == "trouble.place_read_only"
    assert names(place) == []


def taker(folder, key, place, how):
    return subprocess.run(
        [sys.executable, "-m", "tests.store.copier", str(folder), key.hex(), str(place), how],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )


@pytest.mark.slow
@posix
@pytest.mark.parametrize("at", range(1, 4))
def test_a_kill_leaves_a_whole_copy_or_none_and_the_next_try_cleans_up(vault, clock, at):
    folder, key, place = vault
    assert taker(folder, key, place, f"kill{at}").returncode == -9
    assert copies(place) == ()
    assert check(folder, words()).sound
    for left in (*place.rglob("*"), *place.iterdir()):
        os.utime(left, (time.time() - 7200,) * 2)
    take(folder, key, place, clock())
    assert names(place) == ["laget-kopi-2026-03-16-1000"]


def test_a_copy_that_another_window_makes_just_now_is_not_cleaned_away(vault, clock):
    folder, key, place = vault
    busy = place / ".laget-kopi-2026-03-16-0955.4711.tmp"
    busy.mkdir()
    (busy / "vault.db").write_bytes(b"halvt")
    take(folder, key, place, clock())
    assert (busy / "vault.db").read_bytes() == b"halvt"


@pytest.mark.slow
def test_a_copy_goes_on_while_somebody_writes(vault, clock):
    from models.store.database import Database

    folder, key, place = vault
    desk = Desk(Database(folder, key), clock)
    story = Story(desk)

    def write(_done, _total):
        story.family("Vik", responsible_id=None)

    copy = take(folder, key, place, clock(), write)
    desk.database.close()
    assert copy.manifest.rows["family"] == 0
    assert check(copy.folder, words()).sound


@pytest.mark.parametrize("size", [10**400, -1])
def test_a_size_that_no_file_has_makes_a_folder_no_copy(tmp_path, size):
    copy = tmp_path / "laget-kopi-2026-03-16-1000"
    copy.mkdir()
    told = {"made": "", "schema": 2, "sha256": "", "bytes": size, "log_length": 0, "log_head": "", "rows": {}}
    (copy / "backup.json").write_text(json.dumps(told))
    assert copies(tmp_path) == ()
