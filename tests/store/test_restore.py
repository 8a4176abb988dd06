# SPDX-License-Identifier: MIT
"""Taking a copy back: proved first, the old vault moved aside, and a kill leaves the one or the other whole."""

import os
import shutil
import subprocess
import sys

import pytest

from models.store import anchor, keyfile, moved, moving
from models.store.audit import verify
from models.store.backups import copies, take
from models.store.restore import (
    Secret,
    clear_left_behind,
    fetch_for_reading,
    finish_swap,
    hold,
    prepare,
    put_in_place,
    rehearse,
)
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault, peek
from models.values.trouble import Trouble
from tests.conftest import Desk
from tests.story import Story
from tests.tree import ROOT

pytestmark = pytest.mark.slow

posix = pytest.mark.skipif(os.name == "nt", reason="a process cannot kill itself so on Windows")


def words(text="fire korte norske ord"):
    return bytearray(text.encode())


@pytest.fixture
def vault(tmp_path, clock):
    """A closed vault with one family more than its copy has, and the place of the copy."""
    vault = create_vault(tmp_path / "hvelv", NewVault("Ingrid Bakken", cost=FLOOR), words(), now=clock)
    paper = "".join(vault.recovery_sheets[0])
    (tmp_path / "plass").mkdir()
    story = Story(Desk(vault.database, clock))
    story.family("Hansen", responsible_id=None)
    copy = take(vault.folder, vault.database.key_copy(), tmp_path / "plass", clock())
    story.family("Olsen", responsible_id=None)
    key = vault.database.key_copy()
    vault.close()
    return vault.folder, copy.folder, key, paper


def families(folder):
    vault = open_vault(folder, words())
    with vault.database.reading() as session:
        count = session.connection().exec_driver_sql("SELECT count(*) FROM family").scalar()
        assert verify(session.connection()).broken_at is None
    vault.close()
    return count


def damage(path, at=-2000):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_copy_comes_back_and_the_old_vault_lies_beside_it(vault, clock):
    folder, copy, _key, _paper = vault
    aside = put_in_place(prepare(copy, folder, Secret(words()), clock()), folder, clock())
    assert families(folder) == 1
    assert families(aside) == 2
    assert aside.name == "hvelv-lagt-til-side-2026-03-16-1000"


def test_the_log_of_the_restored_vault_tells_that_it_was_taken_back(vault, clock):
    folder, copy, _key, _paper = vault
    put_in_place(prepare(copy, folder, Secret(words()), clock()), folder, clock())
    opened = open_vault(folder, words())
    with opened.database.reading() as session:
        told = session.connection().exec_driver_sql("SELECT what, reason FROM auditentry").fetchall()
    opened.close()
    assert ("vault.restored", "2026-03-16T10:00:00+01:00") in [tuple(line) for line in told]


def test_a_restored_vault_is_not_taken_for_one_somebody_rolled_back(vault, clock, tmp_path):
    folder, copy, _key, _paper = vault
    anchors = tmp_path / "ankre"
    open_vault(folder, words(), anchors=anchors).close()
    put_in_place(prepare(copy, folder, Secret(words()), clock(), anchors), folder, clock())
    opened = open_vault(folder, words(), anchors=anchors)
    warnings = opened.warnings
    opened.close()
    assert warnings == ()
    assert anchor.recall(anchors, keyfile.read(folder)[0].vault).length > 0


def test_a_copy_comes_back_where_nothing_is_left(vault, clock):
    folder, copy, _key, _paper = vault
    shutil.rmtree(folder)
    assert put_in_place(prepare(copy, folder, Secret(words()), clock()), folder, clock()) is None
    assert families(folder) == 1


def test_the_key_on_paper_takes_a_copy_back_too(vault, clock):
    folder, copy, _key, paper = vault
    put_in_place(prepare(copy, folder, Secret(sheets=(paper,)), clock()), folder, clock())
    assert families(folder) == 1


def test_a_wrong_passphrase_moves_nothing(vault, clock):
    folder, copy, _key, _paper = vault
    with pytest.raises(Trouble) as trouble:
        prepare(copy, folder, Secret(words("feil")), clock())
    assert trouble.value.key == "trouble.wrong_passphrase"
    assert families(folder) == 2
    assert sorted(found.name for found in folder.parent.iterdir()) == ["hvelv", "plass"]


@pytest.mark.parametrize("name", ["vault.db", "vault.keys", "backup.json"])
def test_a_damaged_copy_moves_nothing(vault, clock, name):
    folder, copy, _key, _paper = vault
    damage(copy / name, 0 if name == "backup.json" else -40)
    (copy / "vault.keys.bak").unlink()
    with pytest.raises(Trouble):
        prepare(copy, folder, Secret(words()), clock())
    assert families(folder) == 2
    assert sorted(found.name for found in folder.parent.iterdir()) == ["hvelv", "plass"]


def test_a_vault_that_is_open_elsewhere_is_not_moved_under_its_window(vault, clock):
    folder, copy, _key, _paper = vault
    room = prepare(copy, folder, Secret(words()), clock())
    opened = open_vault(folder, words())
    with pytest.raises(Trouble) as trouble:
        put_in_place(room, folder, clock())
    opened.close()
    assert trouble.value.key == "trouble.vault_in_use"
    assert families(folder) == 2


@posix
@pytest.mark.parametrize("at", range(1, 9))
def test_a_kill_in_the_middle_leaves_the_old_vault_or_the_new_one_whole(vault, at):
    folder, copy, _key, _paper = vault
    command = [sys.executable, "-m", "tests.store.restorer", str(copy), str(folder), str(at)]
    subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    finish_swap(folder)
    assert families(folder) in (1, 2)
    assert len(copies(copy.parent)) == 1
    asides = list(folder.parent.glob("hvelv-lagt-til-side-*"))
    assert families(folder) == (1 if asides else 2)
    assert all(families(aside) == 2 for aside in asides)


def test_a_trial_leaves_nothing_behind_and_finds_a_damaged_copy(vault, tmp_path):
    _folder, copy, key, _paper = vault
    area = tmp_path / "prøve"
    rehearse(copy, key, area)
    assert not any(area.iterdir())
    damage(copy / "vault.db")
    with pytest.raises(Trouble) as trouble:
        rehearse(copy, key, area)
    assert trouble.value.key == "trouble.copy_damaged"
    assert not any(area.iterdir())


def test_a_copy_that_does_not_hold_what_its_manifest_tells_fails_its_trial(vault, tmp_path):
    _folder, copy, key, _paper = vault
    manifest = copy / "backup.json"
    manifest.write_text(manifest.read_text().replace('"family": 1', '"family": 2'))
    with pytest.raises(Trouble) as trouble:
        rehearse(copy, key, tmp_path / "prøve")
    assert trouble.value.key == "trouble.copy_damaged"


def test_what_a_killed_program_left_is_taken_away_but_not_what_is_in_use(tmp_path):
    (tmp_path / "les-1").mkdir()
    (tmp_path / "les-1" / "vault.db").write_bytes(b"x")
    held = hold(tmp_path)
    clear_left_behind(tmp_path)
    assert (tmp_path / "les-1").is_dir()
    held.release()
    clear_left_behind(tmp_path)
    assert not (tmp_path / "les-1").exists()


def test_a_copy_is_read_without_being_touched(vault, tmp_path):
    _folder, copy, _key, _paper = vault
    before = {found.name: found.read_bytes() for found in copy.iterdir()}
    room = tmp_path / "prøve" / "les"
    fetch_for_reading(copy, room, Secret(words()))
    opened = open_vault(room, words(), read_only=True)
    assert opened.read_only
    opened.close()
    assert {found.name: found.read_bytes() for found in copy.iterdir()} == before


def test_a_vault_that_was_moved_opens_for_reading_or_for_one_who_takes_it_back(vault, clock):
    folder, _copy, _key, _paper = vault
    moved.mark(folder, clock())
    with pytest.raises(Trouble) as trouble:
        open_vault(folder, words())
    assert trouble.value.key == "trouble.vault_moved_to"
    assert [warning.key for warning in peek(folder).warnings] == ["trouble.vault_moved_to"]
    open_vault(folder, words(), read_only=True).close()
    open_vault(folder, words(), take_over=True).close()
    assert families(folder) == 2


def test_a_vault_moves_out_of_a_shared_folder_whole(vault, clock, tmp_path):
    folder, _copy, key, _paper = vault
    moving.move(folder, key, tmp_path / "lokalt", clock())
    assert families(tmp_path / "lokalt") == 2
    assert moved.moved_at(folder) == "2026-03-16 10:00"


def test_a_vault_never_moves_into_a_synchronised_folder(vault, clock, tmp_path):
    folder, _copy, key, _paper = vault
    with pytest.raises(Trouble) as trouble:
        moving.move(folder, key, tmp_path / "OneDrive" / "hvelv", clock())
    assert trouble.value.key == "trouble.folder_synced"
    assert moved.moved_at(folder) == ""
