# SPDX-License-Identifier: MIT
"""The pages of a copied database file, each opened by itself: damage to one hides nothing of the others.

The engine answers zeroes for a page whose seal is broken, and reads nothing behind it. This reads the file format of
SQLCipher 4 directly, and only ever a copy: a file opened and closed here would drop the engine's own locks.
"""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

from models.store.page_seal import SALT, USABLE, PageSeal
from models.store.write_log import SIZE, WriteLog

STRIDE = 200
READS = 2  # each page is read once for its seal and once for its rows
At = Callable[[int, int], None]
__all__ = ["SIZE", "USABLE", "Pages"]


class Pages:
    """Every page by its number, decrypted; None where the seal is broken.

    `at` is told of every so many pages that were read, whoever asks for them, and may raise to stop the reading.
    """

    def __init__(self, database: Path, key: bytearray, at: At = lambda _done, _total: None) -> None:
        self._file = database.open("rb")
        self._size = database.stat().st_size
        self._at, self._read, self.count = at, 0, 0
        newer = WriteLog(database).since()
        self._newer = newer.pages
        self._seal = PageSeal(key, (self._newer.get(1) or self._stored(1))[:SALT])
        whole = newer.count or -(-self._size // SIZE)
        head = self.page(1)
        told = struct.unpack_from(">I", head, 28)[0] if head else 0
        self.count = max(whole, told)

    def page(self, number: int) -> bytes | None:
        """One page as the engine would see it were it whole."""
        self._read += 1
        if self._read % STRIDE == 0:
            self._at(min(self._read, READS * self.count), READS * self.count)
        return self._seal.opened(number, self._newer.get(number) or self._stored(number))

    def damaged(self) -> Iterator[int]:
        """The numbers of the pages whose seal is broken or that are cut off."""
        return (number for number in range(1, self.count + 1) if self.page(number) is None)

    def close(self) -> None:
        """Let go of the copied file."""
        self._file.close()

    def _stored(self, number: int) -> bytes:
        self._file.seek((number - 1) * SIZE)
        return self._file.read(SIZE)
