# SPDX-License-Identifier: MIT
"""The engine's write-ahead log, read on from where one left off: the sealed pages of whatever was committed since.

The engine locks the file of the index beside the log and never the log itself, so that reading it here is harmless.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

SIZE = 4096
_HEADER, _FRAME_HEADER = 32, 24
_FRAME = _FRAME_HEADER + SIZE
_MAGIC = 0x377F0682


@dataclass(frozen=True, slots=True)
class Newer:
    """The newest page of each number, the number of pages in the database then, and how much had to be read."""

    pages: Mapping[int, bytes] = field(default_factory=dict)
    count: int = 0
    frames: int = 0
    whole: bool = True


class WriteLog:
    """One log; begun anew by the engine, it is read from its beginning again."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}-wal")
        self._order, self._salts = "<", (0, 0)
        self._at, self._sums = _HEADER, (0, 0)

    def since(self, most: int = 0) -> Newer:
        """All that was committed since it was last asked; not the whole when there are `most` frames of it or more."""
        if not self._path.exists():
            return Newer()
        with self._path.open("rb") as file:
            if not self._begun(file.read(_HEADER)):
                return Newer()
            file.seek(self._at)
            return self._read(file.read(most * _FRAME or -1), most)

    def _begun(self, header: bytes) -> bool:
        if len(header) < _HEADER:
            return False
        magic, _, size, _, *salts = struct.unpack_from(">6I", header)
        order = ">" if magic & 1 else "<"
        sums = _summed(order, header[:24], (0, 0))
        if magic & ~1 != _MAGIC or size != SIZE or sums != struct.unpack_from(">2I", header, 24):
            return False
        if tuple(salts) != self._salts:
            self._order, self._salts, self._at, self._sums = order, tuple(salts), _HEADER, sums
        return True

    def _read(self, log: bytes, most: int) -> Newer:
        kept: dict[int, bytes] = {}
        waiting: dict[int, bytes] = {}
        count, frames, sums = 0, 0, self._sums
        begun = self._at
        for start in range(0, len(log) - _FRAME + 1, _FRAME):
            number, after, *told = struct.unpack_from(">6I", log, start)
            page = log[start + _FRAME_HEADER : start + _FRAME]
            sums = _summed(self._order, page, _summed(self._order, log[start : start + 8], sums))
            if told != [*self._salts, *sums]:
                break
            frames += 1
            waiting[number] = page
            if after:
                kept, waiting, count = kept | waiting, {}, after
                self._at, self._sums = begun + start + _FRAME, sums
        return Newer(kept, count, frames, whole=not most or frames < most)


def _summed(order: str, part: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    for one, other in struct.iter_unpack(f"{order}2I", part):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
