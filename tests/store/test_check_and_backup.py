# SPDX-License-Identifier: MIT
"""A copy counts only when it was opened and compared, and checking never touches the vault."""

import json
import shutil
from hashlib import sha256
from threading import Event, Thread

import pytest

from models.store.backup import back_up
from models.store.check import check
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault
from models.values.trouble import Trouble
from tests.conftest import Desk
from tests.story import Story


def words(text="fire korte norske ord"):
    return bytearray(text.encode())


def fingerprints(folder):
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture
def vault(tmp_path, clock):
    vault = create_vault(tmp_path / "hvelv", NewVault(user="Ingrid Bakken", cost=FLOOR), words(), now=clock)
    yield vault
    vault.close()


@pytest.fixture
def desk(vault, clock):
    return Desk(vault.database, clock)


@pytest.fixture
def filled(vault, desk):
    story = Story(desk)
    for name in ("Hansen", "Olsen", "Berg"):
        story.family(name, responsible_id=None, note="lang tekst " * 3000).child("Emma")
    return vault


def test_a_sound_vault_is_called_sound_and_left_untouched(filled):
    filled.close()
    before = fingerprints(filled.folder)
    report = check(filled.folder, words())
    assert report.sound
    assert (report.rows["family"], report.rows["person"], report.log_broken_at) == (3, 3, None)
    assert fingerprints(filled.folder) == before


def test_a_vault_that_is_open_is_not_checked_behind_its_back(filled):
    with pytest.raises(Trouble) as trouble:
        check(filled.folder, words())
    assert trouble.value.key == "trouble.vault_in_use"


def test_a_check_needs_the_passphrase(filled):
    filled.close()
    with pytest.raises(Trouble) as trouble:
        check(filled.folder, words("feil"))
    assert trouble.value.key == "trouble.wrong_passphrase"


def test_what_still_stands_in_the_write_ahead_log_is_checked_too(filled, tmp_path):
    left = tmp_path / "etter strømbrudd"
    shutil.copytree(filled.folder, left, ignore=shutil.ignore_patterns("vault.lock", "*-shm"))
    assert (left / "vault.db-wal").stat().st_size > 0
    report = check(left, words())
    assert (report.sound, report.rows["family"]) == (True, 3)


def test_a_damaged_page_is_found(filled):
    filled.database.checkpoint()
    filled.close()
    damage(filled.folder / "vault.db", -2000)
    before = fingerprints(filled.folder)
    try:
        sound = check(filled.folder, words()).sound
    except Trouble as trouble:
        sound = trouble.key != "trouble.vault_damaged"
    assert not sound
    assert fingerprints(filled.folder) == before


def damage(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_copy_opens_with_the_same_passphrase_and_holds_the_same(filled, tmp_path, clock):
    copy = tmp_path / "kopi"
    manifest = back_up(filled.folder, filled.database.key_copy(), copy, clock())
    assert manifest.rows["family"] == 3
    assert sha256((copy / "vault.db").read_bytes()).hexdigest() == manifest.sha256
    assert json.loads((copy / "backup.json").read_text())["log_head"] == manifest.log_head
    opened = open_vault(copy, words())
    opened.close()
    assert check(copy, words()).sound


def test_a_copy_can_be_taken_while_somebody_writes(filled, desk, tmp_path):
    stop = Event()

    def write():
        story = Story(desk)
        while not stop.is_set():
            story.family("Vik", responsible_id=None)

    writer = Thread(target=write)
    writer.start()
    try:
        manifest = back_up(filled.folder, filled.database.key_copy(), tmp_path / "kopi")
    finally:
        stop.set()
        writer.join()
    assert manifest.rows["family"] >= 3


def test_a_copy_never_overwrites_anything(filled, tmp_path):
    (tmp_path / "kopi").mkdir()
    (tmp_path / "kopi" / "brev.txt").write_text("hei")
    with pytest.raises(Trouble) as trouble:
        back_up(filled.folder, filled.database.key_copy(), tmp_path / "kopi")
    assert trouble.value.key == "trouble.folder_not_empty"


def test_a_damaged_vault_is_never_copied_over_as_a_good_one(filled, tmp_path):
    """SQLCipher 4.19 copies a damaged page as zeroes under a fresh seal, and says nothing."""
    filled.database.checkpoint()
    key = filled.database.key_copy()
    filled.close()
    damage(filled.folder / "vault.db", -2000)
    with pytest.raises(Trouble) as trouble:
        back_up(filled.folder, key, tmp_path / "kopi")
    assert trouble.value.key == "trouble.vault_damaged"
    assert not (tmp_path / "kopi").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hvelv"]
