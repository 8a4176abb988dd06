# SPDX-License-Identifier: MIT
"""A damaged vault: what is hit is named, what can be read is rescued, and the vault itself is never altered."""

import random
import shutil

import pytest
from sqlmodel import select

from models.records.family import Family
from models.records.person import Person
from models.store import audit
from models.store.check import check
from models.store.damage import assess
from models.store.engine import DATABASE, connect
from models.store.rescue import rescue
from models.store.slots import FLOOR
from models.store.survey import survey
from models.store.vault import NewVault, create_vault, open_vault
from models.values.trouble import Trouble
from tests.conftest import Clock, Desk
from tests.store.test_check_and_backup import fingerprints, words
from tests.story import Story

pytestmark = pytest.mark.slow

PAGE = 4096
NOTE = "lang tekst " * 3000
NAMES = tuple(f"Familie{number}" for number in range(30))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A closed vault with thirty families, and its key."""
    clock = Clock()
    folder = tmp_path_factory.mktemp("damage") / "hvelv"
    vault = create_vault(folder, NewVault(user="Ingrid Bakken", cost=FLOOR), words(), now=clock)
    story = Story(Desk(vault.database, clock))
    for number, name in enumerate(NAMES):
        story.family(name, responsible_id=None, note=NOTE if number % 10 == 0 else "kort").child(f"Barn{number}")
    vault.database.checkpoint()
    key = vault.database.key_copy()
    vault.close()
    return folder, key


@pytest.fixture
def folder(made, tmp_path):
    return shutil.copytree(made[0], tmp_path / "hvelv")


@pytest.fixture
def key(made):
    return made[1]


def hurt(folder, *pages):
    """One bit flipped in each of these pages."""
    content = bytearray((folder / DATABASE).read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + 2000] ^= 1
    (folder / DATABASE).write_bytes(content)


def root_of(folder, key, name):
    connection = connect(folder / DATABASE, key)
    root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
    connection.close()
    return root


def looked_at(folder, key):
    return assess(survey(folder / DATABASE, key, 0))


def test_a_whole_vault_has_no_damage_and_every_row_is_read_as_the_engine_reads_it(folder, key):
    found = survey(folder / DATABASE, key, 0)
    connection = connect(folder / DATABASE, key)
    for name, table in found.tables.items():
        by_engine = connection.execute(f'SELECT * FROM "{name}"').fetchall()
        assert sorted(map(repr, by_engine)) == sorted(repr(tuple(row.values())) for row in table.rows.values()), name
    connection.close()
    damage = assess(found)
    assert (damage.pages, damage.tables, damage.families, damage.lost) == ((), (), (), 0)


def test_what_stands_only_in_the_write_ahead_log_is_read_too(folder, key):
    connection = connect(folder / DATABASE, key)
    connection.execute("CREATE TABLE extra (id INTEGER PRIMARY KEY, word VARCHAR)")
    connection.executemany("INSERT INTO extra VALUES (?, ?)", [(number, "ord" * 9) for number in range(500)])
    survey_while_open = survey(folder / DATABASE, key, 0)
    connection.close()
    assert len(survey_while_open.tables["extra"].rows) == 500


def test_the_damaged_pages_are_named_as_the_engine_names_them(folder, key):
    last = (folder / DATABASE).stat().st_size // PAGE  # the first pages hold the schema, without which nothing opens
    hurt(folder, last - 9, last - 1, last)
    connection = connect(folder / DATABASE, key)
    named = {int(row[0].rsplit(" ", 1)[1]) for row in connection.execute("PRAGMA cipher_integrity_check")}
    connection.close()
    assert set(looked_at(folder, key).pages) == named == {last - 9, last - 1, last}


def test_a_check_of_a_damaged_vault_tells_the_table_and_the_family(folder, key):
    hurt(folder, root_of(folder, key, "family"))
    before = fingerprints(folder)
    report = check(folder, words())
    assert not report.sound
    assert dict(report.damage.owners) == {"family": 1}
    assert fingerprints(folder) == before


def test_rows_whose_page_is_damaged_are_made_anew_from_the_log(folder, key, tmp_path, clock):
    connection = connect(folder / DATABASE, key)
    columns = ", ".join(row[1] for row in connection.execute("PRAGMA table_info(person)"))
    before = connection.execute(f"SELECT {columns} FROM person ORDER BY id").fetchall()
    connection.close()
    hurt(folder, root_of(folder, key, "person"))
    made = rescue(folder, words(), tmp_path / "reddet", clock())
    connection = connect(tmp_path / "reddet" / DATABASE, key)
    assert connection.execute(f"SELECT {columns} FROM person ORDER BY id").fetchall() == before
    connection.close()
    assert made.damage.lost == 0
    assert set(made.damage.families) <= set(NAMES)


@pytest.mark.parametrize("seed", [1, 2, 3, pytest.param(range(4, 15), marks=pytest.mark.long)])
def test_a_vault_with_random_damage_is_rescued_into_one_that_opens(folder, key, tmp_path, clock, seed):
    pages = (folder / DATABASE).stat().st_size // PAGE
    for one in seed if isinstance(seed, range) else [seed]:
        damaged = shutil.copytree(folder, tmp_path / f"skadet{one}")
        chance = random.Random(one)
        hurt(damaged, *chance.sample(range(2, pages + 1), 12))
        before = fingerprints(damaged)
        target = tmp_path / f"reddet{one}"
        made = rescue(damaged, words(), target, clock())
        assert fingerprints(damaged) == before
        vault = open_vault(target, words())
        with vault.database.reading() as session:
            names = {family.name for family in session.exec(select(Family))}
            children = session.exec(select(Person.given_name)).all()
            audit.verify(session.connection())
        vault.close()
        assert names <= set(NAMES)
        assert len(names) + made.damage.lost >= len(NAMES)
        assert len(children) + made.damage.lost + sum(made.left_out.values()) >= len(NAMES)


def test_every_single_damaged_page_leaves_the_rest_to_be_rescued(folder, key):
    """All pages but the first: without that nothing says which pages there are."""
    whole = (folder / DATABASE).read_bytes()
    count = len(whole) // PAGE
    for page in range(2, count + 1, 23):
        (folder / DATABASE).write_bytes(whole)
        hurt(folder, page)
        damage = looked_at(folder, key)
        assert damage.pages == (page,)
        assert len(damage.found.rows("family")) + damage.lost >= len(NAMES)
        assert len(damage.found.rows("family")) == len(NAMES), f"page {page} of {damage.owners}"


def test_a_rescue_tells_what_is_missing_in_numbers_and_no_names(folder, key, tmp_path, clock):
    hurt(folder, root_of(folder, key, "family"), root_of(folder, key, "historyentry"))
    rescue(folder, words(), tmp_path / "reddet", clock())
    report = (tmp_path / "reddet" / "REDNING.txt").read_text("utf-8")
    assert "2 av" in report
    assert not [name for name in NAMES if name in report]


def test_a_rescue_overwrites_nothing_and_leaves_nothing_behind_when_it_cannot_be_done(folder, tmp_path, clock):
    (tmp_path / "reddet").mkdir()
    (tmp_path / "reddet" / "brev.txt").write_text("hei")
    with pytest.raises(Trouble) as trouble:
        rescue(folder, words(), tmp_path / "reddet", clock())
    assert trouble.value.key == "trouble.folder_not_empty"
    content = bytearray((folder / DATABASE).read_bytes())
    content[:] = bytes(len(content))
    (folder / DATABASE).write_bytes(content)
    with pytest.raises(Trouble) as trouble:
        rescue(folder, words(), tmp_path / "ny", clock())
    assert trouble.value.key == "trouble.keys_apart"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hvelv", "reddet"]


def test_a_vault_whose_first_page_lost_its_salt_is_said_to_have_lost_its_beginning(folder, tmp_path, clock):
    content = bytearray((folder / DATABASE).read_bytes())
    content[:16] = bytes(16)
    (folder / DATABASE).write_bytes(content)
    report = check(folder, words())
    assert len(report.damage.pages) == report.damage.of_pages
    with pytest.raises(Trouble) as trouble:
        rescue(folder, words(), tmp_path / "reddet", clock())
    assert trouble.value.key == "trouble.beginning_gone"
    assert not (tmp_path / "reddet").exists()


class Stopped(Exception):
    """The person pressed «Stopp»."""


@pytest.mark.parametrize("share", [0.2, 0.4])
def test_a_survey_tells_how_far_it_has_come_and_stops_when_asked(folder, key, share):
    told = []

    def watch(done, total, _what):
        told.append(done / total)
        if told[-1] >= share:
            raise Stopped

    with pytest.raises(Stopped):
        survey(folder / DATABASE, key, 0, watch)
    assert told == sorted(told)
    assert told[-1] < share + 0.4
