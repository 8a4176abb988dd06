# SPDX-License-Identifier: MIT
"""The envelope of a hand-over file: age, to a passphrase told by phone or to the receiver's key; always in memory.

age has no wheel for Windows on ARM; there hand-over says so and the rest of the program works.
"""

from enum import StrEnum
from importlib import import_module
from types import ModuleType

from models.values.handover import MOST_FILE
from models.values.trouble import Trouble

_HEAD = b"age-encryption.org/v1\n"
# age's own default; a file that asks for much more is made to keep the machine busy.
_MOST_WORK = 20


class Lock(StrEnum):
    """What opens a file."""

    KEY = "key"
    PASSPHRASE = "passphrase"


def new_identity() -> str:
    """A fresh age identity, to be kept secret."""
    return str(_age().x25519.Identity.generate())


def address_of(identity: str) -> str:
    """The public half, which others seal files to."""
    return str(_age().x25519.Identity.from_str(identity).to_public())


def reads_as_address(text: str) -> bool:
    """Whether this is a receiver's key."""
    age = _age()
    try:
        age.x25519.Recipient.from_str(text)
    except age.RecipientError:
        return False
    return True


def sealed_to_key(content: bytes, address: str) -> bytes:
    """Only the vault behind the address can open it."""
    age = _age()
    return bytes(age.encrypt(_fitting(content), [age.x25519.Recipient.from_str(address)]))


def sealed_with_passphrase(content: bytes, passphrase: str) -> bytes:
    """Whoever knows the words can open it."""
    return bytes(_age().passphrase.encrypt(_fitting(content), passphrase))


def lock_of(sealed: bytes) -> Lock:
    """What the file asks for; raises Trouble when it is no age file that Laget makes."""
    if len(sealed) > MOST_FILE:
        raise Trouble("transfer.trouble.too_large", megabytes=MOST_FILE // 1024 // 1024)
    if not sealed.startswith(_HEAD):
        raise Trouble("transfer.trouble.foreign")
    stanza = sealed[len(_HEAD) : len(_HEAD) + 200].split(b"\n", 1)[0].split(b" ")
    match stanza[:2]:
        case [b"->", b"scrypt"] if len(stanza) == 4 and stanza[3].isdigit() and int(stanza[3]) <= _MOST_WORK:
            return Lock.PASSPHRASE
        case [b"->", b"X25519"]:
            return Lock.KEY
    raise Trouble("transfer.trouble.foreign")


def opened_with_key(sealed: bytes, identity: str) -> bytes:
    """The whole content, or Trouble: a broken end is found before anything is used."""
    age = _age()
    try:
        return bytes(age.decrypt(sealed, [age.x25519.Identity.from_str(identity)]))
    except age.DecryptError:
        raise Trouble("transfer.trouble.other_key") from None


def opened_with_passphrase(sealed: bytes, passphrase: str) -> bytes:
    """The whole content, or Trouble."""
    age = _age()
    try:
        return bytes(age.passphrase.decrypt(sealed, passphrase))
    except age.DecryptError:
        raise Trouble("transfer.trouble.wrong_passphrase") from None


def _fitting(content: bytes) -> bytes:
    if len(content) > MOST_FILE - 1024 * 1024:
        raise Trouble("transfer.trouble.sends_too_much", megabytes=MOST_FILE // 1024 // 1024)
    return content


def _age() -> ModuleType:
    try:
        return import_module("pyrage")
    except ImportError:
        raise Trouble("transfer.trouble.no_age") from None
