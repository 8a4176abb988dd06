# SPDX-License-Identifier: MIT
"""Taking a person out for good: a new key for the rest, nothing lost, and after a kill exactly one key fits."""

import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlmodel import select

from models.records.family import Family
from models.store import audit, keyfile
from models.store.old_copies import opens_with
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault
from models.values.trouble import Trouble
from tests.conftest import Desk
from tests.story import Story

ROOT = Path(__file__).parent.parent.parent
FAMILIES = 40


def words(text="fire korte norske ord"):
    return bytearray(text.encode())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A vault of Ingrid's that Berit can open too, with some families in it; closed."""
    from tests.conftest import Clock

    place = tmp_path_factory.mktemp("made") / "hvelv"
    vault = create_vault(place, NewVault(user="Ingrid Bakken", cost=FLOOR), words(), now=Clock())
    vault.add_user("Berit Fjell", words("berits ord"), FLOOR)
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
        assert refused(open_vault, folder, words(secret)) == "trouble.vault_damaged"


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
        while not over.is_set():
            told.append(f"Imens{len(told)}")
            story.add(Family(name=told[-1], opened_on=clock().date()))

    other = threading.Thread(target=work, daemon=True)
    other.start()
    vault.remove_user(berit(vault), quietly)
    over.set()
    other.join()
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


def remover(folder, *arguments):
    """Remove Berit in a process of its own; gives how it ended."""
    command = [sys.executable, "-m", "tests.store.remover", folder, *arguments]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=ROOT, check=False, timeout=300)


def held_together(folder):
    """After a kill: Ingrid always comes in and finds everything; Berit does exactly when she was not removed."""
    vault = open_vault(folder, words())
    assert families(vault) == ALL
    removed = [user.name for user in vault.users] == ["Ingrid Bakken"]
    vault.close()
    assert not list(folder.glob("vault.db.next*"))
    if removed:
        assert refused(open_vault, folder, words("berits ord")) == "trouble.wrong_passphrase"
    else:
        open_vault(folder, words("berits ord")).close()
    return removed


@pytest.mark.parametrize("step", [60, pytest.param(7, marks=pytest.mark.slow)])
def test_killed_at_each_step_exactly_one_key_opens_and_nothing_is_lost(made, tmp_path, step):
    """Every line of the program that takes part in the exchange, one kill for each."""
    shutil.copytree(made, tmp_path / "hele")
    last = int(remover(tmp_path / "hele", "count").stdout)
    outcomes = set()
    for line in range(1, last + 1, step):
        folder = Path(shutil.copytree(made, tmp_path / f"hvelv{line}"))
        ended = remover(folder, "kill", line)
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        outcomes.add(held_together(folder))
        shutil.rmtree(folder)
    assert outcomes == {True, False}
