# SPDX-License-Identifier: MIT
"""Creating and opening vaults: each cause of a refusal has its own sentence, and what is refused is left alone."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from models.store import keyfile, places, recovery_change
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault, open_with_recovery_key, peek
from models.values.trouble import Trouble
from resources import catalogue

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


def words(text="fire korte norske ord"):
    return bytearray(text.encode())


def new_vault(folder, **values):
    return create_vault(folder, NewVault(user="Ingrid Bakken", cost=FLOOR, **values), words(), now=lambda: NOW)


def fingerprints(folder):
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir()) if path.is_file()}


def refused(act, *args, **values):
    with pytest.raises(Trouble) as trouble:
        act(*args, **values)
    found = trouble.value
    for language in catalogue.LANGUAGES:
        assert catalogue.fill(found.key, language, **found.values)
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A closed vault with its recovery key in `recovery.txt` beside it, made once and copied for each test."""
    place = tmp_path_factory.mktemp("made")
    vault = new_vault(place / "hvelv")
    (place / "recovery.txt").write_text(" ".join(vault.recovery_sheets[0]))
    vault.close()
    return place


@pytest.fixture
def folder(made, tmp_path):
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "hvelv"


@pytest.fixture
def paper(folder):
    return (folder.parent / "recovery.txt").read_text()


def test_a_vault_opens_with_its_passphrase(folder):
    vault = open_vault(folder, words())
    assert not vault.read_only
    assert vault.warnings == ()
    assert vault.slot == vault.users[0].slot
    vault.close()


def test_the_folder_says_how_to_copy_it(folder):
    assert "Ta sikkerhetskopi" in (folder / "LES-MEG.txt").read_text("utf-8")


def test_a_closed_vault_tells_who_may_open_it_without_any_key(folder):
    info = peek(folder)
    assert [user.name for user in info.users] == ["Ingrid Bakken"]
    assert not info.practice
    assert not info.recovery_confirmed


def test_looking_at_a_closed_vault_reads_in_neither_database_nor_crypto(folder):
    code = (
        "import sys; from pathlib import Path; from models.store.vault import peek; peek(Path(sys.argv[1]));"
        "print([name for name in ('sqlalchemy', 'cryptography', 'sqlcipher3') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_wrong_passphrase_is_said_and_changes_nothing_in_the_vault(folder):
    before = fingerprints(folder)
    assert refused(open_vault, folder, words("feil")).key == "trouble.wrong_passphrase"
    after = fingerprints(folder)
    assert {name: after[name] for name in ("vault.db", "vault.keys", "vault.keys.bak")} == {
        name: before[name] for name in ("vault.db", "vault.keys", "vault.keys.bak")
    }


def test_the_recovery_key_lets_one_who_forgot_set_a_new_passphrase(folder, paper):
    vault = open_with_recovery_key(folder, paper)
    vault.set_passphrase(words("nye ord"), vault.users[0].slot, FLOOR)
    vault.close()
    assert refused(open_vault, folder, words()).key == "trouble.wrong_passphrase"
    open_vault(folder, words("nye ord")).close()


def test_the_recovery_key_may_be_typed_carelessly(folder, paper):
    careless = paper.lower().replace(" ", "-").replace("0", "o").replace("1", "l")
    open_with_recovery_key(folder, f"  {careless}\n").close()


def test_a_letter_wrong_in_the_recovery_key_is_seen_before_anything_is_opened(folder, paper):
    wrong = ("A" if paper[0] != "A" else "B") + paper[1:]
    assert refused(open_with_recovery_key, folder, wrong).key == "trouble.recovery_key_mistyped"
    assert refused(open_with_recovery_key, folder, paper[:-1]).key == "trouble.recovery_key_length"


def test_the_recovery_key_of_another_vault_is_refused(folder, tmp_path):
    other = new_vault(tmp_path / "annet")
    typed = " ".join(other.recovery_sheets[0])
    other.close()
    assert refused(open_with_recovery_key, folder, typed).key == "trouble.recovery_key_wrong"


def test_typing_the_recovery_key_back_is_remembered(folder, paper):
    vault = open_vault(folder, words())
    assert not vault.recovery_confirmed
    recovery_change.confirm(vault, [paper])
    vault.close()
    assert peek(folder).recovery_confirmed


def test_several_people_have_each_their_own_passphrase(folder):
    vault = open_vault(folder, words())
    slot = vault.add_user("Berit Fjell", words("berits ord"), FLOOR)
    vault.close()
    berit = open_vault(folder, words("berits ord"), slot=slot)
    assert berit.slot == slot
    berit.close()
    assert refused(open_vault, folder, words(), slot=slot).key == "trouble.wrong_passphrase"
    open_vault(folder, words()).close()


def test_a_folder_without_a_vault_is_called_that(tmp_path):
    assert refused(peek, tmp_path).key == "trouble.not_a_vault"
    assert refused(open_vault, tmp_path / "nowhere", words()).key == "trouble.not_a_vault"


def test_a_lost_key_file_is_taken_from_its_copy(folder):
    (folder / "vault.keys").unlink()
    vault = open_vault(folder, words())
    assert [warning.key for warning in vault.warnings] == ["trouble.keyfile_from_copy"]
    vault.close()
    assert (folder / "vault.keys").exists()


def test_a_key_file_lost_with_its_copy_is_told_apart_from_no_vault(folder):
    (folder / "vault.keys").unlink()
    (folder / "vault.keys.bak").unlink()
    assert refused(open_vault, folder, words()).key == "trouble.keyfile_missing"


def test_a_lost_database_is_not_made_anew(folder):
    (folder / "vault.db").unlink()
    assert refused(open_vault, folder, words()).key == "trouble.database_missing"
    assert not (folder / "vault.db").exists()


KINDS_OF_WRONG_FILE = ("trouble.database_empty", "trouble.database_plain", "trouble.keys_apart")


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(4080), bytes(8192)])
def test_a_database_that_is_something_else_is_called_damaged_and_left_alone(folder, content):
    (folder / "vault.db").write_bytes(content)
    assert refused(open_vault, folder, words()).key in KINDS_OF_WRONG_FILE
    assert (folder / "vault.db").read_bytes() == content


@pytest.mark.parametrize("field", ["v", "schema"])
def test_a_vault_from_a_newer_program_is_not_touched(folder, field):
    def newer(content):
        content[field] = 99

    rewrite(folder, newer)
    before = fingerprints(folder)
    assert refused(open_vault, folder, words()).key == "trouble.vault_newer_needs"
    assert refused(peek, folder).key == "trouble.vault_newer_needs"
    assert fingerprints(folder) == before


def test_a_slot_put_into_the_key_file_by_somebody_else_is_noticed(folder):
    def plant(content):
        content["slots"].append(dict(content["slots"][0], id="feedfacefeedface", user="Fremmed"))

    rewrite(folder, plant)
    assert refused(open_vault, folder, words()).key == "trouble.keyfile_altered"


def test_guessing_cannot_be_made_cheaper_in_the_key_file(folder):
    def cheapen(content):
        content["slots"][0]["kdf"] = {"m": 8, "t": 1, "p": 1}

    rewrite(folder, cheapen)
    assert refused(open_vault, folder, words()).key == "trouble.wrong_passphrase"


def rewrite(folder, change):
    """Change the key file as somebody who knows its format would."""
    content = json.loads((folder / "vault.keys").read_text("utf-8"))
    change(content)
    content.pop("sum")
    content["sum"] = sha256(keyfile.canonical(content)).hexdigest()
    (folder / "vault.keys").write_text(json.dumps(content), "utf-8")


def test_a_vault_open_in_another_window_is_refused_or_read(folder):
    first = open_vault(folder, words())
    assert refused(open_vault, folder, words()).key == "trouble.vault_in_use"
    second = open_vault(folder, words(), read_only=True)
    assert second.read_only
    assert refused(second.set_passphrase, words("nye"), cost=FLOOR).key == "trouble.vault_read_only"
    second.close()
    first.close()
    open_vault(folder, words()).close()


def test_a_vault_open_on_another_machine_is_refused_by_name(folder):
    (folder / "vault.lock").write_text('{"pid": 1, "host": "KONTOR-7", "since": "2026-03-16T08:12+00:00"}')
    found = refused(open_vault, folder, words())
    assert found.key == "trouble.vault_other_machine"
    assert "KONTOR-7" in catalogue.fill(found.key, "nb", **found.values)
    open_vault(folder, words(), take_over=True).close()


def test_a_window_that_crashed_leaves_no_lock(folder):
    code = (
        "import os, sys; from pathlib import Path; from models.store.vault import open_vault;"
        "open_vault(Path(sys.argv[1]), bytearray(b'fire korte norske ord')); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(folder)], check=False).returncode == 9
    open_vault(folder, words()).close()


def test_a_new_vault_never_overwrites_anything(folder, tmp_path):
    before = fingerprints(folder)
    assert refused(new_vault, folder).key == "trouble.vault_exists"
    assert fingerprints(folder) == before
    (tmp_path / "papirer").mkdir()
    (tmp_path / "papirer" / "brev.txt").write_text("hei")
    assert refused(new_vault, tmp_path / "papirer").key == "trouble.folder_not_empty"


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive - Mellomvik kommune", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("iCloud Drive", "iCloud"),
        ("Mobile Documents", "iCloud"),
    ],
)
def test_a_vault_is_not_made_where_files_are_copied_behind_its_back(tmp_path, name, service):
    found = refused(new_vault, tmp_path / name / "hvelv")
    assert (found.key, found.values["service"]) == ("trouble.folder_synced", service)
    assert not (tmp_path / name).exists()


def test_an_existing_vault_in_a_synced_folder_opens_with_a_warning(folder):
    synced = folder.parent / "OneDrive" / "hvelv"
    synced.parent.mkdir()
    folder.rename(synced)
    vault = open_vault(synced, words())
    assert [warning.key for warning in vault.warnings] == ["trouble.folder_synced_open"]
    vault.close()


@pytest.mark.skipif(os.name == "nt", reason="UNC paths are read by Windows itself there")
def test_a_network_path_is_seen_as_one():
    assert places.copied_by("//server/felles/hvelv") == places.NETWORK
    assert places.copied_by("/home/kari/Dokumenter/dropboxen min") is None


def test_failed_tries_wait_beside_the_vault_until_it_is_opened(folder):
    from models.store import attempts

    refused(open_vault, folder, words("feil"), now=lambda: NOW)
    refused(open_vault, folder, words("galt"), now=lambda: NOW)
    assert [found.factor for found in attempts.waiting(folder)] == ["passphrase", "passphrase"]
    assert b"feil" not in (folder / "vault.attempts").read_bytes()
