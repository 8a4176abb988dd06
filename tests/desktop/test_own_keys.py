# SPDX-License-Identifier: MIT
"""The recovery key and this machine's part of a key, as the settings page changes them, over a real vault."""

from types import SimpleNamespace

import pytest

from desktop.keychain import Keychain, device_secret
from desktop.own_keys import VaultKeys
from models.records.staff import Staff
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault, open_with_recovery_key
from models.values.trouble import Trouble
from tests.conftest import Desk
from tests.desktop.test_keychain import Silent, Wallet
from tests.story import Story

WORDS = "fire korte norske ord"


def words(text=WORDS):
    return bytearray(text.encode())


@pytest.fixture
def wallet():
    return Wallet()


@pytest.fixture
def vault(tmp_path, clock):
    vault = create_vault(tmp_path / "hvelv", NewVault("Ingrid Bakken", cost=FLOOR), words(), now=clock)
    Story(Desk(vault.database, clock)).add(Staff(name="Ingrid Bakken", slot=vault.slot, roles="administrator"))
    yield vault
    vault.close()


def keys_of(vault, wallet, clock):
    return VaultKeys(SimpleNamespace(), vault, Desk(vault.database, clock), Keychain(wallet, seconds=0.2))


@pytest.fixture
def keys(vault, wallet, clock):
    return keys_of(vault, wallet, clock)


def refused(act, *args, **values):
    with pytest.raises(Trouble) as trouble:
        act(*args, **values)
    return trouble.value.key


def typed(sheets):
    return tuple("".join(sheet).lower() for sheet in sheets)


def confirmed(keys):
    sheets = keys.propose_paper(1)
    keys.accept_paper(typed(sheets))
    return sheets


def opened(vault, wallet, passphrase=WORDS):
    def device(one, slot):
        return device_secret(one, slot, Keychain(wallet, seconds=0.2))

    return open_vault(vault.folder, words(passphrase), slot=vault.slot, device=device)


def test_a_key_on_two_sheets_opens_only_with_both(vault, keys):
    sheets = keys.propose_paper(2)
    assert refused(keys.accept_paper, typed(sheets)[:1]) == "trouble.recovery_sheets_both"
    keys.accept_paper(typed(sheets))
    vault.close()
    one, other = typed(sheets)
    folder = vault.folder
    assert refused(open_with_recovery_key, folder, one) == "trouble.recovery_sheets_both"
    assert refused(open_with_recovery_key, folder, one, one) == "trouble.recovery_sheet_twice"
    assert refused(open_with_recovery_key, folder, one, other[:-1]) == "trouble.recovery_sheet_mistyped"
    again = open_with_recovery_key(folder, other, one)
    assert again.recovery_confirmed
    again.close()


def test_the_old_sheet_works_until_the_new_one_was_typed_back(vault, keys):
    old = confirmed(keys)
    new = keys.propose_paper(1)
    assert refused(keys.accept_paper, typed(old)) == "trouble.recovery_key_wrong"
    vault.close()
    open_with_recovery_key(vault.folder, *typed(old)).close()
    assert refused(open_with_recovery_key, vault.folder, *typed(new)) == "trouble.recovery_key_wrong"


def test_a_passphrase_tied_to_the_machine_opens_nothing_elsewhere(vault, keys, wallet):
    confirmed(keys)
    keys.bind(WORDS)
    assert keys.bound
    vault.close()
    assert refused(opened, vault, Wallet()) == "trouble.device_unknown"
    assert refused(opened, vault, Silent()) == "trouble.keyring_silent"
    assert refused(open_vault, vault.folder, words()) == "trouble.device_unknown"
    assert refused(opened, vault, wallet, "feil ord") == "trouble.wrong_passphrase"
    opened(vault, wallet).close()


def test_it_is_tied_only_when_the_recovery_key_is_on_paper_and_the_passphrase_right(keys, wallet):
    assert refused(keys.bind, WORDS) == "trouble.recovery_first"
    confirmed(keys)
    assert refused(keys.bind, "feil ord") == "trouble.wrong_passphrase"
    assert wallet.kept == {}
    assert not keys.bound


def test_it_is_let_loose_again_and_the_machine_forgets(vault, keys, wallet):
    confirmed(keys)
    keys.bind(WORDS)
    keys.release(WORDS)
    assert wallet.kept == {}
    vault.close()
    open_vault(vault.folder, words()).close()


def test_a_new_passphrase_stays_tied_to_the_machine(vault, keys, wallet):
    confirmed(keys)
    keys.bind(WORDS)
    keys.change_passphrase(WORDS, "fem helt andre norske ord")
    vault.close()
    assert refused(opened, vault, Wallet(), "fem helt andre norske ord") == "trouble.device_unknown"
    opened(vault, wallet, "fem helt andre norske ord").close()


def test_who_lost_the_machine_comes_in_with_the_sheet(vault, keys):
    paper = confirmed(keys)
    keys.bind(WORDS)
    vault.close()
    back = open_with_recovery_key(vault.folder, *typed(paper))
    back.set_passphrase(words("nye ord"), vault.slot, FLOOR)
    back.close()
    open_vault(vault.folder, words("nye ord"), slot=vault.slot).close()


def test_a_colleague_sets_a_new_passphrase_for_who_lost_the_machine(vault, keys):
    berit = vault.add_user("Berit Fjell", words("berits ord"), FLOOR)
    confirmed(keys)
    keys.bind(WORDS)
    vault.close()
    colleague = open_vault(vault.folder, words("berits ord"), slot=berit)
    colleague.set_passphrase(words("nye ord"), vault.slot, FLOOR)
    assert colleague.slot == berit
    colleague.close()
    open_vault(vault.folder, words("nye ord"), slot=vault.slot).close()


def test_a_machine_without_a_keyring_cannot_be_tied_to(vault, clock):
    from keyring.backends import fail

    keys = keys_of(vault, fail.Keyring(), clock)
    confirmed(keys)
    assert refused(keys.bind, WORDS) == "trouble.keyring_none"
    assert keys.keyring_line
