# SPDX-License-Identifier: MIT
"""Random days: people write, undo, hand over, lock, are killed and removed; what was kept is what is there."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from models.records.municipality import Municipality
from models.records.note import ContactNote
from models.records.staff import Staff
from models.store.vault import NewVault, create_vault
from tests.conftest import ROLES, STAFF_ID, STAFF_NAME, Clock, Desk
from tests.store.random_days import CHEAP, RandomDays
from tests.store.random_writing import Writing


@pytest.fixture(scope="session")
def opened_by_passphrase(tmp_path_factory):
    """A closed vault that Ingrid opens with her passphrase, in an office with a municipality."""
    folder = tmp_path_factory.mktemp("days") / "vault"
    clock = Clock()
    vault = create_vault(folder, NewVault(STAFF_NAME, cost=CHEAP), bytearray(b"fire korte norske ord"), now=clock)

    def set_up(session, act):
        roles = ",".join(sorted(ROLES))
        session.add(Staff(id=STAFF_ID, name=STAFF_NAME, title="barnekoordinator", roles=roles, slot=vault.slot))
        session.add(Municipality(name="Mellomvik kommune", number="9999"))

    Desk(vault.database, clock).do(set_up)
    vault.close()
    return folder


@pytest.mark.parametrize(
    ("days", "acts"),
    [(4, 14), pytest.param(8, 40, marks=pytest.mark.slow), pytest.param(60, 50, marks=pytest.mark.long)],
)
def test_whatever_people_do_the_vault_holds_what_was_kept(opened_by_passphrase, empty_vault, days, acts):
    machine = type("Days", (RandomDays,), {"template": opened_by_passphrase, "elsewhere": empty_vault})
    quick = settings(
        max_examples=days,
        stateful_step_count=acts,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=quick)


class Forgetful(Writing):
    """A vault that loses what was said to be kept."""

    @rule(note=Writing.notes)
    def lose(self, note):
        self.desk.do(lambda session, act: session.delete(session.get_one(ContactNote, note)))

    @invariant()
    def look(self):
        self.see_that_all_is_there()


@pytest.mark.slow
def test_the_proof_sees_a_note_that_is_lost(opened_by_passphrase):
    machine = type("Days", (Forgetful,), {"template": opened_by_passphrase})
    quick = settings(max_examples=20, deadline=None, database=None, derandomize=True, phases=[Phase.generate])
    with pytest.raises(AssertionError):
        run_state_machine_as_test(machine, settings=settings(quick, suppress_health_check=list(HealthCheck)))
