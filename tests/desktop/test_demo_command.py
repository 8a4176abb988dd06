# SPDX-License-Identifier: MIT
"""`laget demo` and `laget check`, as they are typed and as they answer."""

import io
import os
import subprocess
import sys

import pypdf
import pytest
from sqlmodel import select

from desktop.commands.check import run_check
from desktop.commands.demo import run_demo
from models.records.family import Family
from models.store.vault import open_vault, peek
from resources import path
from tests import tree

pytestmark = pytest.mark.slow
PASSPHRASE = tree.table(path("demo", "mellomvik.toml"))["passphrase"]


def test_it_tells_what_it_made_and_where_and_the_passphrase(demo):
    folder, told = demo
    assert str(folder / "hvelv") in told
    assert str(folder / "brev") in told
    assert PASSPHRASE in told
    assert len([line for line in told.splitlines() if " av " in line]) >= 12


def test_the_vault_opens_with_the_passphrase_and_is_marked_as_practice(demo):
    folder = demo[0] / "hvelv"
    assert peek(folder).practice
    vault = open_vault(folder, bytearray(PASSPHRASE, "utf-8"))
    with vault.database.reading() as session:
        families = len(session.exec(select(Family)).all())
    vault.close()
    assert families >= 12


def test_the_letters_are_readable_and_bear_neutral_names(demo):
    letters = sorted((demo[0] / "brev").glob("*.pdf"))
    names = {"solbakken", "berge", "haugen", "dahl", "njarga", "vatne", "emil", "amalie"}
    assert len(letters) >= 20
    assert not any(name in letter.name.lower() for letter in letters for name in names)
    texts = [pypdf.PdfReader(letter).pages[0].extract_text() for letter in letters]
    assert all("Mellomvik" in text for text in texts)
    assert any("avgjerd" in text.lower() for text in texts)
    assert any("Čáhcebákti" in text for text in texts)


def test_a_protected_address_is_in_no_letter(demo):
    for letter in (demo[0] / "brev").glob("*.pdf"):
        assert not any("Skjult vei" in page.extract_text() for page in pypdf.PdfReader(letter).pages)


def test_everyone_in_the_demo_is_invented(demo):
    for file in path("demo", "families").glob("*.toml"):
        for step in tree.table(file)["step"]:
            assert step.get("national_id", "@id") == "@id", f"{file.name}: only numbers that the program makes up"


def test_a_folder_that_is_not_empty_is_left_alone(demo, capsys, tmp_path):
    (tmp_path / "mitt.txt").write_text("noe", "utf-8")
    assert run_demo(tmp_path) == 2
    assert "ikke tom" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mitt.txt"]


def test_a_file_in_place_of_a_folder_is_refused_with_a_sentence(capsys, tmp_path):
    (tmp_path / "fil").write_text("noe", "utf-8")
    assert run_demo(tmp_path / "fil") == 2
    assert "er en fil" in capsys.readouterr().err


def test_check_finds_a_fresh_vault_in_order_and_does_not_touch_it(demo):
    folder = demo[0] / "hvelv"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    out = io.StringIO()
    assert run_check(folder, lambda: bytearray(PASSPHRASE, "utf-8"), out) == 0
    assert "Alt er i orden" in out.getvalue()
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_check_answers_the_same_from_the_command_line(demo):
    """In a process of its own nothing else has been read in, and the passphrase comes through a pipe."""
    command = [sys.executable, "-m", "desktop", "check", str(demo[0] / "hvelv")]
    done = subprocess.run(
        command, input=f"{PASSPHRASE}\n", capture_output=True, text=True, encoding="utf-8", cwd=tree.ROOT, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Alt er i orden" in done.stdout
    assert "stilt tilbake" not in done.stdout


def test_check_finds_a_changed_byte(demo, tmp_path):
    folder = tmp_path / "skadet"
    folder.mkdir()
    for file in (demo[0] / "hvelv").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    database = folder / "vault.db"
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)
    assert run_check(folder, lambda: bytearray(PASSPHRASE, "utf-8"), io.StringIO()) in (1, 2)


def test_check_says_when_the_passphrase_is_wrong(demo, capsys):
    assert run_check(demo[0] / "hvelv", lambda: bytearray(b"feil"), io.StringIO()) == 2
    assert "passer ikke" in capsys.readouterr().err


def test_check_of_something_else_than_a_folder_is_one_sentence(capsys, tmp_path):
    assert run_check(tmp_path / "finnes ikke", lambda: bytearray(), io.StringIO()) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_demo_needs_no_window_system(tmp_path):
    """On a machine without Qt's libraries the practice vault can still be made."""
    code = "import sys; import desktop.commands.demo, desktop.practice.vault; sys.exit('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tree.ROOT, env={**os.environ, "DISPLAY": ""}, check=False)
    assert done.returncode == 0
