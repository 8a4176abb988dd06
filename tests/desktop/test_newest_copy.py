# SPDX-License-Identifier: MIT
"""Beside what is lost in a damaged vault stands what the newest good copy holds."""

import io
import shutil
from datetime import UTC, datetime

import pytest

from desktop.commands.check import run_check
from desktop.copies.memory import BackupMemory
from desktop.copies.newest import newest_copy, vault_of
from desktop.mending import Mending
from desktop.opening import Opener, Secret
from desktop.paths import backup_folder
from models.store import backups
from models.store.check import unlocked
from tests.desktop.test_damage_commands import SAVED, damaged, words
from tests.eye import Eye
from tests.store.test_upgrade import OLD
from views.start.damaged import DamagedPage


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A place with two copies of the saved vault, known on this machine."""
    monkeypatch.setenv("LAGET_HOME", str(tmp_path / "hjem"))
    (tmp_path / "kopier").mkdir()
    whole = shutil.copytree(SAVED, tmp_path / "helt")
    _, key = unlocked(whole, words())
    for day in (16, 17):
        backups.take(whole, key, tmp_path / "kopier", datetime(2026, 3, day, 9, 0, tzinfo=UTC))
    BackupMemory(backup_folder(), vault_of(whole)).change(place=str(tmp_path / "kopier"))
    return tmp_path / "kopier"


def checked(folder):
    out = io.StringIO()
    assert run_check(folder, words, out) == 1
    return out.getvalue()


def test_a_check_of_a_damaged_vault_tells_the_newest_copy_beside_what_is_lost(tmp_path, place):
    told = checked(damaged(tmp_path))
    assert "er fra 17.03.2026 kl. 10.00: 1 familier" in told
    assert "Ingenting er ført i loggen etter at kopien ble tatt." in told


def test_a_copy_that_was_cut_or_failed_on_trial_is_not_the_newest_good_one(tmp_path, place):
    folder = damaged(tmp_path)
    newest = newest_copy(folder)
    (newest.folder / "vault.db").write_bytes((newest.folder / "vault.db").read_bytes()[:-1])
    older = newest_copy(folder)
    assert older.made < newest.made
    BackupMemory(backup_folder(), vault_of(folder)).change(failed=older.folder.name)
    assert newest_copy(folder) is None


def test_a_copy_dated_in_the_future_is_not_the_newest_good_one_while_there_is_another(tmp_path, place):
    folder = damaged(tmp_path)
    newest = newest_copy(folder)
    manifest = newest.folder / "backup.json"
    manifest.write_text(manifest.read_text().replace(newest.manifest.made[:4], "2091"))
    older = newest_copy(folder)
    assert older.made < newest.made
    shutil.rmtree(older.folder)
    assert newest_copy(folder).made.year == 2091


def test_a_check_says_so_when_no_copy_can_be_found(tmp_path, monkeypatch):
    monkeypatch.setenv("LAGET_HOME", str(tmp_path / "hjem"))
    assert "finner ingen hel sikkerhetskopi" in checked(damaged(tmp_path))


def test_the_page_tells_the_newest_copy_before_any_passphrase_and_beside_what_is_lost(tmp_path, place, qtbot):
    page, opener = DamagedPage(), Opener()
    Mending(damaged(tmp_path), page, opener.pool)
    page.show()
    qtbot.waitUntil(lambda: Eye(page).says("17.03.2026"), timeout=20_000)
    Eye(page).write("Passord", "fire korte norske ord")
    Eye(page).press("Kontroller hvelvet")
    qtbot.waitUntil(lambda: Eye(page).says("Ingenting er ført i loggen etter"), timeout=20_000)
    opener.close()
    page.close()


def test_the_copy_before_an_upgrade_is_put_at_the_chosen_place(tmp_path, place, qtbot):
    older = shutil.copytree(OLD, tmp_path / "eldre")
    BackupMemory(backup_folder(), vault_of(older)).change(place=str(place))
    opener, ended = Opener(), []
    opener.opened.connect(ended.append)
    opener.failed.connect(ended.append)
    opener.open(older, Secret("", "fire korte norske ord"))
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    ended[0].close()
    opener.close()
    assert [copy.manifest.schema for copy in backups.copies(place, vault_of(older))] == [1]
    assert not list(older.glob("laget-kopi*"))
