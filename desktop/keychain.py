# SPDX-License-Identifier: MIT
"""The operating system's keyring: at most a device secret the municipality has chosen to use, never a passphrase."""

import base64
import binascii
from collections.abc import Callable
from queue import Empty, Queue
from threading import Thread
from typing import Protocol, TypeVar, cast

from models.values.trouble import Trouble

SERVICE = "Laget"
SECONDS = 5.0
BYTES = 32
# Backends that keep secrets encrypted under the user's login; others keep nothing, or keep it in plain text.
TRUSTED = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)
LOST = "keychain.none"
T = TypeVar("T")


class Backend(Protocol):
    """The part of a keyring backend that is used."""

    def get_password(self, _service: str, _user: str, /) -> str | None: ...
    def set_password(self, _service: str, _user: str, _secret: str, /) -> None: ...
    def delete_password(self, _service: str, _user: str, /) -> None: ...


class NoKeychain(Exception):
    """This machine has no keyring that can be trusted, it said no, or it did not answer in time."""

    key, key_to_keep = "trouble.keyring_missing", "trouble.keyring_none"


class Denied(NoKeychain):
    """There is a keyring, and it did not give or take the secret."""

    key = key_to_keep = "trouble.keyring_denied"


class Silent(NoKeychain):
    """The keyring did not answer in time: it may be waiting for somebody to press something."""

    key = key_to_keep = "trouble.keyring_silent"


class Keychain:
    """A device secret for each vault; every call may wait for the user, so each has a time limit."""

    def __init__(self, backend: Backend | None = None, seconds: float = SECONDS) -> None:
        self._backend = backend
        self._seconds = seconds

    def missing(self) -> str | None:
        """The text key that says what is lost without a keyring, or None when there is one."""
        try:
            self._trusted()
        except NoKeychain:
            return LOST
        return None

    def device_secret(self, vault: str) -> bytearray | None:
        """The secret this machine holds for a vault, or None when it holds none."""
        backend = self._trusted()
        kept = self._asked(lambda: backend.get_password(SERVICE, vault))
        if not kept:
            return None
        try:
            secret = bytearray(base64.b64decode(kept, validate=True))
        except binascii.Error:
            return None
        return secret if len(secret) == BYTES else None

    def keep_device_secret(self, vault: str, secret: bytearray) -> None:
        """Keep a secret of 32 bytes, and read it back: some backends take it and keep nothing."""
        backend = self._trusted()
        text = base64.b64encode(secret).decode()
        self._asked(lambda: backend.set_password(SERVICE, vault, text))
        if self.device_secret(vault) != secret:
            raise Denied

    def forget(self, vault: str) -> None:
        """Remove what is kept for a vault, if anything."""
        backend = self._trusted()
        if self._asked(lambda: backend.get_password(SERVICE, vault)) is not None:
            self._asked(lambda: backend.delete_password(SERVICE, vault))

    def _trusted(self) -> Backend:
        if self._backend is None:
            import keyring  # late: finding the backend takes longer than painting the unlock screen

            self._backend = self._asked(keyring.get_keyring)
        backend = _chosen(self._backend)
        if type(backend).__module__ not in TRUSTED:
            raise NoKeychain
        if type(backend).__module__ == "keyring.backends.Windows":
            backend.persist = "local machine"  # type: ignore[attr-defined]  # else it roams with the profile
        return backend

    def _asked(self, call: Callable[[], T]) -> T:
        """On a thread of its own that nobody waits for at the end: a keyring may ask the user and never come back."""
        answers: Queue[tuple[T | None, Exception | None]] = Queue()

        def ask() -> None:
            try:
                answers.put((call(), None))
            except Exception as error:  # every backend has errors of its own; to the user they all mean the same
                answers.put((None, error))

        Thread(target=ask, name="keychain", daemon=True).start()
        try:
            answer, error = answers.get(timeout=self._seconds)
        except Empty:
            raise Silent from None
        if error is not None:
            raise Denied from error
        return cast("T", answer)


def place(vault: str, slot: str) -> str:
    """The name a secret is kept under: people who share a machine have each their own."""
    return f"{vault}/{slot}"


def device_secret(vault: str, slot: str, keychain: Keychain | None = None) -> bytearray:
    """What this machine keeps for a slot; raises Trouble that says why it cannot be had."""
    try:
        kept = (keychain or Keychain()).device_secret(place(vault, slot))
    except NoKeychain as error:
        raise Trouble(error.key) from error
    if kept is None:
        raise Trouble("trouble.device_unknown")
    return kept


def _chosen(backend: Backend) -> Backend:
    """A chainer asks several backends in turn, also those that cannot be trusted: take its first that can."""
    inner = getattr(backend, "backends", None)
    if not inner:
        return backend
    return next((one for one in inner if type(one).__module__ in TRUSTED), backend)
