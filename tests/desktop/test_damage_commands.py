# SPDX-License-Identifier: MIT
"""What the command line tells the person who gave the passphrase about a damaged vault."""

import io
import shutil
from pathlib import Path

from desktop.commands.check import run_check
from desktop.commands.rescue import run_rescue
from models.store.keyfile import SCHEMA
from models.store.vault import open_vault
from resources import catalogue

SAVED = Path(__file__).parent.parent / "vaults" / f"{SCHEMA:04}"


def words():
    return bytearray(b"fire korte norske ord")


def damaged(tmp_path):
    """The saved vault with a bit flipped in its last page."""
    folder = shutil.copytree(SAVED, tmp_path / "hvelv")
    content = bytearray((folder / "vault.db").read_bytes())
    for page in (16, 41):
        content[(page - 1) * 4096 + 3000] ^= 1
    (folder / "vault.db").write_bytes(content)
    return folder


def test_a_check_names_the_pages_and_what_stands_on_them(tmp_path):
    out = io.StringIO()
    assert run_check(damaged(tmp_path), words, out) == 1
    assert "side 16, 41" in out.getvalue()
    assert "laget rescue" in out.getvalue()


def test_a_rescue_says_where_the_new_vault_lies_and_that_the_old_one_is_as_it_was(tmp_path):
    out = io.StringIO()
    assert run_rescue(damaged(tmp_path), tmp_path / "reddet", words, out) in (0, 1)
    assert str(tmp_path / "reddet") in out.getvalue()
    open_vault(tmp_path / "reddet", words()).close()


def test_a_folder_that_is_none_is_said_and_nothing_is_made(tmp_path, capsys):
    assert run_rescue(tmp_path / "borte", tmp_path / "ny", words) == 2
    assert "borte" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_every_table_has_a_name_people_know():
    from sqlmodel import SQLModel

    import models.records as _declared

    assert _declared
    named = {key.rpartition(".")[2] for key in catalogue.keys("nb") if key.startswith("damage.table.")}
    assert named == set(SQLModel.metadata.tables)
