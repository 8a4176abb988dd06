# SPDX-License-Identifier: MIT
"""Full disks, kills, flipped bits and folders nobody may write in: old or new, never between, and always a sentence."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import apsw
import pytest
from sqlmodel import select

from models.records.family import Family
from models.store import audit, keyfile
from models.store.database import Database
from models.store.engine import connect
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault
from models.values.trouble import Trouble
from tests.conftest import vault_key

SAVED = Path(__file__).parent.parent / "vaults" / f"{keyfile.SCHEMA:04}"
ROOT = Path(__file__).parent.parent.parent
NOBODY = 65534
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")


def writer(*arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", *map(str, arguments)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def names_kept(folder):
    """The families in the vault, once it has been proved whole."""
    database = Database(folder, vault_key())
    with database.reading() as session:
        names = set(session.exec(select(Family.name)))
        assert audit.verify(session.connection()).broken_at is None
    database.checkpoint()
    database.close()
    connection = connect(folder / "vault.db", vault_key())
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    return names


@pytest.fixture
def folder(database):
    database.checkpoint()
    database.close()
    return database.folder


@pytest.mark.slow
@posix
@pytest.mark.parametrize(
    "room", [0, pytest.param(5_000, marks=pytest.mark.slow), pytest.param(120_000, marks=pytest.mark.slow), 700_000]
)
def test_a_disk_that_is_full_loses_nothing_that_was_acknowledged(folder, room):
    size = max((folder / "vault.db").stat().st_size, 32_768) + room
    child = writer(folder, "families", size)
    lines = child.communicate(timeout=120)[0].split("\n")[:-1]
    *acknowledged, fault, still_reads = lines
    assert fault == "trouble.disk_full"
    assert still_reads == f"reads {len(acknowledged)}"
    assert names_kept(folder) == set(acknowledged)


@pytest.mark.slow
@posix
def test_a_key_file_written_on_a_full_disk_is_the_old_or_the_new(tmp_path):
    shutil.copytree(SAVED, tmp_path / "hvelv")
    assert writer(tmp_path / "hvelv", "keys").communicate(timeout=60)[0] == "whole\n"
    assert sorted(path.name for path in (tmp_path / "hvelv").iterdir()) == sorted(path.name for path in SAVED.iterdir())


def damages(content, step):
    """The file cut off at a byte, and with one bit flipped in it."""
    for at in range(0, len(content), step):
        yield content[:at]
        yield content[:at] + bytes([content[at] ^ 1 << at % 8]) + content[at + 1 :]


@pytest.mark.slow
@pytest.mark.parametrize("step", [13, pytest.param(1, marks=pytest.mark.slow)])
def test_every_damage_to_the_key_file_is_called_damage_and_mended_from_the_copy(tmp_path, step):
    content = (SAVED / "vault.keys").read_bytes()
    whole, _ = keyfile.read(SAVED)
    alone, with_copy = tmp_path / "alone", tmp_path / "with_copy"
    alone.mkdir()
    with_copy.mkdir()
    (with_copy / "vault.keys.bak").write_bytes(content)
    for damaged in damages(content, step):
        for folder in (alone, with_copy):
            (folder / "vault.keys").write_bytes(damaged)
        with pytest.raises(Trouble) as trouble:
            keyfile.read(alone)
        assert trouble.value.key == "trouble.keyfile_damaged"
        assert keyfile.read(with_copy) == (whole, True)


def test_a_folder_nobody_may_write_in_is_said_and_left_alone():
    """Run as an ordinary user in a process of its own, since an administrator may write everywhere."""
    if os.name == "nt":
        pytest.skip("Windows keeps folder rights otherwise")
    place = Path(tempfile.mkdtemp())
    try:
        shutil.copytree(SAVED, place / "hvelv")
        (place / "tom").mkdir()
        for path in (place / "hvelv").iterdir():
            path.chmod(0o444)
        for folder in (place / "hvelv", place / "tom", place):
            folder.chmod(0o555)
        code = f"""
import os
from pathlib import Path
from models.store.slots import FLOOR
from models.store import recovery, schema, slots
from models.store.vault import NewVault, create_vault, open_vault
from models.values.trouble import Trouble
place = Path({str(place)!r})
if os.geteuid() == 0:
    os.seteuid({NOBODY})
acts = (lambda: open_vault(place / "hvelv", bytearray(b"fire korte norske ord")),
        lambda: create_vault(place / "tom", NewVault("Ingrid", cost=FLOOR), bytearray(b"ord")),
        lambda: create_vault(place / "ny", NewVault("Ingrid", cost=FLOOR), bytearray(b"ord")))
for act in acts:
    try:
        act()
    except Trouble as trouble:
        print(trouble.key)
"""
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
        assert done.stdout.split() == ["trouble.folder_read_only"] * 3, done.stderr
        assert (place / "hvelv" / "vault.db").read_bytes() == (SAVED / "vault.db").read_bytes()
    finally:
        for folder in (place, place / "hvelv", place / "tom"):
            folder.chmod(0o755)
        shutil.rmtree(place)


def test_a_creation_that_fails_leaves_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("os.replace", no_room)
    with pytest.raises(Trouble) as trouble:
        create_vault(tmp_path / "hvelv", NewVault("Ingrid", cost=FLOOR), bytearray(b"ord"))
    assert trouble.value.key == "trouble.disk_full"
    assert list((tmp_path / "hvelv").iterdir()) == []


def no_room(*_paths):
    raise OSError(28, "No space left on device")


def test_nothing_typed_can_be_read_in_the_vaults_files(desk, story, database):
    from models.work.keep_draft import keep_draft

    marker = "Kjennemerke7319"
    family = story.family(marker, note=marker * 500).child(marker, national_id="15882099917", phone=marker)
    desk.because(marker).do(keep_draft, f"new_note/{family.id}", {"text": marker * 300})
    files = {path.name: path.read_bytes() for path in database.folder.iterdir()}
    assert files["vault.db-wal"]
    leaking = [name for name, content in files.items() if marker.encode() in content or b"SQLite format" in content]
    assert leaking == []


def test_a_closed_database_holds_no_key(database):
    assert database.key_copy() == vault_key()
    database.close()
    assert database.key_copy() == bytes(32)


def test_another_implementation_of_the_file_format_reads_the_vault(story, database):
    """A second way to the data, should the first ever be left without care: SQLite3 Multiple Ciphers."""
    story.family("Hansen").child("Ánne Æøå")
    database.checkpoint()
    connection = apsw.Connection(str(database.folder / "vault.db"), flags=apsw.SQLITE_OPEN_READONLY)
    for pragma in ("cipher='sqlcipher'", "legacy=4", f"key=\"x'{vault_key().hex()}'\""):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    assert connection.execute("SELECT given_name FROM person").fetchall() == [("Ánne Æøå",)]
    connection.close()
