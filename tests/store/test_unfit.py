# SPDX-License-Identifier: MIT
"""Files that are no vault database: each has a sentence of its own, and is left as it was."""

import shutil
import sqlite3
import tomllib
from pathlib import Path

import pytest

from desktop.version import VERSION
from models.store import keyfile
from models.store.keyfile import NEEDED, SCHEMA
from models.store.vault import open_vault
from tests.store.test_check_and_backup import fingerprints
from tests.store.test_vault import refused, rewrite, words
from tests.tree import ROOT

SAVED = Path(__file__).parent.parent / "vaults" / f"{SCHEMA:04}"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SAVED, tmp_path / "hvelv")


def empty(path):
    path.write_bytes(b"")


def plain(path):
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE family (id TEXT)")
    connection.close()


def cut(path):
    path.write_bytes(path.read_bytes()[:-1000])


def cut_by_pages(path):
    path.write_bytes(path.read_bytes()[: -20 * 4096])


def foreign(path):
    path.write_bytes(bytes(range(256)) * 160)


def swapped(path):
    content = path.read_bytes()
    path.write_bytes(
        content[: 5 * 4096] + content[6 * 4096 : 7 * 4096] + content[5 * 4096 : 6 * 4096] + content[7 * 4096 :]
    )


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (empty, "trouble.database_empty"),
        (plain, "trouble.database_plain"),
        (cut, "trouble.database_cut"),
        (cut_by_pages, "trouble.vault_damaged"),
        (foreign, "trouble.keys_apart"),
        (swapped, "trouble.vault_damaged"),
    ],
)
def test_a_file_that_is_no_sound_database_is_named_and_left_alone(folder, change, key):
    change(folder / "vault.db")
    before = fingerprints(folder)["vault.db"]
    assert refused(open_vault, folder, words()).key == key
    assert fingerprints(folder)["vault.db"] == before


@pytest.mark.parametrize("name", ["vault.db-wal", "vault.db-shm"])
def test_a_folder_where_the_database_keeps_a_file_is_told_by_name(folder, name):
    (folder / name).mkdir()
    trouble = refused(open_vault, folder, words())
    assert (trouble.key, trouble.values) == ("trouble.folder_for_file", {"name": name})
    (folder / name).rmdir()
    open_vault(folder, words()).close()


def test_a_key_file_tells_older_programs_which_version_they_must_be(folder):
    open_vault(folder, words()).close()
    vault = open_vault(folder, words())
    vault.refresh_keys(vault.keys)
    vault.close()
    assert keyfile.read(folder)[0].needs == NEEDED
    rewrite(folder, lambda content: content.update(v=99))
    told = refused(open_vault, folder, words())
    assert (told.key, told.values) == ("trouble.vault_newer_needs", {"version": NEEDED})


def test_the_version_a_key_file_asks_for_is_one_this_program_satisfies():
    """Never a version that is still to come: else the sentence would send people after a program nobody has."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert told == VERSION
    assert numbers(NEEDED) <= numbers(VERSION)


def numbers(version):
    return tuple(map(int, version.split(".")))
