# SPDX-License-Identifier: MIT
"""A key file that is another's, older than the vault or altered is told as that; and guessing at the door is slowed."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from sqlmodel import select

from models.records.vault_mark import VaultMark
from models.store import attempts, keyfile, recovery_change
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault, open_with_recovery_key, peek
from models.values.act import Act
from models.values.trouble import Trouble
from resources import catalogue
from tests.conftest import STAFF_ID

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
SAVED = Path(__file__).parent.parent / "vaults"


def words(text="fire korte norske ord"):
    return bytearray(text.encode())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A closed vault with its recovery key beside it."""
    place = tmp_path_factory.mktemp("made")
    vault = create_vault(place / "hvelv", NewVault("Ingrid Bakken", cost=FLOOR), words(), now=lambda: NOW)
    recovery_change.confirm(vault, [" ".join(sheet) for sheet in vault.recovery_sheets])
    (place / "recovery.txt").write_text(" ".join(vault.recovery_sheets[0]))
    vault.close()
    return place


@pytest.fixture
def folder(made, tmp_path):
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "hvelv"


def refused(act, *args, **values):
    with pytest.raises(Trouble) as trouble:
        act(*args, **values)
    for language in catalogue.LANGUAGES:
        assert catalogue.fill(trouble.value.key, language, **trouble.value.values)
    return trouble.value.key


def rewrite(folder, change):
    """Change the key file as somebody who knows its format would."""
    content = json.loads((folder / "vault.keys").read_text("utf-8"))
    change(content)
    content.pop("sum")
    content["sum"] = sha256(keyfile.canonical(content)).hexdigest()
    (folder / "vault.keys").write_text(json.dumps(content), "utf-8")


def changed_since(folder, place):
    """The vault after a new passphrase; the key file from before lies in `place`."""
    shutil.copy(folder / "vault.keys", place)
    vault = open_vault(folder, words())
    vault.set_passphrase(words("nye ord"), cost=FLOOR)
    vault.close()


def test_a_key_file_from_before_a_change_is_not_accepted(folder, tmp_path):
    changed_since(folder, tmp_path / "gammel")
    shutil.copy(tmp_path / "gammel", folder / "vault.keys")
    assert refused(open_vault, folder, words()) == "trouble.keyfile_rolled_back"
    assert refused(open_vault, folder, words(), read_only=True) == "trouble.keyfile_rolled_back"


def test_the_recovery_sheet_opens_a_vault_whose_newer_key_file_is_lost(folder, tmp_path):
    changed_since(folder, tmp_path / "gammel")
    shutil.copy(tmp_path / "gammel", folder / "vault.keys")
    vault = open_with_recovery_key(folder, (tmp_path / "recovery.txt").read_text())
    vault.set_passphrase(words("enda nyere"), vault.users[0].slot, FLOOR)
    vault.close()
    open_vault(folder, words("enda nyere")).close()


def test_the_key_file_of_another_vault_is_told_as_that(folder):
    vault = open_vault(folder, words())
    with vault.database.working(Act(STAFF_ID, "Ingrid", frozenset(), NOW)) as session:
        session.delete(session.exec(select(VaultMark)).one())
        session.flush()
        session.add(VaultMark(vault="annet", generation=1))
    vault.close()
    assert refused(open_vault, folder, words()) == "trouble.keyfile_foreign"


def test_a_vault_of_the_first_schema_gets_its_mark_at_the_first_opening(tmp_path):
    folder = Path(shutil.copytree(SAVED / "0001", tmp_path / "hvelv"))
    assert keyfile.read(folder)[0].version == 1
    vault = open_vault(folder, words())
    with vault.database.reading() as session:
        mark = session.exec(select(VaultMark)).one()
        assert (mark.vault, mark.generation) == (vault.keys.vault, vault.keys.generation)
    vault.close()
    assert keyfile.read(folder)[0].version == keyfile.FORMAT
    open_vault(folder, words()).close()


@pytest.mark.parametrize(
    ("field", "value"), [("user", "Fremmed"), ("id", "feedfacefeedface"), ("pub", "AAAA" * 10 + "AAA=")]
)
def test_a_slot_that_was_altered_is_told_as_that_and_not_as_a_wrong_passphrase(folder, field, value):
    rewrite(folder, lambda content: content["slots"][0].update({field: value}))
    assert refused(open_vault, folder, words()) == "trouble.keyfile_altered"


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(sheets=2),
        lambda content: content.update(pending={content["slots"][0]["id"]: content["slots"][0]["dek"]}),
        lambda content: content.update(recovery_confirmed=False),
        lambda content: content.update(gen=99),
        lambda content: content["slots"].pop(),
    ],
)
def test_whatever_else_is_altered_is_noticed(folder, change):
    rewrite(folder, change)
    assert refused(open_vault, folder, words()) == "trouble.keyfile_altered"


def test_after_three_failures_each_try_waits_longer_up_to_a_minute(folder):
    now, waits = NOW, []
    for _ in range(10):
        refused(open_vault, folder, words("feil"), now=lambda: now)  # noqa: B023
        waits.append(peek(folder, lambda: now).wait)  # noqa: B023
        now += timedelta(seconds=waits[-1])
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    open_vault(folder, words(), now=lambda: now).close()
    assert peek(folder, lambda: now).wait == 0


def test_while_it_waits_not_even_the_right_passphrase_is_tried(folder):
    for _ in range(3):
        refused(open_vault, folder, words("feil"), now=lambda: NOW)
    assert refused(open_vault, folder, words(), now=lambda: NOW) == "trouble.wait"
    assert len(attempts.waiting(folder)) == 3


def test_a_clock_that_was_set_back_never_makes_the_wait_longer(folder):
    for _ in range(3):
        attempts.record(folder, "passphrase", NOW)
    assert attempts.wait(folder, NOW - timedelta(days=400)) == 1


def test_a_long_siege_still_tells_when_the_last_try_was(folder):
    line = json.dumps({"at": NOW.isoformat(), "factor": "passphrase", "machine": "m"}).encode() + b"\n"
    (folder / attempts.ATTEMPTS).write_bytes(line * 900)
    attempts.record(folder, "passphrase", NOW + timedelta(hours=1))
    assert (folder / attempts.ATTEMPTS).stat().st_size < 70_000
    assert attempts.wait(folder, NOW + timedelta(hours=1)) == 60
