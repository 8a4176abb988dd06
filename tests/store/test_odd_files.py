# SPDX-License-Identifier: MIT
"""Vault folders that somebody or something has written nonsense in: a sentence of their own, or no hindrance."""

import json
import shutil

import pytest

from models.store.keyfile import read
from models.store.restore import finish_swap
from models.store.vault import open_vault, peek
from tests.store.test_vault import fingerprints, new_vault, refused, rewrite, words


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """A closed vault, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("odd") / "hvelv"
    new_vault(folder).close()
    return folder


@pytest.fixture
def folder(closed, tmp_path):
    return shutil.copytree(closed, tmp_path / "hvelv")


@pytest.mark.parametrize(
    "change",
    [
        {"salt": "AA=="},
        {"dek": "AA=="},
        {"dek": "A" * 124},
        {"kdf": {"m": 0, "t": 0, "p": 0}},
        {"kdf": {"m": -5, "t": 3, "p": 4}},
    ],
)
def test_a_slot_this_program_never_wrote_is_called_altered(folder, change):
    rewrite(folder, lambda content: content["slots"][0].update(change))
    before = fingerprints(folder)
    assert refused(open_vault, folder, words()).key == "trouble.keyfile_altered"
    assert fingerprints(folder) == before


@pytest.mark.parametrize("name", ["vault.lock", "vault.attempts"])
@pytest.mark.parametrize(
    "content",
    [b"[" * 60_000, b"\xff\x00\x01", b"[1, 2]", b'{"at": "\\ud800", "factor": "\\u0000", "machine": "\\ud800"}\n'],
)
def test_nonsense_in_the_small_files_beside_the_vault_stops_nobody(folder, name, content):
    (folder / name).write_bytes(content)
    open_vault(folder, words()).close()


def test_a_folder_in_place_of_the_database_is_no_database(folder):
    (folder / "vault.db").unlink()
    (folder / "vault.db").mkdir()
    assert refused(peek, folder).key == "trouble.database_missing"


def test_a_path_longer_than_any_system_has_is_no_vault(tmp_path):
    assert refused(peek, tmp_path / ("a" * 5000)).key == "trouble.not_a_vault"


@pytest.mark.parametrize(
    "content",
    [
        '{"n": 1e999, "hash": "", "seen": ""}',
        '{"n": 1%s, "hash": "", "seen": ""}' % ("0" * 30),
        '{"n": -5, "hash": "", "seen": ""}',
        "[" * 60_000,
    ],
)
def test_nonsense_in_what_this_machine_remembers_of_the_log_stops_nobody(folder, tmp_path, content):
    (tmp_path / "anchors").mkdir()
    (tmp_path / "anchors" / f"{read(folder)[0].vault}.json").write_text(content)
    vault = open_vault(folder, words(), anchors=tmp_path / "anchors")
    assert vault.warnings == ()
    vault.close()


def test_nonsense_in_the_note_of_a_restore_leaves_the_vault_where_it_is(folder):
    folder.with_name(f".{folder.name}.bytte").write_text("[" * 60_000)
    finish_swap(folder)
    open_vault(folder, words()).close()


@pytest.mark.parametrize("name", ["..", ".", "", "andres", "hvelv-lagt-til-side-/.."])
def test_the_note_of_a_restore_moves_no_folder_that_is_not_its_own(folder, name):
    gone = folder.rename(folder.with_name("et annet sted"))
    others = folder.with_name("andres")
    others.mkdir()
    note = folder.with_name(f".{folder.name}.bytte")
    note.write_text(json.dumps({"new": name, "old": name}))
    finish_swap(folder)
    assert not folder.exists()
    assert others.is_dir()
    assert gone.is_dir()
