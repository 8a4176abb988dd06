# SPDX-License-Identifier: MIT
"""What somebody opened while reading a copy, as the vault's own log tells it afterwards."""

from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import select

from models.records.history import AuditEntry
from models.store.meaning import note
from models.store.readings import CopyReading, enter
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault
from models.values.act import Act

WORDS = b"fire korte norske ord"
FAMILY = UUID("018f0000-0000-7000-8000-0000000000aa")


def test_a_family_opened_in_a_copy_stands_in_the_vaults_log_once(tmp_path, clock):
    vault = create_vault(tmp_path / "hvelv", NewVault("Kari Nordvik", cost=FLOOR), bytearray(WORDS), now=clock)
    vault.back_up(tmp_path / "kopi")
    copy = open_vault(tmp_path / "kopi", bytearray(WORDS), read_only=True, now=clock)
    copy.copy_made = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
    reading = CopyReading(tmp_path / "maskin", copy)
    reader = Act(UUID(int=7), "Kari Nordvik", frozenset(), clock(), "Vikarierer")
    with copy.database.working(reader, log_only=True) as session:
        note(session, reader, "family.opened", family_id=FAMILY)
    reading.keep()
    copy.close()
    assert FAMILY.hex.encode() not in b"".join(one.read_bytes() for one in (tmp_path / "maskin").iterdir())
    enter(tmp_path / "maskin", vault)
    enter(tmp_path / "maskin", vault)
    with vault.database.reading() as session:
        lines = session.exec(select(AuditEntry.what, AuditEntry.family_id, AuditEntry.name, AuditEntry.reason)).all()
    assert [line.what for line in lines].count("vault.copy_read") == 1
    (opened,) = [line for line in lines if line.what == "family.opened"]
    assert (opened.family_id, opened.name) == (FAMILY, "Kari Nordvik")
    assert opened.reason.startswith("Vikarierer Lest i sikkerhetskopien fra 15.03.2026 kl. 10:00")
    vault.close()
