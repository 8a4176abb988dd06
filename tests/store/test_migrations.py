# SPDX-License-Identifier: MIT
"""Vaults of every schema open in this program, and a step that fails leaves the vault as it was."""

import shutil
from pathlib import Path

import pytest
from sqlmodel import SQLModel, select

from models.queries.history import family_history
from models.records.family import Family
from models.records.person import Person
from models.store import audit, migrations
from models.store.database import Database
from models.store.engine import open_engine
from models.store.keyfile import SCHEMA
from models.store.vault import open_vault
from models.values.trouble import Trouble
from tests.conftest import vault_key

SAVED = sorted((Path(__file__).parent.parent / "vaults").iterdir())


def schema_of(engine):
    """Columns, foreign keys and indexes of every table; that a later column stands last means nothing."""
    with engine.connect() as connection:
        tables = [row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {table: table_of(connection, table) for table in tables}


def table_of(connection, table):
    def told(pragma):
        return connection.exec_driver_sql(f"PRAGMA {pragma}({table})").all()

    columns = {(name, kind.partition("(")[0], needed, key) for _, name, kind, needed, _, key in told("table_info")}
    points_to = {(row[2], row[3], row[4]) for row in told("foreign_key_list")}
    return columns, points_to, {(row[1], row[2]) for row in told("index_list")}


def test_the_scripts_make_the_same_tables_as_the_models(tmp_path):
    by_scripts = open_engine(tmp_path / "scripts.db", vault_key(), create=True)
    with by_scripts.begin() as connection:
        for number in range(1, SCHEMA + 1):
            for statement in migrations.script(number):
                connection.exec_driver_sql(statement)
    by_models = open_engine(tmp_path / "models.db", vault_key(), create=True)
    with by_models.begin() as connection:
        SQLModel.metadata.create_all(connection)
    assert schema_of(by_scripts) == schema_of(by_models), "run tools/save_vault.py"
    by_scripts.dispose()
    by_models.dispose()


def test_a_vault_of_every_schema_is_kept():
    assert [folder.name for folder in SAVED] == [f"{number:04}" for number in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("saved", SAVED, ids=lambda folder: folder.name)
def test_a_saved_vault_opens_with_everything_in_it(saved, tmp_path):
    folder = tmp_path / "hvelv"
    shutil.copytree(saved, folder)
    vault = open_vault(folder, bytearray(b"fire korte norske ord"))
    with vault.database.reading() as session:
        family = session.exec(select(Family)).one()
        assert (family.name, family.note) == ("Hansen", "Snakker nordsamisk hjemme.")
        assert {person.given_name for person in session.exec(select(Person))} == {"Ánne Æøå", "Kari", "Per"}
        assert len(family_history(session, family.id)) == 5
        assert audit.verify(session.connection()).broken_at is None
    vault.close()


@pytest.fixture
def older(database, story, tmp_path):
    """A closed vault with a family in it, and a folder for the steps that follow."""
    story.family("Hansen").child("Emma")
    database.checkpoint()
    database.close()
    (database.folder / "vault.keys").write_bytes((SAVED[0] / "vault.keys").read_bytes())
    scripts = tmp_path / "schema"
    scripts.mkdir()
    return database.folder, scripts


@pytest.fixture
def upgrade(clock):
    return migrations.Upgrade(clock())


def rows(folder):
    database = Database(folder, vault_key())
    with database.reading() as session:
        connection = session.connection()
        told = (
            connection.exec_driver_sql("PRAGMA user_version").scalar_one(),
            migrations.row_counts(connection),
            audit.installed(connection),
        )
    database.close()
    return told


def test_a_step_keeps_every_row_and_puts_the_log_back(older, upgrade):
    folder, scripts = older
    before = rows(folder)
    (scripts / f"{SCHEMA + 1:04}.sql").write_text(
        "-- step\nALTER TABLE family ADD COLUMN colour VARCHAR NOT NULL DEFAULT '';\n"
    )
    copy = migrations.migrate(folder, vault_key(), SCHEMA, upgrade, SCHEMA + 1, scripts)
    assert (copy / "vault.db").exists()
    assert rows(folder) == (SCHEMA + 1, before[1], True)


@pytest.mark.parametrize(
    "step",
    [
        "ALTER TABLE family ADD COLUMN colour VARCHAR;\nSELECT no_such_function();\n",
        "DELETE FROM person;\n",
        "PRAGMA foreign_keys=off;\nDELETE FROM familylisting;\nDELETE FROM family;\n",
    ],
)
def test_a_step_that_fails_or_loses_rows_leaves_everything_as_it_was(older, upgrade, step):
    folder, scripts = older
    before = rows(folder)
    (scripts / f"{SCHEMA + 1:04}.sql").write_text(step)
    with pytest.raises(Exception, match=r"migration_failed|no such function"):
        migrations.migrate(folder, vault_key(), SCHEMA, upgrade, SCHEMA + 1, scripts)
    assert rows(folder) == before


def test_a_vault_whose_tables_are_no_longer_watched_is_not_opened(tmp_path):
    folder = tmp_path / "hvelv"
    shutil.copytree(SAVED[-1], folder)
    vault = open_vault(folder, bytearray(b"fire korte norske ord"))
    engine = open_engine(folder / "vault.db", vault.database.key_copy())
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER family_edited")
    engine.dispose()
    vault.close()
    with pytest.raises(Trouble) as trouble:
        open_vault(folder, bytearray(b"fire korte norske ord"))
    assert trouble.value.key == "trouble.schema_altered"
