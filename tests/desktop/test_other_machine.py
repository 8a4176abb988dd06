# SPDX-License-Identifier: MIT
"""A vault that another machine seems to hold: refused with a sentence, and opened by one who knows better."""

import json

import pytest

from desktop.program import Program
from desktop.settings import Settings
from models.store.keyfile import Cost
from models.store.memory import secret_bytes
from models.store.vault import NewVault, create_vault
from models.work.edit_staff import StaffDraft, add_staff
from models.work.set_up import MunicipalityDraft, set_up
from tests.eye import Eye, settle

PASSPHRASE = "hest katt mus bil bok"
FLOOR = Cost(65536, 3, 4)


@pytest.fixture
def left_behind(tmp_path, act):
    """A vault whose lock names a machine that is gone."""
    vault = create_vault(tmp_path / "vault", NewVault("Kari Nordvik", True, FLOOR), secret_bytes(PASSPHRASE))
    with vault.database.working(act) as session:
        set_up(session, act, MunicipalityDraft(name="Mellomvik", practice=True), StaffDraft(name="Kari"), vault.slot)
    vault.close()
    lock = {"host": "gammel-pc", "pid": 12, "since": "2026-03-01T08:00:00"}
    (tmp_path / "vault" / "vault.lock").write_text(json.dumps(lock))
    return tmp_path / "vault"


def test_the_vault_can_be_opened_here_when_the_other_machine_is_gone(qtbot, qapp, tmp_path, monkeypatch, left_behind):
    monkeypatch.setenv("LAGET_HOME", str(tmp_path / "home"))
    program = Program(qapp, Settings(tmp_path / "settings.json"))
    program.begin(left_behind)
    eye = Eye(program.frame)
    eye.write("Passord", PASSPHRASE)
    eye.press("Lås opp")
    qtbot.waitUntil(lambda: eye.says("gammel-pc"), timeout=30_000)
    eye.press("Jeg vet at det er lukket der. Åpne her")
    qtbot.waitUntil(lambda: program.sitting is not None, timeout=30_000)
    assert eye.sees("Hovedmeny")
    program.close()
    program.frame.close()
    settle()


def test_the_end_of_the_log_is_remembered_outside_the_vault_when_a_sitting_ends(
    qtbot, qapp, tmp_path, monkeypatch, left_behind
):
    monkeypatch.setenv("LAGET_HOME", str(tmp_path / "home"))
    (left_behind / "vault.lock").unlink()
    program = Program(qapp, Settings(tmp_path / "settings.json"))
    program.begin(left_behind)
    eye = Eye(program.frame)
    eye.write("Passord", PASSPHRASE)
    eye.press("Lås opp")
    qtbot.waitUntil(lambda: program.sitting is not None, timeout=30_000)
    before = [kept.read_bytes() for kept in (tmp_path / "home" / "ankre").glob("*")]
    program.sitting.workspace.do(add_staff, StaffDraft(name="Tor"))
    program.close()
    program.frame.close()
    settle()
    after = [kept.read_bytes() for kept in (tmp_path / "home" / "ankre").glob("*")]
    assert after
    assert after != before
