# SPDX-License-Identifier: MIT
"""A sitting that began with the recovery key is the sitting of the person it let in."""

from sqlmodel import col, select

from models.records.history import AuditEntry
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_with_recovery_key


def test_what_is_opened_after_the_recovery_key_counts_from_then_on(tmp_path):
    """Else it would count as opened since she last unlocked with her passphrase."""
    made = create_vault(tmp_path / "hvelv", NewVault(user="Ingrid Bakken", cost=FLOOR), bytearray(b"gamle ord"))
    paper = " ".join(made.recovery_sheets[0])
    made.close()
    vault = open_with_recovery_key(tmp_path / "hvelv", paper)
    vault.set_passphrase(bytearray(b"nye ord"), vault.users[0].slot, FLOOR)
    with vault.database.reading() as session:
        last = session.exec(select(AuditEntry.what).order_by(col(AuditEntry.n).desc()).limit(3)).all()
    vault.close()
    assert list(last) == ["vault.opened", "vault.passphrase_set", "vault.opened_with_recovery_key"]
