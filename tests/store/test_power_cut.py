# SPDX-License-Identifier: MIT
"""The power goes, or a kill comes, at any write: the disk as it may then stand opens and holds all that was said."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from models.values.trouble import Trouble
from tests.store.disk import Call, Disk, needs_strace, traced
from tests.store.kept import kept

pytestmark = [needs_strace, pytest.mark.system]
ACTS = 30


@dataclass(frozen=True, slots=True)
class Traced:
    """A working day: how the vault stood before, where it stood, and all that was asked of the system."""

    before: Path
    folder: Path
    calls: list[Call]

    def states(self, count, chance):
        """The disk at so many of its writes, or at each: `(the disk, what is said next)`."""
        disk = Disk(self.before, self.folder)
        writes = [number for number, call in enumerate(self.calls) if call.file.startswith(str(self.folder))]
        said = [call.data.decode().strip() for call in self.calls if call.name == "write" and call.number == 1]
        assert len(said) == ACTS
        chosen = set(chance.sample(writes, count or len(writes)))
        for number, call in enumerate(self.calls):
            disk.do(call)
            if number in chosen:
                yield disk, said[len(disk.said) : len(disk.said) + 1]


def traced_day(office, place, how):
    folder = place / "vault"
    shutil.copytree(office, folder)
    return Traced(office, folder, traced(folder, "tests.store.working_day", folder, 1, ACTS, how))


@pytest.fixture(scope="module")
def day(office_template, tmp_path_factory):
    return traced_day(office_template, tmp_path_factory.mktemp("day"), "kept")


def lost(folder, said, under_way):
    """What was said to be kept and is not there; nothing else may differ but the act that was under way."""
    found = kept(folder)
    facts = {fact for fact in said if not fact.startswith("draft")}
    assert found.facts <= facts | set(under_way)
    drafts = ["draft -", *(fact for fact in said if fact.startswith("draft"))]
    missing = facts - found.facts
    return missing if found.half_typed in (drafts[-1], *under_way) else missing | {drafts[-1]}


@pytest.mark.parametrize("cuts", [pytest.param(20, marks=pytest.mark.slow), pytest.param(150, marks=pytest.mark.long)])
def test_a_power_cut_at_any_write_loses_nothing_that_was_said_to_be_kept(day, tmp_path, cuts):
    chance = random.Random(cuts)
    for disk, under_way in day.states(cuts, chance):
        disk.as_cut(tmp_path / "cut", chance)
        assert lost(tmp_path / "cut", disk.said, under_way) == set()
        shutil.rmtree(tmp_path / "cut")


@pytest.mark.parametrize(
    "kills", [pytest.param(15, marks=pytest.mark.slow), pytest.param(None, marks=pytest.mark.long)]
)
def test_a_kill_at_any_write_or_sync_loses_nothing_that_was_said_to_be_kept(day, tmp_path, kills):
    for disk, under_way in day.states(kills, random.Random(6)):
        disk.as_killed(tmp_path / "kill")
        assert lost(tmp_path / "kill", disk.said, under_way) == set()
        shutil.rmtree(tmp_path / "kill")


@pytest.mark.slow
def test_the_proof_sees_what_is_lost_when_nothing_waits_for_the_disk(office_template, tmp_path):
    chance, losses = random.Random(7), 0
    for disk, under_way in traced_day(office_template, tmp_path, "unsynced").states(12, chance):
        disk.as_cut(tmp_path / "cut", chance)
        try:
            losses += lost(tmp_path / "cut", disk.said, under_way) != set()
        except (Trouble, AssertionError):
            losses += 1
        shutil.rmtree(tmp_path / "cut")
    assert losses > 5
