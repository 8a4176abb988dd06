# SPDX-License-Identifier: MIT
"""A vault that is damaged while it is open, or before: a calm page, and what can be done from there."""

import shutil

import pytest
from PySide6.QtCore import Qt

from desktop.checking import Checking
from desktop.mending import Mending
from desktop.opening import Opener, Secret
from desktop.program import Program
from desktop.settings import Settings
from desktop.workspace import Person, Workspace
from models.queries.office import staff_cards
from models.store.engine import connect
from models.store.keyfile import SCHEMA
from models.store.vault import OpenVault, open_vault
from models.values.trouble import Trouble
from tests.conftest import ROLES, STAFF_ID, STAFF_NAME
from tests.desktop.test_damage_commands import SAVED, damaged, words
from tests.eye import Eye
from tests.store.test_upgrade import OLD, copies, schema_in
from views.start.damaged import DamagedPage


@pytest.fixture
def older(tmp_path):
    """A vault as an earlier version of Laget left it."""
    return shutil.copytree(OLD, tmp_path / "hvelv")


@pytest.fixture
def vault(tmp_path):
    vault = open_vault(shutil.copytree(SAVED, tmp_path / "hvelv"), words())
    yield vault
    vault.close()


@pytest.fixture
def desk(vault, qapp):
    workspace = Workspace(vault.database, Person(STAFF_ID, STAFF_NAME, ROLES))
    yield workspace
    workspace.close()


def hurt(vault):
    """A bit flipped in every page but the first few, behind the back of the open vault."""
    vault.database.checkpoint()
    path = vault.folder / "vault.db"
    content = bytearray(path.read_bytes())
    for at in range(5 * 4096 + 100, len(content), 4096):
        content[at] ^= 1
    path.write_bytes(content)


def test_a_check_from_the_window_says_that_all_is_well(vault, desk, tmp_path, qtbot):
    said = []
    checking = Checking(vault, desk, Settings(tmp_path / "valg.json"))
    checking.check_vault(lambda sentence, fine: said.append((sentence, fine)))
    qtbot.waitUntil(lambda: bool(said))
    assert said[0][1]
    assert "Alt er i orden" in said[0][0]


def test_a_check_from_the_window_says_when_the_log_is_no_longer_kept(vault, desk, tmp_path, qtbot):
    said = []
    connection = connect(vault.folder / "vault.db", vault.database.key_copy())
    connection.execute("DROP TRIGGER family_edited")
    connection.close()
    checking = Checking(vault, desk, Settings(tmp_path / "valg.json"))
    checking.check_vault(lambda sentence, fine: said.append((sentence, fine)))
    qtbot.waitUntil(lambda: bool(said))
    assert not said[0][1]
    assert "fører loggen" in said[0][0]


def test_a_check_that_meets_damage_tells_the_program(vault, desk, tmp_path, qtbot):
    met = []
    hurt(vault)
    checking = Checking(vault, desk, Settings(tmp_path / "valg.json"))
    checking.damaged.connect(lambda: met.append(True))
    checking.check_vault(lambda *_told: None)
    qtbot.waitUntil(lambda: bool(met))


def test_a_unit_of_work_that_meets_damage_tells_the_program_and_shows_nothing(vault, desk):
    met = []
    desk.damaged.connect(lambda: met.append(True))
    vault.close()
    hurt_folder = vault.folder
    content = bytearray((hurt_folder / "vault.db").read_bytes())
    for at in range(5 * 4096 + 100, len(content), 4096):
        content[at] ^= 1
    (hurt_folder / "vault.db").write_bytes(content)
    with pytest.raises(Trouble):
        desk.read(staff_cards)
    assert met == [True]


def test_what_can_be_read_is_rescued_from_the_page(tmp_path, qtbot):
    folder = damaged(tmp_path)
    page, opener, gone_to = DamagedPage(), Opener(), []
    mending = Mending(folder, page, opener.pool)
    mending.opened.connect(gone_to.append)
    page.show()
    Eye(page).write("Passord", "fire korte norske ord")
    Eye(page).press("Kontroller hvelvet")
    qtbot.waitUntil(lambda: Eye(page).says("side 16, 41"), timeout=20_000)
    Eye(page).press("Redd det som kan leses")
    qtbot.waitUntil(lambda: Eye(page).says("nytt hvelv: "), timeout=20_000)
    Eye(page).press("Gå til det nye hvelvet")
    assert gone_to == [tmp_path / "hvelv-reddet"]
    open_vault(gone_to[0], words()).close()
    opener.close()
    page.close()


@pytest.mark.parametrize(("way", "more"), [("Tilbake", []), ("Åpne en sikkerhetskopi", ["--restore"])])
def test_whoever_leaves_the_page_goes_on_in_a_process_that_has_named_no_family(
    way, more, tmp_path, qtbot, qapp, monkeypatch
):
    started = []
    monkeypatch.setattr("desktop.program.replace_process", started.append)
    program = Program(qapp, Settings(tmp_path / "valg.json"))
    program.frame.open()
    program.start.show_damaged(damaged(tmp_path))
    Eye(program.frame).press(way)
    assert started == [["--vault", str(tmp_path / "hvelv"), *more]]
    program.frame.close()


def test_a_wrong_passphrase_is_said_at_the_field(tmp_path, qtbot):
    page, opener = DamagedPage(), Opener()
    Mending(damaged(tmp_path), page, opener.pool)
    page.show()
    Eye(page).write("Passord", "feil passord")
    Eye(page).press("Redd det som kan leses")
    qtbot.waitUntil(lambda: Eye(page).says("passer ikke"), timeout=20_000)
    opener.close()
    page.close()


def test_an_older_vault_is_upgraded_with_progress(older, qtbot):
    opener, ended, seen = Opener(), [], []
    opener.opened.connect(ended.append)
    opener.failed.connect(ended.append)
    opener.upgrading.connect(lambda _done, _total, stage: seen.append(stage))
    opener.open(older, Secret("", "fire korte norske ord"))
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert isinstance(ended[0], OpenVault)
    ended[0].close()
    assert list(dict.fromkeys(seen)) == ["upgrade.copy", "upgrade.step", "upgrade.table", "upgrade.check"]
    assert schema_in(older) == SCHEMA
    opener.close()


def test_an_upgrade_that_is_stopped_from_the_window_leaves_the_vault_old(older, qtbot):
    opener, ended = Opener(), []
    opener.opened.connect(ended.append)
    opener.failed.connect(ended.append)
    # on the worker's own thread: the first sign of progress is the last
    opener.upgrading.connect(lambda *_told: opener.stop(), Qt.ConnectionType.DirectConnection)
    opener.open(older, Secret("", "fire korte norske ord"))
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert isinstance(ended[0], Trouble)
    assert ended[0].key == "trouble.upgrade_stopped"
    assert schema_in(older) == 1
    assert copies(older) == []
    opener.close()
