# SPDX-License-Identifier: MIT
"""Every family of the practice municipality goes to another vault and home again, whatever it holds."""

import shutil
from collections import Counter

import pytest
from sqlmodel import select

from models.records.family import Family, FamilyState
from models.records.staff import Staff
from models.store.vault import open_vault
from resources import path
from tests import tree
from tests.conftest import ROLES, Desk
from tests.work.vault_pair import OTHER_ID, Side, side

PASSPHRASE = tree.table(path("demo", "mellomvik.toml"))["passphrase"]


class Practice(Side):
    """The practice vault at the desk of its first person."""

    def __init__(self, vault, clock):
        with vault.database.reading() as session:
            staff = session.exec(select(Staff).where(Staff.slot == vault.slot)).one()
            self.families = [
                family.id
                for family in session.exec(select(Family)).all()
                if family.state in (FamilyState.OPEN, FamilyState.CLOSED)
            ]
        super().__init__(Desk(vault.database, clock, staff.id, staff.name, ROLES))


@pytest.mark.slow
def test_each_demo_family_arrives_whole_and_comes_home_unchanged(demo, empty_vault, tmp_path, clock):
    folder = tmp_path / "øving"
    shutil.copytree(demo[0] / "hvelv", folder)
    clock.forward(days=366)
    vault = open_vault(folder, bytearray(PASSPHRASE, "utf-8"))
    here = Practice(vault, clock)
    shutil.copytree(empty_vault, tmp_path / "annen")
    there = side(tmp_path / "annen", clock, OTHER_ID, "Kari Nordvik", "Fjellvik kommune")
    reason = {"with_addresses": True, "address_reason": "Ny kommune skal skrive"}
    arrived = there.open(here.send(there, *here.families, **reason))
    assert len(arrived.families) == len(here.families) >= 10
    there.take(arrived)
    back = here.open(there.send(here, *here.families, **reason))
    for sent, returned in zip(arrived.families, back.families, strict=True):
        left, came = (Counter({name: len(found) for name, found in each.rows.items()}) for each in (sent, returned))
        assert came == left
        conflicts = here.choice(returned, None, (), ()).seen
        assert conflicts == frozenset()
    there.database.close()
    vault.close()
