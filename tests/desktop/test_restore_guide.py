# SPDX-License-Identifier: MIT
"""The guide for copies, and the ways in that few have: two sheets, a part kept by the machine, an older vault."""

import shutil

import keyring
import pytest

from desktop.clock import now
from desktop.copies.memory import BackupMemory
from desktop.keychain import Keychain, place
from desktop.paths import backup_folder
from desktop.program import Program
from desktop.settings import Settings
from models.store import device_factor, keyfile
from models.store.backups import copies, take
from models.store.check import unlocked
from models.store.keyfile import SCHEMA
from models.store.recovery_change import confirm, new_paper_key, put_in
from models.store.slots import FLOOR, sealed
from models.store.vault import NewVault, create_vault, open_vault
from models.work.edit_staff import StaffDraft
from models.work.set_up import MunicipalityDraft, set_up
from tests.desktop.test_keychain import Wallet
from tests.eye import Eye, settle
from tests.store.test_upgrade import OLD, schema_in

PASSPHRASE, OLD_WORDS = "hest katt mus bil bok", "fire korte norske ord"
SOON = 60_000


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The program's own folder, and a place for copies it has not heard of."""
    monkeypatch.setenv("LAGET_HOME", str(tmp_path / "home"))
    (tmp_path / "minnepinne").mkdir()


@pytest.fixture
def wallet():
    """The keyring of this machine; calling it makes it another machine's."""
    before = keyring.get_keyring()

    def empty():
        keyring.set_keyring(Wallet())

    empty()
    yield empty
    keyring.set_keyring(before)


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    program = Program(qapp, Settings(tmp_path / "settings.json"))
    yield program
    program.close()
    program.frame.close()
    settle()


def vault_with_copy(tmp_path, act, sheets=1, secret=None):
    """A closed vault and its copy, and what stands on the sheets of its recovery key."""
    new = NewVault("Kari Nordvik", cost=FLOOR, sheets=sheets)
    vault = create_vault(tmp_path / "hvelv", new, bytearray(PASSPHRASE.encode()))
    typed = ["".join(sheet) for sheet in vault.recovery_sheets]
    confirm(vault, typed)
    with vault.database.working(act) as session:
        set_up(session, act, MunicipalityDraft(name="Mellomvik"), StaffDraft(name="Kari Nordvik"), vault.slot)
    if secret is not None:
        Keychain().keep_device_secret(place(vault.keys.vault, vault.slot), secret)
        device_factor.switch_on(vault, bytearray(PASSPHRASE.encode()), secret)
    take(vault.folder, vault.database.key_copy(), tmp_path / "minnepinne", now())
    vault.close()
    remember(vault.folder, tmp_path / "minnepinne")
    return vault.folder, typed


def older_copy(tmp_path):
    """A vault as an earlier version of Laget left it, and its copy."""
    folder = shutil.copytree(OLD, tmp_path / "hvelv")
    _, key = unlocked(folder, bytearray(OLD_WORDS.encode()))
    take(folder, key, tmp_path / "minnepinne", now())
    remember(folder, tmp_path / "minnepinne")
    return folder


def with_paper(folder):
    """The same vault with a recovery key somebody has on paper, and what stands on it."""
    keys, key = unlocked(folder, bytearray(OLD_WORDS.encode()))
    paper = new_paper_key(keys, key, 1)
    keyfile.write(folder, sealed(put_in(keys, paper, confirmed=True), key))
    return "".join(paper.sheets[0])


def remember(folder, at):
    BackupMemory(backup_folder(), keyfile.read(folder)[0].vault).change(place=str(at))


def guide(qtbot, program, folder):
    """The guide with the copies in view."""
    program.begin(folder, restore=True)
    eye = Eye(program.frame)
    qtbot.waitUntil(lambda: eye.sees("Sikkerhetskopier"), timeout=SOON)
    return eye


def test_two_sheets_take_a_copy_back_and_one_of_them_does_not(qtbot, program, tmp_path, act):
    folder, (one, other) = vault_with_copy(tmp_path, act, sheets=2)
    eye = guide(qtbot, program, folder)
    eye.press("Bruk gjenopprettingsarket i stedet")
    assert not eye.sees("Bare les i kopien"), "the sheets open no copy for reading"
    eye.write("Nøkkelen på ark 1", one)
    eye.press("Kontroller kopien")
    assert eye.says("Skriv nøkkelen som står på arket.")
    eye.write("Nøkkelen på ark 2", one)
    eye.press("Kontroller kopien")
    qtbot.waitUntil(lambda: eye.says("samme arket to ganger"), timeout=SOON)
    eye.write("Nøkkelen på ark 2", other)
    eye.press("Kontroller kopien")
    qtbot.waitUntil(lambda: eye.says("Kopien er hel"), timeout=SOON)
    eye.press("Ta kopien i bruk")
    qtbot.waitUntil(lambda: eye.sees("Glemt passordet?"), timeout=SOON)
    assert len(list(tmp_path.glob("hvelv-lagt-til-side-*"))) == 1


@pytest.mark.slow
def test_a_passphrase_tied_to_a_machine_takes_a_copy_back_on_that_machine(qtbot, program, tmp_path, act, wallet):
    folder, _ = vault_with_copy(tmp_path, act, secret=device_factor.new_secret())
    eye = guide(qtbot, program, folder)
    eye.write("Passord", PASSPHRASE)
    eye.press("Kontroller kopien")
    qtbot.waitUntil(lambda: eye.says("Kopien er hel"), timeout=SOON)
    eye.press("Ta kopien i bruk")
    qtbot.waitUntil(lambda: program.sitting is not None, timeout=SOON)
    assert program.sitting.folder == folder


def test_on_another_machine_the_tied_passphrase_is_told_of_and_the_paper_is_the_way(
    qtbot, program, tmp_path, act, wallet
):
    folder, (paper,) = vault_with_copy(tmp_path, act, secret=device_factor.new_secret())
    wallet()
    eye = guide(qtbot, program, folder)
    eye.write("Passord", PASSPHRASE)
    eye.press("Kontroller kopien")
    qtbot.waitUntil(lambda: eye.says("knyttet til en maskin"), timeout=SOON)
    eye.press("Bruk gjenopprettingsarket i stedet")
    eye.write("Nøkkelen på arket", paper)
    eye.press("Kontroller kopien")
    qtbot.waitUntil(lambda: eye.says("Kopien er hel"), timeout=SOON)


@pytest.mark.slow
def test_a_copy_from_before_an_upgrade_is_read_and_stays_as_it_is(qtbot, program, tmp_path):
    folder = older_copy(tmp_path)
    eye = guide(qtbot, program, folder)
    eye.write("Passord", OLD_WORDS)
    eye.press("Bare les i kopien")
    qtbot.waitUntil(lambda: program.sitting is not None, timeout=SOON)
    assert eye.says("Du leser i sikkerhetskopien fra")
    program.sitting.main.navigator.open("families")
    assert "Hansen" in eye.rows("Familier")[0]
    assert program.sitting.workspace.read_only
    assert (schema_in(folder), copies(tmp_path / "minnepinne")[0].manifest.schema) == (1, 1)


@pytest.mark.slow
def test_the_key_on_paper_opens_an_older_vault_and_upgrades_it(qtbot, program, tmp_path):
    folder = shutil.copytree(OLD, tmp_path / "hvelv")
    paper = with_paper(folder)
    program.begin(folder)
    eye = Eye(program.frame)
    eye.press("Glemt passordet?")
    eye.write("Nøkkelen på arket", paper)
    eye.write("Nytt passord", PASSPHRASE)
    eye.write("Skriv passordet en gang til", PASSPHRASE)
    eye.press("Åpne med nøkkelen")
    qtbot.waitUntil(lambda: program.sitting is not None, timeout=SOON)
    program.close()
    assert schema_in(folder, PASSPHRASE.encode()) == SCHEMA
    assert [copy.manifest.schema for copy in copies(folder)] == [1]
    open_vault(folder, bytearray(PASSPHRASE.encode())).close()
