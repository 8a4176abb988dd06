# SPDX-License-Identifier: MIT
"""Taking a person out for good: a new key for the rest, nothing lost, and after a kill exactly one key fits."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlmodel import select

from models.records.family import Family
from models.store import audit, keyfile
from models.store.check import check
from models.store.keyfile import Cost
from models.store.old_copies import opens_with
from models.store.vault import NewVault, create_vault, open_vault
from models.values.trouble import Trouble
from tests.conftest import Desk
from tests.story import Story

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
FAMILIES = 40
CHEAP = Cost(1024, 1, 1)  # what guessing costs is not tried here, and each test opens many times
posix = pytest.mark.skipif(os.name == "nt", reason="Windows neither forks nor limits the size of a file")


def words(text="fire korte norske ord"):
    return bytearray(text.encode())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A vault of Ingrid's that Berit can open too, with some families in it; closed."""
    from tests.conftest import Clock

    place = tmp_path_factory.mktemp("made") / "hvelv"
    vault = create_vault(place, NewVault(user="Ingrid Bakken", cost=CHEAP), words(), now=Clock())
    vault.add_user("Berit Fjell", words("berits ord"), CHEAP)
    story = Story(Desk(vault.database, Clock()))
    for number in range(FAMILIES):
        story.add(Family(name=f"Familie{number}", opened_on=Clock()().date(), note="lang tekst " * 300))
    vault.close()
    return place


@pytest.fixture
def folder(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "hvelv"))


def berit(vault):
    return next(user.slot for user in vault.users if user.name == "Berit Fjell")


def quietly(_done, _total):
    pass


def refused(act, *args, **values):
    with pytest.raises(Trouble) as trouble:
        act(*args, **values)
    return trouble.value.key


def families(vault):
    with vault.database.reading() as session:
        assert audit.verify(session.connection()).broken_at is None
        return set(session.exec(select(Family.name)))


ALL = {f"Familie{number}" for number in range(FAMILIES)}


def test_who_is_removed_is_out_and_the_others_open_with_what_they_had(folder):
    vault = open_vault(folder, words())
    slot = berit(vault)
    before = (folder / "vault.db").read_bytes()[:16]
    vault.remove_user(slot, quietly)
    assert [user.name for user in vault.users] == ["Ingrid Bakken"]
    assert families(vault) == ALL
    vault.close()
    assert (folder / "vault.db").read_bytes()[:16] != before
    assert refused(open_vault, folder, words("berits ord")) == "trouble.wrong_passphrase"
    vault = open_vault(folder, words())
    assert families(vault) == ALL
    assert vault.warnings == ()
    vault.close()


def test_the_old_key_file_put_back_opens_nothing_of_the_new_database(folder, tmp_path):
    shutil.copy(folder / "vault.keys", tmp_path / "gammel")
    vault = open_vault(folder, words())
    vault.remove_user(berit(vault), quietly)
    vault.close()
    shutil.copy(tmp_path / "gammel", folder / "vault.keys")
    for secret in ("berits ord", "fire korte norske ord"):
        assert refused(open_vault, folder, words(secret)) == "trouble.keyfile_before_removal"
        assert refused(check, folder, words(secret)) == "trouble.keyfile_before_removal"
    shutil.copy(tmp_path / "gammel", folder / "vault.keys.bak")
    assert refused(open_vault, folder, words()) == "trouble.keys_apart"


def test_the_database_of_another_vault_is_told_as_that_and_not_as_damage(folder, tmp_path):
    other = create_vault(tmp_path / "annet", NewVault(user="Kari", cost=CHEAP), words("andre ord"))
    other.close()
    shutil.copy(tmp_path / "annet" / "vault.db", folder / "vault.db")
    assert refused(open_vault, folder, words()) == "trouble.keys_apart"
    assert refused(check, folder, words()) == "trouble.keys_apart"
    shutil.copy(tmp_path / "annet" / "vault.keys", folder / "vault.keys")
    open_vault(folder, words("andre ord")).close()


@pytest.mark.parametrize("at", [3, 40, 4090])
def test_damage_to_the_first_page_is_still_told_as_damage(folder, at):
    with (folder / "vault.db").open("rb+") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1]))
    assert refused(open_vault, folder, words()) == "trouble.vault_damaged"


def test_what_is_written_while_the_database_is_written_anew_is_in_it(folder, clock):
    vault = open_vault(folder, words(), now=clock)
    story, names = Story(Desk(vault.database, clock)), iter(("Ny", "Nyere"))

    def busy(_done, _total):
        name = next(names, None)
        if name:
            story.add(Family(name=name, opened_on=clock().date()))

    vault.remove_user(berit(vault), busy)
    story.add(Family(name="Etterpå", opened_on=clock().date()))
    vault.close()
    vault = open_vault(folder, words(), now=clock)
    assert families(vault) == ALL | {"Ny", "Nyere", "Etterpå"}
    vault.close()


def test_others_read_and_write_on_while_it_goes_on(folder, clock):
    vault = open_vault(folder, words(), now=clock)
    story, over, told = Story(Desk(vault.database, clock)), threading.Event(), []

    def work():
        while not over.wait(0.02):
            told.append(f"Imens{len(told)}")
            story.add(Family(name=told[-1], opened_on=clock().date()))

    other = threading.Thread(target=work, daemon=True)
    other.start()
    vault.remove_user(berit(vault), quietly)
    over.set()
    other.join()
    assert len(told) > 1
    assert families(vault) == ALL | set(told)
    vault.close()
    vault = open_vault(folder, words(), now=clock)
    assert families(vault) == ALL | set(told)
    vault.close()


class Stopped(Exception):
    pass


def test_it_can_be_stopped_and_then_nothing_has_happened(folder):
    vault = open_vault(folder, words())

    def stop(_done, _total):
        raise Stopped

    with pytest.raises(Stopped):
        vault.remove_user(berit(vault), stop)
    assert families(vault) == ALL
    vault.close()
    assert not list(folder.glob("vault.db.*"))
    open_vault(folder, words("berits ord")).close()


def test_nobody_removes_herself_or_the_recovery_key(folder):
    vault = open_vault(folder, words())
    paper = next(slot.id for slot in vault.keys.slots if slot.cost is None)
    assert refused(vault.remove_user, vault.slot, quietly) == "trouble.own_slot"
    assert refused(vault.remove_user, paper, quietly) == "trouble.own_slot"
    vault.close()


def test_while_another_window_reads_nobody_is_removed(folder):
    vault = open_vault(folder, words())
    reader = open_vault(folder, words(), read_only=True)
    assert refused(vault.remove_user, berit(vault), quietly) == "trouble.vault_read_elsewhere"
    assert families(reader) == ALL
    reader.close()
    vault.remove_user(berit(vault), quietly)
    vault.close()


def test_a_key_planted_in_the_file_gets_no_new_key(folder):
    vault = open_vault(folder, words())
    keys, _ = keyfile.read(folder)
    keyfile.write(folder, keyfile.replace(keys, generation=keys.generation + 1))
    assert refused(vault.remove_user, berit(vault), quietly) == "trouble.keyfile_altered"
    vault.close()


def test_it_is_told_which_copies_the_removed_person_still_opens(folder, tmp_path):
    copies = tmp_path / "kopier"
    copies.mkdir()
    vault = open_vault(folder, words())
    slot = berit(vault)
    vault.back_up(copies / "før")
    vault.remove_user(slot, quietly)
    vault.back_up(copies / "etter")
    told = opens_with(copies, vault.keys.vault, slot)
    vault.close()
    assert [copy.folder.name for copy in told] == ["før"]
    assert opens_with(tmp_path / "finnes ikke", "x", slot) == ()
    open_vault(copies / "før", words("berits ord")).close()


SWAP = "os.rename vault.db.next"


def remover(*runs):
    """Remove Berit in a process of its own, once for each (folder, what, start, point); gives what it said."""
    command = [sys.executable, "-m", "tests.store.remover", *(str(part) for run in runs for part in run)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=900)
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1]


def held_together(folder, passphrase="fire korte norske ord"):
    """Ingrid always comes in and finds everything; Berit does exactly when she was not removed."""
    vault = open_vault(folder, words(passphrase))
    assert families(vault) == ALL
    removed = [user.name for user in vault.users] == ["Ingrid Bakken"]
    vault.close()
    assert not list(folder.glob("vault.db.next*"))
    if removed:
        assert refused(open_vault, folder, words("berits ord")) == "trouble.wrong_passphrase"
    else:
        open_vault(folder, words("berits ord")).close()
    return removed


def each(made, tmp_path, what, points):
    """One copy of the vault and one run for each point."""
    runs = [(tmp_path / f"{what}{at}", what, *point) for at, point in enumerate(points)]
    for folder, *_ in runs:
        shutil.copytree(made, folder)
    return runs


@posix
def test_killed_on_either_side_of_the_exchange_it_is_undone_or_finished(made, tmp_path):
    runs = each(made, tmp_path, "kill", [(SWAP, 1), (SWAP, 2)])
    assert remover(*runs) == ["-9", "-9"]
    for folder, *_ in runs:
        assert check(folder, words()).sound
    assert [held_together(folder) for folder, *_ in runs] == [False, True]


@posix
def test_a_disk_that_fills_on_either_side_of_the_exchange_locks_nobody_out(made, tmp_path):
    runs = each(made, tmp_path, "full", [("open .vault.keys", 1), (SWAP, 2)])
    assert remover(*runs) == ["trouble.disk_full", "0"] * 2
    assert [held_together(folder, "ord etterpå") for folder, *_ in runs] == [False, True]


@posix
@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize("what", ["kill", "full"])
def test_at_every_operation_on_a_file_exactly_one_key_opens_and_nothing_is_lost(made, tmp_path, what, every):
    *told, _ended = remover(*each(made, tmp_path, "points", [("", 0)]))
    points = range(0, len(told), every)
    runs = each(made, tmp_path, what, [("", at + 1) for at in points])
    said = remover(*runs)
    assert len(told) > told.index(SWAP) > 10
    assert set(said) <= ({"-9"} if what == "kill" else {"trouble.disk_full", "trouble.disk_fault", "done", "0"})
    after = "fire korte norske ord" if what == "kill" else "ord etterpå"
    removed = dict(zip(points, (held_together(folder, after) for folder, *_ in runs), strict=True))
    whole = told.index(SWAP) + (what == "kill")  # a full disk does not stop a file from being renamed
    assert all(removed[at] for at in points if at >= whole)
    assert what == "full" or not any(removed[at] for at in points if at < whole)
