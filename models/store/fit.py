# SPDX-License-Identifier: MIT
"""Whether a key belongs to a database at all: a wrong key opens no page of it, and damage hits some and leaves others.

Read only where no connection of this program has the file open: closing it here would drop the engine's own locks.
"""

import hashlib
import hmac
import struct
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from models.store import keyfile, unfit
from models.store.files import trouble_with_files
from models.store.keyfile import KeyFile
from models.store.pages import SIZE, USABLE
from models.values.trouble import Trouble

DATABASE = "vault.db"
LOOKED_AT = 200
_SALT, _IV = 16, 16
_TREES = b"\x00\x02\x05\x0a\x0d"  # how most pages begin, for when the first page, which holds the salt, is gone
_ENOUGH = 4  # one page in four: by chance one in fifty begins so


def belongs(database: Path, key: bytearray) -> bool:
    """Whether the key opens any of the first pages of this file."""
    with trouble_with_files(), database.open("rb") as file:
        first = file.read(SIZE)
        salt = bytes(byte ^ 0x3A for byte in first[:_SALT])
        seal = bytearray(hashlib.pbkdf2_hmac("sha512", bytes(key), salt, 2, 32))
        if _sealed(first, 1, seal):
            return True
        trees = looked = 0
        for number in range(2, LOOKED_AT + 2):
            page = file.read(SIZE)
            if len(page) < SIZE:
                break
            if _sealed(page, number, seal):
                return True
            looked += 1
            trees += _begins(page, key) in _TREES
    return trees * _ENOUGH > looked or not looked


def fitting(folder: Path, keys: KeyFile, key: bytearray, coming: bytearray | None) -> bytearray:
    """Which of the two keys this vault's database is for: `coming` when a removal was cut off after the exchange."""
    database = folder / DATABASE
    if not database.is_file() or belongs(database, key):
        return key
    if coming is not None and belongs(database, coming):
        return coming
    unfit.refuse(database)
    raise apart(folder, keys)


def apart(folder: Path, keys: KeyFile) -> Trouble:
    """What to say of a key file and a database that do not belong together, with what the copy beside it tells."""
    try:
        copy = keyfile.read_copy(folder)
    except Trouble:
        copy = None
    if copy is not None and copy.vault != keys.vault:
        return Trouble("trouble.keyfile_foreign")
    if copy is not None and copy.generation > keys.generation:
        return Trouble("trouble.keyfile_before_removal")
    return Trouble("trouble.keys_apart")


def _sealed(page: bytes, number: int, seal: bytearray) -> bool:
    body, claimed = page[_SALT if number == 1 else 0 : USABLE + _IV], page[USABLE + _IV :]
    return hmac.compare_digest(hmac.digest(seal, body + struct.pack("<I", number), "sha512"), claimed)


def _begins(page: bytes, key: bytearray) -> int:
    opening = Cipher(algorithms.AES(key), modes.CBC(page[USABLE : USABLE + _IV])).decryptor()
    return opening.update(page[:16])[0]
