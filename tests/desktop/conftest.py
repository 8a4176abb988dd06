# SPDX-License-Identifier: MIT
"""A real vault of its own, a place for its copies, and the program with it open."""

import pytest

from desktop.program import Program
from desktop.settings import Settings
from models.store.recovery_change import confirm
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault
from models.work.edit_staff import StaffDraft
from models.work.set_up import MunicipalityDraft, set_up
from tests.eye import settle

PASSPHRASE = bytearray(b"hest katt mus bil bok")


@pytest.fixture
def vault(tmp_path, monkeypatch, clock, act):
    monkeypatch.setenv("LAGET_HOME", str(tmp_path / "home"))
    vault = create_vault(tmp_path / "hvelv", NewVault("Kari Nordvik", cost=FLOOR), bytearray(PASSPHRASE), now=clock)
    confirm(vault, ["".join(sheet) for sheet in vault.recovery_sheets])
    with vault.database.working(act) as session:
        set_up(session, act, MunicipalityDraft(name="Mellomvik"), StaffDraft(name="Kari Nordvik"), vault.slot)
    yield vault
    vault.close()


@pytest.fixture
def place(tmp_path):
    (tmp_path / "minnepinne").mkdir()
    return tmp_path / "minnepinne"


@pytest.fixture
def program(vault, qtbot, qapp, tmp_path):
    program = Program(qapp, Settings(tmp_path / "settings.json"))
    program.enter(vault)
    program.frame.open()
    settle()
    yield program
    program.close()
    program.frame.close()
    settle()
