# SPDX-License-Identifier: MIT
"""Whatever has been done in a family, it arrives whole in another vault, and comes home with what was done there."""

import random

import pytest

from models.values.act import Role
from tests.work.random_acts import random_act
from tests.work.vault_pair import full_family, pair


@pytest.fixture
def sides(empty_vault, tmp_path, clock):
    made = pair(empty_vault, tmp_path, clock)
    yield made
    for side in made:
        side.database.close()


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 12))])
def test_any_family_arrives_whole_and_comes_home_with_what_was_done_there(sides, clock, seed):
    here, there = sides
    dice = random.Random(seed)
    family = full_family(here)
    berit = here.desk.as_staff(here.story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATING_UNIT)
    for _ in range(40):
        random_act(berit, family, dice)
        clock.forward(minutes=dice.randint(0, 200))
    there.take(there.open(here.send(there, family.id)))
    assert there.holds(family.id) == here.holds(family.id)
    for _ in range(20):
        random_act(there.desk, family, dice)
        clock.forward(minutes=dice.randint(0, 200))
    back = here.open(there.send(here, family.id))
    here.take(back, theirs=every_field(here))
    told, found = there.holds(family.id), here.holds(family.id)
    assert {key: found.get(key) for key in told} == told


def every_field(side):
    """The names of all fields, so that what they say is chosen wherever the two differ."""
    from models.store.belonging import kinds

    return {name for kind in kinds().values() for name in kind.record.model_fields}
