# SPDX-License-Identifier: MIT
"""A copy under another key that follows what is written, and how little is done of it while nobody is let in."""

import random
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from models.records.family import Family
from models.store.backup import compared, facts, open_beside, sound, written_once
from models.store.follower import MOST, Follower
from models.store.keyfile import Cost
from models.store.vault import NewVault, create_vault
from models.store.write_log import SIZE
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.send_letter import receive_paper
from tests.conftest import Desk, vault_key

OTHER_KEY = bytearray(range(32, 64))
MARKS = pytest.mark.slow, pytest.mark.long
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts what a process writes")


def quietly(_done, _total):
    pass


def copied(folder, follower):
    with closing(written_once(folder / "copy", OTHER_KEY)) as copy:
        compared(follower.view, copy, facts(follower.view), quietly)


def rows(path, key):
    """Every row of every table, and whether every page, index and seal is whole."""
    with closing(open_beside(path, key)) as raw:
        tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: raw.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}, sound(raw)


def something(desk, family, dice):
    """A note of any length, or a paper, or nothing left in the log."""
    match dice.randint(0, 4):
        case 0:
            desk.do(receive_paper, family, "Brev", b"%PDF-1.7 " + dice.randbytes(dice.randint(0, 90_000)))
        case 1:
            desk.database.checkpoint()
        case _:
            draft = FamilyEditDraft(name="Hansen", note="ord " * dice.randint(0, 3000), language="nb")
            desk.do(edit_family, family, draft)


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=MARKS[seed > 5]) for seed in range(2, 20))])
def test_the_copy_ends_as_the_database_does_whatever_was_written_and_whenever(desk, story, seed):
    dice, folder = random.Random(seed), desk.database.folder
    family = story.family("Hansen").id
    if seed % 2:
        desk.database.checkpoint()  # then the engine begins its log anew at the next word
    with closing(Follower(folder, folder / "copy", vault_key(), OTHER_KEY)) as follower:
        something(desk, family, dice)
        copied(folder, follower)
        for _ in range(dice.randint(1, 4)):
            for _ in range(dice.randint(0, 4)):
                something(desk, family, dice)
            follower.catch_up()
        desk.do(edit_family, family, FamilyEditDraft(name="Til sist"))
        assert follower.caught_up()
    assert rows(folder / "copy", OTHER_KEY) == rows(folder / "vault.db", vault_key())


def test_what_is_too_much_to_wait_for_is_written_before_anybody_waits(desk, story):
    folder, family = desk.database.folder, story.family("Hansen").id
    with closing(Follower(folder, folder / "copy", vault_key(), OTHER_KEY)) as follower:
        copied(folder, follower)
        desk.do(receive_paper, family, "Brev", b"%PDF-1.7 " + bytes(MOST * SIZE))
        assert not follower.caught_up()
        follower.catch_up()
        assert follower.caught_up()
    assert rows(folder / "copy", OTHER_KEY) == rows(folder / "vault.db", vault_key())


def written():
    """All that this process has written to files until now, in bytes."""
    told = dict(line.split(": ") for line in Path("/proc/self/io").read_text().splitlines())
    return int(told["wchar"])


@linux
def test_removing_a_person_while_somebody_never_stops_writing_holds_her_up_for_a_few_pages_alone(tmp_path, clock):
    cheap = Cost(1024, 1, 1)
    vault = create_vault(tmp_path / "hvelv", NewVault("Ingrid Bakken", cost=cheap), bytearray(b"ord"), now=clock)
    slot, desk = vault.add_user("Berit Fjell", bytearray(b"berits ord"), cheap), Desk(vault.database, clock)

    def begin(session, _act):
        family = Family(name="Hansen", opened_on=clock().date())
        session.add(family)
        return family.id

    family, over, held = desk.do(begin), threading.Event(), []
    desk.do(receive_paper, family, "Brev", b"%PDF-1.7 " + bytes(10 * MOST * SIZE))
    exchange = vault.database.exchange

    def write():
        while not over.wait(0.005):
            desk.do(receive_paper, family, "Brev", b"%PDF-1.7 " + bytes(50_000))

    def counted(swap):
        def swapped():
            before, key = written(), swap()
            held.append(written() - before)
            return key

        return exchange(swapped)

    vault.database.exchange = counted
    other, before = threading.Thread(target=write, daemon=True), written()
    other.start()
    vault.remove_user(slot, quietly)
    over.set()
    other.join()
    vault.close()
    few = (2 * MOST + 40) * SIZE
    assert 0 < max(held) < few < (written() - before) / 5
