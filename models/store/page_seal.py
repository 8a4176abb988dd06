# SPDX-License-Identifier: MIT
"""Single pages of a database file, opened and sealed as SQLCipher 4 does it with a raw key."""

import hashlib
import hmac
import os
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from models.store.memory import wipe
from models.store.write_log import SIZE

USABLE = 4016
SALT, _IV = 16, 16
_HEAD = b"SQLite format 3\0"


class PageSeal:
    """The key of one file and the salt it begins with."""

    def __init__(self, key: bytearray, salt: bytes) -> None:
        self._key, self._salt = key, salt
        masked = bytes(byte ^ 0x3A for byte in salt)
        self._seal = bytearray(hashlib.pbkdf2_hmac("sha512", key, masked, 2, 32))

    def opened(self, number: int, stored: bytes) -> bytes | None:
        """What stands on the page; None where it is cut off or its seal is broken."""
        start = SALT if number == 1 else 0
        body, claimed = stored[start : USABLE + _IV], stored[USABLE + _IV :]
        if len(stored) < SIZE or not hmac.compare_digest(self._tag(number, body), claimed):
            return None
        opening = Cipher(algorithms.AES(self._key), modes.CBC(body[-_IV:])).decryptor()
        return (_HEAD if number == 1 else b"") + opening.update(body[:-_IV]) + opening.finalize()

    def sealed(self, number: int, plain: bytes) -> bytes:
        """The page as it is stored."""
        start = SALT if number == 1 else 0
        iv = os.urandom(_IV)
        sealing = Cipher(algorithms.AES(self._key), modes.CBC(iv)).encryptor()
        body = sealing.update(plain[start:]) + sealing.finalize() + iv
        return self._salt[:start] + body + self._tag(number, body)

    def wipe(self) -> None:
        """Forget the part of the key that was made here."""
        wipe(self._seal)

    def _tag(self, number: int, body: bytes) -> bytes:
        return hmac.digest(self._seal, body + struct.pack("<I", number), "sha512")
