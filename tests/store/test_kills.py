# SPDX-License-Identifier: MIT
"""The program is killed at random moments of a working day: whatever it had said is kept is there, without repair."""

import multiprocessing
import os
import random
from threading import Timer

import pytest

from tests.store.kept import kept
from tests.store.working_day import in_process

processes = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
processes.set_forkserver_preload(["tests.store.working_day"]) if os.name == "posix" else None
MANY = 1000


def killed_while_working(folder, seed, chance, early=False):
    """The facts that a process said before it was killed, some acts and a part of an act after it began."""
    hear, say = processes.Pipe(duplex=False)
    child = processes.Process(target=in_process, args=(folder, seed, MANY, say, early))
    child.start()
    say.close()
    said = [hear.recv_bytes().decode() for _ in range(chance.randint(1, 16))]
    killer = Timer(chance.uniform(0, 0.06), child.kill)
    killer.start()
    try:
        while True:
            said.append(hear.recv_bytes().decode())
    except (EOFError, OSError):
        pass
    child.join()
    killer.join()
    assert child.exitcode != 0
    return said


def last_half_typed(said, before):
    drafts = [fact for fact in said if fact.startswith("draft")]
    return drafts[-1] if drafts else before


@pytest.mark.parametrize(("kills", "commits"), [(4, 20), pytest.param(60, 600, marks=pytest.mark.long)])
def test_a_kill_at_any_moment_loses_nothing_that_was_said_to_be_kept(office, kills, commits):
    chance, acknowledged, half_typed = random.Random(16), set(), "draft -"
    done = killed = 0
    while killed < kills or done < commits:
        said = killed_while_working(office, killed, chance)
        found = kept(office)
        acknowledged |= {fact for fact in said if not fact.startswith("draft")}
        assert acknowledged <= found.facts
        assert len(found.facts - acknowledged) <= 1, "at most the act that was under way is there without a word"
        acknowledged |= found.facts
        half_typed = last_half_typed(said, half_typed)
        if found.half_typed != half_typed:
            assert found.half_typed not in said, "an older draft has come back"
        half_typed = found.half_typed
        done, killed = done + len(said), killed + 1
    print(f"{killed} kills, {done} commits")


def test_the_proof_sees_an_act_that_was_said_too_early(office):
    chance, lost = random.Random(17), 0
    for seed in range(1000, 1012):
        said = killed_while_working(office, seed, chance, early=True)
        lost += not {fact for fact in said if not fact.startswith("draft")} <= kept(office).facts
        if lost:
            return
    assert lost
