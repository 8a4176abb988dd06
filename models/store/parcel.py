# SPDX-License-Identifier: MIT
"""Bytes sealed to a vault's own key, to be opened by nobody but who opens that vault again."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.store.database import Database
from models.store.memory import wiped

_NONCE = 12
_PURPOSE = b"laget-parcel-v1"


def seal(database: Database, content: bytes) -> bytes:
    """The content as it may lie outside the vault."""
    nonce = os.urandom(_NONCE)
    with wiped(_key(database)) as key:
        return nonce + AESGCM(key).encrypt(nonce, content, _PURPOSE)


def unseal(database: Database, parcel: bytes) -> bytes:
    """The content again; nothing when it was sealed to another vault, or touched."""
    with wiped(_key(database)) as key:
        try:
            return AESGCM(key).decrypt(parcel[:_NONCE], parcel[_NONCE:], _PURPOSE)
        except (InvalidTag, ValueError):
            return b""


def _key(database: Database) -> bytearray:
    key = bytearray(32)
    with wiped(database.key_copy()) as raw:
        HKDF(hashes.SHA256(), 32, salt=None, info=_PURPOSE).derive_into(raw, key)
    return key
