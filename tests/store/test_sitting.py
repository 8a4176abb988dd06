# SPDX-License-Identifier: MIT
"""Unlocks and failed tries end up in the log, and a log put back or rewritten is noticed where it was known."""

import shutil

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from models.records.history import AuditEntry
from models.records.staff import Staff
from models.store import audit
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault
from models.values.trouble import Trouble
from tests.conftest import Desk
from tests.story import Story


def words(said="fire korte norske ord"):
    return bytearray(said.encode())


@pytest.fixture
def folder(tmp_path, clock):
    folder = tmp_path / "hvelv"
    vault = create_vault(folder, NewVault(user="Ingrid Bakken", cost=FLOOR), words(), now=clock)
    Story(Desk(vault.database, clock)).add(Staff(name="Ingrid Bakken", slot=vault.slot))
    vault.close()
    return folder


def lines(vault):
    with vault.database.reading() as session:
        asked = select(AuditEntry).where(col(AuditEntry.what).startswith("vault.")).order_by(AuditEntry.n)
        return [(entry.what, entry.name, entry.reason) for entry in session.exec(asked)]


def test_failed_tries_are_entered_at_the_next_unlock_and_only_once(folder, clock):
    for _ in range(2):
        with pytest.raises(Trouble):
            open_vault(folder, words("feil"), now=clock)
    vault = open_vault(folder, words(), now=clock)
    told = lines(vault)
    vault.close()
    assert [what for what, _, _ in told] == ["vault.unlock_failed", "vault.unlock_failed", "vault.opened"]
    assert told[0][2].startswith("2026-03-16T10:00:00+01:00 passphrase ")
    assert told[-1][1] == "Ingrid Bakken"
    vault = open_vault(folder, words(), now=clock)
    assert [what for what, _, _ in lines(vault)][3:] == ["vault.opened"]
    vault.close()


def keys_of(vault):
    return [warning.key for warning in vault.warnings]


def test_an_old_copy_put_back_is_noticed(folder, clock, tmp_path):
    old = tmp_path / "gammel"
    shutil.copytree(folder, old)
    vault = open_vault(folder, words(), now=clock, anchors=tmp_path / "anker")
    Story(Desk(vault.database, clock)).family("Hansen", responsible_id=None)
    vault.close()
    shutil.rmtree(folder)
    old.rename(folder)
    vault = open_vault(folder, words(), now=clock, anchors=tmp_path / "anker")
    assert keys_of(vault) == ["trouble.vault_rolled_back"]
    vault.close()


def test_a_log_built_anew_by_somebody_with_the_key_is_noticed(folder, clock, tmp_path):
    vault = open_vault(folder, words(), now=clock, anchors=tmp_path / "anker")
    vault.close()
    vault = open_vault(folder, words(), now=clock)

    def rebuild(session, act):
        connection = session.connection()
        for name, kind in audit.present(connection):
            session.execute(text(f"DROP {kind} {name}"))
        session.execute(text("UPDATE auditentry SET hash = 'annen'"))
        audit.install(connection)

    Desk(vault.database, clock).do(rebuild)
    vault.close()
    vault = open_vault(folder, words(), now=clock, anchors=tmp_path / "anker")
    assert keys_of(vault) == ["trouble.log_rewritten"]
    vault.close()


def test_a_vault_nobody_rewrote_gives_no_warning(folder, clock, tmp_path):
    for _ in range(2):
        vault = open_vault(folder, words(), now=clock, anchors=tmp_path / "anker")
        Story(Desk(vault.database, clock)).family("Hansen", responsible_id=None)
        assert keys_of(vault) == []
        vault.close()


def test_what_is_done_with_the_vault_as_a_whole_stands_in_the_log(folder, clock, tmp_path):
    vault = open_vault(folder, words(), now=clock)
    vault.back_up(tmp_path / "kopi")
    vault.add_user("Berit Fjell", words("berits ord"), FLOOR)
    vault.set_passphrase(words("nye ord"), cost=FLOOR)
    told = lines(vault)
    vault.close()
    assert [what for what, _, _ in told] == [
        "vault.opened",
        "vault.copied",
        "vault.user_added",
        "vault.passphrase_changed",
    ]
    assert {name for _, name, _ in told} == {"Ingrid Bakken"}
