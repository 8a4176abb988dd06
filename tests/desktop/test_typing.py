# SPDX-License-Identifier: MIT
"""Whatever is typed anywhere is back after the program was killed, with nothing asked and nothing saved by hand."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from sqlalchemy import text

from models.store.vault import open_vault
from resources import path
from tests import tree
from tests.tree import ROOT

PASSPHRASE = tree.table(path("demo", "mellomvik.toml"))["passphrase"]
# on the worker that makes the practice vault
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="kills as other systems do"),
]


@pytest.fixture
def start(tmp_path):
    """Start the person who types; gives the process."""
    around = os.environ | {
        "LAGET_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    started = []

    def begun(*arguments):
        command = [sys.executable, str(ROOT / "tests" / "desktop" / "typing_driver.py"), *map(str, arguments)]
        started.append(
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=around, cwd=ROOT)
        )
        return started[-1]

    yield begun
    for process in started:
        process.kill()
        process.wait()


def told(process, begins):
    for line in process.stdout:
        if line.startswith(begins):
            return json.loads(line[len(begins) :])
    raise AssertionError(f"the driver never said {begins!r}")


class Gone:
    """What a person typed in a vault of her own before the program was killed."""

    def __init__(self, vault, wrote):
        self.vault, self.typed, self.unkept, self.here = vault, wrote["typed"], wrote["unkept"], wrote["here"]


@pytest.fixture
def killed(demo, tmp_path, start):
    """Type everywhere, and kill."""

    def after(*how):
        vault = tmp_path / "hvelv"
        shutil.copytree(demo[0] / "hvelv", vault)
        writing = start("write", vault, *how)
        wrote = told(writing, "typed")
        writing.kill()
        writing.wait()
        return Gone(vault, wrote)

    return after


def test_every_half_typed_word_is_in_the_vault_after_a_kill(killed):
    gone = killed()
    vault = open_vault(gone.vault, bytearray(PASSPHRASE, "utf-8"))
    with vault.database.reading() as session:
        tables = session.execute(text("SELECT name FROM sqlite_schema WHERE type = 'table'")).scalars().all()
        rows = [row for name in tables for row in session.execute(text(f'SELECT * FROM "{name}"'))]
    vault.close()
    held = " ".join(str(value).lower() for row in rows for value in row)
    assert len(gone.typed) > 80
    assert gone.unkept == []
    assert [one for one in gone.typed if one[2] not in held] == []


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_half_typed_field_of_every_page_is_back_after_a_kill(killed, start):
    gone = killed("closely")
    read = told(start("read", gone.vault, "closely"), "found")
    assert len(gone.typed) > 110
    assert gone.unkept == []
    lost = [
        (place, name, word)
        for place, name, word in gone.typed
        if not any(name == called and word in text.lower() for called, text in read["found"][str(place)])
    ]
    assert lost == []
    assert read["here"] == gone.here
