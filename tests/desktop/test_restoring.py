# SPDX-License-Identifier: MIT
"""The guide that takes a copy back, from the page where one unlocks."""

import shutil
from datetime import timedelta

import pytest

from desktop.clock import now
from desktop.program import Program
from desktop.settings import Settings
from models.store import keyfile
from models.store.backups import copies, take
from models.store.recovery_change import confirm
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault
from models.work.edit_staff import StaffDraft, add_staff
from models.work.set_up import MunicipalityDraft, set_up
from tests.conftest import STAFF_ID, Desk
from tests.eye import Eye, settle

PASSPHRASE = "hest katt mus bil bok"


@pytest.fixture
def vault(tmp_path, monkeypatch, act, clock):
    """A closed vault with two copies at a place this machine knows, and somebody added after them."""
    monkeypatch.setenv("LAGET_HOME", str(tmp_path / "home"))
    vault = create_vault(tmp_path / "hvelv", NewVault("Kari Nordvik", cost=FLOOR), bytearray(PASSPHRASE.encode()))
    confirm(vault, ["".join(sheet) for sheet in vault.recovery_sheets])
    with vault.database.working(act) as session:
        set_up(session, act, MunicipalityDraft(name="Mellomvik"), StaffDraft(name="Kari Nordvik"), vault.slot)
    place = tmp_path / "minnepinne"
    place.mkdir()
    for days in (9, 2):
        take(vault.folder, vault.database.key_copy(), place, now() - timedelta(days=days))
    Desk(vault.database, clock, STAFF_ID).do(add_staff, StaffDraft(name="Tor Vik"))
    vault.close()
    remember(tmp_path / "home", keyfile.read(vault.folder)[0].vault, place)
    return vault.folder


def remember(home, name, place):
    from desktop.copies.memory import BackupMemory

    BackupMemory(home / "kopier", name).change(place=str(place))


@pytest.fixture
def program(qtbot, qapp, tmp_path, vault):
    program = Program(qapp, Settings(tmp_path / "settings.json"))
    yield program
    program.close()
    program.frame.close()
    settle()


def ways_to(program):
    return Eye(program.frame)


def see_copies(qtbot, eye):
    """They are looked for beside the window."""
    qtbot.waitUntil(lambda: eye.sees("Sikkerhetskopier"), timeout=60_000)


def test_three_presses_take_the_newest_copy_back(qtbot, program, vault):
    program.begin(vault)
    eye = ways_to(program)
    eye.press("Hent fra sikkerhetskopi")
    see_copies(qtbot, eye)
    assert "for 2 dager siden" in eye.rows("Sikkerhetskopier")[0]
    eye.write("Passord", PASSPHRASE)
    eye.press("Kontroller kopien")
    qtbot.waitUntil(lambda: eye.says("Kopien er hel"), timeout=60_000)
    eye.press("Ta kopien i bruk")
    qtbot.waitUntil(lambda: program.sitting is not None, timeout=60_000)
    assert program.sitting.folder == vault
    assert [found.name for found in vault.parent.glob("hvelv-lagt-til-side-*")] != []
    assert not eye.says("Noen har kanskje lagt tilbake en kopi")


def test_a_wrong_passphrase_is_told_and_the_list_stays(qtbot, program, vault):
    program.begin(vault)
    eye = ways_to(program)
    eye.press("Hent fra sikkerhetskopi")
    see_copies(qtbot, eye)
    eye.write("Passord", "noe annet")
    eye.press("Kontroller kopien")
    qtbot.waitUntil(lambda: eye.says("Passordet passer ikke"), timeout=60_000)
    assert len(eye.rows("Sikkerhetskopier")) == 2
    assert sorted(found.name for found in vault.parent.iterdir() if found.name.startswith("hvelv")) == ["hvelv"]


def test_the_newest_copy_is_read_when_the_vault_is_damaged(qtbot, program, vault, tmp_path):
    (vault / "vault.db").write_bytes(b"")
    program.begin(vault)
    eye = ways_to(program)
    eye.write("Passord", PASSPHRASE)
    eye.press("Lås opp")
    qtbot.waitUntil(lambda: eye.sees("Les i siste kopi"), timeout=60_000)
    eye.press("Les i siste kopi")
    qtbot.waitUntil(lambda: program.sitting is not None, timeout=60_000)
    assert eye.says("Du leser i sikkerhetskopien fra")
    assert program.sitting.workspace.read_only
    assert program.sitting.folder == vault
    program.close()
    assert list((tmp_path / "home" / "prøve").iterdir()) == []
    assert (vault / "vault.db").read_bytes() == b""


def test_a_vault_that_is_gone_comes_back_from_its_copy(qtbot, program, vault):
    shutil.rmtree(vault)
    program.begin(vault, restore=True)
    eye = ways_to(program)
    see_copies(qtbot, eye)
    eye.write("Passord", PASSPHRASE)
    eye.press("Kontroller kopien")
    qtbot.waitUntil(lambda: eye.says("Kopien er hel"), timeout=60_000)
    eye.press("Ta kopien i bruk")
    qtbot.waitUntil(lambda: program.sitting is not None, timeout=60_000)
    assert (vault / "vault.db").is_file()


def test_a_machine_that_knows_no_place_asks_for_one(program, vault, tmp_path):
    shutil.rmtree(tmp_path / "home" / "kopier")
    program.begin(vault, restore=True)
    eye = ways_to(program)
    assert eye.says("Sett inn minnepinnen, og velg mappa")
    assert not eye.sees("Kontroller kopien")


def test_a_copy_dated_in_the_future_is_listed_last_with_its_date(qtbot, program, vault, tmp_path):
    newest = copies(tmp_path / "minnepinne")[0]
    manifest = newest.folder / "backup.json"
    manifest.write_text(manifest.read_text().replace(newest.manifest.made[:4], "2091"))
    program.begin(vault, restore=True)
    eye = ways_to(program)
    see_copies(qtbot, eye)
    first, last = eye.rows("Sikkerhetskopier")
    assert "for 9 dager siden" in first
    assert "2091" in last
    assert "datoen er fram i tid" in last


def test_a_copy_that_lacks_a_file_is_listed_as_such_and_the_next_is_chosen(qtbot, program, vault, tmp_path):
    (copies(tmp_path / "minnepinne")[0].folder / "vault.db").unlink()
    program.begin(vault, restore=True)
    eye = ways_to(program)
    see_copies(qtbot, eye)
    assert "Mangler filer" in eye.rows("Sikkerhetskopier")[0]
    eye.write("Passord", PASSPHRASE)
    eye.press("Kontroller kopien")
    qtbot.waitUntil(lambda: eye.says("for 9 dager siden"), timeout=60_000)
