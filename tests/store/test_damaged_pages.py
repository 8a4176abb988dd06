# SPDX-License-Identifier: MIT
"""A bit, a page or half the file is damaged: all is read right or the damage is said, and no copy passes as good."""

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2 as sqlcipher

from models.store import anchor
from models.store.backup import back_up
from models.store.engine import connect
from models.store.schema import open_database
from models.values.trouble import Trouble
from tests.conftest import vault_key
from tests.store.kept import kept
from tests.store.working_day import WorkingDay

PAGE = 4096
SAID = {"trouble.vault_damaged", "trouble.copy_failed"}
QUICK = 8


def everything(database):
    """Every value of every table."""
    with database.reading() as session:
        tables = session.execute(text("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")).scalars()
        return {name: sorted(map(repr, session.execute(text(f'SELECT * FROM "{name}"')))) for name in tables.all()}


def opened(folder, right):
    """What somebody is told who opens the vault and reads all of it."""
    try:
        database = open_database(folder, vault_key())
        try:
            found = everything(database)
        finally:
            database.close()
    except Trouble as trouble:
        return trouble.key
    return "right" if found == right else "wrong"


def copied(folder, right):
    """What somebody is told who takes a copy; a copy that is there must be right in every value."""
    target = folder.with_name("copy")
    try:
        back_up(folder, vault_key(), target)
    except Trouble as trouble:
        assert not target.exists()
        return trouble.key
    found = opened(target, right)
    shutil.rmtree(target)
    return found


class Patient:
    """A closed vault that is damaged in one way after the other, and always begins whole."""

    def __init__(self, template, place):
        self.folder = place / "patient"
        shutil.copytree(template, self.folder)
        for name in ("vault.keys", "vault.keys.bak"):
            shutil.copyfile(f"tests/vaults/0001/{name}", self.folder / name)
        self.file = self.folder / "vault.db"
        self.whole = self.file.read_bytes()
        self.pages = len(self.whole) // PAGE
        database = open_database(self.folder, vault_key())
        self.right = everything(database)
        database.close()

    def damaged(self, content):
        """What reading says and what copying says when the file holds this."""
        told = []
        for look in (opened, copied):
            for beside in self.folder.glob("vault.db-*"):
                beside.unlink()
            self.file.write_bytes(content)
            told.append(look(self.folder, self.right))
        return tuple(told)

    def flipped(self, page, at, bit=0):
        """One bit turned in a page, counted from 0."""
        content = bytearray(self.whole)
        content[page * PAGE + at] ^= 1 << bit
        return bytes(content)


@pytest.fixture
def patient(filled_template, tmp_path):
    patient = Patient(filled_template, tmp_path)
    assert patient.damaged(patient.whole) == ("right", "right")
    return patient


def chosen(patient, count):
    """Some pages spread over the file, always the first and the last; or all."""
    pages = range(patient.pages)
    return pages if count is None else sorted({0, patient.pages - 1, *random.Random(4).sample(pages, count - 2)})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("count", "part"),
    [
        (QUICK, 0),
        pytest.param(None, 0, marks=pytest.mark.slow),
        *(pytest.param(None, part, marks=pytest.mark.long) for part in (1, 2, 3)),
    ],
)
def test_one_bit_in_any_page_is_never_read_or_copied_as_if_it_were_right(patient, count, part):
    chance = random.Random(part)
    for page in chosen(patient, count):
        at = chance.randrange(part * PAGE // 4, (part + 1) * PAGE // 4)
        read, copy = patient.damaged(patient.flipped(page, at, chance.randrange(8)))
        assert read in {"right", "trouble.vault_damaged"}, page
        assert copy in SAID, page


def page(content, number):
    return content[number * PAGE : (number + 1) * PAGE]


def with_page(content, number, new):
    return content[: number * PAGE] + new + content[(number + 1) * PAGE :]


@pytest.mark.slow
@pytest.mark.parametrize("count", [6, pytest.param(None, marks=pytest.mark.long)])
def test_a_page_full_of_zeroes_is_never_read_or_copied_as_if_it_were_right(patient, count):
    for number in chosen(patient, count):
        read, copy = patient.damaged(with_page(patient.whole, number, bytes(PAGE)))
        assert (read != "wrong", copy in SAID) == (True, True), (number, read, copy)


@pytest.mark.slow
@pytest.mark.parametrize("count", [4, pytest.param(None, marks=pytest.mark.long)])
def test_two_pages_in_each_others_place_are_never_taken_for_right(patient, count):
    for number in chosen(patient, count)[:-1]:
        here, there = page(patient.whole, number), page(patient.whole, number + 1)
        swapped = with_page(with_page(patient.whole, number, there), number + 1, here)
        read, copy = patient.damaged(swapped)
        assert read in {"right", "trouble.vault_damaged"}
        assert copy in SAID


@pytest.mark.slow
@pytest.mark.parametrize("count", [5, pytest.param(60, marks=pytest.mark.long)])
def test_a_file_that_was_cut_off_is_never_taken_for_right(patient, count):
    chance = random.Random(9)
    for at in (0, 1, PAGE, len(patient.whole) - PAGE, *(chance.randrange(len(patient.whole)) for _ in range(count))):
        read, copy = patient.damaged(patient.whole[:at])
        assert read == "trouble.vault_damaged", at
        assert copy in SAID, at


def test_a_plain_database_in_the_place_of_the_vault_is_not_opened(patient, tmp_path):
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE family (id, name)")
    plain.commit()
    plain.close()
    assert patient.damaged((tmp_path / "plain.db").read_bytes())[0] == "trouble.vault_damaged"


def notes_past_the_guard(file):
    """The notes as the bare engine tells them, or None when it complains."""
    try:
        with closing(connect(file, vault_key())) as connection:
            return connection.execute("SELECT text FROM contactnote ORDER BY id").fetchall()
    except sqlcipher.DatabaseError:
        return None


def test_known_case_of_the_engine_the_tail_of_a_long_note_is_answered_as_zeroes(patient):
    """SQLCipher 4.19: a damaged last overflow page becomes NUL signs, without a word; the guard says it."""
    right = notes_past_the_guard(patient.file)
    for number in reversed(range(1, patient.pages)):
        patient.file.write_bytes(patient.flipped(number, 2000))
        if notes_past_the_guard(patient.file) not in (right, None):
            break
    else:
        pytest.fail("the engine tells of the damage by itself now: keep the guard, and say so in storage's notes")
    assert patient.damaged(patient.flipped(number, 2000))[0] == "trouble.vault_damaged"


def test_known_case_of_the_engine_a_damaged_page_is_copied_as_zeroes_under_a_fresh_seal(patient, tmp_path):
    """SQLCipher 4.19: the engine's own backup returns as if all were well, and the copy passes every check of it."""
    damaged = patient.flipped(patient.pages // 2, 2000)
    patient.file.write_bytes(damaged)
    source, bare = connect(patient.file, vault_key()), connect(tmp_path / "bare.db", vault_key(), create=True)
    source.backup(bare, pages=-1)
    assert bare.execute("PRAGMA cipher_integrity_check").fetchall() == []
    source.close()
    bare.close()
    assert patient.damaged(damaged)[1] == "trouble.vault_damaged"


def test_a_log_file_that_was_cut_off_loses_its_tail_alone_and_the_machine_knows(office, tmp_path):
    """What stands before the cut is whole; that something is gone shows in the end of the log kept outside."""
    said, when = [], datetime(2026, 3, 16, 12, 0, tzinfo=UTC)
    database = open_database(office, vault_key())
    WorkingDay(database, 5, said.append).work(8)
    anchor.remember(tmp_path / "anchors", "v", database, when)
    log = (office / "vault.db-wal").read_bytes()
    shutil.copytree(office, tmp_path / "left", ignore=shutil.ignore_patterns("*-shm"))
    database.close()
    counts = set()
    for number, at in enumerate((0, 31, len(log) // 3, len(log) // 2, len(log) - 4000, len(log) - 1)):
        folder = tmp_path / f"cut-{number}"
        shutil.copytree(tmp_path / "left", folder)
        (folder / "vault.db-wal").write_bytes(log[:at])
        facts = {fact for fact in kept(folder).facts if not fact.startswith("draft")}
        whole = [fact for fact in said if not fact.startswith("draft")]
        assert facts == set(whole[: len(facts)])
        counts.add(len(facts))
        database = open_database(folder, vault_key())
        warned = [trouble.key for trouble in anchor.warnings(tmp_path / "anchors", "v", database)]
        database.close()
        assert warned == ["trouble.vault_rolled_back"] or len(facts) == len(whole)
    assert len(counts) > 2
