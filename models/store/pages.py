# SPDX-License-Identifier: MIT
"""The pages of a copied database file, each opened by itself: damage to one hides nothing of the others.

The engine answers zeroes for a page whose seal is broken, and reads nothing behind it. This reads the file format of
SQLCipher 4 directly, and only ever a copy: a file opened and closed here would drop the engine's own locks.
"""

import hashlib
import hmac
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

SIZE = 4096
USABLE = 4016
_SALT, _IV = 16, 16
_HEAD = b"SQLite format 3\0"
_WAL_HEADER, _FRAME_HEADER = 32, 24
_MAGIC = 0x377F0682
STRIDE = 200
READS = 2  # each page is read once for its seal and once for its rows
At = Callable[[int, int], None]


class Pages:
    """Every page by its number, decrypted; None where the seal is broken.

    `at` is told of every so many pages that were read, whoever asks for them, and may raise to stop the reading.
    """

    def __init__(self, database: Path, key: bytearray, at: At = lambda _done, _total: None) -> None:
        self._file = database.open("rb")
        self._size = database.stat().st_size
        self._at, self._read, self.count = at, 0, 0
        log = database.with_name(f"{database.name}-wal")
        self._newer, count = _committed(log.read_bytes()) if log.exists() else ({}, 0)
        self._key = key
        first = self._newer.get(1) or self._stored(1)
        salt = bytes(byte ^ 0x3A for byte in first[:_SALT])
        self._seal = bytearray(hashlib.pbkdf2_hmac("sha512", bytes(key), salt, 2, 32))
        whole = count or -(-self._size // SIZE)
        head = self.page(1)
        told = struct.unpack_from(">I", head, 28)[0] if head else 0
        self.count = max(whole, told)

    def page(self, number: int) -> bytes | None:
        """One page as the engine would see it were it whole."""
        self._read += 1
        if self._read % STRIDE == 0:
            self._at(min(self._read, READS * self.count), READS * self.count)
        sealed = self._newer.get(number) or self._stored(number)
        if len(sealed) < SIZE:
            return None
        start = _SALT if number == 1 else 0
        body, claimed = sealed[start : USABLE + _IV], sealed[USABLE + _IV :]
        if not hmac.compare_digest(hmac.digest(self._seal, body + struct.pack("<I", number), "sha512"), claimed):
            return None
        opening = Cipher(algorithms.AES(self._key), modes.CBC(body[-_IV:])).decryptor()
        plain = opening.update(body[:-_IV]) + opening.finalize()
        return (_HEAD if number == 1 else b"") + plain

    def damaged(self) -> Iterator[int]:
        """The numbers of the pages whose seal is broken or that are cut off."""
        return (number for number in range(1, self.count + 1) if self.page(number) is None)

    def close(self) -> None:
        """Let go of the copied file."""
        self._file.close()

    def _stored(self, number: int) -> bytes:
        self._file.seek((number - 1) * SIZE)
        return self._file.read(SIZE)


def _committed(log: bytes) -> tuple[dict[int, bytes], int]:
    """The newest page of each number in the write-ahead log up to the last commit, and the number of pages then."""
    if len(log) < _WAL_HEADER:
        return {}, 0
    magic, _, size, _, *salts = struct.unpack_from(">6I", log)
    order = ">" if magic & 1 else "<"
    sums = _summed(order, log[:24], (0, 0))
    if magic & ~1 != _MAGIC or size != SIZE or sums != struct.unpack_from(">2I", log, 24):
        return {}, 0
    kept: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    count = 0
    for start in range(_WAL_HEADER, len(log) - SIZE - _FRAME_HEADER + 1, SIZE + _FRAME_HEADER):
        number, after, *told = struct.unpack_from(">6I", log, start)
        page = log[start + _FRAME_HEADER : start + _FRAME_HEADER + SIZE]
        sums = _summed(order, page, _summed(order, log[start : start + 8], sums))
        if told != [*salts, *sums]:
            break
        waiting[number] = page
        if after:
            kept, waiting, count = kept | waiting, {}, after
    return kept, count


def _summed(order: str, part: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    for one, other in struct.iter_unpack(f"{order}2I", part):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
