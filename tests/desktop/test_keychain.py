# SPDX-License-Identifier: MIT
"""The keyring holds a device secret at most, only where it is safe, and is never waited for long."""

import threading

import pytest
from keyring.backends import SecretService, fail, null

from desktop.keychain import Keychain, NoKeychain
from resources import catalogue

SECRET = bytearray(range(32))


class Wallet(SecretService.Keyring):
    """The system's own keyring as a program meets it, kept in memory: the border to the operating system."""

    priority = 5

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


Wallet.__module__ = SecretService.__name__


class Forgetful(Wallet):
    def set_password(self, service, username, password):
        pass


class Silent(Wallet):
    def __init__(self):
        super().__init__()
        self.answer = threading.Event()

    def get_password(self, service, username):
        self.answer.wait(30)


Forgetful.__module__ = Silent.__module__ = SecretService.__name__


def test_a_device_secret_comes_back_and_can_be_forgotten():
    keychain = Keychain(Wallet())
    assert keychain.device_secret("hvelv") is None
    keychain.keep_device_secret("hvelv", SECRET)
    assert keychain.device_secret("hvelv") == SECRET
    assert keychain.device_secret("annet") is None
    keychain.forget("hvelv")
    keychain.forget("hvelv")
    assert keychain.device_secret("hvelv") is None


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring()])
def test_a_machine_without_a_keyring_says_in_one_line_what_is_lost(backend):
    keychain = Keychain(backend)
    for language in catalogue.LANGUAGES:
        assert "\n" not in catalogue.fill(keychain.missing(), language)
    with pytest.raises(NoKeychain):
        keychain.keep_device_secret("hvelv", SECRET)


def test_a_keyring_that_writes_plain_text_is_not_used():
    plain = type("PlaintextKeyring", (Wallet,), {"__module__": "keyrings.alt.file"})()
    assert Keychain(plain).missing() is not None


def test_a_keyring_that_keeps_nothing_is_found_out():
    with pytest.raises(NoKeychain):
        Keychain(Forgetful()).keep_device_secret("hvelv", SECRET)


def test_a_keyring_that_waits_for_somebody_is_given_up():
    wallet = Silent()
    with pytest.raises(NoKeychain):
        Keychain(wallet, seconds=0.05).device_secret("hvelv")
    wallet.answer.set()


def test_a_secret_somebody_has_changed_is_no_secret():
    wallet = Wallet()
    Keychain(wallet).keep_device_secret("hvelv", SECRET)
    wallet.kept = dict.fromkeys(wallet.kept, "tull")
    assert Keychain(wallet).device_secret("hvelv") is None
